"""Where a line of plain text goes on with the sentence of the one before, and where it is new."""

from collections.abc import Sequence
from functools import cache

from lapel.job.labels import split_label
from lapel.job.markdown import Written
from lapel.text.data import read_data

LONG_LINE = 60
SHORT_LINE = 40
WIDEST_MARGIN = 100
RAGGED = 12
LONGEST_NAME_WORDS = 4
SENTENCE_ENDS = (".", "!", "?", ";")


def first_new(lines: Sequence[Written], start: int = 0) -> int:
    """The index of the first line after ``start`` that does not go on with the one before it."""
    after = range(start + 1, len(lines))
    return next((index for index in after if not _runs_on(lines, index)), len(lines))


def first_named(lines: Sequence[Written]) -> int:
    """The index of the first line behind the first that begins anew with a name; 0 for none."""
    new = (i for i in range(1, len(lines)) if begins_named(lines[i]) and not _runs_on(lines, i))
    return next(new, 0)


def begins_named(line: Written) -> bool:
    """Whether the line begins with a short name and what is said of it: "URBN: leadership"."""
    labelled = split_label(line.text)
    return bool(labelled.rest) and 0 < len(labelled.label.split()) <= LONGEST_NAME_WORDS


def _runs_on(lines: Sequence[Written], index: int) -> bool:
    """Whether a line goes on with the sentence of the one before.

    Running text is broken only where a line is full: where the next word would pass the widest
    line, of a width that people set, or a line breaks in the middle of something. A small letter
    says that it goes on only where the writer begins lines with capitals. Names that several
    lines begin with are a list.
    """
    before, after = lines[index - 1].text.rstrip(), lines[index].text
    if before.endswith(",") or before.split()[-1].casefold() in _hanging():
        return True
    if begins_named(lines[index]) and sum(map(begins_named, lines)) > 1:
        return False
    habit = any(line.text[:1].isupper() for line in lines)
    small = after[:1].islower() and habit and not before.endswith(SENTENCE_ENDS)
    if small and len(before) >= SHORT_LINE:
        return True
    return len(before) >= LONG_LINE and _is_full(before, after, lines)


def _is_full(before: str, after: str, lines: Sequence[Written]) -> bool:
    width = max(len(line.text) for line in lines)
    if len(before) + 1 + len(after.split(maxsplit=1)[0]) <= width - RAGGED:
        return False
    as_wide = sum(len(line.text) > width - RAGGED for line in lines)
    return width <= WIDEST_MARGIN or as_wide > 1


@cache
def _hanging() -> frozenset[str]:
    return frozenset(read_data("lapel.job", "phrases.yaml")["hanging"])
