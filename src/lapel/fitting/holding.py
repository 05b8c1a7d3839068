"""Keeping lists together at page ends, counted in lines and not in leaves.

At the foot of a page a list has at least two lines under its title, and at the head of the next at
least two. So a list of two lines is not split, and one bullet of two lines may begin a role.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.fitting.model import Heights
from lapel.theme.model import BlockKind, Theme

LEAST_LINES = 2
BULLETS = frozenset({BlockKind.BULLET})
LINES = frozenset({BlockKind.BRIEF, BlockKind.NEXT_BRIEF, BlockKind.LINE, BlockKind.SKILLS})


def hold_lists(document: Document, heights: Heights, theme: Theme, step: str) -> Document:
    """Return the document with ``keeps_next`` set in its lists: bullets, and entries of one
    line.
    """
    leadings = {kind: theme.step(step).leading_pt(style) for kind, style in theme.styles.items()}

    def lines(leaf: Block) -> int:
        return round(heights.height_pt[leaf.id] / leadings[leaf.kind])

    def held(blocks: Sequence[Block]) -> Iterator[Block]:
        for list_of, members in groupby(blocks, key=_find_kinds_of_list):
            leaves = tuple(members)
            yield from _hold_leaves(leaves, [lines(leaf) for leaf in leaves]) if list_of else leaves

    sections = (replace(s, blocks=tuple(held(s.blocks))) for s in document.sections)
    return replace(document, sections=tuple(sections))


def _find_kinds_of_list(leaf: Block) -> frozenset[BlockKind] | None:
    """Return the kinds of leaves that make one list with this one; None where it is in no list."""
    return next((kinds for kinds in (BULLETS, LINES) if leaf.kind in kinds), None)


def _hold_leaves(leaves: Sequence[Block], lines: Sequence[int]) -> Iterator[Block]:
    """Yield a list's leaves, each holding the next while too few lines come before or after it."""
    for number, leaf in enumerate(leaves, 1):
        before, after = sum(lines[:number]), sum(lines[number:])
        yield replace(leaf, keeps_next=after > 0 and min(before, after) < LEAST_LINES)
