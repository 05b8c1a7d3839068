"""Numbers that are named by their size only."""

import pytest

from lapel.letter.deeds.bounds import amounts_in, bounds_in


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("140+ installs", "146 installs"),
        ("more than 2,000 calls", "2,350 calls"),
        ("scrap under 1%", "scrap at 0.8%"),
        ("nearly 90 members", "88 members"),
        ("about $50k a year", "$52,000 a year"),
        ("30 or fewer complaints", "24 complaints"),
        ("nearly half of them", "47% of them"),
    ],
)
def test_a_number_of_that_size(said: str, told: str) -> None:
    """It is held by a number of the same unit on the right side, and not far off."""
    assert any(bound.holds(amount) for bound in bounds_in(said) for amount in amounts_in(told))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("140+ installs", "130 installs"),
        ("140+ installs", "900 installs"),
        ("scrap under 1%", "scrap at 1.4%"),
        ("scrap under 1%", "one machine"),
        ("over $40k", "46,000 parts"),
        ("nearly 90 members", "95 members"),
    ],
)
def test_a_number_of_another_size(said: str, told: str) -> None:
    """Beyond the bound, far off, or in another unit it is another number."""
    assert not any(bound.holds(amount) for bound in bounds_in(said) for amount in amounts_in(told))


def test_exact_numbers_are_no_sizes() -> None:
    """They are looked for as they are."""
    assert [*bounds_in("146 installs in 4 years, down from 30")] == []
