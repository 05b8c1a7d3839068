"""Where an amount becomes another: "from nine days to four", "turnover 48% to 14%", "61 → 74"."""

import re
from collections.abc import Iterator

from msgspec import Struct

from lapel.text.numbers import NUMERALS
from lapel.text.regexes import regex
from lapel.text.words import Word

_CLOCK = r"\d{1,2}:\d\d(?! ?[ap]\.?m\b)"
_AMOUNT = rf"(?:{_CLOCK}|[$£€]?(?:\d[\d,]*(?:\.\d+)?[kmb]?|{'|'.join(NUMERALS)}))\b(?!:\d)"
_MINUTE, _DAY = 60, 86_400
_SECONDS = {
    "ms": 0.001,
    "second": 1,
    "sec": 1,
    "minute": _MINUTE,
    "min": _MINUTE,
    "hour": 60 * _MINUTE,
    "hr": 60 * _MINUTE,
    "day": _DAY,
    "week": 7 * _DAY,
    "wk": 7 * _DAY,
    "month": 30 * _DAY,
    "year": 365 * _DAY,
    "yr": 365 * _DAY,
}
_UNIT = rf"(?:{'|'.join(_SECONDS)})"
_OF = rf"%?(?:[ -](?:percent|per cent|points?|(?:\w+ )?{_UNIT}s?|(?:an?|per|each) \w+)){{0,2}}"
_NEARLY = r"(?: (?:just|only|under|over|below|about|around|nearly|almost|(?:less|fewer) than))?"
_MOVE = regex(
    rf"(?P<said>\bfrom (?:[a-z]+ ){{0,2}})?(?<!\w)(?P<one>{_AMOUNT})"
    rf"(?P<of>(?(said)[^.;:!?\d→]{{0,24}}?|{_OF})) ?(?:\bto\b|(?P<arrow>→|->|➔))"
    rf"{_NEARLY}{_NEARLY} ?(?P<two>{_AMOUNT})(?P<in>%?[ -]?\w*)",
    re.IGNORECASE,
)
_TIME = regex(rf"(?<!\ba )(?<!\ban )(?<!\bper )\b({_UNIT})s?\b", re.IGNORECASE)
_MANY = {"k": 1e3, "m": 1e6, "b": 1e9}
_YEARS = range(1900, 2100)


class Move(Struct, frozen=True):
    """An amount in a text that rose or ``fell``, by its offsets; ``timed`` if it is a time."""

    start: int
    end: int
    fell: bool
    timed: bool

    def words(self, words: tuple[Word, ...]) -> tuple[int, int]:
        """Return the positions of its first word and past its last among these."""
        inside = [i for i, word in enumerate(words) if self.start <= word.start < self.end]
        return inside[0], inside[-1] + 1


def find_moves(text: str) -> Iterator[Move]:
    """Yield amounts that become others, values of a clock among them ("7:40 to 5:05").

    Numbers that rise without "from" or an arrow ("3 to 5 patients") are a range, and two years a
    period.
    """
    for found in _MOVE.finditer(text):
        units = [_TIME.search(found[name]) for name in ("of", "in")]
        seconds = [_SECONDS[unit[1].casefold()] if unit else 0 for unit in units]
        one, two = _value(found["one"]), _value(found["two"])
        if not any(seconds) and one in _YEARS and two in _YEARS:
            continue
        one *= seconds[0] or seconds[1] or 1
        two *= seconds[1] or seconds[0] or 1
        if one > two or (one < two and (found["said"] or found["arrow"])):
            yield Move(found.start(), found.end("two"), one > two, any(seconds))


def _value(written: str) -> float:
    spelled = written.casefold().lstrip("$£€").replace(",", "")
    if spelled in NUMERALS:
        return NUMERALS[spelled]
    if ":" in spelled:
        whole, _colon, part = spelled.partition(":")
        return int(whole) + int(part) / _MINUTE
    return float(spelled.rstrip("kmb")) * _MANY.get(spelled[-1], 1)
