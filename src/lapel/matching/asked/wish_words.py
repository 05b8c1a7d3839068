"""The words that tell what a note wants from what it only says by the way: ``wishes.yaml``."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.patterns import on_one_line
from lapel.text.regexes import regex

WORD = regex(r"[\w’'-]+")
_WORDS = ("reasons", "persons", "selves", "musings", "wishing", "liking", "pointers", "states")
_PATTERNS = (
    *("permitted", "contrast", "more_than", "both", "leads", "introductions", "endings"),
    *("missing", "spare", "spared", "applicable", "more_orders", "pressed", "opening", "doubts"),
    *("lacked", "either"),
)


class Lists(Struct, frozen=True):
    """``wishes.yaml``, ready to use."""

    shorthand: dict[str, str]
    short_forms: re.Pattern[str]
    starters: frozenset[str]
    anywhere: re.Pattern[str]
    words: dict[str, frozenset[str]]
    patterns: dict[str, re.Pattern[str]]


@lru_cache(maxsize=1)
def wish_words() -> Lists:
    """Read the words and patterns of ``wishes.yaml``."""
    data: dict[str, Any] = read_data("lapel.matching.asked", "wishes.yaml")
    shorthand: dict[str, str] = data["shorthand"]
    by_length = sorted(map(re.escape, shorthand), key=len, reverse=True)
    forms = "|".join(f"(?-i:{form})(?= )" if len(form) == 1 else form for form in by_length)
    patterns = {name: regex(on_one_line(data[name]), re.IGNORECASE) for name in _PATTERNS}
    patterns["speaking"] = regex(data["speaking"])
    return Lists(
        shorthand,
        regex(rf"(?<![\w/])(?:{forms})(?![\w’'/])", re.IGNORECASE),
        frozenset(data["starters"].split()),
        regex(rf"\s+(?=(?:{on_one_line(data['anywhere'])})\s)", re.IGNORECASE),
        {name: frozenset(data[name].split()) for name in _WORDS},
        patterns,
    )


def first_word(text: str) -> str:
    """Return the first word of a text in lower case, "" where it has none."""
    found = WORD.search(text)
    return found.group().casefold() if found else ""


def bare_words(text: str) -> str:
    """Strip quotes, marks and blanks around a clause."""
    return text.strip(' \t"“”.,;:!?…*_')


def has_words(text: str) -> bool:
    """Tell whether a text has any word."""
    return WORD.search(text) is not None
