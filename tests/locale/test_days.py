"""Dates as people write them."""

from datetime import date

import pytest

from lapel.locale.days import read_day


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2026-03-03",
            "2026/3/3",
            "2026.03.03",
            "March 3, 2026",
            "Mar. 3rd, 2026",
            "Marhc 3, 2026",
        ),
        *(
            "3 March 2026",
            "3. March 2026",
            "3rd of March, 2026",
            "Tuesday, March 3, 2026",
        ),
        *("2026-03-03T09:00:00Z", " 3  Mar 2026. "),
        *("3. März 2026", "3 mars 2026", "3 de marzo de 2026", "3 marca 2026 r.", "03.03.2026"),
        *("03/03/2026", "2026年3月3日", "2026년 3월 3일", "3 مارس 2026"),
    ],
)
def test_a_day_is_read(text: str) -> None:
    """ISO dates, and days with the months of any of the languages, name a day."""
    assert read_day(text) == date(2026, 3, 3)


@pytest.mark.parametrize("text", ["11/20/2026", "20/11/2026"])
def test_figures_with_strokes_are_read_where_they_name_one_day(text: str) -> None:
    """Whichever comes first, the day or the month."""
    assert read_day(text) == date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "31/13/2026",
        "03/04/2026",
        "March 2026",
        "soon",
        "2026-13-01",
        "March 32, 2026",
        "Moy 3, 2026",
        "",
    ],
)
def test_what_names_no_single_day_is_none(text: str) -> None:
    """A date that could be two days, or none, is not guessed."""
    assert read_day(text) is None
