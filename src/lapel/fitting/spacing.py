"""Closing the gaps: the scale at which chosen blocks fill the pages asked for."""

from collections.abc import Mapping, Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Heights, PageGeometry, Pages
from lapel.fitting.pagination import paginate
from lapel.theme.model import BlockKind

FLOOR, DEFAULT, CEILING = -1.0, 0.0, 1.0
STEPS = 20
TRIED = 0.05
"""The step between the gap scales that are compared."""
WELL_FILLED, LEAST_FILLED, MOST_GIVEN = 0.9, 0.65, 0.1
"""The fill ratios that the last page must keep at a tighter gap scale.

A page that has the first keeps it; an emptier one keeps the second, and loses at most the third.
"""
TORN, EMPTIER, TIGHTER = 0.03, 0.25, 0.03
"""The weights of a torn list, an empty last page and half the range of gap scales, relative to a
whole white page.
"""


def close_gaps(
    blocks: Sequence[Block], heights: Heights, geometry: PageGeometry, pages: int
) -> Pages:
    """Paginate at the gap scale at which ``blocks`` fill up to ``pages`` pages best.

    Gaps and the top and bottom margins move together between the theme's floors and ceilings. One
    page gets the largest scale that fits; several pages get a slightly tighter one where the pages
    before the last then end fuller, or end between two entries. Where even the floors need more
    pages, the pages at the floors are returned, so that the caller can say by how much they are
    over.
    """
    widest = _paginate_widest(blocks, heights, geometry, pages)
    if widest.count != pages or pages == 1:
        return widest
    kinds = {block.id: block.kind for block in blocks}
    tighter = (
        _paginate_at(blocks, heights, geometry, widest.scale - TRIED * number)
        for number in range(1, 1 + int((widest.scale - FLOOR) / TRIED))
    )
    given = max(LEAST_FILLED, widest.fill_ratio - MOST_GIVEN)
    least = WELL_FILLED if widest.fill_ratio >= WELL_FILLED else given
    able = [p for p in tighter if p.count == pages and p.fill_ratio >= least]
    return min((widest, *able), key=lambda pages: _measure_harm(pages, kinds, widest.scale))


def _measure_harm(pages: Pages, kinds: Mapping[str, BlockKind], widest: float) -> float:
    """Return the harm of a layout, as a share of a page left white: white at the foot of any page
    but the last, a list that goes on over the end, the last page's own white, tight gaps.
    """
    first = {leaf.page: kinds[leaf.id] for leaf in reversed(pages.placed)}
    torn = sum(kind is BlockKind.BULLET for kind in first.values())
    white = sum(1 - used / pages.content_height_pt for used in pages.used_pt[:-1])
    ends = white + TORN * torn + EMPTIER * (1 - pages.fill_ratio)
    ends += max(0.0, WELL_FILLED - pages.fill_ratio)
    return ends + TIGHTER * (widest - pages.scale)


def _paginate_widest(
    blocks: Sequence[Block], heights: Heights, geometry: PageGeometry, pages: int
) -> Pages:
    """Paginate at the largest gap scale that needs no more than ``pages``, else at the floors."""
    if _paginate_at(blocks, heights, geometry, CEILING).count <= pages:
        return _paginate_at(blocks, heights, geometry, CEILING)
    fits, over = FLOOR, CEILING
    for _ in range(STEPS):
        middle = (fits + over) / 2
        if _paginate_at(blocks, heights, geometry, middle).count <= pages:
            fits = middle
        else:
            over = middle
    return _paginate_at(blocks, heights, geometry, fits)


def overflow_pt(pages: Pages, wanted: int) -> float:
    """Return the height of text beyond the ``wanted`` pages, in points."""
    return sum(pages.used_pt[wanted:])


def _paginate_at(
    blocks: Sequence[Block], heights: Heights, geometry: PageGeometry, scale: float
) -> Pages:
    return paginate(blocks, heights, geometry.content_height_pt(scale), scale)
