"""What a text counts: figures, numbers and times, so that the $150 rule finds its bullet."""

import re

from msgspec import Struct

from lapel.text.numbers import NUMERALS, YEAR
from lapel.text.regexes import regex
from lapel.text.words import split_words

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
TIMES = {"k": 1000, "m": 1_000_000}
_YEAR = regex(YEAR)
SHORTEST_TELLING = 2
"""A number of more characters than this tells one deed from others."""


def figures_in(text: str) -> frozenset[str]:
    """Return the figures that tell one deed from others, in digits.

    "$15,000" and "$15k" are both "$15000". A plain number of one or two digits tells nothing.
    """
    plain = _PERCENT.sub("%", without_separators(text))
    found = (_THOUSANDS.sub("000", f.group()) for f in _FIGURE.finditer(plain))
    return frozenset(f.casefold() for f in found if len(f) > SHORTEST_TELLING or not f.isdigit())


def numbers_in(text: str) -> frozenset[str]:
    """Return every number of a text without its unit, years left out.

    "91% to 97.4%" has 91 and 97.4, "$700k" 700000, "five of nineteen" 5 and 19.
    """
    spelled = (NUMERALS.get(word.lower, 0) for word in split_words(text))
    plain = without_separators(text)
    found = {_write_in_full(f) for f in _NUMBER.finditer(plain)} | {
        str(n) for n in spelled if n > 1
    }
    return frozenset(number for number in found if not _YEAR.fullmatch(number))


def _measures_in(text: str) -> frozenset[tuple[str, str]]:
    """Return the numbers of a text with their unit of time, shortened.

    "50 min" and "50 minutes" are both ("50", "min"). Years are left out, because many things last
    equally long.
    """
    return frozenset((f["n"], f["unit"][:3].casefold()) for f in _MEASURE.finditer(text))


def without_separators(text: str) -> str:
    """Return the text without separators in large numbers: "15,000" as "15000"."""
    return _SEPARATOR.sub("", text)


class Counted(Struct, frozen=True):
    """What a text counts: its ``numbers``, its ``figures`` and what it ``measures``."""

    numbers: frozenset[str]
    figures: frozenset[str]
    measures: frozenset[tuple[str, str]]


def read_counted(text: str) -> Counted:
    """Return the numbers, figures and measures of a text."""
    return Counted(numbers_in(text), figures_in(text), _measures_in(text))


def _write_in_full(found: re.Match[str]) -> str:
    """Return a number with its thousands or millions written out: "700k" is 700000."""
    number, times = float(found["number"]), TIMES.get((found["times"] or "").casefold(), 1)
    return f"{number * times:g}" if times == 1 else f"{number * times:.0f}"
