"""Why a bullet is out, or in without being asked for: what the ledger says is what decided."""

import re
from pathlib import Path
from typing import Any

import pytest

from lapel.profile.reading import read_profile
from lapel.selection.timeline import year_of_end
from tests.command import ledger_of
from tests.samples import ROOT, tailored

PROFILE = """\
basics: {name: Ines Moreau}
work:
  - id: mill
    name: Stone Mill
    position: Head Baker
    startDate: 2021
    endDate: present
    highlights:
      - {id: rye, text: Baked 400 rye loaves a night with a crew of five}
      - {id: stollen, text: Judged the stollen contest in a paper hat}
  - id: quay
    name: Quay Bakery
    position: Baker
    startDate: 2016
    endDate: 2020
    highlights:
      - {id: ovens, text: Kept two deck ovens running through the flood}
      - {id: rota, text: Wrote the rota for nine bakers}
      - {id: stall, text: Sold bread at the Saturday stall}
  - id: pier
    name: Pier Hotel
    position: Marzipan Cook
    startDate: 2013
    endDate: 2015
    highlights:
      - {id: tarts, text: Made 90 tarts before breakfast, tags: [marzipan]}
"""
JOB = """\
---
pages: 1
---
## Company
Hearth & Co

## Position
Bakery Manager

## Notes
- Key skills to emphasize:
  - rye
  - tarts
  - marzipan
- Resume customization ideas:
  - Leave out the stollen contest
- Resume bullet points to highlight:
  - Quay Bakery: one bullet
  - Pier Hotel: just the title
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - parsed JSON
    """The ledger of a baker's resume."""
    folder = tmp_path_factory.mktemp("reasons")
    (folder / "baker.yaml").write_text(PROFILE)
    (folder / "job.md").write_text(JOB)
    return ledger_of(folder, "job.md", "--profile", "baker.yaml", "--output", "out")


@pytest.fixture(scope="module")
def why(ledger: Any) -> dict[str, str]:  # noqa: ANN401 - as above
    """What it says of each bullet, by its id."""
    return {h["id"]: h["why"] for h in ledger["highlights"]}


def test_a_page_that_notes_keep_white_says_so(ledger: Any) -> None:  # noqa: ANN401 - as above
    """Bullets that notes leave out are not said to add too little."""
    assert any("notes leave out 3 bullets" in line for line in ledger["warnings"])


@pytest.mark.parametrize(
    ("id", "reason"),
    [
        ("mill/rye", "answers “rye”"),
        ("mill/stollen", "the note on line 16 wants it left out"),
        ("quay/stall", "the note on line 18 wants no more than 1 bullet of its entry"),
        ("pier/tarts", "the note on line 19 wants its entry without bullets"),
    ],
)
def test_what_a_note_decided_is_said(why: dict[str, str], id: str, reason: str) -> None:
    """A refusal or a limit of a note is the reason, and no lack of room."""
    assert why[id] == reason


def test_what_stands_unasked_says_what_for(why: dict[str, str]) -> None:
    """The bullet kept of an entry that needs one stands for its entry."""
    reasons = {why["quay/ovens"], why["quay/rota"]}
    needed = "its entry, which stands open with 1 bullet at least"
    assert reasons == {
        f"answers no note; stands for {needed}",
        "the note on line 18 wants no more than 1 bullet of its entry",
    }


def test_what_another_note_takes_out_is_no_lack_of_room(ledger: Any) -> None:  # noqa: ANN401 - as above
    """A wish whose only answer another note takes out is told which note that is."""
    why = next(note["why"] for note in ledger["notes"] if note["text"] == "tarts")
    taken = "the note on line 19 takes out pier/tarts, which shows it"
    pinned = "`pin: [pier/tarts]` in the front matter brings it back"
    assert why == f"the profile has evidence, but {taken}; {pinned}"


def test_what_only_a_title_names_is_not_shown(ledger: Any) -> None:  # noqa: ANN401 - as above
    """The bullet that tells of it, and why it is not there, are named."""
    [note] = [note for note in ledger["notes"] if note["text"] == "marzipan"]
    taken = "the note on line 19 takes out pier/tarts, which shows it"
    pinned = "`pin: [pier/tarts]` in the front matter brings it back"
    why = f"“marzipan” is only named on the page; {taken}; {pinned}"
    assert (note["fate"], note["why"]) == ("partly", why)


FORMS = """\
basics: {name: Ines Moreau}
work:
  - id: quay
    name: Quay Bakery
    position: Baker
    startDate: 2016
    highlights:
      - id: flood
        text: Kept two deck ovens running through the flood
        wordings: {brief: Kept the kitchen open through a flood, guests: Seated 60 wedding guests}
"""
FORMS_JOB = """\
---
wording: {{quay/flood: brief}}
---
Company: Hearth
Position: Cook

# Key skills to emphasize
- {}
"""


@pytest.mark.parametrize(("asked", "form"), [("deck ovens", "text"), ("wedding guests", "guests")])
def test_evidence_in_another_wording_is_no_lack_of_room(
    asked: str, form: str, tmp_path: Path
) -> None:
    """Where a bullet stands in a form that does not say it, the form that does is named."""
    (tmp_path / "baker.yaml").write_text(FORMS)
    (tmp_path / "job.md").write_text(FORMS_JOB.format(asked))
    ledger = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    [note] = ledger["notes"]
    line = f"`wording: {{quay/flood: {form}}}` in the front matter takes that one"
    reworded = f"quay/flood shows it in another wording than the page has; {line}"
    assert (note["fate"], note["why"]) == ("left-out", f"the profile has evidence, but {reworded}")


def test_of_a_line_of_the_posting_the_part_that_is_missing_is_told(tmp_path: Path) -> None:
    """The line as a whole stands above it already."""
    (tmp_path / "baker.yaml").write_text(FORMS)
    asks = "Run the night bake, two deck ovens and the ice rink"
    job = f"Company: Hearth\nPosition: Cook\n\n# Requirements\n- {asks}\n"
    (tmp_path / "job.md").write_text(job)
    ledger = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    missing = "no bullet on the page was found to show “ice rink”; write one if you did it"
    assert [requirement["why"] for requirement in ledger["requirements"]] == [missing]


@pytest.mark.slow
def test_a_date_speaks_only_against_what_is_older() -> None:
    """An older bullet that stands beside nothing asked for stands for the balance alone."""
    ledger = tailored("ashwell-clinical-nurse-educator").ledger
    profile = read_profile(ROOT / ledger["profile"]).value
    assert profile is not None
    ended = {h.id: year_of_end(entry) or 0.0 for entry in profile.entries for h in entry.highlights}
    won = [
        (named, highlight["id"])
        for highlight in ledger["highlights"]
        for named in re.findall(r"(\S+) \(for its date and", highlight["why"])
    ]
    assert won
    assert all(ended[newer] > ended[older] for newer, older in won)
