"""What texts are worth, how old things are, and how many bullets an entry may have."""

import pytest
from msgspec.structs import replace

from lapel.document.draft import SlotKind
from lapel.matching.model import Orders, RequirementKind
from lapel.profile.model import SectionKind
from lapel.selection.objective import COEFFICIENTS, Demand, recency, weight_factor
from lapel.selection.rules import (
    HINTED,
    NEWEST_ROLE,
    OLD_ROLE,
    OTHER_ENTRY,
    ROLES_BY_YEARS,
    STUDIES,
    UNDATED_ROLE,
    BulletRule,
    Room,
    bullet_rules,
    newest_roles,
)
from lapel.selection.timeline import read_timeline
from tests.selection.people import bullet, draft, entry, matches, profile, wish


def test_each_phrase_of_a_wish_is_an_aim_of_its_own() -> None:
    """They share the weight, so two phrases of one note do not count as two notes."""
    both = wish("n", phrases=("hiring", "mentoring"), weight=0.8)
    demand = Demand(matches((both, wish("m"))))
    assert [(aim.id, aim.weight) for aim in demand.aims] == [("n#0", 0.4), ("n#1", 0.4), ("m", 1)]


def test_a_long_description_does_not_drown_the_notes() -> None:
    """Its weights are scaled down together; a note keeps its own."""
    lines = tuple(
        wish(f"q{n}", RequirementKind.QUALIFICATION, weight=0.5, phrases=("x",)) for n in range(48)
    )
    demand = Demand(matches((wish("note"), *lines)))
    assert demand.aims[0].weight == 1.0
    assert sum(aim.weight for aim in demand.aims[1:]) == pytest.approx(
        COEFFICIENTS.description_total
    )


def test_a_hints_score_is_nothing_outside_its_entry() -> None:
    """Neither support nor relevance, while any other wish's weak score is relevant."""
    hint = wish("h", RequirementKind.HINT, entries=("cook",))
    found = matches((hint, wish("w")), {("a", "h"): 0.4, ("b", "w"): 0.4})
    demand = Demand(found)
    assert demand.support("a", SlotKind.HIGHLIGHT) == ()
    assert demand.support("b", SlotKind.HIGHLIGHT) == ()
    assert demand.relevance("a") == 0
    assert demand.relevance("b") == pytest.approx(0.2)


def test_a_list_of_courses_counts_as_skills_do() -> None:
    """It names what was learned; a deed that shows it counts whole."""
    found = matches((wish("w"),), {("deed", "w"): 0.8, ("courses", "w"): 0.8})
    listed = (replace(each, lists=each.id == "courses") for each in found.candidates)
    demand = Demand(replace(found, candidates=tuple(listed)))
    share = COEFFICIENTS.listed
    assert demand.support("deed", SlotKind.HIGHLIGHT) == ((0, 0.8),)
    assert dict(demand.support("courses", SlotKind.HIGHLIGHT)) == pytest.approx({0: 0.8 * share})
    assert demand.relevance("courses") == pytest.approx(demand.relevance("deed") * share)


def test_further_answers_count_less_and_less() -> None:
    """The best whole, the second half, the third a quarter, and no more than three."""
    wishes = tuple(wish(id) for id in "abcd")
    scores = {("x", "a"): 0.5, ("x", "b"): 1.0, ("x", "c"): 0.8, ("x", "d"): 0.6}
    demand = Demand(matches(wishes, scores))
    assert demand.relevance("x") == pytest.approx(1.0 + 0.8 / 2 + 0.6 / 4)


@pytest.mark.parametrize(
    ("weight", "factor"), [(0, 0.1), (0.5, 0.55), (1, 1), (2, 1.5), (2.5, 1.75), (3, 2)]
)
def test_the_authors_weight_is_a_factor(weight: float, factor: float) -> None:
    """Linear between the whole numbers."""
    assert weight_factor(weight) == pytest.approx(factor)


def test_recency_halves() -> None:
    """Whole now, half after the half-life, and the neutral value without a date."""
    assert recency(0.0) == 1.0
    assert recency(COEFFICIENTS.half_life_years) == 0.5
    assert recency(None) == COEFFICIENTS.undated


def test_years_count_back_from_the_profiles_newest_date() -> None:
    """Not from a clock; what goes on is of now, as is a licence that holds yet; a bare year counts
    as its middle.
    """
    person = profile(
        entry("now", "2021-01 to present"),
        entry("open", "2020"),
        entry("past", "2012 to 2016-01"),
        entry("award", "2019", section=SectionKind.AWARDS),
        entry("licence", "2019 to 2031", section=SectionKind.CERTIFICATES),
        entry("undated", ""),
    )
    timeline = read_timeline(person)
    years = {entry.id: timeline.years_since(entry) for entry in person.entries}
    assert years["now"] == years["open"] == years["licence"] == 0.0
    assert years["past"] == pytest.approx(5.0)
    assert years["award"] == pytest.approx(2021 + 0.5 / 12 - 2019.5)
    assert years["undated"] is None


def test_a_profile_without_a_year_has_no_ages() -> None:
    """Nothing is newest, and nothing is old."""
    person = profile(entry("cook", ""))
    assert read_timeline(person).years_since(person.entries[0]) is None
    assert newest_roles(draft(person), person) == frozenset()


def rules(budget_pt: float = 600.0, hinted: tuple[str, ...] = ()) -> dict[str, BulletRule]:
    """The rules of a person with many bullets everywhere."""
    many = {
        name: tuple(bullet(f"{name}/{n}") for n in range(12))
        for name in ("newest", "old", "undated", "project", "degree")
    }
    person = profile(
        entry("newest", "2020 to present", *many["newest"]),
        entry("undated", "", *many["undated"]),
        entry("old", "2000 to 2005", *many["old"]),
        entry("project", "2019", *many["project"], section=SectionKind.PROJECTS),
        entry("degree", "1996 to 2000", *many["degree"], section=SectionKind.EDUCATION),
    )
    drafted = draft(person)
    return bullet_rules(
        drafted,
        person,
        read_timeline(person),
        Room(budget_pt, 300.0, dict.fromkeys(many, (28.0,) * 12), {}),
        hinted=hinted,
        orders=Orders(),
    )


def test_bullets_by_the_age_of_the_entry() -> None:
    """More for the newest role, fewer for an old one, and the kinds have rules of their own."""
    assert rules(560.0) == {
        "newest": NEWEST_ROLE,
        "undated": UNDATED_ROLE,
        "old": OLD_ROLE,
        "project": OTHER_ENTRY,
        "degree": STUDIES,
    }


@pytest.mark.parametrize(("ended", "rule"), [(2019, 0), (2016, 0), (2014, 1), (2011, 1)])
def test_a_role_has_fewer_bullets_every_five_years(ended: int, rule: int) -> None:
    """Counted to the newest date, here the middle of 2021."""
    role = entry("role", f"2005 to {ended}", *(bullet(f"role/{n}") for n in range(12)))
    person = profile(entry("newest", "2021 to 2021"), role)
    found = bullet_rules(
        draft(person),
        person,
        read_timeline(person),
        Room(560, 540, {"role": (28.0,) * 12}, {}),
        hinted=(),
        orders=Orders(),
    )
    assert found["role"] == ROLES_BY_YEARS[rule][1]


def test_a_hint_and_a_second_page_allow_more() -> None:
    """Both raise what is wanted and the most."""
    base, hinted, longer = rules(560.0), rules(560.0, ("old",)), rules(1280.0)
    assert hinted["old"].maximum == base["old"].maximum + HINTED.maximum
    assert hinted["newest"] == base["newest"]
    assert longer["newest"].maximum > base["newest"].maximum
    assert longer["newest"].minimum == base["newest"].minimum


def test_maximums_rise_where_the_page_would_stay_empty() -> None:
    """All together, no further than fills it, and no further than there are bullets."""
    fitting, roomier = rules(560.0), rules(950.0)
    assert {id: rule.maximum for id, rule in roomier.items()} == {
        id: rule.maximum + 1 for id, rule in fitting.items()
    }
    longest = rules(budget_pt=5000.0)
    assert {rule.maximum for rule in longest.values()} == {12}
