"""Stems of English words: Snowball's, corrected by a table where it joins or parts too much.

A short name keeps its capitals as its stem ("R", "Go", "AI"), so that it is never found in a
common word; a longer word is compared in lower case.
"""

from functools import lru_cache
from typing import Any

from lapel.text.data import data_reader

_SHORT_NAME = 2
_table = data_reader("lapel.text", "stems.yaml")
_LONGEST_ACRONYM = 6


@lru_cache(maxsize=65536)
def stem_word(written: str) -> str:
    """Return the stem a word is compared by; ``written`` keeps the capitals it has in the text."""
    word = written.replace("’", "'")
    if word.endswith(("'s", "'S")):
        word = word[:-2]
    if word.endswith("+") and len(word) > _SHORT_NAME + 1 and word[:-1].isalpha():
        word = word[:-1]  # "ALCOA+", "LGBTQ+"; not "C++"
    name = _stem_name(word)
    if name:
        return name
    lower = spell_out(word.casefold())
    known = _load_families().get(lower)
    if known is not None:
        return known
    if not lower.isascii() or not lower.isalpha():
        return lower
    return str(_load_snowball().stemWord(lower.replace("isation", "ization")))


def spell_out(lower: str) -> str:
    """Return the full form of a word in lower case that notes write short ("mgmt")."""
    return _load_clipped().get(lower, lower)


def is_cased_name(word: str) -> bool:
    """Tell whether a word spelled just so is a name that looks like a common word ("Excel")."""
    return word in _load_case_names()


def _stem_name(word: str) -> str:
    """Return the stem of a word that is a name by its capitals, "" for any other."""
    singular = word[:-1] if word.endswith("s") and word[:-1].isupper() else word
    if singular in _load_case_names():
        return singular
    if singular.isupper() and len(singular) <= _LONGEST_ACRONYM and singular.isalnum():
        return singular if len(singular) <= _SHORT_NAME else singular.casefold()
    return ""


@lru_cache(maxsize=1)
def _load_families() -> dict[str, str]:
    return {
        word: f"{stem}" for stem, words in _table()["families"].items() for word in words.split()
    }


@lru_cache(maxsize=1)
def _load_clipped() -> dict[str, str]:
    clipped: dict[str, str] = _table()["clipped"]
    return clipped


@lru_cache(maxsize=1)
def _load_case_names() -> frozenset[str]:
    return frozenset(_table()["names"].split())


@lru_cache(maxsize=1)
def _load_snowball() -> Any:  # noqa: ANN401 - the package carries no types
    from Stemmer import Stemmer  # noqa: PLC0415 - only readers of English pay for it

    return Stemmer("english")


def stemmer_version() -> str:
    """Return the version of the library that stems the words the tables do not know."""
    from Stemmer import version  # noqa: PLC0415 - as above

    return str(version())
