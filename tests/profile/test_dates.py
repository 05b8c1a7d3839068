"""Dates: what is before what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.locale.words import known_languages
from lapel.profile.dates import is_before, parse_date
from tests.given import locale_words


@pytest.mark.parametrize(
    ("end", "start", "before"),
    [
        ("2020", "2021", True),
        ("2021", "2021-03", False),
        ("2021-02", "2021-03", True),
        ("2021-03-01", "2021-03", False),
        ("2021-03-01", "2021-03-02", True),
        ("Spring 2001", "2021", False),
        ("present", "2021", False),
    ],
)
def test_an_end_is_before_a_start_only_when_both_say_so(end: str, start: str, before: bool) -> None:
    """What is not said is not held against a date."""
    assert is_before(parse_date(end), parse_date(start)) is before


@given(st.text(max_size=20))
def test_any_text_is_a_date_as_written(text: str) -> None:
    """No text raises, and none loses its words."""
    assert parse_date(text).written == " ".join(text.split())


@given(st.dates())
def test_every_day_is_read(day: object) -> None:
    """A date in ISO form has its year, month and day."""
    date = parse_date(str(day))
    assert f"{date.year:04}-{date.month:02}-{date.day:02}" == str(day)


@pytest.mark.parametrize(
    ("written", "year", "month"),
    [
        ("März 2020", 2020, 3),
        ("Sept. 2019", 2019, 9),
        ("janv. 2021", 2021, 1),
        ("août 2018", 2018, 8),
        ("marzo de 2020", 2020, 3),
        ("października 2017", 2017, 10),
        ("mrt 2016", 2016, 3),
        ("مارس 2020", 2020, 3),
        ("03.2020", 2020, 3),
        ("2020年3月", 2020, 3),
        ("2020년 3월", 2020, 3),
        ("2020年", 2020, None),
    ],
)
def test_months_of_other_languages_are_months(written: str, year: int, month: int | None) -> None:
    """They order an entry as any other date does."""
    date = parse_date(written)
    assert (date.year, date.month) == (year, month)


def test_every_language_has_a_present() -> None:
    """What a page prints for an ongoing role may be written in the profile too."""
    for tag in known_languages():
        words = locale_words(tag)
        assert parse_date(words.present).present


def test_a_season_is_no_month() -> None:
    """It is printed as it stands, and no language's words are read for it."""
    assert parse_date("Spring 2019").year is None
    assert parse_date("Herbst 2019").year is None
