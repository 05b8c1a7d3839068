"""What fonts' files say about their glyphs: which characters they have, and how wide they are.

Widths leave kerning out, so they are for choices with room to spare, never for measuring.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.fonts import font_path
from lapel.text.inline import LINE_BREAK, Run
from lapel.text.regexes import regex
from lapel.theme.model import Theme
from lapel.theme.styles import AsidePosition, BlockStyle, FontFace

DIRECTION_MARKS = regex("[\u200e\u200f]")
WIDTH_OF_MISSING_EM = 0.6
MOST_AT_ONCE = 5_000
"""The number of widths read together; of East Asian faces a document needs few."""
GAP_BEFORE_ASIDE_EM = 1.5
BREAKABLE = (
    "\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uff9f\U00020000-\U0003134f"
    "\u0e00-\u0e7f"
)
"""Characters around which a line may break: of East Asia, and of Thai, whose words are joined."""
WORDS = regex(f" |{LINE_BREAK}|[{BREAKABLE}]|[^ {LINE_BREAK}{BREAKABLE}]+")


class _Widths(Mapping[int, float]):
    """The widths in a font at one weight, each looked up when it is asked for."""

    def __init__(self, path: Path, weight: int) -> None:
        import uharfbuzz  # noqa: PLC0415 - only the stages that look at glyphs pay

        face = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes()))
        self._font = uharfbuzz.Font(face)
        self._font.set_variations({"wght": weight})
        self._em: int = face.upem
        self._codes = dict.fromkeys(face.unicodes)
        self._known: dict[int, float] = {}

    def __getitem__(self, code: int) -> float:
        if code not in self._known:
            glyph = self._font.get_nominal_glyph(code)
            if glyph is None:
                raise KeyError(code)
            self._known[code] = self._font.get_glyph_h_advance(glyph) / self._em
        return self._known[code]

    def __iter__(self) -> Iterator[int]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def widths_em(face: FontFace) -> Mapping[int, float]:
    """Return the advance width in ems of every character that an installed face has, read once."""
    return _read_widths(font_path(face), face.weight)


@cache
def _read_widths(path: Path, weight: int) -> Mapping[int, float]:
    widths = _Widths(path, weight)
    return widths if len(widths) > MOST_AT_ONCE else dict(widths)


def face_for(theme: Theme, *, bold: bool, italic: bool) -> FontFace:
    """Return the theme's face of this look."""
    return theme.font.faces[2 * bold + italic]


def runs_width_em(runs: Sequence[Run], style: BlockStyle, theme: Theme) -> float:
    """Return the width of runs in the look of a kind of leaf, in ems of its size."""
    return sum(run_width_em(run, style, theme) for run in runs)


def run_width_em(run: Run, style: BlockStyle, theme: Theme) -> float:
    """Return the width of one run in the look of a kind of leaf, in ems of its size."""
    bold, italic = run.strong or style.bold, style.italic != run.emphasis
    faces = (face_for(theme, bold=bold, italic=italic), *(o.faces[bold] for o in theme.fallbacks))
    return text_width_em(run.text, faces) + style.letter_spacing_em * len(run.text)


def text_width_em(text: str, faces: Sequence[FontFace]) -> float:
    """Return the width of a text, each character set in the first face that has it."""
    first, *others = (widths_em(face) for face in faces)
    width_em = 0.0
    for code in map(ord, DIRECTION_MARKS.sub("", text)):
        own = first.get(code)
        if own is None:
            own = next((o[code] for o in others if code in o), WIDTH_OF_MISSING_EM)
        width_em += own
    return width_em


def aside_room_em(block: Block, theme: Theme, width_em: float) -> float:
    """Return how long the text's last line may be for the aside to fit beside it.

    An aside in the text brings its separator, and needs no gap.
    """
    inline = theme.styles[block.kind].aside.position is AsidePosition.INLINE
    return width_em - (0 if inline else GAP_BEFORE_ASIDE_EM) - aside_width_em(block, theme)


def aside_width_em(block: Block, theme: Theme) -> float:
    """Return the width of the aside, in ems of its line's size."""
    style = theme.styles[block.kind]
    look = replace(style, bold=style.aside.bold, italic=style.aside.italic)
    return runs_width_em(block.aside, look, theme)


def aside_fits(block: Block, theme: Theme, width_em: float) -> bool:
    """Tell whether an aside has room after the text's last line of ``width_em``."""
    end_em = last_line_em(block.text, theme.styles[block.kind], theme, width_em)
    return end_em <= aside_room_em(block, theme, width_em)


def last_line_em(runs: Sequence[Run], style: BlockStyle, theme: Theme, width_em: float) -> float:
    """Return the length of the last line of runs that are set on lines of ``width_em``."""
    return lines_em(runs, style, theme, width_em)[-1]


def lines_em(
    runs: Sequence[Run], style: BlockStyle, theme: Theme, width_em: float
) -> Sequence[float]:
    """Return the length of each line of runs that are set on lines of ``width_em``."""
    lines = [0.0]
    for run in runs:
        for word in WORDS.findall(run.text):
            if word == LINE_BREAK:
                lines.append(0.0)
                continue
            width = run_width_em(replace(run, text=word), style, theme)
            if lines[-1] + width > width_em and word != " ":
                lines.append(0.0)
            lines[-1] += width
    return lines


def bullet_width_em(theme: Theme, style: BlockStyle) -> float:
    """Return the width of the bullet's glyph."""
    return run_width_em(Run(theme.bullet.glyph), style, theme)
