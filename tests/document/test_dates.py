"""How dates are written and how they order entries."""

import pytest
from msgspec.structs import replace

from lapel.document.dates import format_dates, newest_first, work_newest_first
from lapel.locale.words import Words, load_words
from lapel.profile.dates import parse_date
from lapel.profile.model import Date, Organisation
from tests.document.builders import profile, role, year
from tests.given import PRESENT, text


@pytest.fixture
def words() -> Words:
    found = load_words("en").value
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (year(2021, 3), PRESENT, "Mar 2021 – Present"),
        (year(2014), year(2017), "2014 – 2017"),
        (None, year(2012, 5), "May 2012"),
        (year(2012), None, "2012"),
        (year(2012), year(2012), "2012"),
        (Date("Spring 2019"), None, "Spring 2019"),
        (year(2024, 9), parse_date("expected June 2027"), "Sep 2024 – expected June 2027"),
        (None, None, ""),
    ],
)
def test_dates_take_the_form_of_the_language(
    words: Words, start: Date | None, end: Date | None, shown: str
) -> None:
    """Months are words, ranges have a spaced en dash, free text stays as written."""
    assert format_dates(role("a", start=start, end=end), words) == shown


def test_entries_stand_newest_first() -> None:
    """What goes on comes before what ended, and of two that end together the later start."""
    old = role("old", start=year(2010), end=year(2012))
    ongoing = role("ongoing", start=year(2018), end=PRESENT)
    side = role("side", start=year(2020), end=PRESENT)
    assert newest_first([old, ongoing, side]) == (side, ongoing, old)


def test_studies_begun_in_the_year_others_ended_come_first() -> None:
    """A start without an end ended no earlier than its own year."""
    school = role("school", start=year(2017), end=year(2023))
    university = role("university", start=Date("2023-09", 2023, 9))
    assert newest_first([school, university]) == (university, school)


def test_what_is_expected_to_end_comes_before_what_ended() -> None:
    """The words beside a date hide it from nobody."""
    school = role("school", end=year(2023))
    university = role("university", start=year(2022, 9), end=parse_date("June 2027 (expected)"))
    assert newest_first([school, university]) == (university, school)


@pytest.mark.parametrize(
    ("label", "first"),
    [("Optician", "shop"), ("Choir director", "choir"), ("Pilot", "shop"), (None, "shop")],
)
def test_of_two_jobs_that_go_on_the_headlines_comes_first(label: str | None, first: str) -> None:
    """A choir taken up last year stands below the trade that the person goes by."""
    shop = role("optician at the shop", start=year(2012), end=PRESENT)
    choir = role("choir director", start=year(2024), end=PRESENT)
    old = role("pilot", start=year(2008), end=year(2011))
    person = profile(old, shop, choir)
    person = replace(person, basics=replace(person.basics, label=text(label) if label else None))
    shown = {"shop": [shop, choir, old], "choir": [choir, shop, old]}
    assert list(work_newest_first(person)) == shown[first]


@pytest.mark.parametrize("newest_last", [True, False])
def test_at_one_employer_the_newest_of_two_roles_comes_first(newest_last: bool) -> None:
    """Who became a director and calls herself a hospitalist is not put below where she began."""
    hospital = Organisation("hospital", text("Hospital"))
    began = replace(role("hospitalist", start=year(2017), end=PRESENT), organisation=hospital)
    became = replace(role("director", start=year(2022), end=PRESENT), organisation=hospital)
    person = profile(*([began, became] if newest_last else [became, began]))
    person = replace(person, basics=replace(person.basics, label=text("Hospitalist")))
    assert list(work_newest_first(person)) == [became, began]


def test_entry_without_a_year_keeps_its_place_in_the_file() -> None:
    """A date in free text cannot be compared, so the author's order holds for that entry."""
    free = role("free", start=Date("a long winter"))
    old, new = role("old", end=year(2010)), role("new", end=year(2020))
    assert newest_first([old, free, new]) == (new, free, old)
