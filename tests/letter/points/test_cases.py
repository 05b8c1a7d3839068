"""The literate cases of letter points: what a person noted, and what lapel makes of it."""

from pathlib import Path

import pytest

from tests.letter.points.dump import dump
from tests.literate import Case, cases_under, expected

PAGES = Path(__file__).parent / "cases"


@pytest.mark.parametrize("case", cases_under(PAGES), ids=lambda case: case.name)
def test_points_become_what_their_page_says(case: Case, update: bool) -> None:
    """Every point of a case becomes the sentences and searches that its page shows."""
    answer = dump(case.text)
    assert answer == expected(case, answer, update=update)
