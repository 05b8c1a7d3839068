"""Line wrapping: which lines of plain text go on with the sentence of the line before."""

from collections.abc import Iterator, Sequence
from functools import cache

from lapel.job.markup.lines import SHORTEST_FULL_LINE
from lapel.job.markup.markdown import Written
from lapel.job.words.labels import begins_with_verb, split_label
from lapel.text.data import read_data
from lapel.text.regexes import regex

SHORT_LINE = 40
WIDEST_MARGIN = 100
RAGGED = 12
LONGEST_NAME_WORDS = 4
ORDERS = frozenset({"no", "not", "don't", "don’t", "dont", "do", "never", "nothing", "anything"})
SENTENCE_ENDS = (".", "!", "?", ";")
_STOP = regex(r"[^\W\d_]{2}[.!?;](?:\s|$)")
"""The end of a sentence, and not of a one-letter abbreviation."""


def find_next_start(lines: Sequence[Written], start: int, *, capitals: bool) -> int:
    """Return the index of the first line after ``start`` that does not go on with the one before
    it.

    ``capitals`` says whether the writer begins sentences with them; the number of lines where all
    go on.
    """
    after = range(start + 1, len(lines))
    return next(
        (index for index in after if not _continues_sentence(lines, index, capitals)), len(lines)
    )


def runs_of_lines(lines: Sequence[Written], *, capitals: bool) -> Iterator[tuple[Written, ...]]:
    """Yield the runs of lines of which each goes on with the one before it."""
    start = 0
    while start < len(lines):
        end = find_next_start(lines, start, capitals=capitals)
        yield tuple(lines[start:end])
        start = end


def find_first_named(lines: Sequence[Written]) -> int:
    """Return the index of the first later line that begins with a name ("URBN: …"); 0 for none."""
    habit = any(map(_is_capital, lines))
    later = range(1, len(lines))
    new = (i for i in later if begins_named(lines[i]) and not _continues_sentence(lines, i, habit))
    return next(new, 0)


def begin_with_capitals(firsts: Sequence[Written]) -> bool:
    """Tell whether at least five in six of these lines begin with a capital."""
    return 6 * sum(map(_is_capital, firsts)) >= 5 * len(firsts)


def width_with_next(before: str, after: str) -> int:
    """Return how many characters a line has with the first word of the next one behind it."""
    return len(before) + 1 + len(after.split(maxsplit=1)[0])


def begins_named(line: Written) -> bool:
    """Tell whether a line begins with a label of up to four words: "URBN: leadership"."""
    labelled = split_label(line.text)
    return bool(labelled.rest) and 0 < len(labelled.label.split()) <= LONGEST_NAME_WORDS


def _continues_sentence(lines: Sequence[Written], index: int, capitals: bool) -> bool:
    """Tell whether a line goes on with the sentence of the one before.

    Running text is broken only where a line is full: where the next word would pass the widest
    line, of a width that people set, or a line breaks in the middle of something. A small letter
    says that it goes on only where the writer begins with capitals, here too; any other line goes
    on only where sentences have an end, for whoever puts no stops writes a thing in a line. Names
    that several lines begin with are a list, and so are instructions, or orders to leave out.
    """
    before, after = lines[index - 1].text.rstrip(), lines[index].text
    full = _is_full(before, after, lines)
    marks = (begins_named, _begins_order)
    listed = any(begins(lines[index]) and sum(map(begins, lines)) > 1 for begins in marks)
    if not listed and before.split()[-1].casefold() in hanging_words():
        return True
    if before.endswith(","):
        return full or not begins_with_verb(after)
    if listed or not full or all(line.text.endswith(SENTENCE_ENDS) for line in lines):
        return False
    begun = capitals and _is_capital(lines[0])
    small = begun and after[:1].islower() and not before.endswith(SENTENCE_ENDS)
    if not small and not any(map(_ends_sentence, lines)):
        return False
    return len(before) >= (SHORT_LINE if small else SHORTEST_FULL_LINE)


def _begins_order(line: Written) -> bool:
    return begins_with_verb(line.text) or line.text.split()[0].casefold() in ORDERS


def _is_capital(line: Written) -> bool:
    return not line.text.lstrip("*_\"'“‘([")[:1].islower()


def _ends_sentence(line: Written) -> bool:
    return _STOP.search(line.text) is not None


def _is_full(before: str, after: str, lines: Sequence[Written]) -> bool:
    width = max(len(line.text) for line in lines)
    if width_with_next(before, after) <= width - RAGGED:
        return False
    as_wide = sum(len(line.text) > width - RAGGED for line in lines)
    return width <= WIDEST_MARGIN or as_wide > 1


@cache
def hanging_words() -> frozenset[str]:
    """Return the words that no sentence ends with: "of", "and"."""
    return frozenset(read_data("lapel.job.words", "phrases.yaml")["hanging"])
