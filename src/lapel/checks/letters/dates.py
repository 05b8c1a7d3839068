"""Years, months and durations of a letter against the dates of the profile.

Years may lie inside a dated span, and durations may be counted from the dates.
"""

import re
from collections.abc import Iterator, Sequence

from lapel.checks.letters.facts import Fact, Facts, Span
from lapel.checks.letters.numbers import Number, Unit
from lapel.checks.letters.sentence import Said
from lapel.checks.letters.vocabulary import word_list
from lapel.locale.words import MONTHS
from lapel.text.regexes import regex

DURATIONS = {"year": 12, "month": 1, "decade": 120}
"""The number of months in each unit."""
_MONTH = {name: number for number, name in enumerate(MONTHS)}
_MONTH |= {name[:3]: number for name, number in _MONTH.items()} | {"sept": 8}
_MONTH_BEFORE = regex(r"([A-Za-z]+)\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+|of\s+)?$")
_UNIT = regex(r"[\s-]*([A-Za-z]+)")
_SINCE = frozenset({"since", "from"})
_BESIDE = frozenset({"after", "before"})
_SLACK_MONTHS = 18
"""The most months by which the letter may be newer than the newest date of the sources."""


def is_known_year(number: Number, said: Said, facts: Facts, owners: tuple[str, ...]) -> bool:
    """Tell whether the sources name the year, or it lies in a span that they date.

    With a month before it, the sources must name both. ``owners`` are the organisations that the
    sentence is about.
    """
    year = int(number.value)
    month = month_before(number, said)
    if month is not None:
        return _is_known_month(year, month, facts)
    told = [f for f in facts.facts if any(other.value == year for other in f.numbers)]
    if any(fact.owner in owners for fact in told):
        return True
    if any(fact.stems & said.stems for fact in told if not (owners and fact.owner)):
        return True
    spans = [span for span in facts.spans if not owners or span.owner in owners]
    first, last = year * 12, year * 12 + 11
    if number.hedge in _SINCE:
        return any(first <= span.start <= last for span in spans)
    return any(span.start <= last and span.end >= first for span in spans)


def month_before(number: Number, said: Said) -> int | None:
    """Return the month that a number is the year or the day of, from 0; None where it is
    neither.
    """
    before = _MONTH_BEFORE.search(said.text, 0, number.start)
    return _MONTH.get(before[1].lower()) if before else None


def _is_known_month(year: int, month: int, facts: Facts) -> bool:
    at = year * 12 + month
    starts = {span.start for span in facts.spans if span.exact_start}
    if at in starts or at in {span.end for span in facts.spans if span.exact_end}:
        return True
    name = MONTHS[month]
    pattern = re.compile(rf"\b{name[:3]}[a-z]*\.?,? (?:\d{{1,2}},? )?{year}\b", re.IGNORECASE)
    dashed = f"{year}-{month + 1:02d}"
    return any(pattern.search(fact.text) or dashed in fact.text for fact in facts.facts)


def is_known_duration(number: Number, said: Said, facts: Facts, owners: tuple[str, ...]) -> bool:
    """Tell whether a number counts the years or months of something the profile dates."""
    following = _UNIT.match(said.text, number.end)
    unit = following[1].lower().removesuffix("s") if following else ""
    months = DURATIONS.get(unit)
    if months is None or number.unit is not Unit.PLAIN:
        return False
    if _BESIDE.intersection(said.lower):  # "after four years of testing": at some other place
        owners = ()
    asked = number.value * months
    slack = 1 if months == 1 else months
    up, down = number.hedge in word_list("hedges_up"), number.hedge in word_list("hedges_down")
    spans = [span for span in facts.spans if not owners or span.owner in owners]
    told = [span for span in spans if Fact(span.title).stems & said.stems]
    if not spans:
        return False
    today = facts.today if not owners or "ago" in said.lower else None
    for least, most in _find_lengths(told or spans, today, together=len(owners) < 2):
        low = least - slack - (slack if down else 0)
        if low < asked - (0 if not down else slack) <= most or abs(asked - least) < slack:
            return True
        if up and asked <= most and asked >= least * 0.7:
            return True
    return False


def _find_lengths(
    spans: Sequence[Span], today: int | None, *, together: bool
) -> Iterator[tuple[int, int]]:
    """Yield the least and most months of each span, up to today, of each organisation's, and of all
    ``together``.
    """
    for span in spans:
        yield _measure_length(span)
        if today is not None:
            yield today - span.start, today - span.start + _SLACK_MONTHS
    groups = [[s for s in spans if s.owner == owner] for owner in {span.owner for span in spans}]
    for group in (*groups, spans) if together else groups:
        start, end = min(span.start for span in group), max(span.end for span in group)
        open_end = any(span.goes_on for span in group)
        yield end - start, end - start + (_SLACK_MONTHS if open_end else 2)


def _measure_length(span: Span) -> tuple[int, int]:
    length = span.end - span.start + 1
    loose = 0 if span.exact_start else 11
    return max(0, length - loose), length + (_SLACK_MONTHS if span.goes_on else 0)


def written_date(number: Number, said: Said) -> str:
    """Return a year as the sentence has it, with the month before it."""
    before = _MONTH_BEFORE.search(said.text, 0, number.start)
    start = before.start(1) if before and before[1].lower() in _MONTH else number.start
    return said.text[start : number.end]
