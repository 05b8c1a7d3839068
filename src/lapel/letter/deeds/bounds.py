"""Numbers that a text names by their size only: "140+ installs", "under 1%", "nearly half"."""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from lapel.letter.deeds.counting import TIMES, without_separators
from lapel.text.regexes import regex

_AMOUNT = r"(?P<sign>[$£€])?(?<![\w.])(?P<n>\d+(?:\.\d+)?)(?P<times>[kKmM]\b)?(?P<percent> ?%)?"
_LEAST = r"over|more than|above|at least|upwards of|north of|exceeding"
_MOST = r"under|below|less than|fewer than|at most|no more than|up to|within"
_NEARLY = r"nearly|almost|close to|just under"
_ABOUT = r"about|around|roughly|some|approximately|approx\.?|circa|c\.|~"
_SAID = regex(
    rf"(?:(?<![\w-])(?:(?P<nearly>{_NEARLY})|(?P<least>{_LEAST})|(?P<most>{_MOST})"
    rf"|(?P<about>{_ABOUT})) ?)?(?:{_AMOUNT}|(?:an? |one )?(?P<share>half|third|quarter)\b)"
    r"(?P<more>\+| or more\b)?(?P<fewer> or (?:less|fewer)\b)?",
    re.IGNORECASE,
)
_FOUND = regex(_AMOUNT)
_SHARES = {"half": 50.0, "third": 100 / 3, "quarter": 25.0}
_LARGE = 100
_WIDE, _NEAR, _AS_MUCH = 1.5, 0.85, 0.1
"""How far a number goes beyond "over", falls short of "nearly", and is off what it is "about"."""


class Amount(Struct, frozen=True):
    """A number with its unit: a currency's sign, "%" or ""."""

    value: float
    unit: str


class Bound(Struct, frozen=True):
    """What a text says of a number: it is from ``least`` to ``most``; ``written`` is in digits."""

    written: str
    least: float
    most: float
    unit: str

    def holds(self, amount: Amount) -> bool:
        """Tell whether an amount is what the text says."""
        return amount.unit == self.unit and self.least <= amount.value <= self.most

    @property
    def is_telling(self) -> bool:
        """Whether few other things are of that size by chance: it has a unit, or is large."""
        return bool(self.unit) or self.least >= _LARGE


def bounds_in(text: str) -> Iterator[Bound]:
    """Yield what a text says of numbers whose exact value it leaves open."""
    for found in _SAID.finditer(without_separators(text)):
        value, unit = _value_of(found)
        if found["nearly"]:
            least, most = _NEAR * value, value
        elif found["least"] or found["more"]:
            least, most = value, _WIDE * value
        elif found["most"] or found["fewer"]:
            least, most = value / _WIDE / 2, value
        elif found["about"]:
            least, most = (1 - _AS_MUCH) * value, (1 + _AS_MUCH) * value
        else:
            continue
        yield Bound(f"{value:g}", least, most, unit)


@cache
def amounts_in(text: str) -> frozenset[Amount]:
    """Return the numbers of a text with their units."""
    return frozenset(Amount(*_value_of(f)) for f in _FOUND.finditer(without_separators(text)))


def _value_of(found: re.Match[str]) -> tuple[float, str]:
    groups = found.groupdict()
    if share := groups.get("share"):
        return _SHARES[share.casefold()], "%"
    value = float(groups["n"]) * TIMES.get((groups["times"] or "").casefold(), 1)
    return value, groups["sign"] or (groups["percent"] or "").strip()
