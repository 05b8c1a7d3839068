"""Gaps that open and close so that the text fills its pages."""

import pytest

from lapel.fitting.spacing import close_gaps, overflow_pt
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
