"""Height to spare for programs that set a line a little higher than the plan."""

from collections.abc import Mapping, Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Heights, PageGeometry, Pages
from lapel.fitting.pagination import paginate
from lapel.theme.model import BlockKind, Range

SHARES = (1.0, 0.75, 0.5, 0.25, 0.1, 0.07, 0.05, 0.03, 0.01)


def harmless_slack_pt(
    blocks: Sequence[Block],
    gaps: Mapping[BlockKind, Range],
    geometry: PageGeometry,
    pages: Pages,
    most_pt: float,
) -> float:
    """The most of ``most_pt`` by which pages may be higher and no leaf moves to another page."""
    heights = Heights({leaf.id: leaf.height_pt for leaf in pages.placed}, gaps)
    planned = [leaf.page for leaf in pages.placed]
    for share in SHARES:
        height_pt = geometry.content_height_pt(pages.scale) + share * most_pt
        found = paginate(blocks, heights, height_pt, pages.scale)
        if [leaf.page for leaf in found.placed] == planned:
            return share * most_pt
    return 0.0
