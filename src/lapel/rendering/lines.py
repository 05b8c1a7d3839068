"""The lines of a leaf as the PDF has them, and the same lines in a Word file.

Widths are never the same in two programs: LibreOffice takes a line of ninety letters for up to half
a point longer or a whole one shorter than it is in the PDF, and Word has other widths again. So
where a line is just full, or leaves just no room for the next word, the PDF decides, and the file
repeats that decision by the means it has: its lines have ``SPARE_PT`` to spare, and the next word
is tied to the one after it, since no program takes both for short enough. Where none comes after
it, the whole leaf has shorter lines, if the others leave room for that.

Hyphens at which a line would end are kept from it (``w:noBreakHyphen``, ECMA-376 part 1,
17.3.3.18), since no line of the PDF ends at one (``html.HYPHENATED``); the others stay plain, which
every reader of Word files knows. For a dash and a slash Word has no such element, so the text
before them is kept from the line by shorter ones too. Where dates beside the text need the whole
width, a break replaces the blank before it.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import ceil
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.html import HYPHEN, HYPHENATED, WORD_JOINER
from lapel.rendering.metrics import run_width_em
from lapel.rendering.setting import Setting
from lapel.rendering.tidying import NO_BREAK_SPACE
from lapel.text.inline import LINE_BREAK, respell_runs, runs_text
from lapel.text.regexes import regex

KEPT = "\x1e"
"""A stand-in for a hyphen that is kept; Word's own files had this character for it."""
SPARE_PT = 0.6
"""Lines of running text are longer by this in a Word file, too little to be seen."""
DOUBT_PT = SPARE_PT + 1.5
"""A text that passes a line's end by less than this may fit on it in another program."""
MOST_SHORTER_PT = 36
"""The most by which lines are shortened: more would puzzle people who edit the text in Word."""
ENDS = regex(f"[ {LINE_BREAK}]")


class Line(Struct, frozen=True):
    """A line of a leaf: how many characters it has (``inked``), and the room left on it."""

    length: int
    free_pt: float


NO_LINES: Mapping[str, Sequence[Line]] = MappingProxyType({})


def keep_inked(text: str) -> str:
    """Return the characters of a text that every renderer draws, whatever it does to blanks."""
    return "".join(c for c in text if not c.isspace() and c != WORD_JOINER)


def with_lines(block: Block, lines: Sequence[Line], setting: Setting) -> tuple[Block, int]:
    """Return the drawn block with blanks and hyphens set so that its lines end where these do, and
    by how many points they must be shorter for that; the block unchanged where the lines are not of
    its text.
    """
    whole = runs_text(block.text)
    if sum(line.length for line in lines) != len(keep_inked(whole + runs_text(block.aside))):
        return block, 0
    style, size_pt = setting.theme.styles[block.kind], setting.size_pt(block.kind)
    widths_pt = [
        size_pt * run_width_em(replace(run, text=character), style, setting.theme)
        for run in block.text
        for character in run.text
    ]
    places = [n for n, character in enumerate(whole) if keep_inked(character)]
    starts = [places[n] for n in accumulate(line.length for line in lines) if n < len(places)]
    spelled, doubtful = list(whole), []
    for line, start, end in zip(lines, starts, [*starts[1:], len(whole)], strict=False):
        if whole[start - 1] != " ":
            continue
        room_pt = line.free_pt + DOUBT_PT - widths_pt[start - 1]
        stop = start + len(ENDS.split(whole[start:end])[0])
        left_pt = [room_pt - width_pt for width_pt in accumulate(widths_pt[start:stop])]
        if left_pt[-1] > 0 and stop < end:
            spelled[stop] = NO_BREAK_SPACE
        elif left_pt[-1] > 0:
            doubtful.append((start - 1, left_pt[-1]))
        for place, has_sign in _find_unbroken_places(whole, start, stop):
            over_pt = left_pt[place - start]
            if over_pt > 0 and has_sign:
                spelled[place] = KEPT
            elif over_pt > 0:
                doubtful.append((start - 1, over_pt))
    return _end_lines(replace(block, text=respell_runs(block.text, spelled)), doubtful, lines)


def _end_lines(
    block: Block, doubtful: Sequence[tuple[int, float]], lines: Sequence[Line]
) -> tuple[Block, int]:
    """Return the block with breaks replacing the doubtful blanks, each with the points by which the
    text after it may fit on the line before. Without an aside, return instead the most points by
    which all its lines can be shorter.
    """
    if block.aside:
        blanks = {place for place, _ in doubtful}
        whole = enumerate(runs_text(block.text))
        broken = (LINE_BREAK if n in blanks else character for n, character in whole)
        return replace(block, text=respell_runs(block.text, broken)), 0
    shorter_pt = [ceil(pt) for _, pt in doubtful if pt < MOST_SHORTER_PT]
    fitting = [pt for pt in shorter_pt if all(line.free_pt > pt + SPARE_PT for line in lines)]
    return block, max(fitting, default=0)


def _find_unbroken_places(whole: str, start: int, stop: int) -> Iterator[tuple[int, bool]]:
    """Yield the places within words after which no line ends, and whether a Word file has a sign
    for that: it has for a hyphen, but not in an address, which some readers would not find in it.
    """
    for word in HYPHENATED.finditer(whole, start, stop):
        for mark in HYPHEN.finditer(whole, *word.span()):
            yield mark.start(), mark.group() == "-" and "://" not in word.group()
