"""Closing the gaps: the scale at which chosen blocks fill the pages asked for."""

from collections.abc import Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Heights, PageGeometry, Pages
from lapel.fitting.pagination import paginate

FLOOR, DEFAULT, CEILING = -1.0, 0.0, 1.0
STEPS = 20


def close_gaps(
    blocks: Sequence[Block], heights: Heights, geometry: PageGeometry, pages: int
) -> Pages:
    """Paginate at the largest gap scale that still needs no more than ``pages`` pages.

    Gaps and the top and bottom margins move together between the theme's floors and ceilings.
    Where even the floors need more pages, the pages at the floors are given back, so that the
    caller can say by how much they are over.
    """
    if _at(blocks, heights, geometry, CEILING).count <= pages:
        return _at(blocks, heights, geometry, CEILING)
    fits, over = FLOOR, CEILING
    for _ in range(STEPS):
        middle = (fits + over) / 2
        if _at(blocks, heights, geometry, middle).count <= pages:
            fits = middle
        else:
            over = middle
    return _at(blocks, heights, geometry, fits)


def overflow_pt(pages: Pages, wanted: int) -> float:
    """How many points of text stand beyond the ``wanted`` pages."""
    return sum(pages.used_pt[wanted:])


def _at(blocks: Sequence[Block], heights: Heights, geometry: PageGeometry, scale: float) -> Pages:
    return paginate(blocks, heights, geometry.content_height_pt(scale), scale)
