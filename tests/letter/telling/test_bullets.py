"""The literate cases of bullets: what stands on a resume, and how a letter tells it."""

from pathlib import Path

import pytest

from lapel.letter.telling.highlight import tell_highlight
from lapel.letter.telling.model import Introduction, Untold
from tests.letter.telling.builders import entry_of
from tests.literate import Case, cases_of, expected

CASES = Path(__file__).parent / "cases"
PAGES = tuple(
    CASES / name
    for name in (
        "bullets.md",
        "more-bullets.md",
        "last-bullets.md",
        "further-bullets.md",
        "trades.md",
        "verbs.md",
        "chains.md",
        "as-written.md",
    )
)
TURNS = (Introduction.FULL, Introduction.SAME, Introduction.PLACE, Introduction.BARE)


def tell_all(text: str) -> str:
    """One line a bullet: its telling, or why it has none."""
    head, *bullets = text.splitlines()
    entry = entry_of(head, bullets)
    lines = []
    for number, highlight in enumerate(entry.highlights):
        told = tell_highlight(highlight, entry, TURNS[number % len(TURNS)])
        if isinstance(told, Untold):
            lines.append(f"(not told: {told.reason})")
        else:
            lines.append(" ".join(sentence.text for sentence in told[0].sentences))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize(
    "case", [case for page in PAGES for case in cases_of(page)], ids=lambda case: case.name
)
def test_bullets_are_told_as_their_page_says(case: Case, update: bool) -> None:
    """A bullet becomes the sentence of the page, or is not told for the reason given there."""
    answer = tell_all(case.text)
    assert answer == expected(case, answer, update=update)
