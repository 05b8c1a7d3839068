"""The differences between two texts, word by word."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from msgspec import Struct


class Change(StrEnum):
    """The kinds of change of a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


class Stretch(Struct, frozen=True):
    """Words with the same change, with blanks between them as they were joined."""

    change: Change
    text: str


def word_changes(old: str, new: str) -> tuple[Stretch, ...]:
    """Return the stretches that make ``new`` out of ``old``, removed words before added ones."""
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return tuple(
        stretch
        for _, i1, i2, j1, j2 in matcher.get_opcodes()
        for stretch in _make_stretches(before[i1:i2], after[j1:j2])
    )


def _make_stretches(before: Sequence[str], after: Sequence[str]) -> Iterator[Stretch]:
    if before == after:
        yield Stretch(Change.SAME, " ".join(before))
        return
    if before:
        yield Stretch(Change.REMOVED, " ".join(before))
    if after:
        yield Stretch(Change.ADDED, " ".join(after))
