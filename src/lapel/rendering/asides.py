"""Lines with an aside (dates, a place) whose text is longer than a line.

Unaided, the text would break at the line's end, in the middle of an issuer's name, or the aside
would be left alone on a line, far from everything. So the text breaks after a comma where the parts
make two good lines (a title over its journal and year), and else, where the aside has no room,
before its last few words.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.metrics import (
    aside_fits,
    aside_room_em,
    last_line_em,
    lines_em,
    runs_width_em,
)
from lapel.rendering.tearing import ROOM_FOR_ERROR
from lapel.rendering.tidying import NO_BREAK_SPACE
from lapel.text.inline import LINE_BREAK, Run, runs_text
from lapel.text.regexes import regex
from lapel.theme.model import Theme
from lapel.theme.styles import AsidePosition

SHORTEST_LAST_LINE_EM = 5
SHORTEST_FIRST_LINE, SHORTEST_TITLE = 0.35, 0.2
PART_ENDS = (",", "،", "、", "，")
AUTHOR = regex(rf"{NO_BREAK_SPACE}[^\W\d_a-z][A-Z.-]*,$")
"""The end of a name in a list of authors, with its initials tied to it."""


class Cut(Struct, frozen=True):
    """A text cut in two at a blank, or after a comma without one; and whether everything before the
    cut is the entry's title, whose comma is a separate run.
    """

    head: tuple[Run, ...]
    tail: tuple[Run, ...]
    ends_title: bool

    @property
    def lines(self) -> tuple[Run, ...]:
        """The two, a line each."""
        return (*self.head, replace(self.tail[0], text=LINE_BREAK), *self.tail)

    @property
    def ends_part(self) -> bool:
        """Whether a name (no other item of a list, no pages) or a parenthesis begins after it."""
        if self.tail[0].text.startswith("("):
            return True
        if not self.head or not self.head[-1].text.endswith(PART_ENDS):
            return False
        head = runs_text(self.head)
        is_item = AUTHOR.search(head) or head.count("(") > head.count(")")
        begins = self.tail[0].text[:1]
        return self.ends_title or not (is_item or begins.islower() or begins.isdigit())

    @property
    def shortest_first_line(self) -> float:
        """The least share of a line that the first line's end may fill: a title's may be short."""
        return SHORTEST_TITLE if self.ends_title else SHORTEST_FIRST_LINE


def break_beside_aside(block: Block, theme: Theme, width_em: float) -> Block:
    """Return the block with a break in its text where that is good, or the aside needs it, on lines
    of ``width_em``.

    An aside longer than a line is text like any other.
    """
    style = theme.styles[block.kind]
    room_em = aside_room_em(block, theme, width_em)
    if room_em < 0:
        gap = () if style.aside.position is AsidePosition.INLINE else (Run(" "),)
        return replace(block, text=(*block.text, *gap, *block.aside), aside=())
    widths_em = (width_em, width_em / ROOM_FOR_ERROR)
    fits = all(aside_fits(block, theme, width) for width in widths_em)
    lines = len(lines_em(block.text, style, theme, width_em))
    fitting = []
    for cut in list_cuts(block.text):
        if runs_width_em(cut.tail, style, theme) > room_em:
            break
        fitting.append(cut)
    if not fitting:
        return block
    good = [
        cut
        for cut in fitting
        if cut.ends_part
        and runs_width_em(cut.tail, style, theme) >= SHORTEST_LAST_LINE_EM
        and last_line_em(cut.head, style, theme, width_em) >= cut.shortest_first_line * width_em
        and (not fits or len(lines_em(cut.head, style, theme, width_em)) < lines)  # no line more
    ]
    ends = [cut for cut in good if cut.ends_title] or good or ([] if fits else fitting)
    if not ends:
        return block
    return replace(block, text=ends[0].lines)


def list_cuts(runs: Sequence[Run]) -> Iterator[Cut]:
    """Yield every way to cut a text, the shortest end first."""
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index]
        position = run.text.rfind(" ")
        while position >= 0:
            head = (*runs[:index], replace(run, text=run.text[:position]))
            tail = (replace(run, text=run.text[position + 1 :]), *runs[index + 1 :])
            cut = Cut(_drop_empty(head), _drop_empty(tail), run.text.rstrip() in PART_ENDS)
            if cut.head and cut.tail:
                yield cut
            position = run.text.rfind(" ", 0, position)
        if index and runs[index - 1].text in PART_ENDS:
            yield Cut(tuple(runs[:index]), tuple(runs[index:]), ends_title=True)


def _drop_empty(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(run for run in runs if run.text)
