"""The day of an application, read from running words."""

import re
from datetime import date

from lapel.locale.days import SLASHED, list_days_meant, read_day
from lapel.locale.words import month_of
from lapel.text.regexes import regex

_SLASHED = regex(rf"(?<![\d/]){SLASHED.pattern}(?![\d/])")
_SHORT_YEAR = regex(r"(?<![\d./])(\d{1,2}([./])\d{1,2}\2 ?)(?=\d{2}(?![\d./]))")
"""A day before a year of two figures: "10/27/26", "3.11.26"."""
_DAY_AND_MONTH = regex(
    r"(?i)(?<![\w/.])(?=(?P<said>(?P<first>\d{1,2})/(?P<second>\d{1,2})(?![\w/])"
    r"|(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?P<name>[^\W\d_]{3,9})\b"
    r"|(?P<month>[^\W\d_]{3,9})\.? (?P<number>\d{1,2})(?:st|nd|rd|th)?(?![\w/:])))"
)
_NOT_YET = regex(
    r"(?i)(?:no|not|none|never|nope|false|soon|later|pending|waiting|planned|to be|to do|will"
    r"|before|by|asap|tomorrow|next|this)\b.*"
)
MOST_MONTHS = 12
_LEAP_YEAR = 2000
_MOST_WORDS = 4
"""The most words of a day: "Monday 26 October 2026"."""
_EDGES = " ,.;:()[]"


def read_day_said(words: str, file: str = "") -> date | None:
    """Return the first day that words name, None where they name none.

    Of 02/09/2025, which may be two days, the file's other dates show the order of day and month;
    where they do not, the answer is None.
    """
    words, file = _SHORT_YEAR.sub(r"\g<1>20", words), _SHORT_YEAR.sub(r"\g<1>20", file)
    said = words.split()
    for start in range(len(said)):
        for end in range(start + 1, start + 1 + _MOST_WORDS):
            if day := read_day(" ".join(said[start:end]).strip(_EDGES)):
                return day
    found = _SLASHED.search(words)
    if found is None or (first := _has_day_first(file)) is None:
        return None
    one, other, year = found["first"], found["second"], found["year"]
    return read_day(f"{year}-{other}-{one}" if first else f"{year}-{one}-{other}")


def day_without_year(words: str) -> str:
    """Return the first words that name a day and its month but no year, "" for none: "9/2"."""
    return next((found["said"] for found in _DAY_AND_MONTH.finditer(words) if _is_day(found)), "")


def _is_day(found: re.Match[str]) -> bool:
    if found["first"]:
        return bool(list_days_meant(f"{found['said']}/{_LEAP_YEAR}"))
    month = month_of(found["name"] or found["month"])
    return (
        month > 0
        and read_day(f"{_LEAP_YEAR}-{month}-{found['day'] or found['number']}") is not None
    )


def _has_day_first(file: str) -> bool | None:
    """Tell whether a file's dates have the day before the month; None where they do not show it."""
    dates = [(int(d["first"]), int(d["second"])) for d in _SLASHED.finditer(file)]
    day_first = any(first > MOST_MONTHS for first, _ in dates)
    month_first = any(second > MOST_MONTHS for _, second in dates)
    return day_first if day_first != month_first else None


def is_to_come(words: str) -> bool:
    """Tell whether words say that the day is still to come: "not yet", "by Friday"."""
    return _NOT_YET.fullmatch(words.strip(" .!?")) is not None


def list_day_spellings(words: str) -> str:
    """Return how to write each day that the words may mean, as "2025-02-09 or 2025-09-02"; an
    example where they name no day.
    """
    return " or ".join(day.isoformat() for day in sorted(list_days_meant(words))) or (
        "2026-03-31 or March 31, 2026"
    )
