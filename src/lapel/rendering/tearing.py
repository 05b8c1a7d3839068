"""Words longer than a line, which must break inside to stay on the page.

The engine breaks such a word only where it begins a line, and the first word of a bullet does not:
the bullet's glyph does. So the words are found here, and marked.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.rendering.metrics import BREAKABLE, run_width_em, runs_width_em
from lapel.rendering.tidying import NO_BREAK_SPACE
from lapel.text.inline import LINE_BREAK, Run
from lapel.text.regexes import regex
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import BlockStyle

BLANKS = f" {NO_BREAK_SPACE}{LINE_BREAK}"
ENDS = f"[{BLANKS}{BREAKABLE}]"
PIECES = regex(rf"{ENDS}+|[^{BLANKS}{BREAKABLE}]+?(?=(?<=-)[^\W\d_]|{ENDS}|$)")
"""Blanks, and words up to where a line may end: after them, or at a hyphen before a letter."""
BREAKING = regex(ENDS)
# Added widths leave out kerning: because of that no line may break, and no word pass the edge.
ROOM_FOR_ERROR = 0.99


def room_em(kind: BlockKind, theme: Theme, width_em: float) -> float:
    """Return how long a text may be that surely stays on one of the lines of ``width_em``."""
    indent_em = theme.bullet.indent_em if kind is BlockKind.BULLET else 0.0
    return ROOM_FOR_ERROR * (width_em - indent_em)


def tear_long_words(
    runs: Sequence[Run], style: BlockStyle, theme: Theme, longest_em: float
) -> Iterator[tuple[Run, bool]]:
    """Yield the runs, cut where a word longer than ``longest_em`` begins and ends; True for its
    parts.

    A word may begin in one run and end in another; the length of a word with hyphens is that
    between two of them.
    """
    if runs_width_em(runs, style, theme) <= longest_em:
        yield from ((run, False) for run in runs)
        return
    pieces = [(n, text) for n, run in enumerate(runs) for text in PIECES.findall(run.text)]
    marked: list[tuple[int, str, bool]] = []
    for is_blank, word in groupby(pieces, key=lambda piece: BREAKING.match(piece[1]) is not None):
        parts = list(word)
        long = not is_blank and _measure_unbroken_em(parts, runs, style, theme) > longest_em
        marked += [(n, text, long) for n, text in parts]
    for (n, long), parts_of_run in groupby(marked, key=lambda part: (part[0], part[2])):
        yield replace(runs[n], text="".join(text for _, text, _ in parts_of_run)), long


def _measure_unbroken_em(
    parts: Sequence[tuple[int, str]], runs: Sequence[Run], style: BlockStyle, theme: Theme
) -> float:
    """Return the longest stretch of a word between its hyphens; its parts go with their run's
    number.
    """
    longest_em = length_em = 0.0
    before = ""
    for number, text in parts:
        width_em = run_width_em(replace(runs[number], text=text), style, theme)
        length_em = width_em if before.endswith("-") and text[0].isalpha() else length_em + width_em
        longest_em = max(longest_em, length_em)
        before = text
    return longest_em
