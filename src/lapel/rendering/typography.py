"""Typographic care for the text of every renderer: where a line may not break, and where it must.

Both renderers draw the leaves returned here, so that their words are the same.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, groupby, pairwise
from math import ceil, inf
from unicodedata import bidirectional

from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.asides import break_beside_aside, list_cuts
from lapel.rendering.glyphs import make_drawable
from lapel.rendering.metrics import (
    aside_fits,
    aside_width_em,
    face_for,
    lines_em,
    runs_width_em,
    widths_em,
)
from lapel.rendering.setting import Setting
from lapel.rendering.tearing import ROOM_FOR_ERROR, room_em
from lapel.rendering.tidying import NO_BREAK_SPACE, tidy_runs
from lapel.text.inline import LINE_BREAK, Run, respell_runs, runs_text
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import AsidePosition, BlockStyle

LEFT_TO_RIGHT_MARK, RIGHT_TO_LEFT_MARK = "\u200e", "\u200f"
COMMAS = (",", "،")
LONGEST_LONE_WORD = 15
SHORTEST_LAST_LINE, SHORTEST_PART = 12, 8
FEWEST_WORDS = 4
MOST_MOVED = 0.1
"""The share of a line that may stay free for a longer last line, doubled if that has less than
``SHORTEST_PART`` characters: more looks like a mistake.
"""
ONLINE = ("http:", "https:", "mailto:")
FLOWING = frozenset(
    {
        BlockKind.SALUTATION,
        BlockKind.PARAGRAPH,
        BlockKind.DESCRIPTION,
        BlockKind.BULLET,
        BlockKind.LINE,
        BlockKind.SKILLS,
        BlockKind.LETTER_PARAGRAPH,
    }
)
TITLES = frozenset({BlockKind.HEADLINE, BlockKind.SUBJECT})

UNITS = (
    "%|°C|°F|K|k|M|B|bn|million|billion|thousand|percent|kg|g|mg|t|lb|lbs|oz|ml|l|L|km|m|cm|mm|mi|ft|"
    "h|hr|hrs|min|s|ms|GB|TB|PB|MB|kB|kW|MW|GW|kWh|MWh|Hz|kHz|MHz|GHz|V|A|W|€|£|USD|EUR|GBP|CHF|FTE|"
    "millions?|milliards?|Millionen|Milliarden|Mio|Mrd|Tsd|Std|mill(?:ones|oni)|mil|milh(?:ão|ões)|"
    "miliardi|miljoe?n(?:er)?|miljard(?:er)?|mln|mld|tys|kr|zł|SEK|PLN|JPY|RMB|"
    "[Ee]uros?|[Dd]ollars?|Franken|francs|pounds|kronor|złotych|Prozent|procent|"
    "seconds?|minutes?|hours?|days?|weeks?|months?|years?|Sekunden?|Minuten?|Stunden?|Tagen?|Wochen?|"
    "Monaten?|Jahren?|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|d[ií]as?|"
    "semanas?|mes(?:es)?|mês|años?|anos?|secondi|minuti|ore|giorni|settimane|mesi|anni|seconden|minuten|"
    "uur|dagen|weken|maanden|jaar|sekund(?:er|y)?|minut(?:er|y)?|timmar|dagar|veckor|månader|år|godzin|"
    "dni|tygodni|miesięcy|lat"
)
_YEAR = rf"{YEAR}(?!\d)"
# A number, its groups of three and its unit; a date's day, month and year; a range with spaces
# around its dash; one number of another; initials and titles with their name, before it or after
# it; short forms of several letters; a word of one letter (I, w, à) with the next one, but for an
# "a" within a sentence, which is everywhere in English;
# marks and dashes that stand apart from their word; a percentage after Arabic, whose sign would
# stand at its other side where a line begins.
TOGETHER = regex(
    rf"(?<=\d) (?=(?:{UNITS}|\d\d\d)(?!\w))"
    rf"|(?<=\w) (?={_YEAR})|(?<=\d,) (?={_YEAR})|(?<=[\w.]) (?=\d\d?, {_YEAR})"
    rf"|(?<=\b\d) (?=[^\W\d]{{3,}} {_YEAR})|(?<=\b\d\d) (?=[^\W\d]{{3,}} {_YEAR})"
    rf"|(?<=\b\d\.) (?=[^\W\d]{{3,}} {_YEAR})|(?<=\b\d\d\.) (?=[^\W\d]{{3,}} {_YEAR})"
    r"|(?<=\d) (?=– ?[\dA-Z])|(?<=\d –) (?=[\dA-Z])"
    r"|(?<=\d) (?=of \d)|(?<=\d of) (?=\d)"
    r"|(?<=\b[A-Z]\.) (?=[A-Z])|(?<=\b(?:Mr|Ms|Dr)\.) (?=[A-Z])|(?<=\bMrs\.) (?=[A-Z])"
    r"|(?<=[^\W\d]{2},) (?=[^\W\d_a-z]\.)|(?<=[^\W\d_A-Z]) (?=[A-Z]{1,2}(?:[,;:]|$))"
    r"|(?<=[^\W\d_A-Z]) (?=[^\W\d_a-z]\.(?:[ -]?[^\W\d_a-z]\.)*[,;:])"
    r"|(?<=\b[^\W\d_aA]) (?=\w)|(?<=[.!?] A) (?=[a-z])"
    r"|(?<=\b[^\W\d]\.) (?=[^\W\d]\.)|(?<=[§№]) (?=\d)|(?<=\bn°) (?=\d)|(?<=\bNr\.) (?=\d)"
    r"|(?<=\S) (?=[;:!?»–—](?!\S))|(?<=«) (?=\S)"
    r"|(?<=[\u0620-\u064a]) (?=\d[\d.,]*[%‰])"
)


def set_typography(block: Block, setting: Setting) -> Block:
    """Return the block as it is drawn on its lines: its words stay, its blanks are chosen.

    Characters without a glyph do not stay (``glyphs.py``).
    """
    drawn = _set_block(block, setting)
    return (
        replace(drawn, text=_mark_latin_parts(drawn.text)) if setting.theme.right_to_left else drawn
    )


def _set_block(block: Block, setting: Setting) -> Block:
    """Return the block with its blanks chosen."""
    theme, width_em = setting.theme, setting.leaf_width_em(block.kind)
    style = theme.styles[block.kind]
    text = prepare_runs(block.text, style, theme)
    beside = replace(style, bold=style.aside.bold, italic=style.aside.italic, caps=False)
    aside = prepare_runs(block.aside, beside, theme)
    if block.kind is BlockKind.CONTACT:
        return replace(block, text=_set_contact(text, theme, width_em), aside=aside)
    text = hold_together(text)
    long_em = runs_width_em(text, style, theme)
    wraps = long_em > room_em(block.kind, theme, width_em)
    if aside and style.aside.position is AsidePosition.BELOW:
        text = _join_last_words(text, inf) if wraps else text
        return _put_aside_in_text(replace(block, text=text, aside=aside), theme, width_em)
    drawn = _put_aside_in_text(replace(block, text=text, aside=aside), theme, width_em)
    breaks = bool(aside) and not aside_fits(drawn, theme, width_em)
    flows = wraps and block.kind in FLOWING and not aside
    length = sum(len(run.text) for run in text)
    if block.kind is BlockKind.NAME and wraps:
        return replace(drawn, text=break_into_lines(text, 2, style, theme))
    if block.kind in TITLES and wraps:
        return replace(drawn, text=_break_evenly(text, style, theme, width_em))
    if block.kind in FLOWING or breaks or wraps:
        line = width_em / long_em * length if flows else inf
        drawn = replace(drawn, text=_join_last_words(text, MOST_MOVED * line))
        breaks = bool(aside) and (wraps or not aside_fits(drawn, theme, width_em))
    return break_beside_aside(drawn, theme, width_em) if breaks else drawn


def hold_together(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the runs with no line's end where none may be."""
    return tuple(replace(run, text=TOGETHER.sub(NO_BREAK_SPACE, run.text)) for run in runs)


def break_into_lines(
    runs: Sequence[Run], count: int, style: BlockStyle, theme: Theme
) -> tuple[Run, ...]:
    """Return the runs on a number of lines, at most one a word, each about as long as the
    others.
    """
    share_em = runs_width_em(runs, style, theme) / count
    ends = list_cuts(runs) if count > 1 else ()
    cut = min(ends, key=lambda c: abs(runs_width_em(c.head, style, theme) - share_em), default=None)
    if cut is None:
        return tuple(runs)
    return replace(cut, tail=break_into_lines(cut.tail, count - 1, style, theme)).lines


def _break_evenly(
    runs: Sequence[Run], style: BlockStyle, theme: Theme, width_em: float
) -> tuple[Run, ...]:
    """Return the runs of a title that is longer than a line on lines of about one length."""
    room_em = ROOM_FOR_ERROR * width_em
    fewest = ceil(runs_width_em(runs, style, theme) / room_em)
    for count in (fewest, fewest + 1):
        lines = break_into_lines(runs, count, style, theme)
        if len(lines_em(lines, style, theme, room_em)) == count:
            return lines
    return _join_last_words(runs, inf)


def prepare_runs(runs: Sequence[Run], style: BlockStyle, theme: Theme) -> tuple[Run, ...]:
    """Return the runs as the theme's fonts can draw them, in capitals where the look asks for
    them.
    """
    drawn = tuple(_upright_where_needed(run, style, theme) for run in make_drawable(runs, theme))
    if not style.caps:
        return drawn
    return tuple(replace(run, text=run.text.upper()) for run in drawn)


def _upright_where_needed(run: Run, style: BlockStyle, theme: Theme) -> Run:
    """Return the run, upright where the family's italic lacks letters that its regular has (as some
    lack Greek and Cyrillic): half a line in italics looks like a mistake.
    """
    if style.italic == run.emphasis or run.text.isascii():
        return run
    upright, italic = (
        widths_em(face_for(theme, bold=run.strong or style.bold, italic=slanted))
        for slanted in (False, True)
    )
    lacks = any(code in upright and code not in italic for code in map(ord, run.text))
    return replace(run, emphasis=not run.emphasis) if lacks else run


def _put_aside_in_text(drawn: Block, theme: Theme, width_em: float) -> Block:
    """Return the block, an aside that is not at the right put after the text or on a line below,
    whole if a line can hold it.
    """
    aside, position = drawn.aside, theme.styles[drawn.kind].aside.position
    if not aside or position is AsidePosition.RIGHT:
        return drawn
    if aside_width_em(drawn, theme) <= width_em:
        aside = tuple(replace(run, text=run.text.replace(" ", NO_BREAK_SPACE)) for run in aside)
    if position is AsidePosition.INLINE:
        return replace(drawn, aside=(Run(theme.date_separator), *aside))
    return replace(drawn, text=(*drawn.text, Run(LINE_BREAK)), aside=aside)


def _join_last_words(runs: Sequence[Run], most_moved: float) -> tuple[Run, ...]:
    """Tie the last words together, so that no word is left alone and no line is shorter than
    ``SHORTEST_LAST_LINE``; beyond two words only as long as the line above loses no more than
    ``most_moved`` characters.
    """
    whole = runs_text(runs)
    if whole.count(" ") + 1 < FEWEST_WORDS:
        return tuple(runs)
    start = len(whole) - _measure_tail(whole, most_moved)
    return respell_runs(runs, whole[:start] + whole[start:].replace(" ", NO_BREAK_SPACE))


def _measure_tail(whole: str, most_moved: float) -> int:
    """Return how many characters at the end belong on one line, without the blank before them: a
    number goes with the thing it counts, and two words after a comma are enough.
    """
    *_, before, last = whole.split(" ")
    if len(last) > LONGEST_LONE_WORD:
        return len(last)
    length = len(before) + 1 + len(last)
    rest = whole[: -length - 1]
    while " " in rest:
        rest, _, word = rest.rpartition(" ")
        enough = SHORTEST_PART if word.endswith(",") else SHORTEST_LAST_LINE
        if length >= enough and not word.isdigit():
            break
        allowed = most_moved if length >= SHORTEST_PART else 2 * most_moved
        if length + 1 + len(word) - len(last) > allowed:
            break
        length += len(word) + 1
    return length


def _set_contact(runs: Sequence[Run], theme: Theme, width_em: float) -> tuple[Run, ...]:
    """Return the contact line, and the lines set apart below it."""
    lines: list[Run] = []
    for breaks, group in groupby(runs, key=lambda run: run.text == LINE_BREAK):
        part = list(group)
        lines += part if breaks else _break_contact_lines(part, theme, width_em)
    return tuple(lines)


def _break_contact_lines(runs: Sequence[Run], theme: Theme, width_em: float) -> tuple[Run, ...]:
    """Return the items unbroken, and where they are too long for a line, on as few lines as
    possible: preferably one for place and telephone and one for online items, else of near-equal
    length.

    A line breaks in place of a separator, so that none dangles at its end. An item longer than a
    line has its line alone and breaks inside.
    """
    items = list(_split_contact_items(runs, theme.separator.strip()))
    if theme.right_to_left:
        items = [_isolate_item(item) for item in items]
    style = theme.styles[BlockKind.CONTACT]
    width_em = room_em(BlockKind.CONTACT, theme, width_em)
    separator = Run(theme.separator)
    blanks = theme.separator.count(" ")
    gap_em = runs_width_em([separator], style, theme) + blanks * theme.separator_spacing_em
    widths = [min(runs_width_em(item, style, theme), width_em) for item in items]
    online = [any(run.href.startswith(ONLINE) for run in item) for item in items]
    breaks = _balance_breaks(widths, online, gap_em, width_em)
    lines: list[Run] = []
    for index, item in enumerate(items):
        if index:
            lines.append(Run(LINE_BREAK) if index in breaks else separator)
        blank = NO_BREAK_SPACE if widths[index] < width_em else " "
        lines += [replace(run, text=run.text.replace(" ", blank)) for run in item]
    return tuple(lines)


def _isolate_item(item: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return an item of a line from right to left; one that runs from left to right stays in its
    order, and apart from the one before it (Unicode Standard Annex 9).
    """
    if not item or any(bidirectional(c) in ("R", "AL") for run in item for c in run.text):
        return item
    first, *others = item
    return (replace(first, text=RIGHT_TO_LEFT_MARK + LEFT_TO_RIGHT_MARK + first.text), *others)


def _mark_latin_parts(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return a text from right to left, with its Latin parts between commas running so too: a mark
    after the comma says so (Unicode Standard Annex 9).
    """
    return tuple(
        replace(run, text=RIGHT_TO_LEFT_MARK + run.text)
        if n and runs[n - 1].text.rstrip() in COMMAS and run.text != LINE_BREAK
        else run
        for n, run in enumerate(runs)
    )


def _split_contact_items(runs: Sequence[Run], separator: str) -> Iterator[tuple[Run, ...]]:
    item: list[Run] = []
    for run in runs:
        if run.text.strip() == separator:
            yield tidy_runs(item)
            item = []
        else:
            item.append(run)
    yield tidy_runs(item)


def _balance_breaks(
    widths: Sequence[float], online: Sequence[bool], gap: float, width: float
) -> tuple[int, ...]:
    """Return the items before which a line breaks: as few lines as fit, then as few as possible
    with one item, then as few ``online`` items beside others or the reverse, then the longest line
    as short as possible.
    """
    for count in range(len(widths)):
        choices = combinations(range(1, len(widths)), count)
        fitting = [breaks for breaks in choices if _measure_longest(widths, gap, breaks) <= width]
        if fitting:
            return min(
                fitting,
                key=lambda b: (
                    _count_lone(widths, b),
                    _count_mixed(online, b),
                    _measure_longest(widths, gap, b),
                ),
            )
    return tuple(range(1, len(widths)))


def _count_lone(widths: Sequence[float], breaks: Sequence[int]) -> int:
    """Count the lines with one item."""
    return sum(b - a == 1 for a, b in pairwise((0, *breaks, len(widths))))


def _count_mixed(online: Sequence[bool], breaks: Sequence[int]) -> int:
    """Count the items on a line with more of the other kind, or with as many."""
    lines = [online[a:b] for a, b in pairwise((0, *breaks, len(online)))]
    return sum(min(sum(line), len(line) - sum(line)) for line in lines)


def _measure_longest(widths: Sequence[float], gap: float, breaks: Sequence[int]) -> float:
    edges = (0, *breaks, len(widths))
    return max(sum(widths[a:b]) + gap * (b - a - 1) for a, b in pairwise(edges))
