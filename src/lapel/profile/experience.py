"""For how many years a person has worked, by the profile's dates and by their own words."""

import re
from datetime import date

from lapel.profile.model import Profile, SectionKind
from lapel.text.numbers import NUMERALS

YEARS = "years?|yrs?|Jahren?|ans|années|años|anos|anni|jaar|lat|år"
TOLD = rf"(?i)\b(\d\d?|{'|'.join(NUMERALS)})\+?[ -](?:{YEARS})\b"
MOST_BEYOND = 15
"""More years than these beyond the dates are not the person's."""


def years_of_work(profile: Profile, applied_on: date | None) -> int:
    """The years from the first date of any work to the newest date known: of the profile, or the
    day of applying; or as many as a summary tells. The last role's years are in no date while it
    goes on.
    """
    dates = [each for entry in profile.entries for each in (entry.start, entry.end)]
    years = [each.year for each in dates if each and each.year is not None]
    work = [e.start for e in profile.entries if e.section is SectionKind.WORK and e.start]
    first = min((each.year for each in work if each.year is not None), default=None)
    if first is None:
        return 0
    dated = max(*years, applied_on.year if applied_on else first) - first
    told = [years for years in _told(profile) if years <= dated + MOST_BEYOND]
    return max(dated, *told, 0)


def _told(profile: Profile) -> list[int]:
    """Every number of years in the summaries."""
    texts = [summary.text.plain for summary in profile.summaries]
    found = [number.casefold() for text in texts for number in re.findall(TOLD, text)]
    return [NUMERALS.get(number) or int(number) for number in found]
