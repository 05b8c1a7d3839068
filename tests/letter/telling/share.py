"""How many bullets of the labelled profiles can be told: ``.venv/bin/python -m
tests.letter.telling.share``, with ``--sample`` sixty of them to judge, with ``--trades`` those of
`tests/letter/trades/` instead.
"""

import random
import sys
from pathlib import Path

from lapel.letter.telling.highlight import tell_highlight
from lapel.letter.telling.model import Introduction, Untold
from lapel.profile.reading import read_profile

LABELLED = Path(__file__).parents[2] / "matching" / "labelled"
TRADES = Path(__file__).parents[1] / "trades"
SAMPLE, SEED = 60, 20261125


def share(folder: Path) -> list[str]:
    """One line a bullet, in the profiles' order."""
    lines = []
    for path in sorted(folder.glob("*/profile.yaml")):
        profile = read_profile(path).value
        assert profile is not None
        for entry in profile.entries:
            for number, highlight in enumerate(entry.highlights):
                how = list(Introduction)[number % len(Introduction)]
                told = tell_highlight(highlight, entry, how)
                if isinstance(told, Untold):
                    lines.append(f"(not told: {told.reason}) {highlight.text.markdown}")
                else:
                    lines.append(" ".join(sentence.text for sentence in told[0].sentences))
    return lines


if __name__ == "__main__":
    found = share(TRADES if "--trades" in sys.argv else LABELLED)
    untold = sum(line.startswith("(not told") for line in found)
    shown = random.Random(SEED).sample(found, SAMPLE) if "--sample" in sys.argv else found
    sys.stdout.write("\n".join(shown) + f"\n{len(found) - untold} of {len(found)} told\n")
