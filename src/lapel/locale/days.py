"""Days as people write them: ISO, or day, month and year in words or in figures."""

from datetime import date

from lapel.locale.words import month_of
from lapel.text.regexes import regex

ISO = regex(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?:[t ][\d:.z+-]+)?")
MONTH_FIRST = regex(
    r"(?:[a-z]+day,? )?(?P<name>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})"
)
DAY_FIRST = regex(
    r"(?:[a-z]+day,? )?(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?(?: of| de)? "
    r"(?P<name>[^\W\d_]{3,12})\.?,?(?: de)? (?P<year>\d{4})(?: r)?"
)
DOTTED = regex(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})")
SLASHED = regex(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})")
EAST_ASIAN = regex(r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]")


def read_day(text: str) -> date | None:
    """Return the day that the text names, or None: 03/04/2026 names two, so it names none;
    11/20/2026 is one, since no year has twenty months.
    """
    words = " ".join(text.lower().split()).rstrip(".")
    for pattern in (ISO, MONTH_FIRST, DAY_FIRST, DOTTED, EAST_ASIAN):
        if found := pattern.fullmatch(words):
            return _make_date(found.groupdict())
    days = list_days_meant(words)
    return next(iter(days)) if len(days) == 1 else None


def list_days_meant(text: str) -> frozenset[date]:
    """Return the days that figures with strokes may mean: two for 03/04/2026."""
    found = SLASHED.fullmatch(text.strip())
    if found is None:
        return frozenset()
    first, second, year = found.groups()
    orders = ((first, second), (second, first))
    days = (_make_date({"year": year, "month": month, "day": day}) for month, day in orders)
    return frozenset(filter(None, days))


def _make_date(parts: dict[str, str]) -> date | None:
    month = _find_month(parts["name"]) if "name" in parts else int(parts["month"])
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None


def _find_month(name: str) -> int:
    """Return the number of a month by its name, also misspelt behind its first three letters; 0 for
    none.
    """
    return month_of(name) or month_of(name[:3])
