"""Numbers are read as people write them, and compared by what they say."""

import pytest

from lapel.checks.letters.numbers import Number, numbers_in


def shown(number: Number) -> str:
    """A number in a few characters: its value, its unit, and its measure."""
    unit = {"percent": "%", "money": "$", "clock": " past twelve"}.get(number.unit, "")
    measure = f" {number.measure}" if number.measure else ""
    return f"{number.value:g}{unit}{measure}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seven people and 7 dogs", "7, 7"),
        ("twenty-one tests in eighteen months", "21, 18 month"),
        ("a hundred, two dozen, forty", "100, 24, 40"),
        ("four percent, 4%, 2.1 percent", "4%, 4%, 2.1%"),
        ("from 83 to 95 percent", "83%, 95%"),
        ("$1.2M, 1.2 million, $410,000 and $84 million", "1.2e+06$, 1.2e+06, 410000$, 8.4e+07$"),
        ("one of us, the first, one more", ""),
        ("S/4HANA, B2B and 5G", ""),
        ("1,100 accounts, 8+ years, 99th percentile", "1100, 8 year, 99"),
        ("at 06:50, half past one and 1:30", "410 past twelve, 90 past twelve, 90 past twelve"),
        ("since 2018-03", "2018"),
        ("an 18-bed unit", "18"),
    ],
)
def test_numbers_of_a_text(text: str, expected: str) -> None:
    """Words, digits, scales, percents, money and clocks; names and "one" are none."""
    assert ", ".join(map(shown, numbers_in(text))) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("seven", "7", True),
        ("$1.2M", "1.2 million", True),
        ("4%", "four percent", True),
        ("5%", "$5", False),
        ("7", "8", False),
        ("seventeen years", "seventeen months", False),
        ("1:30", "half past one", True),
        ("90", "1:30", False),
    ],
)
def test_the_same_amount(one: str, other: str, same: bool) -> None:
    """Units and measures count where both say one."""
    (left,), (right,) = numbers_in(one), numbers_in(other)
    assert left.same_as(right) == same
    assert right.same_as(left) == same
