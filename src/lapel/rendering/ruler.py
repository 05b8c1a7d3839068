"""Heights of leaves at one step of a theme: those known already, a bound, and the layout itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from lapel.document.tree import Block
from lapel.fitting.model import PageGeometry
from lapel.rendering.engine import LayoutEngine
from lapel.rendering.geometry import content_width_pt
from lapel.rendering.heights import height_cache, leaf_key
from lapel.rendering.measuring import measure_blocks
from lapel.rendering.metrics import runs_width_em
from lapel.theme.model import Step, Theme

NARROWEST = 0.93
"""Kerning draws letters together, never so much as to this share of their advance widths."""


@dataclass(frozen=True, slots=True)
class Ruler:
    """Measures leaves for one theme, page and step; all heights in points, by block id."""

    theme: Theme
    geometry: PageGeometry
    step: Step
    cache_folder: Path
    engine: LayoutEngine

    def known_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """The heights of those blocks that an earlier run measured."""
        width_pt = content_width_pt(self.geometry)
        known = height_cache(self.cache_folder, self.theme, self.step, width_pt).read()
        keys = ((block.id, leaf_key(block)) for block in blocks)
        return {id: known[key] for id, key in keys if key in known}

    def least_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """A height that each block has at least: its lines if they broke inside words."""
        return {block.id: self._least_pt(block) for block in blocks}

    def measured_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """The heights of these blocks, by layout where no earlier run measured them."""
        page = (self.theme, self.geometry, self.step, self.cache_folder)
        heights: Mapping[str, float] = self.engine.call(measure_blocks, blocks, *page).wait()
        return heights

    def _least_pt(self, block: Block) -> float:
        style = self.theme.styles[block.kind]
        size_pt = style.size_pt * self.step.size_factor
        text_pt = runs_width_em(block.text, style, self.theme) * size_pt * NARROWEST
        lines = max(1, ceil(text_pt / content_width_pt(self.geometry)))
        return lines * style.leading_pt * self.step.size_factor
