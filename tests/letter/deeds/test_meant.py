"""The bullet that a point means is told, and not one that only shares a word with it."""

from pathlib import Path

import pytest

from tests.letter.lines import case_of

PROFILE = """basics: {name: Ines Varga}
work:
  - name: Harbour Trust
    position: Fundraiser
    startDate: 2019
    highlights:
      - Brought regular giving from 310 to 870 donors with a winter letter told by former guests
      - Thank every new donor by phone within a week
      - Cleaned the donor database in Donorfy and brought it in line with GDPR
      - Replaced 4,200 fittings with LED over 18 months, and electricity use fell by 31%
      - Built a web shop that takes a quarter of orders
      - Answer about 30 payroll questions a week
      - Cover for the payroll manager when she is on leave
      - Process payroll for 64 people in seven shops
      - Cut damages in transit by a third with a better way of wrapping
      - Host a yearly dinner for the food pantry
  - name: Old Granary Theatre
    position: Assistant
    startDate: 2014
    endDate: 2018
    highlights:
      - Grew the Friends scheme from 400 to 650 members
      - Hosted evenings for donors and patrons
      - Advised customers on seats
"""
JOB = """---
profile: profile.yaml
---
## Company
Severn Rivers
## Position
Fundraising Manager
## Job Description
You will help to move our records from Kronos to Workday.
- Write bids to foundations
- Support the introduction of Workday
## Company Details
Severn Rivers is a certified B Corp that buys from 85 farms and pays every worker the living wage.
## Personal Connection
- Do you know us? I took part in the river clean-up last March.
- Since when? We had our wedding dinner by the weir.
## Cover letter points
"""


def letter_of(folder: Path, point: str) -> tuple[list[str], list[str]]:
    """The sentences that the point is told in, and the letter's to-dos."""
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    job = folder / "job.md"
    job.write_text(f"{JOB}- {point}\n", "utf-8")
    draft = case_of(job).draft
    said = [s.text for s in draft.sentences() if any(x.id.startswith("letter-") for x in s.sources)]
    return said, [todo.text for todo in draft.todos() if todo.note is not None]


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("Show my experience growing individual giving", "regular giving from 310 to 870"),
        ("Reference the LED project at the Harbour Trust", "4,200 fittings with LED"),
        ("Mention my multi-site payroll experience", "payroll for 64 people"),
        ("Mention the river clean-up in March", "river clean-up last March"),
        ("Mention our wedding dinner", "wedding dinner by the weir"),
        ("Reference the B Corp certification", "You are a certified B Corp that buys"),
    ],
)
def test_what_is_meant_is_told(point: str, told: str, tmp_path: Path) -> None:
    """By its object and not its verb, by what it says of it, by an answer or a company's fact."""
    said, todos = letter_of(tmp_path, point)
    assert any(told in text for text in said)
    assert not todos


def test_what_belongs_to_a_thing_is_told_by_its_deed(tmp_path: Path) -> None:
    """Where it says nothing of it ("its share of sales"), no deed of another role does."""
    said, _ = letter_of(tmp_path, "Mention the web shop I built and its share of sales")
    assert not any("seats" in text for text in said)


def test_a_thing_that_the_deed_beside_it_does_not_tell_is_a_todo(tmp_path: Path) -> None:
    """Though both were looked for together."""
    said, todos = letter_of(tmp_path, "Show that I know how to keep waste and damage low")
    assert any("damages" in text for text in said)
    assert any("waste" in todo for todo in todos)


def test_what_the_posting_is_quoted_for_is_no_todo(tmp_path: Path) -> None:
    """It stands there in the posting's words."""
    point = "Connect my payroll work for seven shops to their upcoming change to Workday"
    said, todos = letter_of(tmp_path, point)
    assert any("introduction of Workday" in text for text in said)
    assert not todos


def test_words_of_several_answers_are_no_answer_to_a_point_on_deeds(tmp_path: Path) -> None:
    """What one answer has of a point's words and another the rest is looked for in the profile."""
    told, todos = letter_of(tmp_path, "Connect wrapping and river dinner expertise to your goals")
    assert any("better way of wrapping" in sentence for sentence in told)
    assert not any("wrapping" in todo for todo in todos)
