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
      - Rebuilt five of seven bilge pumps in house
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
    position: Dock Fitter
    startDate: 2011
    endDate: 2016
    highlights:
      - Supervised the Saturday paint crew
      - Painted 60 hulls
      - Rolled out barcode location tracking in the parts store
      - Mentored three junior welders
volunteer:
  - organization: Keepers of the Lorne Light
    position: Lamp Keeper
    startDate: 2020
    highlights:
      - Test five lamps each month with pupils from two high schools
      - Answer the pager and keep the portable pumps running
education:
  - {institution: Oban College, studyType: HND, area: Marine Engineering, endDate: 2010}
"""
JOB = """---
profile: profile.yaml
---
## Company
Nordhavn Shipyard
## Position
Yard Manager
## Personal Connection
I have sailed on the Lorne with your yard's regatta since 2015.
## Cover letter points
"""


def letter_of(folder: Path, point: str, label: str = "Body paragraph") -> tuple[str, list[str]]:
    """What the point is told in, and the to-dos for it."""
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    job = folder / "job.md"
    job.write_text(f"{JOB}- {label}: {point}\n", "utf-8")
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
        ("Mention the stock write-offs and the pump rebuilds", "five of seven"),
        ("Mention the crew papers for the MAIB", "marine accident investigation branch"),
        ("Talk about the supervisors who came from my team", "three fitters to supervisor"),
        ("Point to the juniors I have mentored", "three junior welders"),
        ("Dock fitter in Oban before", "Tarbert Yard"),
    ],
)
def test_what_is_meant_is_told(point: str, told: str, tmp_path: Path) -> None:
    """A record by what was spared, a change by its states, a number by its size, initials, a deed
    by whose it is, a role by its title.
    """
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


def test_a_name_is_found_by_its_words_only(tmp_path: Path) -> None:
    """Meaning knows nothing of names: a person's is near to whatever sounds alike."""
    said, todos = letter_of(tmp_path, "Mention Barbara Hepworth")
    assert not said
    assert todos == ["Mention Barbara Hepworth"]


def test_a_deed_of_an_entry_that_is_named_is_told_rather_than_the_connection(
    tmp_path: Path,
) -> None:
    """Though the connection has the name, too; a part of an organisation's name means it."""
    point = "Mention also the tests I do on the Lorne with school pupils"
    said, todos = letter_of(tmp_path, point, "Company-specific paragraph")
    assert "five lamps" in said
    assert "regatta" not in said
    assert not todos


def test_what_the_told_deed_has_a_word_of_is_not_told_by_a_farther_one(tmp_path: Path) -> None:
    """It is left to the person."""
    said, todos = letter_of(
        tmp_path, "Mention the engine changeovers and the authority I gave crews over the engines"
    )
    assert "lifting frame" in said
    assert "paint crew" not in said
    assert todos == ["the authority I gave crews over the engines"]


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


def test_what_a_tie_includes_is_told_where_a_deed_has_it(tmp_path: Path) -> None:
    """Though it stands on the employer's side."""
    said, todos = letter_of(
        tmp_path, "Relate my years of slipway work to the new dock, including the winch house"
    )
    assert "winch house" in said
    assert not any("winch house" in todo for todo in todos)
