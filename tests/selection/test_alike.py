"""Groups out of pairs that are alike."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from lapel.selection.alike import group_alike


def test_copies_of_one_bullet_are_one_group() -> None:
    """Every one is alike every other, at the least similarity among them."""
    pairs = [("a", "b", 0.9), ("a", "c", 0.8), ("b", "c", 1.0)]
    assert group_alike(pairs) == ((("a", "b", "c"), 0.8),)


def test_two_that_share_a_likeness_are_not_alike() -> None:
    """A middle bullet makes two groups of two."""
    assert group_alike([("a", "b", 0.9), ("b", "c", 0.8)]) == ((("a", "b"), 0.9), (("b", "c"), 0.8))


@given(st.sets(st.sampled_from(list(combinations("abcdef", 2)))))
def test_every_pair_is_in_exactly_one_group(pairs: set[tuple[str, str]]) -> None:
    """No pair is lost, none counts twice, and none is made up."""
    groups = group_alike((first, second, 0.5) for first, second in sorted(pairs))
    held = [pair for members, _ in groups for pair in combinations(sorted(members), 2)]
    assert sorted(held) == sorted(pairs)
