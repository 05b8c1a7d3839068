"""The nearest valid spelling of what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.text.spelling import edit_distance, find_nearest, slipped_from

KEYS = ("startDate", "endDate", "position", "highlights", "summary", "url", "id")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("positon", "position"),
        ("psoition", "position"),
        ("start_date", "startDate"),
        ("START-DATE", "startDate"),
        ("highlight", "highlights"),
        ("summry", "summary"),
        ("ulr", "url"),
        ("colour", None),
        ("ix", None),
        ("", None),
    ],
)
def test_slips_of_the_keys_find_the_word_that_was_meant(typed: str, meant: str | None) -> None:
    """A missing, doubled, swapped or separated letter is forgiven, another word is not."""
    assert find_nearest(typed, KEYS) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("psotion", None), ("positon", "position"), ("pozition", "position"), ("ulr", None)],
)
def test_what_is_but_a_slip_is_taken_for_the_word(typed: str, meant: str | None) -> None:
    """One letter, and in a short word none that is another: `size` is no slip for `side`."""
    assert slipped_from(typed, KEYS) == meant
    assert slipped_from("size", ["side"]) is None


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("ab", "ba", 1), ("xab", "xba", 1), ("abc", "ac", 1), ("a", "", 1)],
)
def test_a_slip_is_one_step(one: str, other: str, distance: int) -> None:
    """Two letters that changed places count once, at the beginning too."""
    assert edit_distance(one, other, limit=9) == distance


def test_the_first_of_equally_near_words_wins() -> None:
    """The answer depends on the order of the choices alone."""
    assert find_nearest("cat", ["car", "cap"]) == "car"
    assert find_nearest("cat", ["cap", "car"]) == "cap"


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_distance_is_the_same_both_ways(one: str, other: str) -> None:
    """Distance is symmetric, zero only between equals, and at most the longer word."""
    distance = edit_distance(one, other, limit=99)
    assert distance == edit_distance(other, one, limit=99)
    assert (distance == 0) == (one == other)
    assert abs(len(one) - len(other)) <= distance <= max(len(one), len(other))
    assert edit_distance(one, other, limit=2) == min(distance, 2)
