"""How many letter points become sentences that a reader would keep, as judged by hand.

Run with ``python bench/points.py [SET...]``. ``tests/letter/judged/`` holds sets of points, each
with the sentences that were drafted of it and a verdict on them; ``sets.yaml`` says of each who
wrote and who judged it, and what was worked from. The command drafts all of them anew and lists
what has changed since and wants a new verdict; ``--table`` prints the verdicts alone, as they stand
in ``docs/internals/letter-points.md``.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bench.judged import JUDGED, VERDICTS, count_verdicts, read_judged, read_sets, table
from lapel.inputs import match, read_inputs
from lapel.letter.model import SourceKind
from lapel.lettering import draft
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.text.inline import plain_text
from lapel.workspace import Workspace

ROOT = Path(__file__).parents[1]


def draft_points(group: Mapping[str, Any], folder: Path) -> Iterator[list[str]]:
    """Yield the sentences that each point of a person becomes; a to-do begins with "TODO"."""
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
    letter = draft(inputs, match(inputs, Memory.in_folder(folder)), None).value
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
    parser.add_argument("--table", action="store_true", help="print the verdicts alone, all sets")
    arguments = parser.parse_args()
    if arguments.table:
        print(table(), end="")
        return 0
    for name in arguments.sets or [one["name"] for one in read_sets()]:
        groups = read_judged(name)
        figures = count_verdicts([one for group in groups for one in group["points"]])
        total = sum(figures)
        said = ", ".join(f"{n} {v}" for n, v in zip(figures, VERDICTS, strict=True))
        print(f"{name}: {total} points, {said}")
        print(f"{figures[0] / total:.0%} become sentences that a reader would keep")
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
