"""The documented JSON shapes: what `tailor` and `letter` print with `--json`."""

from collections import Counter
from enum import StrEnum

from msgspec import Struct

from lapel.ledger.model import Fate, Ledger, LetterAccount, SentenceAccount, ToDoAccount
from lapel.text.difference import Stretch


class LetterState(StrEnum):
    """What `lapel letter` found or did: a draft was written, the letter is as a fresh draft would
    be or could be brought up to date, it was brought up to date without or with conflicts, or it
    is a letter that lapel did not draft.
    """

    DRAFTED = "drafted"
    CURRENT = "current"
    OUTDATED = "outdated"
    UPDATED = "updated"
    CONFLICTS = "conflicts"
    OWN = "own"


class LetterView(Struct, frozen=True):
    """What `lapel letter --json` prints. ``changes`` are what a fresh draft changes in the draft
    the letter came from.
    """

    job: str
    file: str
    state: LetterState
    edited: bool
    words: int
    sentences: tuple[SentenceAccount, ...]
    todos: tuple[ToDoAccount, ...]
    changes: tuple[Stretch, ...]
    hints: tuple[str, ...]
    warnings: tuple[str, ...]


class LetterSummary(Struct, frozen=True):
    """The letter in a line: ``file`` is "" for a draft that was not written, ``fill`` in [0, 1]."""

    file: str
    edited: bool
    words: int
    todos: int
    fill: float
    hints: tuple[str, ...]


def summarize_letter(letter: LetterAccount) -> LetterSummary:
    """Return the letter's account in a line."""
    return LetterSummary(
        letter.file, letter.edited, letter.words, len(letter.todos), letter.fill, letter.hints
    )


class TailoredView(Struct, frozen=True):
    """What `lapel tailor --json` prints, one object a line and job; ``fill`` in [0, 1]."""

    job: str
    folder: str
    files: tuple[str, ...]
    pages: int
    fill: float
    notes: dict[str, int]
    letter: LetterSummary | None
    warnings: tuple[str, ...]


def count_fates(ledger: Ledger) -> dict[str, int]:
    """Count the notes that met each fate, in the order of the fates."""
    counts = Counter(note.fate for note in ledger.notes)
    return {fate.value: counts[fate] for fate in Fate if counts[fate]}
