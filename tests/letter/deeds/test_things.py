"""Each thing that a point names is told by the bullet that is of it, and by no neighbour."""

from pathlib import Path

import pytest

from tests.letter.lines import case_of

PROFILE = """basics: {name: Ailsa Munro}
work:
  - name: Skerry Ferries
    position: Workshop Foreman
    startDate: 2017
    highlights:
      - Refitted the slipway cradle, which had been out of use for six years
      - Rebuilt the winch house with two apprentices
      - Replaced the keel blocks with greenheart from a demolished pier
      - Serviced 146 marine diesel engines in four winters
      - No lost-time injury in seven years
      - Served as safety representative for 60 fitters
      - Put load cells on davits; inspections went from every second week to every day
      - Organised 22 museum volunteers on open days
      - Trained two apprentices, both now shipwrights
      - Cut stock write-offs from $88,000 to $31,000 a year
      - Wrote 75 repair sheets, and calls to the workshop fell by 40% in a year
      - Answered about 55 calls a week from nine vessels
      - Opened the second paint shed for winter storage
      - Promoted three fitters to supervisor
      - Cut engine changeovers from 9 hours to 4 with a lifting frame
      - Kept scrap at 0.8% of castings for two years
      - Prepared eleven statements for the marine accident investigation branch
  - name: Tarbert Yard
    position: Fitter
    startDate: 2011
    endDate: 2016
    highlights:
      - Supervised the Saturday paint crew
      - Painted 60 hulls
"""
JOB = """---
profile: profile.yaml
---
## Company
Nordhavn Shipyard
## Position
Yard Manager
## Cover letter points
"""


def letter_of(folder: Path, point: str) -> tuple[str, list[str]]:
    """What the point is told in, and the to-dos for it."""
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    job = folder / "job.md"
    job.write_text(f"{JOB}- Body paragraph: {point}\n", "utf-8")
    draft = case_of(job).draft
    said = [s.text for s in draft.sentences() if any(x.id.startswith("letter-") for x in s.sources)]
    return " ".join(said), [todo.text for todo in draft.todos() if todo.note is not None]


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("Mention my safety record", "lost-time injury in seven years"),
        (
            "Illustrate how we came from fortnightly to daily inspections",
            "every second week to every day",
        ),
        ("140+ diesel engines, mention briefly", "146 marine diesel engines"),
        ("changeovers from 9 hours to 4, scrap under 1%", "scrap at 0.8%"),
        ("Mention the crew papers for the MAIB", "marine accident investigation branch"),
        ("Talk about the supervisors who came from my team", "three fitters to supervisor"),
    ],
)
def test_what_is_meant_is_told(point: str, told: str, tmp_path: Path) -> None:
    """A record by what was spared, a change by its states, a number by its size, initials."""
    said, todos = letter_of(tmp_path, point)
    assert told in said
    assert not todos


@pytest.mark.parametrize(
    ("point", "beside"),
    [
        ("Mention how I run the volunteers", "calls"),
        ("Highlight the repair sheets and their effect on the number of calls", "nine vessels"),
        ("Talk about the supervisors who came from my team", "paint crew"),
    ],
)
def test_nothing_beside_it_is_told(point: str, beside: str, tmp_path: Path) -> None:
    """One bullet is enough where others are only near it."""
    said, _ = letter_of(tmp_path, point)
    assert beside not in said


def test_a_thing_comes_before_its_parts(tmp_path: Path) -> None:
    """Though each of the parts has a bullet of its own."""
    said, _ = letter_of(
        tmp_path,
        "Highlight the refit of the slipway cradle, especially the winch house and the keel blocks",
    )
    assert said.index("slipway cradle") < said.index("winch house") < said.index("keel blocks")


def test_a_number_written_otherwise_is_no_todo(tmp_path: Path) -> None:
    """The bullet that is told has it, with its thousands written out."""
    _, todos = letter_of(
        tmp_path, "Stock write-offs - from 88k to 31k, that's waste they want reduced too"
    )
    assert not todos
