"""Company and position out of the lines at the head of a file."""

from pathlib import Path

import pytest

from lapel.job.model import Job
from lapel.job.reading import read_job

_BELOW = """

## Job Description
Harrow Lane Dairy is a creamery of nine people in Tilbury. At Harrow Lane Dairy the Head
Cheesemaker runs the vats.
- Make blue cheese

## Key skills emphasized
- affinage
"""


def _read(head: str, folder: Path) -> Job:
    path = folder / "job.md"
    path.write_text(head + _BELOW, "utf-8")
    job = read_job(path).value
    assert job is not None
    return job


@pytest.mark.parametrize(
    "head",
    [
        "Job: Head Cheesemaker, Harrow Lane Dairy (Tilbury)",
        "# Harrow Lane Dairy\n## Head Cheesemaker",
        "Harrow Lane Dairy\nHead Cheesemaker\nTilbury, Essex",
        "Application for Head Cheesemaker at Harrow Lane Dairy, Tilbury",
        "**Head Cheesemaker** – Harrow Lane Dairy – Tilbury, Essex",
        "# Head Cheesemaker | Harrow Lane Dairy | Tilbury",
        "HEAD CHEESEMAKER, HARROW LANE DAIRY",
        "head cheesemaker @ harrow lane dairy",
        "Harrow Lane Dairy, head cheesemaker, closes Friday",
        "Applying for: Harrow Lane Dairy as Head Cheesemaker",
        "# 2026-03 Harrow Lane Dairy: Head Cheesemaker",
        "# Job #3: Head Cheesemaker - Harrow Lane Dairy - Tilbury",
        "# Harrow Lane Dairy (Head Cheesemaker)",
        "Harrow Lane Dairy: Head Cheesemaker",
        "# Head Cheesemaker\n**Harrow Lane Dairy** · Tilbury · applied 3 March 2026",
        "I'm applying to Harrow Lane Dairy for the head cheesemaker job.",
        "Position: Head Cheesemaker at Harrow Lane Dairy",
        "Company: Harrow Lane Dairy\n\nHead Cheesemaker",
        "Sat 7 Nov\nFound it. Head Cheesemaker at Harrow Lane Dairy, near Tilbury. Ann sent it.",
        "so i dont forget. the job is head cheesemaker at Harrow Lane Dairy",
        "Target: Head Cheesemaker, Harrow Lane Dairy, Tilbury",
        "rang them\n(Harrow Lane Dairy)\njob = Head Cheesemaker, lead maker they call it",
    ],
)
def test_company_and_position_are_told_by_what_the_posting_says(head: str, tmp_path: Path) -> None:
    """However the two names are typed, and without the place beside them."""
    job = _read(head, tmp_path)
    assert job.company is not None
    assert job.position is not None
    assert (job.company.text, job.position.text) == ("Harrow Lane Dairy", "Head Cheesemaker")


@pytest.mark.parametrize(
    "head",
    [
        "Tilbury",  # a place that the posting names
        "Cheesemaker – Head Cheesemaker",
        "I want this one.",
    ],
)
def test_what_names_no_company_gives_none(head: str, tmp_path: Path) -> None:
    """A company is never guessed."""
    assert _read(head, tmp_path).company is None


def test_a_town_beside_the_company_is_no_position(tmp_path: Path) -> None:
    """However its name sounds, and a position that a field gives is not given again."""
    for head in (
        "Position: Ripener\nWhere: Harrow Lane Dairy, Controller",
        "Harrow Lane Dairy, Worcester\nRipener",
    ):
        job = _read(head, tmp_path)
        assert job.position is not None
        assert job.position.text == "Ripener"
