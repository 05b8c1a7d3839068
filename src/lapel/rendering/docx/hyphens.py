"""Hyphens at which a line of a Word file would end where that of the PDF does not.

A PDF's line ends at no hyphen (``html.HYPHENATED``), since some readers drop it there. Word and
LibreOffice end lines at hyphens, and know one that forbids it (``w:noBreakHyphen``, ECMA-376
part 1, 17.3.3.18), but not every reader of Word files does. So the lines are filled as they will
be, word by word, and only those hyphens are kept from breaking at which one would end: about one in
thirty.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.html import HYPHENATED
from lapel.rendering.metrics import WORDS, run_width_em
from lapel.text.inline import LINE_BREAK, respelled, runs_text
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import BlockStyle

KEPT = "\x1e"
"""Stands for a hyphen that is kept; Word's own files had this character for it."""
DOUBT = 0.01
"""Widths that are added up leave kerning out; where a line may be full, the hyphen is kept."""


def keep_hyphens(block: Block, theme: Theme, width_em: float) -> Block:
    """The drawn block with ``KEPT`` for each hyphen at which a line of ``width_em`` would end."""
    if block.kind is BlockKind.CONTACT or "-" not in runs_text(block.text):
        return block
    if block.kind is BlockKind.BULLET:
        width_em -= theme.bullet.indent_em
    places = set(_places(block, theme.styles[block.kind], theme, width_em))
    marked = (KEPT if n in places else c for n, c in enumerate(runs_text(block.text)))
    return replace(block, text=respelled(block.text, marked))


def _places(block: Block, style: BlockStyle, theme: Theme, width_em: float) -> Iterator[int]:
    """Where in the text such hyphens are."""
    whole = runs_text(block.text)
    widths = [
        run_width_em(replace(run, text=character), style, theme)
        for run in block.text
        for character in run.text
    ]
    joined = {n for word in HYPHENATED.finditer(whole) for n in range(*word.span())}
    end_em = 0.0
    for word in WORDS.finditer(whole):
        start, stop = word.span()
        length_em = sum(widths[start:stop])
        if word.group() == LINE_BREAK:
            end_em = 0.0
        elif word.group() == " " or end_em + length_em <= width_em * (1 - DOUBT):
            end_em += length_em
        else:
            for place in range(start, stop):
                fits = end_em + sum(widths[start : place + 1]) <= width_em * (1 + DOUBT)
                if whole[place] == "-" and place in joined and fits:
                    yield place
            end_em = length_em if end_em + length_em > width_em else end_em + length_em
