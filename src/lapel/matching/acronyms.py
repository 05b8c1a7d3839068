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
    """Where words stand whose initials spell the acronym, as first and past the last."""
    initials = [(i, w.written[0].upper()) for i, w in enumerate(words) if not _is_small(w)]
    letters = "".join(initial for _, initial in initials)
    start = letters.find(acronym.strip())
    if start < 0:
        return None
    return initials[start][0], initials[start + len(acronym.strip()) - 1][0] + 1


def _is_small(word: Word) -> bool:
    return word.written.casefold() in _SMALL
