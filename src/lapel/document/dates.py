"""Dates of entries: how they are written on the page and how they order the entries."""

from collections.abc import Sequence

from lapel.locale.words import Words
from lapel.profile.model import Date, Entry, Profile, SectionKind
from lapel.text.words import stems_of

ONGOING = (9999, 12, 31)


def format_dates(entry: Entry, words: Words) -> str:
    """Return the entry's dates in the language's form: "Mar 2021 – Present", "2014", or "".

    Free text stays as it was written.
    """
    start = _format_date(entry.start, words) if entry.start else ""
    end = _format_date(entry.end, words) if entry.end else ""
    if start and end and start != end:
        return words.range.format(start=start, end=end)
    return start or end


def format_day(date: Date, words: Words) -> str:
    """Format a day in the letters' form of the language, a month or a year in that of its
    resumes.
    """
    if date.year is None or date.month is None or date.day is None:
        return _format_date(date, words)
    return words.letter.written_day(date.year, date.month, date.day)


def newest_first(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Sort entries in reverse chronological order; one without a year keeps its place in the
    file.
    """
    dated = iter(sorted((e for e in entries if _key(e) is not None), key=_sort_key, reverse=True))
    return tuple(entry if _key(entry) is None else next(dated) for entry in entries)


def work_newest_first(profile: Profile) -> tuple[Entry, ...]:
    """Sort the shown roles of work in reverse chronological order.

    Of two that go on, the one comes first at whose employer a title shares more words with the
    person's headline, then the first in the file: the role begun last is not always what people
    call themselves, but at one employer it is what they became.
    """
    roles = [entry for entry in profile.section(SectionKind.WORK) if not entry.hidden]
    label = profile.basics.label
    headline = stems_of(label.plain) if label else frozenset()
    ordered = list(newest_first(roles))
    going_on = [n for n, entry in enumerate(ordered) if entry.end and entry.end.present]
    ranks: dict[str, tuple[int, int]] = {}
    for number, role in enumerate(roles):
        if role.end and role.end.present:
            shared = len(headline & stems_of(role.title.plain))
            before, first = ranks.get(_find_employer_id(role), (0, number))
            ranks[_find_employer_id(role)] = (min(before, -shared), first)
    ranked = sorted(
        (ordered[place] for place in going_on), key=lambda role: ranks[_find_employer_id(role)]
    )
    for place, role in zip(going_on, ranked, strict=True):
        ordered[place] = role
    return tuple(ordered)


def _find_employer_id(role: Entry) -> str:
    return role.organisation.id if role.organisation else role.id


def _format_date(date: Date, words: Words) -> str:
    if date.present:
        return words.present
    if date.year is None or date.is_worded:
        return date.written
    if date.month is None:
        return words.year.format(year=date.year)
    month = words.months[date.month - 1]
    return words.month_year.format(month=month, number=date.month, year=date.year)


def _sort_key(entry: Entry) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    return _key(entry) or (ONGOING, ONGOING)


def _key(entry: Entry) -> tuple[tuple[int, int, int], tuple[int, int, int]] | None:
    start = _to_numbers(entry.start, 1)
    end = _to_numbers(entry.end, 12)
    if start is None and end is None:
        return None
    if end is None and start is not None:  # it began in this year, so it ended no earlier
        end = (start[0], 12, start[2])
    return (end or ONGOING, start or end or ONGOING)


def _to_numbers(date: Date | None, month: int) -> tuple[int, int, int] | None:
    """Return the date as year, month and day; a bare year counts as its month ``month``."""
    if date is None:
        return None
    if date.present:
        return ONGOING
    if date.year is None:
        return None
    return (date.year, date.month or month, date.day or 1)
