"""How long ago things were, counted back from the newest date in the profile, never from a
clock.
"""

from collections.abc import Iterator
from math import inf

from msgspec import Struct

from lapel.profile.model import Date, Entry, Profile, SectionKind

STILL_GOING = (SectionKind.WORK, SectionKind.VOLUNTEER, SectionKind.EDUCATION)
"""Sections where a start without an end means that it goes on."""


class Timeline(Struct, frozen=True):
    """The profile's newest date, in years with a fraction; None where nothing has a year."""

    newest: float | None

    def years_since(self, entry: Entry) -> float | None:
        """Return the years from the entry's end to the newest date; 0 while it goes on, None if
        undated.
        """
        if self.newest is None:
            return None
        ended = year_of_end(entry)
        return None if ended is None else max(0.0, self.newest - ended)


def read_timeline(profile: Profile) -> Timeline:
    """Read the timeline of a profile."""
    years = [year for entry in profile.entries for year in _find_years(entry)]
    return Timeline(max(years, default=None))


def year_of_end(entry: Entry) -> float | None:
    """Return the year, with a fraction, in which an entry ended; infinity while it goes on."""
    if entry.end is not None:
        return inf if entry.end.present else _to_year(entry.end)
    if entry.start is None or _to_year(entry.start) is None:
        return None
    return inf if entry.section in STILL_GOING else _to_year(entry.start)


def _find_years(entry: Entry) -> Iterator[float]:
    """Yield the years of an entry's start and end; not the year until which a licence is valid."""
    until = None if entry.section is SectionKind.CERTIFICATES else entry.end
    for date in (entry.start, until):
        if date is not None and (year := _to_year(date)) is not None:
            yield year


def _to_year(date: Date) -> float | None:
    """Return the date in years; a bare year counts as its middle."""
    if date.year is None:
        return None
    return date.year + ((date.month - 0.5) / 12 if date.month else 0.5)
