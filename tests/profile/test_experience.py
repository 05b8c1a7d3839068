"""For how many years a person has worked."""

from datetime import date

import pytest
from msgspec.structs import replace

from lapel.profile.experience import years_of_work
from lapel.profile.model import SectionKind, Summary
from tests.given import text
from tests.selection.people import bullet, entry, profile


def years(*dates: str, summary: str = "", applied: int | None = None) -> int:
    """The years of a person with work at these dates."""
    work = [
        entry(f"role-{number}", dates, bullet(f"b{number}")) for number, dates in enumerate(dates)
    ]
    summaries = (Summary("s", text(summary)),) if summary else ()
    person = profile(*work, summaries=summaries)
    return years_of_work(person, date(applied, 1, 31) if applied else None)


def test_from_the_first_start_to_the_newest_date() -> None:
    """Work alone tells when they began; any entry may have the newest date."""
    course = entry("course", "2022", section=SectionKind.CERTIFICATES)
    school = entry("school", "1999 to 2002", section=SectionKind.EDUCATION)
    person = profile(entry("clerk", "2006 to 2012"), course, school)
    assert years_of_work(person, None) == 16
    assert years_of_work(profile(school), None) == 0


def test_the_day_of_applying_ends_what_goes_on() -> None:
    """The last role's years are in no date of the profile."""
    assert years("2009 to 2015", "2015 to present") == 6
    assert years("2009 to 2015", "2015 to present", applied=2026) == 17


@pytest.mark.parametrize(
    ("told", "expected"),
    [("No vacancy since 2022", 13), ("Planned the wards to 2035", 11), ("Put up 2040 shelves", 11)],
)
def test_what_goes_on_tells_of_later_years(told: str, expected: int) -> None:
    """A year that a bullet of the last role names was worked in; one that is planned was not."""
    last = entry("lead", "2020 to present", replace(bullet("b"), text=text(told)))
    assert years_of_work(profile(entry("clerk", "2009 to 2020"), last), None) == expected


@pytest.mark.parametrize(
    ("summary", "expected"),
    [
        ("Records clerk with nineteen years at two counters.", 19),
        ("Brewer. 13 yrs, three breweries.", 13),
        ("Pflegerin mit 18 Jahren Erfahrung.", 18),
        ("Four years in charge, twelve years at the bedside.", 12),
        ("Clerk at a firm that is 90 years old.", 9),  # nobody has worked for so long
        ("Clerk since last year.", 9),
    ],
)
def test_a_summary_tells_how_long(summary: str, expected: int) -> None:
    """The most that it tells, where the dates know less."""
    assert years("2006 to 2015", "2015 to present", summary=summary) == expected
