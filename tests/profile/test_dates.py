"""Dates: what is before what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.profile.dates import is_before, parse_date


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
