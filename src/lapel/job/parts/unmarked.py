"""Lists that were pasted without their bullets, as copying from most career sites leaves them."""

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
    """Yield the items of a paragraph that is a list without bullets; any other is yielded as it is.

    A line within it that can only be a heading begins a new part. The heading above a list is no
    item, and short lines under no heading, as at a page's head, are none.
    """
    if statement.is_item or statement.is_row:
        yield statement
        return
    start = 0
    lines = statement.lines
    for number in range(1, len(lines)):
        if _is_heading_within(lines, number):
            yield from _split_list(replace(statement, lines=lines[start:number]))
            start = number
    yield from _split_list(replace(statement, lines=lines[start:]))


def _is_heading_within(lines: Sequence[Written], number: int) -> bool:
    """Tell whether the line at this index can only be a heading, by its name and its neighbours."""
    text, before = lines[number].text, lines[number - 1].text
    if not is_short(text) or text.endswith((".", ",", ";")):
        return False
    if number + 1 == len(lines) or not (_begins_sentence(lines[number + 1]) and text[:1].isupper()):
        return False
    if before.endswith((",", "-")) or before.split()[-1].casefold() in hanging_words():
        return False
    name = text.rstrip(" :0123456789")
    named = is_posting_name(name) or text.casefold().startswith(_ASKING_OPENINGS)
    return named or (text.isupper() and is_posting_heading(text))


def _split_list(statement: Statement) -> Iterator[Statement]:
    """Yield the lines of a paragraph as items where it is a list, else the paragraph."""
    lines = [line.text for line in statement.lines]
    above = 1 if _is_heading(lines[0]) else 0
    listed = _are_items(lines[above:]) or _are_two_items(lines[above:])
    if not listed:
        yield from _split_heading(statement, above)
        return
    claimed = statement.context.path or statement.context.number
    loose = not claimed and sum(map(len, lines)) <= SHORT_ON_AVERAGE * len(lines)
    for number, line in enumerate(statement.lines):
        yield replace(statement, lines=(line,), is_item=number >= above and not loose)


def _split_heading(statement: Statement, above: int) -> Iterator[Statement]:
    """Yield a heading on a paragraph's first line apart from the lines below it."""
    head, *rest = statement.lines
    if not above or not rest or not _begins_sentence(rest[0]):
        yield statement
        return
    yield replace(statement, lines=(head,))
    yield replace(statement, lines=tuple(rest))


def _begins_sentence(line: Written) -> bool:
    return not line.text[:1].islower()


def _is_heading(text: str) -> bool:
    short = is_short(text) and not text.endswith((".", ",", ";"))
    return short and is_posting_heading(text)


def _are_two_items(lines: list[str]) -> bool:
    """Tell whether two lines are a short list: too short to be broken by width, and no sentence."""
    if len(lines) != 2 or lines[1][:1].islower() or max(map(len, lines)) >= SHORTEST_FULL_LINE:
        return False
    return not any(line.endswith((",", ":", ".", "!", "?", "-")) for line in lines)


def _are_items(lines: list[str]) -> bool:
    """Tell whether each line begins anew, and all are short or half end before they are full.

    Running text is broken only where the next word would not fit into the widest line.
    """
    if len(lines) < FEWEST_ITEMS or any(line[:1].islower() for line in lines):
        return False
    width = max(map(len, lines))
    early = sum(width_with_next(a, b) <= width for a, b in pairwise(lines))
    return width <= SHORT_LINE or 2 * early >= len(lines) - 1
