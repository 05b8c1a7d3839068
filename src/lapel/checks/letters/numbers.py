"""Numbers as people write them: "seven" and 7, "four percent" and 4%, "$1.2M" and 1.2 million."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from lapel.text.numbers import TENS, UNITS, YEAR
from lapel.text.regexes import regex


class Unit(StrEnum):
    """The unit written with a number; a plain number may be of any."""

    PLAIN = "plain"
    PERCENT = "percent"
    MONEY = "money"
    CLOCK = "clock"


class Number(Struct, frozen=True):
    """A number of a text: its value, its kind, and its position in the text.

    ``hedge`` is the word before that makes it less exact ("about"), ``measure`` the time it counts
    ("month"), ``written`` its words. The value of a clock time is in minutes since midnight, in
    twelve hours.
    """

    value: float
    unit: Unit
    start: int
    end: int
    written: str
    hedge: str = ""
    measure: str = ""

    def is_year(self) -> bool:
        """Tell whether it can be read as a year: a plain number from 1900 to 2099."""
        digits = self.written.removesuffix("s")
        return self.unit is Unit.PLAIN and digits.isdigit() and 1900 <= self.value < 2100

    def same_as(self, other: "Number") -> bool:
        """Tell whether two numbers are the same amount; a plain one may be of any unit but a time
        of day.
        """
        if self.measure and other.measure and self.measure != other.measure:
            return False
        units = {self.unit, other.unit}
        return abs(self.value - other.value) < 1e-6 * max(1.0, abs(self.value)) and (
            len(units) == 1 or (Unit.PLAIN in units and Unit.CLOCK not in units)
        )


SMALL = {"zero": 0, **UNITS, "dozen": 12}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "k": 1e3,
    "million": 1e6,
    "m": 1e6,
    "mn": 1e6,
    "billion": 1e9,
    "b": 1e9,
    "bn": 1e9,
}
_WORDED = "|".join((*SMALL, *TENS, "hundred", "thousand", "million", "billion", "a", "and"))
_IN_WORDS = regex(rf"\b(?:{_WORDED})\b(?:[\s-]+(?:{_WORDED})\b)*", re.IGNORECASE)
_IN_DIGITS = regex(
    r"(?<![\w.,/])(?P<clock>\d{1,2}:\d\d)(?![\d:])"
    r"|(?<![\w/])(?<!\d[.,])(?P<money>[$€£¥]\s?)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<scale>\s?(?:hundred|thousand|million|billion|bn|mn)\b|[kKmMbB]\b)?"
    r"(?P<tail>st\b|nd\b|rd\b|th\b|s\b|x\b|\+)?"
    r"(?P<rest>[A-Za-z]*)"
)
_ISO_DATE = regex(rf"\b{YEAR}((?:-\d\d){{1,2}})\b")
_PERCENT = regex(r"\s?(?:%|percent\b|per cent\b|percentage points?\b)|-percent\b", re.IGNORECASE)
_DOLLARS = regex(r"\s?(?:dollars?|euros?|pounds? sterling)\b", re.IGNORECASE)
_RANGE = regex(r"\s*(?:–|-|to|and|or|against|versus)\s*$", re.IGNORECASE)
_HALF_PAST = regex(rf"\bhalf past ({'|'.join(SMALL)}|\d{{1,2}})\b", re.IGNORECASE)
_MEASURE = regex(
    r"[\s-]+(year|month|week|day|hour|minute|millisecond|second|ms\b)s?\b", re.IGNORECASE
)
_BEFORE = regex(r"([A-Za-z]+)(?:\s+(?:than|to|at|a|an|the))?\s*$")


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the numbers of a text in order; "one" and ordinals in words count as none."""
    digits = list(_find_in_digits(text))
    taken = {position for number in digits for position in range(number.start, number.end)}
    words = [number for number in _find_in_words(text) if number.start not in taken]
    return tuple(_share_units(text, sorted((*digits, *words), key=lambda n: n.start)))


def _find_in_digits(text: str) -> Iterator[Number]:
    for match in _HALF_PAST.finditer(text):
        said = match[1].lower()
        hour = int(said) if said.isdigit() else SMALL[said]
        value = float(hour % 12 * 60 + 30)
        yield Number(value, Unit.CLOCK, match.start(), match.end(), match.group())
    dated = {at for match in _ISO_DATE.finditer(text) for at in range(*match.span(1))}
    for match in _IN_DIGITS.finditer(text):
        if match.start() in dated:
            continue
        written = match.group().strip()
        if match["clock"]:
            hour, minute = map(int, match["clock"].split(":"))
            value = float(hour % 12 * 60 + minute)
            yield Number(value, Unit.CLOCK, match.start(), match.end(), written)
            continue
        if match["rest"]:  # a part of a name: "5G", "2x4s"
            continue
        value = float(match["digits"].replace(",", ""))
        value *= SCALES[(match["scale"] or "").strip().lower()] if match["scale"] else 1
        yield _make_number(text, value, match.start(), match.end(), bool(match["money"]))


def _find_in_words(text: str) -> Iterator[Number]:
    for match in _IN_WORDS.finditer(text):
        start, position = match.start(), 0
        for part in re.split(r"\band\b", match.group(), flags=re.IGNORECASE):
            at = match.group().index(part, position)
            position = at + len(part)
            value = _read_value(part)
            stripped = part.strip(" -\n\t")
            if value is not None and value != 1 and stripped.lower() not in SCALES:
                first = start + at + part.index(stripped)
                yield _make_number(text, value, first, first + len(stripped), False)


def _read_value(part: str) -> float | None:
    """Return the value of number words; None where there is none ("a", "and")."""
    total, current, seen = 0.0, 0.0, False
    for word in re.split(r"[\s-]+", part.lower()):
        if word == "dozen":
            current = (current or 1) * 12
        elif word in SMALL:
            current += SMALL[word]
        elif word in TENS:
            current += TENS[word]
        elif word == "hundred":
            current = (current or 1) * 100
        elif word in SCALES and len(word) > 2:
            total, current = total + (current or 1) * SCALES[word], 0.0
        else:
            continue
        seen = True
    return total + current if seen else None


def _make_number(text: str, value: float, start: int, end: int, money: bool) -> Number:
    unit = Unit.MONEY if money else Unit.PLAIN
    if found := _PERCENT.match(text, end):
        unit, end = Unit.PERCENT, found.end()
    elif found := _DOLLARS.match(text, end):
        unit, end = Unit.MONEY, found.end()
    before = _BEFORE.search(text, 0, start)
    hedge = before.group(1).lower() if before else ""
    measure = _MEASURE.match(text, end)
    return Number(
        value,
        unit,
        start,
        end,
        text[start:end].strip(),
        hedge,
        measure[1].lower().replace("ms", "millisecond") if measure else "",
    )


def _share_units(text: str, found: list[Number]) -> Iterator[Number]:
    """Yield numbers, the first of the two ends of a range in the unit of the second: "from 83 to
    95%".
    """
    for index, number in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        if (
            following
            and number.unit is Unit.PLAIN
            and following.unit is not Unit.CLOCK
            and _RANGE.match(text[number.end : following.start])
        ):
            yield replace(number, unit=following.unit)
        else:
            yield number
