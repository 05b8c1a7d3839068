"""A telegram that makes no sentence is told with the bullets that its parts name."""

from pathlib import Path

import pytest

from tests.letter.answering.one_letter import letter_of

PROFILE = """basics: {name: Nora Ashby}
work:
  - name: Port of Harwich
    position: Engineering Superintendent
    startDate: 2018
    highlights:
      - Brought scrap cost down from 36% to 29.5% by weighing the skips for a month
      - Changed the rota to four long nights, and have lost one fitter in two years
      - Brought the time for sign-offs down from three days to one
      - Interviewed 11 skippers about the gauges they did not trust, and replaced the three worst
      - Audited six suppliers' yards a year
"""
VISIT = "I toured your yard twice, in 2021 and last spring, to see the new slipway."


def test_its_parts_are_told_by_their_numbers_and_words(tmp_path: Path) -> None:
    """What no bullet tells stays a to-do."""
    note = "scrap cost, 36 to 29.5, and how (skips!), plus the new rota, and my golf"
    said, todos = letter_of(tmp_path, PROFILE, f"Body: {note}")
    assert len(said) == 2
    assert "from 36% to 29.5%" in said[0]
    assert "four long nights" in said[1]
    assert "my golf" in todos


def test_a_thing_with_a_hyphen_is_no_deed(tmp_path: Path) -> None:
    """It names the bullet with its number."""
    said, _ = letter_of(tmp_path, PROFILE, "Body: sign-offs, three days to one")
    assert said[0].endswith("I brought the time for sign-offs down from three days to one.")


def test_a_deed_in_other_words_is_told(tmp_path: Path) -> None:
    """The bullet must be the only one that answers it plainly."""
    said, todos = letter_of(tmp_path, PROFILE, "Body: Explain how I talked to the skippers")
    assert "interviewed 11 skippers" in said[0]
    assert not any("talked" in todo for todo in todos)


@pytest.mark.parametrize(
    ("answers", "told"), [(VISIT, VISIT), ("", "I visited the yard at the river.")]
)
def test_a_visit_is_told_by_the_connection(answers: str, told: str, tmp_path: Path) -> None:
    """Where that does not speak of it, the point says that it was."""
    note = "Company-specific: Mention my visits to the yard at the river"
    said, _ = letter_of(tmp_path, PROFILE, note, answers=answers)
    assert told in said


def test_a_thing_that_only_grew_or_fell_is_told_by_its_figures(tmp_path: Path) -> None:
    """How it is to be said asks for nothing."""
    note = "Body: scrap cost nearly halved, the suppliers I audit. don't brag"
    said, todos = letter_of(tmp_path, PROFILE, note)
    assert "from 36% to 29.5%" in said[0]
    assert "six suppliers' yards" in " ".join(said)
    assert not any("scrap" in todo for todo in todos)
