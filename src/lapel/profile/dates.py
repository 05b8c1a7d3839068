"""Dates as people write them: a year, a month or a day, ``present``, or words kept as written."""

from datetime import date
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from lapel.locale.days import read_day
from lapel.locale.words import month_of
from lapel.profile.model import Date
from lapel.text.data import read_data
from lapel.text.regexes import regex
from lapel.text.words import fold_text

_ISO = regex(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?")
_MONTH_FIRST = regex(r"(\d{1,2})[/.-](\d{4})")
_SHORT_YEAR = regex(r"(\d{1,2})/['’]?(\d\d)|([^\W\d_]+)\.?\s*['’](\d\d)")
_YEAR_FIRST = regex(r"(\d{4})(?:[/.]|\s?[年년]\s?)(\d{1,2})\s?[月월]?")
_YEAR_ALONE = regex(r"(\d{4})\s?[年년]")
_NAMED = regex(r"([^\W\d_]+)\.?,?\s+(?:de\s+)?(\d{4})")
LAST_OF_THIS_CENTURY = 49
_LIKE_A_DATE = regex(r"\d{4}-\d{1,2}(?:-\d{1,2})?")
_FIGURES = regex(r"[\d\s./–-]*\d{5,}[\d\s./–-]*")
_DAY = regex(r"(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}")


class _Words(Struct, frozen=True):
    """``dates.yaml``, ready to look up."""

    present: frozenset[str]
    expected: frozenset[str]
    no_months: frozenset[str]


def parse_date(written: str) -> Date:
    """Read a date as written.

    ``2021``, ``2021-03``, ``2021-03-15`` (also unpadded, also with a time, which is dropped) and
    the months of ``Mar 2020``, ``März 2020``, ``03/2020``, ``03.2020``, ``03-2020``, ``2020/03``,
    ``3/20``, ``Mar '20`` and ``2020年3月`` get a year and a month, days such as ``June 13, 2020``
    and ``13.06.2020`` a day too, so that they are ordered and printed like any other. All other
    texts get none and are printed as written: ``Spring 2019``, ``2020-21`` (an academic year),
    ``2019–2020``, ``c. 2004``, and ``03/04/2020``, which could be two days. ``expected June 2027``
    is printed as written, too, and ordered as its date.
    """
    text = " ".join(written.split())
    if fold_text(text) in _load_words().present:
        return Date(text, present=True)
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
        return _make_checked_date(text, int(year), int(month or 0), int(day or 0))
    if match := _YEAR_ALONE.fullmatch(text):
        return _make_checked_date(text, int(match[1]), 0, 0)
    if match := _MONTH_FIRST.fullmatch(text):
        return _make_checked_date(text, int(match[2]), int(match[1]), 0)
    if match := _YEAR_FIRST.fullmatch(text):
        return _make_checked_date(text, int(match[1]), int(match[2]), 0)
    if (match := _NAMED.fullmatch(text)) and (month_number := _find_month(match[1])):
        return _make_checked_date(text, int(match[2]), month_number, 0)
    if match := _SHORT_YEAR.fullmatch(text):
        month = int(match[1]) if match[1] else _find_month(match[3])
        return (
            _make_checked_date(text, _add_century(int(match[2] or match[4])), month, 0)
            if month
            else Date(text)
        )
    if day := read_day(text):
        return Date(text, day.year, day.month, day.day)
    bare = _strip_expectation(text)
    then = parse_date(bare) if bare else Date(text)
    return replace(then, written=text, is_worded=True) if then.year else Date(text)


def _strip_expectation(text: str) -> str:
    """Return the date in a text such as "expected June 2027"; "" for any other text."""
    words = [word.strip("().,:") for word in text.split()]
    kept = [word for word in words if word.casefold() not in _load_words().expected]
    return " ".join(kept) if len(kept) < len(words) else ""


def is_date(written: str) -> bool:
    """Tell whether a text is a date that orders an entry."""
    date = parse_date(written)
    return date.present or date.year is not None


def looks_wrong(parsed: Date) -> bool:
    """Tell whether a text looks like a date but is not a real one, nor an academic year."""
    if parsed.year is not None:
        return False
    if day := _DAY.fullmatch(parsed.written):
        return min(int(day[1]), int(day[2])) > 12 or max(int(day[1]), int(day[2])) > 31
    if not _LIKE_A_DATE.fullmatch(parsed.written):
        return _FIGURES.fullmatch(parsed.written) is not None
    year, *rest = parsed.written.split("-")
    return len(rest) > 1 or int(rest[0]) != (int(year) + 1) % 100


def is_before(end: Date, start: Date) -> bool:
    """Tell whether an end is certainly before a start: only parts that both have are compared."""
    pairs = ((end.year, start.year), (end.month, start.month), (end.day, start.day))
    for of_end, of_start in pairs:
        if of_end is None or of_start is None:
            return False
        if of_end != of_start:
            return of_end < of_start
    return False


def _make_checked_date(text: str, year: int, month: int, day: int) -> Date:
    """Return the date with these parts, 0 where unsaid, or the bare text when there is no such
    day.
    """
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return Date(text)
    return Date(text, year, month or None, day or None)


def _add_century(year: int) -> int:
    """Return the full year of two figures: nobody's entry is far in the future."""
    return year + (2000 if year <= LAST_OF_THIS_CENTURY else 1900)


def _find_month(name: str) -> int:
    """Return the number of a month or its abbreviation in any of the languages, 0 for any other
    word.
    """
    return 0 if name.casefold() in _load_words().no_months else month_of(name)


@cache
def _load_words() -> _Words:
    data: dict[str, list[str]] = read_data("lapel.profile", "dates.yaml")
    return _Words(**{name: frozenset(words) for name, words in data.items()})
