"""Placing every leaf by arithmetic alone: the same rules the stylesheet gives the engine."""

from collections.abc import Iterator, Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Heights, Pages, Placed

TOLERANCE_PT = 1e-6


def paginate(
    blocks: Sequence[Block], heights: Heights, content_height_pt: float, scale: float
) -> Pages:
    """Place ``blocks`` on pages of ``content_height_pt`` with the gaps of ``scale`` in [-1, 1].

    Leaves glued by ``keeps_next`` turn the page together, the gap above a page's first leaf is
    dropped, and a page turns when a bottom passes the height. A chain taller than a page starts
    on a new one and is torn where it must be.
    """
    placed: list[Placed] = []
    used: list[float] = [0.0] if blocks else []
    at_top = True
    above_pt = _find_gaps_pt(blocks, heights, scale)
    for chain in _split_chains(blocks):
        gaps = [above_pt[block.id] for block in chain]
        tops = [heights.height_pt[block.id] for block in chain]
        if not at_top and used[-1] + sum(gaps) + sum(tops) > content_height_pt + TOLERANCE_PT:
            used.append(0.0)
            at_top = True
        for block, gap, height in zip(chain, gaps, tops, strict=True):
            above = 0.0 if at_top else gap
            if not at_top and used[-1] + above + height > content_height_pt + TOLERANCE_PT:
                used.append(0.0)
                above = 0.0
            placed.append(Placed(block.id, len(used), used[-1] + above, height))
            used[-1] += above + height
            at_top = False
    return Pages(tuple(placed), tuple(used), content_height_pt, scale)


def _find_gaps_pt(blocks: Sequence[Block], heights: Heights, scale: float) -> dict[str, float]:
    """Return the gap above each leaf, by id."""
    previous = [None, *(block.kind for block in blocks)]
    return {
        block.id: heights.gaps.above(block.kind, under).at(scale)
        for block, under in zip(blocks, previous, strict=False)
    }


def _split_chains(blocks: Sequence[Block]) -> Iterator[tuple[Block, ...]]:
    """Yield runs of leaves in which each but the last keeps the next one."""
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keeps_next:
            yield tuple(chain)
            chain = []
    if chain:
        yield tuple(chain)
