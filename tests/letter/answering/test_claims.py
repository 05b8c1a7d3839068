"""What the writer claims to have done is told with the bullet that shows it."""

from pathlib import Path

import pytest

from tests.letter.lines import case_of

PROFILE = """basics: {name: Rui Tavares}
work:
  - name: Serra Packing
    position: Line Manager
    startDate: 2016
    highlights:
      - Hired 38 women for the sorting lines, with a company bus and an earlier end of shift
      - Changed 1,900 fluorescent tubes for LED in nine packing halls during one summer
      - Was the plant's contact for deaf colleagues
      - Ran 640 days without a lost-time injury
      - Lead a crew of 24 on two lines
  - name: Vale Cold Stores
    position: Shift Supervisor
    startDate: 2011
    endDate: 2015
    highlights:
      - Taught fork-lift driving to 12 school leavers
      - Walked the halls every morning with the quality inspector
"""
JOB = """---
profile: profile.yaml
---
## Company
Oriel Fruit
## Position
Plant Manager
## Job Description
We want to light all our halls with LED by 2028.
## Cover letter points
"""


def said_of(folder: Path, point: str) -> list[str]:
    """The sentences that the point is told in."""
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    job = folder / "job.md"
    job.write_text(f"{JOB}- Body paragraph: {point}\n", "utf-8")
    draft = case_of(job).draft
    return [s.text for s in draft.sentences() if any(x.id.startswith("letter-") for x in s.sources)]


@pytest.mark.parametrize(
    ("point", "claimed", "shown"),
    [
        (
            "Explain that more women on the floor is a goal I have worked towards (38 hired, bus)",
            "More women on the floor is a goal I have worked towards.",
            "hired 38 women",
        ),
        (
            "Explain that lighting with LED is something I have already done in the halls",
            "something I have already done in the halls.",
            "1,900 fluorescent tubes",
        ),
    ],
)
def test_a_claim_is_followed_by_its_deed(
    point: str, claimed: str, shown: str, tmp_path: Path
) -> None:
    """The brackets that name the deed are told by it."""
    said = said_of(tmp_path, point)
    assert claimed in said[0]
    assert [text for text in said if shown in text] == said[1:]


def test_a_deed_takes_the_place_of_a_sentence_that_only_claims_it(tmp_path: Path) -> None:
    """It says where it was, too."""
    said = said_of(tmp_path, "Mention that I was contact for deaf colleagues at Serra Packing")
    assert len(said) == 1
    assert "I was the plant's contact for deaf colleagues" in said[0]
    assert "Serra Packing" in said[0]


@pytest.mark.parametrize(
    "point",
    [
        "Mention that I am a line manager (24 people, two lines)",
        "Explain that walking the halls is what I do first",
        "Explain that quiet halls are something I have dreamt of",
    ],
)
def test_what_claims_no_deed_is_said_alone(point: str, tmp_path: Path) -> None:
    """Who the writer is, what is done every day, and what no one bullet shows."""
    assert len(said_of(tmp_path, point)) == 1
