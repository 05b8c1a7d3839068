"""Where the engine puts the leaves of a page, without a PDF."""

from collections.abc import Sequence
from pathlib import Path

from lapel.document.tree import Block
from lapel.fitting.model import Placed
from lapel.rendering.fonts import only_fonts_of
from lapel.rendering.pdf.layout import lay_out, placed_leaves
from lapel.theme.model import Theme


def laid_out_leaves(
    html: str, blocks: Sequence[Block], theme: Theme, top_pt: float, cache_folder: Path
) -> tuple[Placed, ...]:
    """Where the leaves of a page's HTML come to stand, without writing a PDF."""
    with only_fonts_of(theme, cache_folder) as fonts:
        rendered = lay_out(html, fonts)
    return tuple(placed_leaves(rendered, [block.id for block in blocks], top_pt))
