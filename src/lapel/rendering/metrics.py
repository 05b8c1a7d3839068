"""What the fonts' files say about their glyphs: which characters they have, and how wide they are.

Widths leave kerning out, so they serve for choices with room to spare, never for measuring.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from unicodedata import category

from lapel.document.tree import Block, Document
from lapel.rendering.fonts import font_path
from lapel.rendering.tidying import tidied
from lapel.text.inline import Run
from lapel.theme.model import BlockStyle, FontFace, Theme

WIDTH_OF_MISSING_EM = 0.6
GAP_BEFORE_ASIDE_EM = 1.5
# Blanks, breaks and formatting characters need no glyph.
INVISIBLE = frozenset({"Cf", "Cc", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class FaceMetrics:
    """The advance width in ems of every character that a face has."""

    width_em: Mapping[int, float]

    def text_width_em(self, text: str) -> float:
        """The width of a text set in this face."""
        return sum(self.width_em.get(ord(character), WIDTH_OF_MISSING_EM) for character in text)


def face_metrics(face: FontFace) -> FaceMetrics:
    """The metrics of an installed face, read once."""
    return _read_metrics(font_path(face))


@cache
def _read_metrics(path: Path) -> FaceMetrics:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - only the stages that look at glyphs pay

    with TTFont(path, lazy=True) as font:
        em = font["head"].unitsPerEm
        advances = font["hmtx"].metrics
        glyphs = font.getBestCmap()
        return FaceMetrics({code: advances[name][0] / em for code, name in glyphs.items()})


def face_for(theme: Theme, weight: int, *, italic: bool) -> FontFace:
    """The theme's face of this style nearest in weight."""
    style = "italic" if italic else "normal"
    faces = [face for face in theme.faces if face.style == style] or list(theme.faces)
    return min(faces, key=lambda face: abs(face.weight - weight))


def runs_width_em(runs: Sequence[Run], style: BlockStyle, theme: Theme) -> float:
    """The width of runs in the look of a kind of leaf, in ems of its size."""
    return sum(run_width_em(run, style, theme) for run in runs)


def run_width_em(run: Run, style: BlockStyle, theme: Theme) -> float:
    """The width of one run in the look of a kind of leaf, in ems of its size."""
    weight = theme.strong_weight if run.strong else style.weight
    metrics = face_metrics(face_for(theme, weight, italic=style.italic != run.emphasis))
    return metrics.text_width_em(run.text) + style.letter_spacing_em * len(run.text)


def aside_fits(block: Block, theme: Theme, width_em: float) -> bool:
    """Whether the aside has room after the text's last line, on lines of ``width_em``."""
    style = theme.styles[block.kind]
    aside = replace(style, weight=style.aside.weight, italic=style.aside.italic)
    room_em = width_em - GAP_BEFORE_ASIDE_EM - runs_width_em(block.aside, aside, theme)
    if runs_width_em(block.text, style, theme) <= room_em:
        return True
    end = 0.0
    for run in block.text:
        for word in re.findall(r" |[^ ]+", run.text):
            width = run_width_em(replace(run, text=word), style, theme)
            end = width if end + width > width_em and word != " " else end + width
    return end <= room_em


def bullet_width_em(theme: Theme, style: BlockStyle) -> float:
    """The width of the bullet's glyph."""
    return run_width_em(Run(theme.bullet.glyph), style, theme)


def missing_glyphs(document: Document, theme: Theme) -> tuple[tuple[str, str], ...]:
    """Every character that no face of the theme can draw, with its leaf's id, once for each."""
    known = known_characters(theme)
    found = ((leaf.id, character) for leaf in document.blocks() for character in _characters(leaf))
    return tuple(dict.fromkeys(pair for pair in found if ord(pair[1]) not in known))


def known_characters(theme: Theme) -> frozenset[int]:
    """The code points that at least one face of the theme has."""
    return frozenset(code for face in theme.faces for code in face_metrics(face).width_em)


def needs_glyph(character: str) -> bool:
    """Whether a character is drawn at all."""
    return category(character) not in INVISIBLE


def _characters(leaf: Block) -> Iterator[str]:
    for run in (*tidied(leaf.text), *tidied(leaf.aside)):
        yield from filter(needs_glyph, run.text)
