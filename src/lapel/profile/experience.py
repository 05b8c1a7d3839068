"""How many years a person has worked, by the profile's dates and by their own words."""

import re
from datetime import date

from lapel.profile.model import Entry, Profile, SectionKind
from lapel.text.numbers import NUMERALS, YEAR

YEARS = "years?|yrs?|Jahren?|ans|années|años|anos|anni|jaar|lat|år"
TOLD = rf"(?i)\b(\d\d?|{'|'.join(NUMERALS)})\+?[ -](?:{YEARS})\b"
MOST_BEYOND = 15
"""A text's years of work may exceed the dates by this at most; more are not the person's."""
SINCE = (
    "in|since|of|from|during|fiscal|spring|summer|fall|autumn|winter"
    "|seit|im Jahr|depuis|en|desde|dal|sinds"
)
DONE_IN = rf"(?i)\b(?:{SINCE}) ({YEAR})\b"
"""A year in which something was done: "SE 2050" is a name, and "to 2030" only planned."""


def years_of_work(profile: Profile, applied_on: date | None) -> int:
    """Return the years from the first date of any work to the newest date known, of the profile or
    the day of applying; or as many as a summary tells, if more. While the last role goes on, a year
    in its bullets ("no vacancy since 2022") counts too.
    """
    dates = [each for entry in profile.entries for each in (entry.start, entry.end)]
    years = [each.year for each in dates if each and each.year is not None]
    going = [entry for entry in profile.entries if entry.goes_on]
    years += [int(year) for entry in going for year in _find_years(entry)]
    work = [e.start for e in profile.entries if e.section is SectionKind.WORK and e.start]
    first = min((each.year for each in work if each.year is not None), default=None)
    if first is None:
        return 0
    dated = max(*years, applied_on.year if applied_on else first) - first
    told = [years for years in _find_numbers_of_years(profile) if years <= dated + MOST_BEYOND]
    return max(dated, *told, 0)


def _find_years(entry: Entry) -> list[str]:
    """Return the years that the bullets of an entry name."""
    return [year for each in entry.highlights for year in re.findall(DONE_IN, each.text.plain)]


def _find_numbers_of_years(profile: Profile) -> list[int]:
    """Return every number of years in the summaries."""
    texts = [summary.text.plain for summary in profile.summaries]
    found = [number.casefold() for text in texts for number in re.findall(TOLD, text)]
    return [NUMERALS.get(number) or int(number) for number in found]
