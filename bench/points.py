"""How many letter points become sentences that a reader would keep, as judged by hand.

Run with ``python bench/points.py``. ``tests/letter/judged/points.yaml`` holds fifty points with the
sentences that came out when they were first drafted and a verdict on each; the code had been
finished before the points were written. The command states the rate, drafts all of them anew and
lists what has changed since and wants a new verdict.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from lapel.inputs import Request, match, read_inputs
from lapel.letter.model import SourceKind
from lapel.lettering import draft
from lapel.text.inline import plain_text
from lapel.workspace import Workspace

ROOT = Path(__file__).parents[1]
JUDGED = ROOT / "tests" / "letter" / "judged"
VERDICTS = ("keep", "mend", "strike")


def read_judged() -> list[dict[str, Any]]:
    """The persons with their points, sentences and verdicts."""
    groups: list[dict[str, Any]] = yaml.safe_load((JUDGED / "points.yaml").read_text("utf-8"))
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
    """State the rate, and what has changed since the verdicts."""
    groups = read_judged()
    verdicts = Counter(one["verdict"] for group in groups for one in group["points"])
    total = sum(verdicts.values())
    print(f"{total} points: " + ", ".join(f"{verdicts[v]} {v}" for v in VERDICTS))
    print(f"{verdicts['keep'] / total:.0%} become sentences that a reader would keep")
    changed = 0
    with TemporaryDirectory() as folder:
        for group in groups:
            for one, today in zip(group["points"], draft_points(group, Path(folder)), strict=True):
                if today != one["becomes"]:
                    changed += 1
                    print(f"changed since: {one['point']}", *today, sep="\n    ")
    print(f"{changed} have changed since they were judged")
    return 0


if __name__ == "__main__":
    sys.exit(main())
