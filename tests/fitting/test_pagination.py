"""Where leaves come to stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.fitting.pagination import paginate
from tests.fitting.builders import block, heights


def test_gap_above_the_first_leaf_of_a_page_is_dropped() -> None:
    """The first leaf of each page stands at its top."""
    blocks = [block("a"), block("b"), block("c")]
    pages = paginate(blocks, heights(blocks, 40, 40, 40), 100, 0.0)
    assert [(p.id, p.page, p.top_pt) for p in pages.placed] == [
        ("a", 1, 0.0),
        ("b", 1, 42.0),
        ("c", 2, 0.0),
    ]
    assert pages.used_pt == (82.0, 40.0)
    assert pages.fill_ratio == pytest.approx(0.4)


def test_leaf_that_ends_exactly_at_the_foot_stays() -> None:
    """A page turns when a bottom passes the height, not when it reaches it."""
    blocks = [block("a"), block("b")]
    assert paginate(blocks, heights(blocks, 49, 49), 100, 0.0).count == 1
    assert paginate(blocks, heights(blocks, 49, 49.01), 100, 0.0).count == 2


def test_glued_leaves_turn_the_page_together() -> None:
    """A heading does not stay behind alone at the foot of a page."""
    blocks = [block("a"), block("heading", keeps_next=True), block("first"), block("second")]
    pages = paginate(blocks, heights(blocks, 70, 10, 30, 10), 100, 0.0)
    assert [placed.page for placed in pages.placed] == [1, 2, 2, 2]


def test_chain_taller_than_a_page_is_torn_where_it_must_be() -> None:
    """Even an impossible chain is placed, every leaf once."""
    blocks = [block("a", keeps_next=True), block("b", keeps_next=True), block("c")]
    pages = paginate(blocks, heights(blocks, 60, 60, 60), 100, 0.0)
    assert [placed.page for placed in pages.placed] == [1, 2, 3]


def test_leaf_taller_than_a_page_has_one_of_its_own() -> None:
    """It begins at a top, and no page before it is left empty."""
    blocks = [block("a"), block("b"), block("c")]
    pages = paginate(blocks, heights(blocks, 120, 130, 40), 100, 0.0)
    assert [(placed.page, placed.top_pt) for placed in pages.placed] == [(1, 0), (2, 0), (3, 0)]


def test_nothing_needs_no_page() -> None:
    """An empty document has no pages and no fill."""
    pages = paginate([], heights([]), 100, 0.0)
    assert (pages.count, pages.fill_ratio) == (0, 0.0)


@given(st.lists(st.tuples(st.floats(5, 90), st.booleans()), min_size=1, max_size=30))
def test_every_leaf_stands_once_in_order_and_inside_its_page(
    leaves: list[tuple[float, bool]],
) -> None:
    """Leaves keep their order, do not overlap, and no page passes its height."""
    blocks = [block(str(i), keeps_next=glued) for i, (_, glued) in enumerate(leaves)]
    pages = paginate(blocks, heights(blocks, *(h for h, _ in leaves)), 100, 0.0)
    assert [p.id for p in pages.placed] == [b.id for b in blocks]
    for before, after in zip(pages.placed, pages.placed[1:], strict=False):
        if after.page == before.page:
            assert after.top_pt == pytest.approx(before.top_pt + before.height_pt + 2.0)
        else:
            assert (after.page, after.top_pt) == (before.page + 1, 0.0)
    assert all(used <= 100 + 1e-6 for used in pages.used_pt)
