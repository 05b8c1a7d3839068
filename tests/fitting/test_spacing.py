"""Gaps that open and close so that the text fills its pages."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from lapel.fitting.spacing import close_gaps, overflow_pt
from lapel.theme.model import BlockKind
from tests.fitting.builders import GEOMETRY, block, heights


def test_loose_page_takes_the_ceilings() -> None:
    """Gaps never pass their ceilings, however little there is to say."""
    blocks = [block("a"), block("b")]
    pages = close_gaps(blocks, heights(blocks, 10, 10), GEOMETRY, 1)
    assert pages.scale == 1.0
    assert pages.placed[1].top_pt == 14.0


def test_page_is_filled_by_opening_the_gaps() -> None:
    """Between floor and ceiling the gaps take the scale that just fills the page."""
    blocks = [block(str(i)) for i in range(10)]
    pages = close_gaps(blocks, heights(blocks, *[8.0] * 10), GEOMETRY, 1)
    assert pages.count == 1
    assert 0 < pages.scale < 1
    assert pages.fill_ratio == pytest.approx(1.0, abs=1e-3)


def test_tight_page_closes_the_gaps_below_the_default() -> None:
    """Text that is too long at the default spacing fits at a tighter one."""
    blocks = [block(str(i)) for i in range(11)]
    pages = close_gaps(blocks, heights(blocks, *[8.0] * 11), GEOMETRY, 1)
    assert pages.count == 1
    assert -1 < pages.scale < 0


def test_text_too_long_even_at_the_floors_says_by_how_much() -> None:
    """What does not fit is given back at the floors, with the points over."""
    blocks = [block(str(i)) for i in range(12)]
    pages = close_gaps(blocks, heights(blocks, *[10.0] * 12), GEOMETRY, 1)
    assert (pages.count, pages.scale) == (2, -1.0)
    assert overflow_pt(pages, 1) == pytest.approx(21.0)


LONG = replace(GEOMETRY, height_pt=340)
"""A page of about 25 lines, of which one is no tenth."""


def closed(kinds: Sequence[BlockKind], *height_pt: float) -> tuple[float, float, float, str]:
    """Two pages of leaves of these kinds and heights: the scale, the white at the foot of page one
    and how full page two is, as shares of a page, and the kind that begins it.
    """
    blocks = [
        block(str(number), kind, keeps_next=kind is BlockKind.ROLE)
        for number, kind in enumerate(kinds)
    ]
    pages = close_gaps(blocks, heights(blocks, *height_pt), LONG, 2)
    assert pages.count == 2
    white = 1 - pages.used_pt[0] / pages.content_height_pt
    first = next(leaf.id for leaf in pages.placed if leaf.page == 2)
    return pages.scale, white, pages.fill_ratio, kinds[int(first)].value


def test_a_page_is_closed_where_it_ends_fuller() -> None:
    """Two pages hold these leaves at a scale of 0.73, at which a tall one leaves 3.5 % of page one
    white; a tenth tighter it stands there.
    """
    scale, white, fill, _ = closed([BlockKind.LINE] * 41, *[10.0] * 16, 40.0, *[10.0] * 24)
    assert 0.5 < scale < 0.7
    assert white < 0.01
    assert fill > 0.9


def test_a_page_ends_between_two_entries_where_that_costs_little() -> None:
    """At 0.73 a list would go on over the end of page one with its last leaf; not at a tighter."""
    bullets = BlockKind.BULLET
    kinds = [*[bullets] * 23, BlockKind.ROLE, *[bullets] * 20]
    scale, white, fill, first = closed(kinds, *[10.0] * len(kinds))
    assert (0.3 < scale < 0.7, white < 0.01, fill > 0.9, first) == (True, True, True, "role")


def test_the_last_page_is_not_emptied_for_that() -> None:
    """The same with lines a fifth taller: without its first leaf page two would be 89 % full."""
    kinds = [*[BlockKind.BULLET] * 19, BlockKind.ROLE, *[BlockKind.BULLET] * 16]
    scale, _, fill, first = closed(kinds, *[12.0] * len(kinds))
    assert (scale, first) == (1.0, "bullet")
    assert fill > 0.9
