"""Lists that were pasted without their marks, as copying from most career sites gives them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from lapel.job.markup.lines import SHORTEST_FULL_LINE
from lapel.job.markup.markdown import Written
from lapel.job.markup.wrapping import SHORT_LINE, hanging_words, width_with_next
from lapel.job.outline.statements import Statement
from lapel.job.words.headings import is_posting_heading, is_posting_name
from lapel.job.words.labels import is_short

FEWEST_ITEMS = 3
SHORT_ON_AVERAGE = 25
_ASKING_OPENINGS = ("what ", "what's ", "what’s ", "who ", "why ", "how to ", "how we ", "about ")


def list_items(statement: Statement) -> Iterator[Statement]:
    """The items of a paragraph that is a list without marks, otherwise the paragraph itself; both
    between the headings on lines of its own, where no blank lines stand around them.

    A heading on the lines above them stands by itself, no item; nor are short lines that stand
    under no heading, such as those at the head of a page.
    """
    if statement.is_item or statement.is_row:
        yield statement
        return
    start = 0
    lines = statement.lines
    for number in range(1, len(lines)):
        if _heads_within(lines, number):
            yield from _listed(replace(statement, lines=lines[start:number]))
            start = number
    yield from _listed(replace(statement, lines=lines[start:]))


def _heads_within(lines: Sequence[Written], number: int) -> bool:
    """Whether a line amid others can only be a heading: by its name, not by one of its words."""
    text, before = lines[number].text, lines[number - 1].text
    if not is_short(text) or text.endswith((".", ",", ";")):
        return False
    if number + 1 == len(lines) or not (_begins_anew(lines[number + 1]) and text[:1].isupper()):
        return False
    if before.endswith((",", "-")) or before.split()[-1].casefold() in hanging_words():
        return False
    name = text.rstrip(" :0123456789")
    named = is_posting_name(name) or text.casefold().startswith(_ASKING_OPENINGS)
    return named or (text.isupper() and is_posting_heading(text))


def _listed(statement: Statement) -> Iterator[Statement]:
    lines = [line.text for line in statement.lines]
    above = 1 if _is_heading(lines[0]) else 0
    listed = _are_items(lines[above:]) or _are_two_items(lines[above:])
    if not listed:
        yield from _parted(statement, above)
        return
    claimed = statement.context.path or statement.context.number
    loose = not claimed and sum(map(len, lines)) <= SHORT_ON_AVERAGE * len(lines)
    for number, line in enumerate(statement.lines):
        yield replace(statement, lines=(line,), is_item=number >= above and not loose)


def _parted(statement: Statement, above: int) -> Iterator[Statement]:
    """A paragraph without the heading on the line above it, which stands by itself."""
    head, *rest = statement.lines
    if not above or not rest or not _begins_anew(rest[0]):
        yield statement
        return
    yield replace(statement, lines=(head,))
    yield replace(statement, lines=tuple(rest))


def _begins_anew(line: Written) -> bool:
    return not line.text[:1].islower()


def _is_heading(text: str) -> bool:
    short = is_short(text) and not text.endswith((".", ",", ";"))
    return short and is_posting_heading(text)


def _are_two_items(lines: list[str]) -> bool:
    """Whether two lines are a short list: too short to be broken by width, and no sentence."""
    if len(lines) != 2 or lines[1][:1].islower() or max(map(len, lines)) >= SHORTEST_FULL_LINE:
        return False
    return not any(line.endswith((",", ":", ".", "!", "?", "-")) for line in lines)


def _are_items(lines: list[str]) -> bool:
    """Whether each line begins anew, and all are short or at least half of them end where the next
    line's first word still fitted: a line of running text is broken only where it is full.
    """
    if len(lines) < FEWEST_ITEMS or any(line[:1].islower() for line in lines):
        return False
    width = max(map(len, lines))
    early = sum(width_with_next(a, b) <= width for a, b in pairwise(lines))
    return width <= SHORT_LINE or 2 * early >= len(lines) - 1
