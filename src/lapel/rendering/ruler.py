"""The heights of leaves at one step of a theme, in points: at once where they are known or a leaf
is surely one line, by a lower bound, or by a layout in the engine's process.
"""

from collections.abc import Mapping, Sequence
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.fitting.model import PageGeometry
from lapel.rendering.engine import Pending, Press
from lapel.rendering.glyphs import make_drawable
from lapel.rendering.heights.cache import height_cache, leaf_key
from lapel.rendering.heights.measuring import measure_blocks
from lapel.rendering.metrics import GAP_BEFORE_ASIDE_EM, aside_width_em, runs_width_em, widths_em
from lapel.rendering.setting import Setting
from lapel.rendering.typography import prepare_runs
from lapel.text.inline import Run
from lapel.theme.model import BlockKind
from lapel.theme.scripts import is_foreign
from lapel.theme.styles import AsidePosition

NARROWEST, WIDEST = 0.93, 1.03
"""Kerning moves letters, but never takes a text beyond these shares of its advance widths."""
NARROWEST_JOINED = 0.5
"""The same for letters that join, which may be much narrower than each alone."""
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
    """Measures leaves in one setting; all heights in points, by block id."""

    setting: Setting
    press: Press

    @property
    def geometry(self) -> PageGeometry:
        """The page of the setting."""
        return self.setting.geometry

    def known_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """Return the heights of blocks that surely fit one line, and of those an earlier run
        measured.
        """
        cache = height_cache(self.press.cache, self.setting)
        cached = cache.read()
        keys = {block.id: leaf_key(block) for block in blocks}
        known = {id: cached[key] for id, key in keys.items() if key in cached}
        single = [b for b in blocks if b.id not in known and self._is_one_line(b)]
        if single:
            lines = {block.id: self.setting.leading_pt(block.kind) for block in single}
            cache.add({keys[id]: height_pt for id, height_pt in lines.items()})
            known |= lines
        return known

    def least_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """Return a height that each block has at least: its lines if they broke inside words."""
        return {block.id: self._least_height_pt(block) for block in blocks}

    def measured_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """Return the heights of these blocks, by layout where no earlier run measured them."""
        heights: Mapping[str, float] = self._begin_measuring(blocks).wait()
        return heights

    def measure_ahead(self, blocks: Sequence[Block]) -> Pending | None:
        """Let the engine measure the blocks that nobody measured yet, and keep their heights; None
        where there are none.
        """
        known = self.known_pt(blocks)
        unknown = [block for block in blocks if block.id not in known]
        return self._begin_measuring(unknown) if unknown else None

    def _begin_measuring(self, blocks: Sequence[Block]) -> Pending:
        return self.press.engine.call(measure_blocks, blocks, self.setting, self.press.cache)

    def _least_height_pt(self, block: Block) -> float:
        narrowest = NARROWEST_JOINED if self._is_foreign(block) else NARROWEST
        text_pt = self._text_width_pt(block) * narrowest
        lines = max(1, ceil(text_pt / self.setting.leaf_width_pt(block.kind)))
        return lines * self.setting.leading_pt(block.kind)

    def _is_one_line(self, block: Block) -> bool:
        if block.kind not in ONE_LINE_KINDS or self._is_foreign(block):
            return False
        theme, size_pt = self.setting.theme, self.setting.size_pt(block.kind)
        indent_em = theme.bullet.indent_em if block.kind is BlockKind.BULLET else 0.0
        room_pt = self.setting.leaf_width_pt(block.kind) - indent_em * size_pt
        if block.aside:
            if theme.styles[block.kind].aside.position is AsidePosition.BELOW:
                return False
            room_pt -= self._aside_width_pt(block) * WIDEST + GAP_BEFORE_ASIDE_EM * size_pt
        return self._text_width_pt(block) * WIDEST <= room_pt

    def _text_width_pt(self, block: Block) -> float:
        theme = self.setting.theme
        style = theme.styles[block.kind]
        text = prepare_runs(block.text, style, theme)
        if block.aside and style.aside.position is AsidePosition.INLINE:
            text = (*text, Run(theme.date_separator))
        return runs_width_em(text, style, theme) * self.setting.size_pt(block.kind)

    def _aside_width_pt(self, block: Block) -> float:
        theme = self.setting.theme
        drawn = replace(block, aside=make_drawable(block.aside, theme))
        return aside_width_em(drawn, theme) * self.setting.size_pt(block.kind)

    def _is_foreign(self, block: Block) -> bool:
        """Tell whether another family draws some of the block: its letters may join, so that their
        widths do not add up, and have another baseline, which makes a line higher than its leading.
        """
        if not self.setting.theme.fallbacks:
            return False
        own = widths_em(self.setting.theme.font.faces[0])
        characters = {c for run in (*block.text, *block.aside) for c in run.text}
        return any(ord(c) not in own or is_foreign(c) for c in characters)
