"""Years of some work that a posting asks for are answered by the dates of roles alone."""

import pytest
from msgspec.structs import replace

from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Evidence, Match, Matches, ReasonKind
from lapel.matching.years import asked_years
from lapel.profile.dates import parse_date
from lapel.profile.model import Entry, Profile, SectionKind
from tests.matching import builders as make


@pytest.mark.parametrize(
    ("line", "years"),
    [
        ("Four years of critical care", 4),
        ("5+ years as a pastry chef", 5),
        ("Seven or more years of fund accounting", 7),
        ("3-5 years in a tool shop", 3),
        ("Two to three years behind a bar", 2),
        ("Works years ahead", 0),
        ("Certified, or certified within two years", 0),
        ("Held a licence for the past five years", 0),
        ("Plan the year with three buyers", 0),
        ("Mehrjährige Leitungserfahrung", 3),
        ("Mindestens fünf Jahre Erfahrung in der Pflege", 5),
        ("several years in a bakery", 3),
    ],
)
def test_years_are_read_as_postings_write_them(line: str, years: int) -> None:
    """The smaller number of a range is what is asked."""
    assert asked_years(line) == years


def _cook(id: str, title: str, start: str, end: str) -> Entry:
    role = make.entry(
        id, title, "Somewhere", ("Scaled, filleted and portioned nine kinds of fish",)
    )
    return replace(role, start=parse_date(start), end=parse_date(end))


def _roles(line: str, profile: Profile, lexicon: Lexicon) -> tuple[Matches, dict[str, Match]]:
    job = make.job(description=make.lines(["Requirements"], line))
    matches = match_requirements(job, profile, lexicon)
    return matches, {m.candidate: m for m in matches.matches if m.supports}


def test_roles_called_so_are_added_up_and_stand_first(lexicon: Lexicon) -> None:
    """Two and three years make the five that are asked; a guild of pastry chefs shows none."""
    profile = make.profile(
        _cook("later", "Pastry Chef", "2019-01", "2021-12"),
        _cook("earlier", "Pastry Chef", "2017-01", "2018-12"),
        _cook("other", "Fishmonger", "2012-01", "2016-12"),
        make.entry("guild", "Guild of Pastry Chefs", section=SectionKind.CUSTOM),
    )
    _, found = _roles("Five years as a pastry chef", profile, lexicon)
    assert found["later"].reasons[0].kind is ReasonKind.YEARS
    assert found["later"].reasons[0].text == "5 of 5 asked"
    assert found["later"].score == found["earlier"].score == max(m.score for m in found.values())
    assert "other" not in found


def test_fewer_years_than_asked_are_told_and_lift_nothing(lexicon: Lexicon) -> None:
    """Three years of five are said to be three."""
    profile = make.profile(_cook("later", "Pastry Chef", "2019-01", "2021-12"))
    _, found = _roles("Five years as a pastry chef", profile, lexicon)
    _, plain = _roles("Experience as a pastry chef", profile, lexicon)
    assert found["later"].reasons[0].text == "3 of 5 asked"
    assert found["later"].score <= max(plain["later"].score, 0.98)


@pytest.mark.parametrize(
    ("start", "evidence"), [("2019-01", Evidence.WEAK), ("2010-01", Evidence.STRONG), ("", None)]
)
def test_bullets_show_as_many_years_as_the_dates_of_their_roles(
    start: str, evidence: Evidence | None, lexicon: Lexicon
) -> None:
    """Three years with the lathe are no ten, of a note neither; without dates nobody knows."""
    role = make.entry("shop", "Machinist", "Somewhere", ["Turned parts on a CNC lathe every day"])
    if start:
        role = replace(role, start=parse_date(start), end=parse_date("2021-12"))
    asked = "10+ years of CNC lathe"
    job = make.job(emphases=[asked], description=make.lines(["Requirements"], asked))
    found = match_requirements(job, make.profile(role), lexicon)
    assert {*found.evidence.values()} == {evidence or Evidence.STRONG}
    told = [m.reasons[-1].text for m in found.matches if m.supports]
    assert all(("3 of 10 asked" in why) == (start == "2019-01") for why in told)


def test_who_was_an_engineer_has_led_none(lexicon: Lexicon) -> None:
    """A role's title is one person, and no answer to a line about several."""
    profile = make.profile(_cook("own", "Pastry Chef", "2019-01", "2021-12"))
    _, one = _roles("Experience as a pastry chef", profile, lexicon)
    _, several = _roles("Work beside four pastry chefs", profile, lexicon)
    assert one["own"].score > max((m.score for m in several.values()), default=0.0)


def test_roles_that_come_nearest_are_weak_evidence_where_they_are_long_enough(
    lexicon: Lexicon,
) -> None:
    """No title says "responsible"; three years in a museum are not the five that are asked."""
    line = "Five years of progressively responsible museum experience"
    job = make.job(description=make.lines(["Requirements"], line))

    def evidence(end: str) -> Evidence:
        profile = make.profile(_cook("own", "Museum Registrar", "2015-01", end))
        matches = match_requirements(job, profile, lexicon)
        (found,) = matches.evidence.values()
        return found

    assert evidence("2020-12") is Evidence.WEAK
    assert evidence("2017-12") is Evidence.NONE


@pytest.mark.parametrize(
    ("begun", "served"), [("2017-01", {"chef", "cook"}), ("2019-01", {"chef"})]
)
def test_roles_whose_bullets_show_it_count_where_those_called_so_are_too_short(
    begun: str, served: set[str], lexicon: Lexicon
) -> None:
    """Two years as a pastry chef and three of pastry as a cook are the four that are asked; with
    one of these they are too few, and the title stands alone.
    """
    cook = make.entry("cook", "Cook", "Inn", ["Baked all the pastry, 40 tarts a morning"])
    profile = make.profile(
        _cook("chef", "Pastry Chef", "2020-01", "2021-12"),
        replace(cook, start=parse_date(begun), end=parse_date("2019-12")),
        _cook("other", "Fishmonger", "2010-01", "2016-12"),
    )
    matches, _ = _roles("Four years in pastry", profile, lexicon)
    roles = (m for m in matches.matches if m.candidate in ("chef", "cook", "other") and m.reasons)
    assert {m.candidate for m in roles if m.reasons[0].kind is ReasonKind.YEARS} == served
