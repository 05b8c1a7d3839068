"""What options cost: the heights of their blocks, known or bounded, with the gaps above."""

from collections.abc import Iterable

from lapel.document.draft import Draft, SectionDraft
from lapel.document.tree import Block
from lapel.fitting.model import Heights, Ruler
from lapel.theme.model import BlockKind


class HeightTable:
    """The heights of all leaves of a draft at one step: measured ones, and bounds for the rest."""

    def __init__(self, draft: Draft, ruler: Ruler) -> None:
        self._blocks = {block.id: block for block in draft.blocks()}
        self._ruler = ruler
        known = ruler.known_pt(tuple(self._blocks.values()))
        unknown = [block for id, block in self._blocks.items() if id not in known]
        self.measured = set(known)
        self.height_pt = {**ruler.least_pt(unknown), **known}
        self.measure(block.id for block in draft.header)

    def unmeasured(self, ids: Iterable[str]) -> set[str]:
        """Return the blocks among these whose heights are only bounds."""
        return set(ids) - self.measured

    def measure(self, ids: Iterable[str]) -> bool:
        """Measure these blocks in one layout; return whether any is higher than its bound."""
        blocks = [self._blocks[id] for id in sorted(self.unmeasured(ids))]
        if not blocks:
            return False
        found = self._ruler.measured_pt(blocks)
        higher = any(found[id] != self.height_pt[id] for id in found)
        self.height_pt |= found
        self.measured |= found.keys()
        return higher


def option_blocks(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Return the ids of the blocks that each option puts on the page, by the option's id."""
    blocks: dict[str, tuple[str, ...]] = {}
    for section in draft.sections:
        blocks[section.id] = (section.heading.id,)
        blocks |= {group.id: (group.line.id,) for group in section.groups if group.line}
    for slot in draft.slots():
        blocks |= {variant.id: tuple(b.id for b in variant.blocks) for variant in slot.variants}
    return blocks


def option_costs(draft: Draft, heights: Heights, scale: float) -> dict[str, float]:
    """Return the height with gaps, in points, of each variant, employer's line and heading, by
    id.
    """
    costs = {}
    for section in draft.sections:
        costs[section.id] = cost_pt(section.heading, heights, scale) + _excess_below_pt(
            section, heights, scale
        )
        for group in section.groups:
            if group.line is not None:
                costs[group.id] = cost_pt(group.line, heights, scale)
    for slot in draft.slots():
        for variant in slot.variants:
            costs[variant.id] = sum(cost_pt(block, heights, scale) for block in variant.blocks)
    return costs


def cost_pt(block: Block, heights: Heights, scale: float) -> float:
    """Return the height of a block with its own gap."""
    return heights.height_pt[block.id] + heights.gaps.own[block.kind].at(scale)


def under_header_pt(draft: Draft, heights: Heights, scale: float) -> float:
    """Return by how much the gap under the header exceeds that above a heading, in points."""
    gaps = heights.gaps
    below = gaps.above(BlockKind.HEADING, draft.header[-1].kind)
    return below.at(scale) - gaps.own[BlockKind.HEADING].at(scale)


def _excess_below_pt(section: SectionDraft, heights: Heights, scale: float) -> float:
    """Return by how much the gap under a heading exceeds the usual gap of the block that follows
    it.
    """
    group = section.groups[0]
    first = group.line or group.slots[0].variants[0].blocks[0]
    gaps = heights.gaps
    below = gaps.above(first.kind, section.heading.kind)
    return below.at(scale) - gaps.own[first.kind].at(scale)
