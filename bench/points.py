"""How many letter points become sentences that a reader would keep, as judged by hand.

Run with ``python bench/points.py [SET...]``. ``tests/letter/judged/`` holds fourteen sets, each
with the sentences that were drafted of its points and a verdict on each. In the first two these are
the sentences of the first draft, and the code had been finished before the points were written:
``points.yaml`` are fifty in the manner of a coach's instructions and of people's own notes,
``typed.yaml`` forty typed in a hurry, judged by a reader who had not written the code. Of the forty
of ``hurried.yaml`` and the fifty each of ``calm.yaml``, ``strangers.yaml`` and ``letters.yaml``, by
such readers, half were shown while the code was worked on and half held back. The 160 of
``fresh.yaml`` are five rounds, each written and judged by who works on the code before anything ran
on it, and after the round before it was mended, as are the 200 of ``rounds.yaml`` in four rounds of
fifty. The 120 of ``drawn.yaml`` were written so too, and parted by lot: one half was worked from,
the other judged at the end. The fifty of ``sealed.yaml`` were shown to nobody and judged twice, at
first sight and after a day's work on others. The sixty of ``lot.yaml``, more than half of them
typed in a hurry, were written, drafted and judged by who works on the code before the work on one
half of them, drawn by lot, began. The 72 of ``ordinary.yaml`` are of people of ordinary
professions, in the form of the template, with their answers beside them; a third was held back.
The hundred of ``plain.yaml`` were written and judged by readers who had never seen the code, one
half kept back during the work on others, one half written after it; the fifty of ``manners.yaml``
are of ten people with ten habits and were kept back too.
The command states the rates, drafts all of them anew and lists what has changed since and wants a
new verdict.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.pages import read_page
from lapel.inputs import match, read_inputs
from lapel.letter.model import SourceKind
from lapel.lettering import draft
from lapel.options import Request
from lapel.text.inline import plain_text
from lapel.workspace import Workspace

ROOT = Path(__file__).parents[1]
JUDGED = ROOT / "tests" / "letter" / "judged"
SETS = (
    "points",
    "typed",
    "hurried",
    "calm",
    "fresh",
    "rounds",
    "strangers",
    "drawn",
    "letters",
    "sealed",
    "lot",
    "ordinary",
    "plain",
    "manners",
)
VERDICTS = ("keep", "mend", "strike")


def read_judged(name: str) -> list[dict[str, Any]]:
    """The persons of a set with their points, sentences and verdicts."""
    groups: list[dict[str, Any]] = read_page(JUDGED / f"{name}.yaml")
    return groups


def draft_points(group: Mapping[str, Any], folder: Path) -> Iterator[list[str]]:
    """What becomes of each point of a person; a to-do begins with "TODO"."""
    person, points = group["person"], [one["point"] for one in group["points"]]
    labelled = ROOT / "tests" / "matching" / "labelled" / person
    places = (JUDGED / "people", ROOT / "profiles", labelled)
    profiles = [folder / name for folder in places for name in (f"{person}.yaml", "profile.yaml")]
    profile = next(path for path in profiles if path.exists())
    if "company" in group:
        head = f"# Application Details\n## Company\n{group['company']}\n"
        job = f"---\nprofile: {profile}\n---\n{head}## Position\n{group['position']}\n"
        job += f"## Job Description\n{group['posting']}\n" if "posting" in group else ""
        job += f"## Personal Connection\n{group['connection']}\n" if "connection" in group else ""
    else:
        text = (labelled / "job-1.md").read_text("utf-8")
        job = text.replace("profile: profile.yaml", f"profile: {profile}")
    path = folder / f"{person}.md"
    asked = "\n".join(f"- {point}" for point in points)
    path.write_text(f"{job}\n\n## Cover letter points\n{asked}\n", "utf-8")
    inputs = read_inputs(path, Request(), Workspace(folder)).value
    assert inputs is not None, person
    letter = draft(inputs, match(inputs, folder), None, folder).value
    assert letter is not None, person
    notes = [note for note in inputs.job.notes if note.id.startswith("letter-")]
    for note in notes:
        told = [
            plain_text(sentence.text)
            for sentence in letter.sentences()
            if any(s.kind is SourceKind.NOTE and s.id == note.id for s in sentence.sources)
        ]
        yield told + [f"TODO {todo.text}" for todo in letter.todos() if todo.note == note]


def main() -> int:
    """State the rates, and what has changed since the verdicts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", metavar="SET", help="all where none is named")
    for name in parser.parse_args().sets or SETS:
        groups = read_judged(name)
        verdicts = Counter(one["verdict"] for group in groups for one in group["points"])
        total = sum(verdicts.values())
        print(f"{name}: {total} points, " + ", ".join(f"{verdicts[v]} {v}" for v in VERDICTS))
        print(f"{verdicts['keep'] / total:.0%} become sentences that a reader would keep")
        print(f"{_show_changed(groups)} have changed since they were judged")
    return 0


def _show_changed(groups: list[dict[str, Any]]) -> int:
    """How many points become something else today, each shown."""
    changed = 0
    with TemporaryDirectory() as folder:
        for group in groups:
            for one, today in zip(group["points"], draft_points(group, Path(folder)), strict=True):
                if today != one["becomes"]:
                    changed += 1
                    print(f"changed since: {one['point']}", *today, sep="\n    ")
    return changed


if __name__ == "__main__":
    sys.exit(main())
