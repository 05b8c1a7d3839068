"""Typographic care for the text of every renderer: where a line may not break, and where it must.

Both renderers draw the leaves that come out of here, so that their words are the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from lapel.document.tree import Block
from lapel.rendering.metrics import runs_width_em
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Step, Theme

NO_BREAK_SPACE = "\u00a0"
LINE_BREAK = "\u2028"
LONGEST_LONE_WORD = 9
FEWEST_WORDS = 4
FLOWING = frozenset({BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.LINE, BlockKind.SKILLS})

BLANKS = re.compile("[ \t\n\r\f\v\u0085\u2028\u2029]+")
# What XML 1.0 does not allow, and what marks a direction or an encoding rather than a character.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
# Characters that fonts often lack, and that a break forbidden elsewhere replaces.
PLAINER = str.maketrans({"\u2011": "-", "\u202f": NO_BREAK_SPACE})
UNITS = (
    "%|°C|°F|K|k|M|B|bn|million|billion|thousand|percent|kg|g|mg|t|lb|lbs|oz|ml|l|L|km|m|cm|mm|mi|ft|"
    "h|hr|hrs|min|s|ms|GB|TB|PB|MB|kB|kW|MW|GW|kWh|MWh|Hz|kHz|MHz|GHz|V|A|W|€|£|USD|EUR|GBP|CHF|FTE"
)
# A number and its unit; a month and its year; a range with spaces around its dash.
TOGETHER = re.compile(
    rf"(?<=\d) (?=(?:{UNITS})(?!\w))"
    r"|(?<=\b[A-Z][a-z]{2}) (?=(?:19|20)\d\d\b)"
    r"|(?<=\d) (?=– ?[\dA-Z])|(?<=\d –) (?=[\dA-Z])"
)


def care_for(block: Block, theme: Theme, step: Step, width_pt: float) -> Block:
    """The block as it is drawn on lines of ``width_pt``: its words stay, its blanks are chosen."""
    text, aside = tidied(block.text), tidied(block.aside)
    if block.kind is BlockKind.CONTACT:
        return replace(block, text=_contact(text, theme, step, width_pt), aside=aside)
    text = tuple(replace(run, text=TOGETHER.sub(NO_BREAK_SPACE, run.text)) for run in text)
    if block.kind in FLOWING:
        text = _join_last_words(text)
    return replace(block, text=text, aside=aside)


def tidied(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without control characters, doubled blanks, and blanks at either end."""
    tidy: list[Run] = []
    after_blank = True
    for run in runs:
        text = CONTROL.sub("", BLANKS.sub(" ", run.text)).translate(PLAINER)
        text = text.removeprefix(" ") if after_blank else text
        if text:
            tidy.append(replace(run, text=text))
            after_blank = text.endswith(" ")
    if tidy and tidy[-1].text.endswith(" "):
        last = tidy.pop()
        if stripped := last.text.rstrip(" "):
            tidy.append(replace(last, text=stripped))
    return tuple(tidy)


def plain(text: str) -> str:
    """A title or a name without control characters."""
    return "".join(run.text for run in tidied([Run(text)]))


def _join_last_words(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Tie a short last word to the one before it, so that it never stands alone on a line."""
    whole = "".join(run.text for run in runs)
    before, blank, last = whole.rpartition(" ")
    if not blank or len(last) > LONGEST_LONE_WORD or before.count(" ") + 2 < FEWEST_WORDS:
        return tuple(runs)
    position, joined = len(before), []
    for run in runs:
        text = run.text
        if 0 <= position < len(text):
            text = text[:position] + NO_BREAK_SPACE + text[position + 1 :]
        position -= len(run.text)
        joined.append(replace(run, text=text))
    return tuple(joined)


def _contact(runs: Sequence[Run], theme: Theme, step: Step, width_pt: float) -> tuple[Run, ...]:
    """The contact line: items whole, and where it is too long, lines of near-equal length.

    A line that breaks does so in place of a separator, so that none dangles at its end.
    """
    items = list(_contact_items(runs, theme.separator.strip()))
    style = theme.styles[BlockKind.CONTACT]
    width_em = width_pt / (style.size_pt * step.size_factor)
    separator = Run(theme.separator)
    gap_em = runs_width_em([separator], style, theme)
    widths = [runs_width_em(item, style, theme) for item in items]
    breaks = _balanced_breaks(widths, gap_em, width_em)
    lines: list[Run] = []
    for index, item in enumerate(items):
        if index:
            lines.append(Run(LINE_BREAK) if index in breaks else separator)
        lines += [replace(run, text=run.text.replace(" ", NO_BREAK_SPACE)) for run in item]
    return tuple(lines)


def _contact_items(runs: Sequence[Run], separator: str) -> Iterator[tuple[Run, ...]]:
    item: list[Run] = []
    for run in runs:
        if run.text.strip() == separator:
            yield tidied(item)
            item = []
        else:
            item.append(run)
    yield tidied(item)


def _balanced_breaks(widths: Sequence[float], gap: float, width: float) -> tuple[int, ...]:
    """Before which items a line breaks: as few lines as fit, the longest as short as can be."""
    for count in range(len(widths)):
        choices = combinations(range(1, len(widths)), count)
        best = min(choices, key=lambda breaks: _longest(widths, gap, breaks))
        if _longest(widths, gap, best) <= width:
            return best
    return tuple(range(1, len(widths)))


def _longest(widths: Sequence[float], gap: float, breaks: Sequence[int]) -> float:
    edges = (0, *breaks, len(widths))
    return max(sum(widths[a:b]) + gap * (b - a - 1) for a, b in pairwise(edges))
