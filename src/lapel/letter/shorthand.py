"""What people shorten in a note and write out in a profile: "IPM", "perio", "the $150 rule"."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from msgspec import Struct

from lapel.matching.acronyms import is_acronym, spelled_out
from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.verbs import forms_of
from lapel.text.words import Word, split_words

_SEPARATOR = regex(r"(?<=\d),(?=\d{3})")
_PERCENT = regex(r"(?<=\d) ?per ?cent\b")
_THOUSANDS = regex(r"(?<=\d)k$", re.IGNORECASE)
_FIGURE = regex(
    r"(?<![\w$£€.])(?:[$£€]\d+(?:\.\d+)?[a-zA-Z]?|\d+(?:\.\d+)?(?:%|[a-zA-Z](?![a-z]))?)"
)
_NUMBER = regex(r"(?<![\w.])(?P<number>\d+(?:\.\d+)?)(?P<times>[kKmM]\b)?")
_MEASURE = regex(
    r"(?<![\w.])(?P<n>\d+(?:\.\d+)?)[ -]?(?P<unit>mins?|minutes?|seconds?|secs?|hours?)\b",
    re.IGNORECASE,
)
_TIMES = {"k": 1000, "m": 1_000_000}
_YEAR = regex(r"(?:19|20)\d\d")
_LONGEST_PLAIN = 2
_SHORTEST_CUT = 4
_LEAST_LEFT_OUT = 3


def figures_in(text: str) -> frozenset[str]:
    """The figures of a text that tell one deed from others, in digits: "$15,000" and "$15k" are
    both "$15000". A plain number of one or two digits tells nothing.
    """
    plain = _PERCENT.sub("%", _SEPARATOR.sub("", text))
    found = (_THOUSANDS.sub("000", f.group()) for f in _FIGURE.finditer(plain))
    return frozenset(f.casefold() for f in found if len(f) > _LONGEST_PLAIN or not f.isdigit())


def numbers_in(text: str) -> frozenset[str]:
    """Every number of a text, its unit off: "91% to 97.4%" has 91 and 97.4, "$700k" 700000,
    "five of nineteen" 5 and 19; no year.
    """
    spelled = (NUMERALS.get(word.lower, 0) for word in split_words(text))
    plain = _SEPARATOR.sub("", text)
    found = {_in_full(f) for f in _NUMBER.finditer(plain)} | {str(n) for n in spelled if n > 1}
    return frozenset(number for number in found if not _YEAR.fullmatch(number))


def measures_in(text: str) -> frozenset[tuple[str, str]]:
    """The numbers of a text with the time that they measure, shortened: "50 min" and "50 minutes"
    are both ("50", "min"). Years are none: many things have lasted so long.
    """
    return frozenset((f["n"], f["unit"][:3].casefold()) for f in _MEASURE.finditer(text))


class Counted(Struct, frozen=True):
    """What a text counts: its ``numbers``, its ``figures`` and what it ``measures``."""

    numbers: frozenset[str]
    figures: frozenset[str]
    measures: frozenset[tuple[str, str]]


def count(text: str) -> Counted:
    """All that a text counts."""
    return Counted(numbers_in(text), figures_in(text), measures_in(text))


def _in_full(found: re.Match[str]) -> str:
    """A number with its thousands or millions: "700k" is 700000."""
    number, times = float(found["number"]), _TIMES.get((found["times"] or "").casefold(), 1)
    return f"{number * times:g}" if times == 1 else f"{number * times:.0f}"


def written_out(phrase: str, texts: tuple[str, ...]) -> Iterator[str]:
    """The phrase as ``texts`` write it out, where they do: an acronym's words, the longer word
    that one was cut from.
    """
    words = split_words(phrase)
    for word in words:
        for reading in map(split_words, texts) if is_acronym(word.written) else ():
            if (found := spelled_out(word.written, reading)) is not None:
                spelled = [word.written for word in reading[slice(*found)]]
                yield " ".join(spelled)
                yield " ".join(spelled[1:])  # a deed is told with the noun alone
    known = _known(texts)
    longer = {word.written: full for word in words if (full := _longer(word, known))}
    if longer:
        yield " ".join(longer.get(word.written, word.written) for word in words)


@lru_cache(maxsize=1)
def _known(texts: tuple[str, ...]) -> frozenset[str]:
    """The words of the texts, in lower case; a letter asks the same texts many times."""
    return frozenset(word.lower for text in texts for word in split_words(text))


def _longer(word: Word, known: Collection[str]) -> str:
    """The one word that another was cut from, "" where that is no cut word or fits several."""
    lower = word.lower
    if len(lower) < _SHORTEST_CUT or lower in known or forms_of(lower) or not lower.isalpha():
        return ""
    longer = {
        full
        for full in known
        if full.startswith(lower) and len(full) >= len(lower) + _LEAST_LEFT_OUT
    }
    return longer.pop() if len(longer) == 1 else ""
