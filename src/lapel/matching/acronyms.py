"""Acronyms that spell their own words: "CRRT" and "continuous renal replacement therapy"; and
numeronyms, which count a word's inner letters: "i18n" and "internationalization".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from lapel.text.phrases import is_past, phrase_words
from lapel.text.regexes import regex
from lapel.text.words import Word

_ACRONYM, _IN_SMALL = regex(r"[A-Z]{3,6}"), regex(r"[b-df-hj-np-tv-xz]{3,6}")
_FEWEST_WORDS, _MOST_WORDS = 3, 6
_NUMERONYM = regex(r"([a-z])(\d{1,2})([a-z])", re.IGNORECASE)
_FEWEST_COUNTED = 10
"""Fewer letters fit too many words ("k8s": kilometres), or are no numeronym ("B2B")."""
_ARTICLES = frozenset({"the", "a"})
_PARTICLES = frozenset({"out", "up", "off", "down", "back", "away", "as"})
_SMALL = frozenset({"of", "and", "for", "the", "in", "to", "a", "on"})


def is_acronym(phrase: str) -> bool:
    """Tell whether a phrase is one word of three to six capitals."""
    return _ACRONYM.fullmatch(phrase.strip()) is not None


def is_acronym_in_small(phrase: str) -> bool:
    """Tell whether a phrase is a word without vowels, as hurried hands type an acronym ("crrt")."""
    return _IN_SMALL.fullmatch(phrase.strip()) is not None


def acronym_of(words: Sequence[Word]) -> str:
    """Return the acronym that a phrase of three to six words would have, else ""."""
    initials = [w.written[0] for w in words if w.lower not in _SMALL]
    fits = _FEWEST_WORDS <= len(initials) <= _MOST_WORDS
    return "".join(initials).upper() if fits and all(i.isalpha() for i in initials) else ""


def find_words_of_acronym(acronym: str, words: tuple[Word, ...]) -> tuple[int, int] | None:
    """Find words whose initials spell the acronym: positions of the first and past the last."""
    places, letters = _find_initials(words)
    length = len(acronym.strip())
    start = letters.find(acronym.strip())
    while start >= 0:
        first, last = places[start], places[start + length - 1]
        together = all(words[i + 1].start - words[i].end == 1 for i in range(first, last))
        if together and _is_name(words[first : last + 1], starts=first == 0):
            return first, last + 1
        start = letters.find(acronym.strip(), start + 1)
    return None


@lru_cache(maxsize=4096)
def _find_initials(words: tuple[Word, ...]) -> tuple[tuple[int, ...], str]:
    """Return the positions of all words but small ones ("of"), and their initials as capitals."""
    places = tuple(place for place, word in enumerate(words) if not _is_small(word))
    return places, "".join(words[place].written[0].upper()[:1] for place in places)


def is_numeronym(phrase: str) -> bool:
    """Tell whether a phrase is written as first letter, count and last letter ("a11y")."""
    found = _NUMERONYM.fullmatch(phrase.strip())
    return found is not None and int(found[2]) >= _FEWEST_COUNTED


def numeronym_of(word: str) -> str:
    """Write a long word as a numeronym: "a11y" for "accessibility"; "" for a short word."""
    return (
        f"{word[0]}{len(word) - 2}{word[-1]}".casefold() if len(word) >= _FEWEST_COUNTED + 2 else ""
    )


def _is_name(words: Sequence[Word], *, starts: bool) -> bool:
    """Tell whether words can be a name.

    They are written with capitals; or they are content words without an article or a particle, and
    do not begin the text with a verb in the past.
    """
    told = [word for word in words if not _is_small(word)]
    if all(word.written[0].isupper() for word in told):
        return True
    if starts and is_past(words[0].written):
        return False
    no_name = phrase_words().breaks | _PARTICLES
    small = {word.lower for word in words}
    return not _ARTICLES & small and not any(w.lower in no_name for w in told)


def _is_small(word: Word) -> bool:
    return word.lower in _SMALL
