"""Acronyms that spell their own words: "CRRT" and "continuous renal replacement therapy"."""

import re
from collections.abc import Sequence

from lapel.text.words import Word

_ACRONYM = re.compile(r"[A-Z]{3,6}")
_FEWEST_WORDS, _MOST_WORDS = 3, 6
_SMALL = frozenset({"of", "and", "for", "the", "in", "to", "a", "on"})


def is_acronym(phrase: str) -> bool:
    """Whether a phrase is one word of three to six capitals."""
    return _ACRONYM.fullmatch(phrase.strip()) is not None


def acronym_of(words: Sequence[Word]) -> str:
    """The acronym that a phrase of three to six words would have, "" for any other phrase."""
    initials = [w.written[0] for w in words if w.written.casefold() not in _SMALL]
    fits = _FEWEST_WORDS <= len(initials) <= _MOST_WORDS
    return "".join(initials).upper() if fits and all(i.isalpha() for i in initials) else ""


def spelled_out(acronym: str, words: Sequence[Word]) -> tuple[int, int] | None:
    """Where words stand whose initials spell the acronym, as first and past the last; a comma
    between them breaks the spell.
    """
    initials = [(i, w.written[0].upper()) for i, w in enumerate(words) if not _is_small(w)]
    letters = "".join(initial for _, initial in initials)
    length = len(acronym.strip())
    start = letters.find(acronym.strip())
    while start >= 0:
        first, last = initials[start][0], initials[start + length - 1][0]
        if all(words[i + 1].start - words[i].end == 1 for i in range(first, last)):
            return first, last + 1
        start = letters.find(acronym.strip(), start + 1)
    return None


def _is_small(word: Word) -> bool:
    return word.written.casefold() in _SMALL
