"""Heights of leaves at one step of a theme: those known already, a bound, and the layout itself."""

from collections.abc import Mapping, Sequence
from math import ceil
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.fitting.model import PageGeometry
from lapel.rendering.engine import LayoutEngine, Pending
from lapel.rendering.geometry import content_width_pt, leaf_width_pt
from lapel.rendering.glyphs import drawable
from lapel.rendering.heights import height_cache, leaf_key
from lapel.rendering.measuring import measure_blocks
from lapel.rendering.metrics import GAP_BEFORE_ASIDE_EM, aside_width_em, runs_width_em, widths_em
from lapel.rendering.typography import worded
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Step, Theme
from lapel.theme.scripts import is_foreign
from lapel.theme.styles import AsidePosition

NARROWEST, WIDEST = 0.93, 1.03
"""Kerning moves letters, never so much that a text leaves these shares of its advance widths."""
NARROWEST_JOINED = 0.5
"""Letters that join may be much narrower than each alone."""
ONE_LINE_KINDS = frozenset(
    {
        BlockKind.ORGANISATION,
        BlockKind.ROLE,
        BlockKind.NEXT_ROLE,
        BlockKind.BRIEF,
        BlockKind.NEXT_BRIEF,
        BlockKind.DESCRIPTION,
        BlockKind.LINE,
        BlockKind.BULLET,
        BlockKind.SKILLS,
    }
)
"""Kinds whose box is their lines and nothing else: one line is as high as its leading."""


class Ruler(Struct, frozen=True):
    """Measures leaves for one theme, page and step; all heights in points, by block id."""

    theme: Theme
    geometry: PageGeometry
    step: Step
    cache_folder: Path
    engine: LayoutEngine

    def known_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """The heights of blocks that surely fit one line, and of those an earlier run measured."""
        cache = height_cache(self.cache_folder, self.theme, self.step, self.geometry)
        cached = cache.read()
        keys = {block.id: leaf_key(block) for block in blocks}
        known = {id: cached[key] for id, key in keys.items() if key in cached}
        single = [b for b in blocks if b.id not in known and self._is_one_line(b)]
        if single:
            cache.add({keys[block.id]: self._leading_pt(block) for block in single})
            known |= {block.id: self._leading_pt(block) for block in single}
        return known

    def least_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """A height that each block has at least: its lines if they broke inside words."""
        return {block.id: self._least_pt(block) for block in blocks}

    def measured_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """The heights of these blocks, by layout where no earlier run measured them."""
        heights: Mapping[str, float] = self._begin(blocks).wait()
        return heights

    def measure_ahead(self, blocks: Sequence[Block]) -> Pending | None:
        """Let the engine measure those of the blocks that nobody measured yet, and keep it; None
        where there are none.
        """
        known = self.known_pt(blocks)
        unknown = [block for block in blocks if block.id not in known]
        return self._begin(unknown) if unknown else None

    def _begin(self, blocks: Sequence[Block]) -> Pending:
        page = (self.theme, self.geometry, self.step, self.cache_folder)
        return self.engine.call(measure_blocks, blocks, *page)

    def _least_pt(self, block: Block) -> float:
        text_pt = self._width_pt(block) * (
            NARROWEST_JOINED if self._is_foreign(block) else NARROWEST
        )
        return max(1, ceil(text_pt / self._room_pt(block))) * self._leading_pt(block)

    def _is_one_line(self, block: Block) -> bool:
        if block.kind not in ONE_LINE_KINDS or self._is_foreign(block):
            return False
        style = self.theme.styles[block.kind]
        size_pt = self.step.size_pt(style)
        indent_em = self.theme.bullet.indent_em if block.kind is BlockKind.BULLET else 0.0
        room_pt = self._room_pt(block) - indent_em * size_pt
        if block.aside:
            if style.aside.position is AsidePosition.BELOW:
                return False
            room_pt -= self._aside_pt(block) * WIDEST + GAP_BEFORE_ASIDE_EM * size_pt
        return self._width_pt(block) * WIDEST <= room_pt

    def _room_pt(self, block: Block) -> float:
        geometry = self.geometry
        return leaf_width_pt(block, self.theme, content_width_pt(geometry), geometry.inset)

    def _width_pt(self, block: Block) -> float:
        style = self.theme.styles[block.kind]
        text = worded(block.text, style, self.theme)
        if block.aside and style.aside.position is AsidePosition.INLINE:
            text = (*text, Run(self.theme.date_separator))
        return runs_width_em(text, style, self.theme) * self.step.size_pt(style)

    def _aside_pt(self, block: Block) -> float:
        drawn = replace(block, aside=drawable(block.aside, self.theme))
        return aside_width_em(drawn, self.theme) * self.step.size_pt(self.theme.styles[block.kind])

    def _leading_pt(self, block: Block) -> float:
        return self.step.leading_pt(self.theme.styles[block.kind])

    def _is_foreign(self, block: Block) -> bool:
        """Whether another family draws some of the block: its letters may join, so that their
        widths do not add up, and stand on another baseline, which makes a line higher than its
        leading.
        """
        if not self.theme.fallbacks:
            return False
        own = widths_em(self.theme.font.faces[0])
        characters = {c for run in (*block.text, *block.aside) for c in run.text}
        return any(ord(c) not in own or is_foreign(c) for c in characters)
