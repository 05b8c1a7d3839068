"""Height to spare for programs that set a line a little higher than the plan."""

from collections.abc import Sequence
from itertools import product

from lapel.document.tree import Block
from lapel.fitting.model import Heights, PageGeometry, Pages
from lapel.fitting.pagination import paginate
from lapel.theme.model import Gaps

CLOSER_PT = 1.0
"""How much lower than the plan a program may set a whole page, in points."""
SHARES = (1.0, 0.75, 0.5, 0.25, 0.1, 0.07, 0.05, 0.03, 0.01, 0.0)


def harmless_slack_pt(
    blocks: Sequence[Block], gaps: Gaps, geometry: PageGeometry, pages: Pages, most_pt: float
) -> float:
    """Return the most of ``most_pt`` by which pages may be higher with no leaf moving to another
    page.

    Where that is so, a leaf that would move is ``CLOSER_PT`` away from it.
    """
    heights = Heights({leaf.id: leaf.height_pt for leaf in pages.placed}, gaps)
    planned = [leaf.page for leaf in pages.placed]
    for closer_pt, share in product((CLOSER_PT, 0.0), SHARES):
        slack_pt = share * most_pt
        height_pt = geometry.content_height_pt(pages.scale) + slack_pt + closer_pt
        found = paginate(blocks, heights, height_pt, pages.scale)
        if [leaf.page for leaf in found.placed] == planned:
            return slack_pt
    return 0.0
