"""Blocks and heights made by hand."""

from collections.abc import Sequence

from lapel.document.tree import Block
from lapel.fitting.model import Heights, PageGeometry
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Gaps
from lapel.theme.styles import Range

GAPS = Gaps({kind: Range(1.0, 2.0, 4.0) for kind in BlockKind}, {})
GEOMETRY = PageGeometry(
    width_pt=612,
    height_pt=140,
    side_margin_pt=50,
    top_margin=Range(15, 20, 25),
    bottom_margin=Range(15, 20, 25),
)


def block(id: str, kind: BlockKind = BlockKind.BULLET, *, keeps_next: bool = False) -> Block:
    """A leaf whose text is its id."""
    return Block(id, kind, (Run(id),), keeps_next=keeps_next)


def heights(blocks: Sequence[Block], *height_pt: float) -> Heights:
    """The heights of ``blocks`` in order, with the gaps above."""
    return Heights(dict(zip((b.id for b in blocks), height_pt, strict=True)), GAPS)
