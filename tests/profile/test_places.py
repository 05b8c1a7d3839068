"""In which country somebody lives."""

import pytest

from lapel.profile.places import country_code, home_country


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("Mill Lane 2, Cork T12 X4Y5, Ireland", "IE"),
        ("Glasgow | U.K.", "GB"),
        ("Berlin - Deutschland", "DE"),
        ("USA", "US"),
        ("Wales, ME", ""),
        ("Athens, Georgia", ""),
        ("Panama City", ""),
    ],
)
def test_a_country_is_named_at_the_end(told: str, code: str) -> None:
    """A place that is called like a country, and one that may be either, name none."""
    assert country_code(told) == code


@pytest.mark.parametrize(
    ("written", "phone", "code"),
    [
        ("gb", "", "GB"),
        ("US", "+44 113 555 0100", "US"),
        ("", "+44 (0)113 555 0100", "GB"),
        ("", "(00353) 21 555 0142", "IE"),
        ("", "+1 912 555 0100", ""),
        ("", "0113 555 0100", ""),
    ],
)
def test_the_telephone_says_the_country_where_nothing_else_does(
    written: str, phone: str, code: str
) -> None:
    """Its prefix is that of several countries where it is America's."""
    assert home_country(written, phone) == code
