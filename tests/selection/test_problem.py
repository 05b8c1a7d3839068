"""From a draft and its matches to a choice: pins, drops, hints, recency, wordings, skills."""

from collections.abc import Collection
from typing import Any

import pytest
from msgspec.structs import replace

from lapel.document.draft import Draft, GroupDraft, Slot, SlotKind, Variant
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Matches, Orders, Reason, ReasonKind, RequirementKind
from lapel.profile.model import Profile, SectionKind, SkillGroup, Summary
from lapel.selection.model import CannotFit, Selection
from lapel.selection.objective import Demand
from lapel.selection.problem import build_problem
from lapel.selection.solver import solve
from tests.given import text
from tests.selection.oracle import broken_rules
from tests.selection.people import bullet, draft, entry, heights_pt, matches, profile, wish

PAGE_PT = 600.0


CERTIFICATES = {"licence": "2005", "rescue": "2021", "boating": "2022"}
"""Some of a person's, by the year."""


def choose(
    person: Profile,
    found: Matches | None = None,
    *,
    pinned: Collection[str] = (),
    dropped: Collection[str] = (),
    budget_pt: float = PAGE_PT,
    drafted: Draft | None = None,
) -> frozenset[str]:
    """The options chosen for a person, after a check that every rule holds."""
    drafted = drafted or draft(person)
    problem = build_problem(
        drafted,
        Demand(found or matches()),
        person,
        heights_pt(drafted),
        budget_pt,
        pinned=frozenset(pinned),
        dropped=frozenset(dropped),
    )
    answer = solve(problem)
    assert isinstance(answer, Selection)
    assert not broken_rules(problem, answer.chosen)
    return answer.chosen


def nurse() -> Profile:
    """Three roles, the newest still going on, a project and a degree."""
    return profile(
        entry("ward-sister", "2020 to present", *(bullet(f"sister/{n}") for n in range(10))),
        entry("staff-nurse", "2014 to 2020", *(bullet(f"staff/{n}") for n in range(10))),
        entry("carer", "2003 to 2006", *(bullet(f"carer/{n}") for n in range(10))),
        entry("garden", "2019", bullet("garden/beds"), section=SectionKind.PROJECTS),
        entry("degree", "2010 to 2013", bullet("degree/thesis"), section=SectionKind.EDUCATION),
    )


def bullets_of(chosen: frozenset[str], prefix: str) -> set[str]:
    return {id for id in chosen if id.startswith(f"{prefix}/")}


def test_without_notes_recent_roles_have_more_bullets() -> None:
    """The choice rests on recency and variety: more for the newest, some for the one before."""
    chosen = choose(nurse(), budget_pt=420.0)
    counts = [len(bullets_of(chosen, role)) for role in ("sister", "staff", "carer")]
    assert counts[0] >= 4
    assert counts[0] > counts[1] >= counts[2]


def test_the_authors_weight_decides_between_likes() -> None:
    """A bullet of weight 3 stands, one of weight 0 does not."""
    person = profile(
        entry(
            "baker",
            "2020 to present",
            bullet("a"),
            bullet("b", weight=0),
            bullet("c"),
            bullet("d", weight=3),
            bullet("e"),
        ),
    )
    chosen = choose(person, budget_pt=150.0)
    assert "d" in chosen
    assert "b" not in chosen


def test_short_bullets_do_not_crowd_out_one_that_says_more() -> None:
    """Nothing is asked for: two short bullets in the room of one long one add no more than it."""
    short = [bullet(f"short/{n}", "w" * 30) for n in range(4)]
    person = profile(entry("clerk", "2020 to present", *short, bullet("long"), bullet("longer")))
    chosen = choose(person, budget_pt=115.0)
    assert {"long", "longer"} <= chosen


def test_a_line_and_a_half_says_more_than_a_line() -> None:
    """Of two wordings the fuller stands where there is room, up to so much."""
    for fuller, stands in ((140, "held#told"), (200, "said")):
        told = bullet("held", "w" * 100, wordings={"told": "w" * fuller})
        said = bullet("said", "w" * 140, wordings={"told": "w" * fuller})
        assert stands in choose(profile(entry("clerk", "2020 to present", told, said)))


def test_a_certificate_stands_where_another_entry_would_not() -> None:
    """Employers sort by certificates, so that one has the room of a bullet or two."""
    roles = nurse().entries[:3]
    for section, stands in ((SectionKind.CERTIFICATES, True), (SectionKind.AWARDS, False)):
        person = profile(*roles, entry("licence", "2012", section=section))
        assert ("licence:brief" in choose(person, budget_pt=420.0)) is stands


def test_a_certificate_that_the_job_asks_for_stands_though_a_deed_names_it() -> None:
    """Of three certificates in little room the asked one stands: the deed is no proof of it."""
    roles = nurse().entries[:3]
    held = [entry(id, year, section=SectionKind.CERTIFICATES) for id, year in CERTIFICATES.items()]
    scores = {(roles[0].highlights[0].id, "licence"): 0.9, ("licence", "licence"): 0.9}
    asked = matches((wish("licence", RequirementKind.QUALIFICATION, 0.2),), scores)
    unasked = matches((wish("licence", RequirementKind.RESPONSIBILITY, 0.2),), scores)
    for found, stands in ((asked, True), (unasked, False)):
        chosen = choose(profile(*roles, *held), found, budget_pt=390.0)
        assert ("licence:brief" in chosen) is stands


def test_a_pinned_bullet_opens_its_role_and_stays() -> None:
    """Even where its role would be one line, a pin brings the bullet and the open form."""
    loose = choose(nurse(), budget_pt=300.0)
    assert "carer:open" not in loose
    chosen = choose(nurse(), pinned=["carer/7"], budget_pt=300.0)
    assert {"carer/7", "carer:open"} <= chosen
    assert "carer:brief" not in chosen


def test_more_pins_than_the_maximum_all_stay() -> None:
    """Pins raise the maximum of their role."""
    pins = [f"carer/{n}" for n in range(6)]
    assert set(pins) <= choose(nurse(), pinned=pins)


def test_a_pinned_entry_stands() -> None:
    """A project comes in, and a role that never leaves stands open."""
    person = nurse()
    assert not {"garden:brief", "garden:open"} & choose(person, budget_pt=300.0)
    assert {"garden:brief", "garden:open"} & choose(person, pinned=["garden"], budget_pt=300.0)
    assert "carer:open" in choose(person, pinned=["carer"], budget_pt=300.0)


def test_a_pinned_wording_is_the_one_that_stands() -> None:
    """The pin names the wording, so the main text does not do."""
    person = profile(entry("cook", "2020 to present", bullet("menu", wordings={"short": "Cooked"})))
    assert "menu#short" in choose(person, pinned=["menu#short"])
    assert "menu#short" in choose(person, pinned=["menu", "menu#short"])


def test_what_is_dropped_is_out() -> None:
    """A bullet in all its wordings, one wording, or an entry with its bullets."""
    person = profile(
        entry("cook", "2020 to present", bullet("menu", wordings={"short": "Cooked"}), bullet("b")),
        entry("waiter", "2015 to 2019", bullet("tables")),
    )
    assert not {"menu", "menu#short"} & choose(person, dropped=["menu"])
    assert "menu" in choose(person, dropped=["menu#short"])
    assert not {"waiter:brief", "waiter:open", "tables"} & choose(person, dropped=["waiter"])


def test_a_pin_wins_over_a_drop_and_unknown_ids_do_nothing() -> None:
    """Contradictions in the job file do not stop the run."""
    chosen = choose(nurse(), pinned=["staff/1", "nobody"], dropped=["staff/1", "nothing"])
    assert "staff/1" in chosen


def test_a_hint_brings_bullets_of_its_own_entry() -> None:
    """An old role that a hint asks for stands open with the bullet that answers."""
    hint = wish("care for the old", RequirementKind.HINT, entries=("carer",))
    found = matches((hint,), {("carer/4", hint.id): 0.9})
    assert "carer/4" in choose(nurse(), found, budget_pt=300.0)


@pytest.mark.parametrize(
    ("changes", "opens"),
    [
        ({}, True),
        ({"optional": True}, False),
        ({"acts": (Act(ActKind.SHORT, ""),)}, False),
        ({"acts": (Act(ActKind.OUT, ""),)}, False),
        ({"acts": (Act(ActKind.SHORT, "", bullets=2),)}, True),
        ({"acts": (Act(ActKind.LESS, "the fall"),)}, True),
    ],
)
def test_a_hinted_role_stays_open(changes: dict[str, Any], opens: bool) -> None:
    """Also where nothing of it was found to answer, unless the hint wants less of it."""
    hint = replace(wish("roots", RequirementKind.HINT, entries=("carer",)), **changes)
    chosen = choose(nurse(), matches((hint,)), budget_pt=300.0)
    assert bool(bullets_of(chosen, "carer")) == opens


@pytest.mark.parametrize(
    ("changes", "stands"), [({}, True), ({"optional": True}, False), ({"text": "roses?"}, False)]
)
def test_a_hinted_entry_beside_work_stands_before_what_nobody_asked_for(
    changes: dict[str, Any], stands: bool
) -> None:
    """Whether it has bullets or is a line, and whatever is found of what the hint asks; not where
    the person only wonders.
    """
    licence = entry("licence", "2012", section=SectionKind.AWARDS)
    person = profile(*nurse().entries, licence)
    for id in ("garden", "licence")[not stands :]:
        hint = replace(wish("roses", RequirementKind.HINT, entries=(id,)), **changes)
        forms = {f"{id}:brief", f"{id}:open"}
        assert bool(forms & choose(person, matches((hint,)), budget_pt=300.0)) == stands


def test_an_entry_has_as_many_bullets_as_a_note_wants_at_least() -> None:
    """An old role that would have one has four."""
    order = Orders(least={"carer": 4})
    found = replace(matches(), orders=order)
    assert len(bullets_of(choose(nurse(), budget_pt=420.0), "carer")) < 4
    assert len(bullets_of(choose(nurse(), found, budget_pt=420.0), "carer")) == 4


def test_a_hint_that_says_how_many_bullets_opens_its_role_before_other_wishes() -> None:
    """Where another hint would leave the room to what answers more, since it is an order."""
    hint = wish("roots", RequirementKind.HINT, entries=("carer",))
    order = replace(hint, acts=(Act(ActKind.SHORT, "", bullets=2),))
    wishes = [wish(f"w{n}") for n in range(3)]
    scores = {(f"staff/{n}", f"w{n}"): 0.8 for n in range(3)}
    asked, ordered = (
        choose(nurse(), matches((one, *wishes), scores), budget_pt=270.0) for one in (hint, order)
    )
    assert not bullets_of(asked, "carer")
    assert bullets_of(ordered, "carer")


def test_a_weak_score_covers_nothing_but_is_relevant() -> None:
    """Between two bullets that support nothing, the nearer one stands."""
    person = profile(entry("cook", "2020 to present", bullet("a"), bullet("b"), bullet("c")))
    found = matches((wish("stock"),), {("c", "stock"): 0.4})
    chosen = choose(person, found, budget_pt=115.0)
    assert {"a", "b", "c"} & chosen == {"a", "c"}


def test_a_wording_that_says_the_words_of_a_note_stands() -> None:
    """Also where the main one is shorter and answers as well."""
    person = profile(
        entry("cook", "2020 to present", bullet("menu", "m" * 140, wordings={"said": "x" * 160}))
    )
    found = matches((wish("menus"),), {("menu", "menus"): 0.8, ("menu#said", "menus"): 0.8})
    assert "menu" in choose(person, found)
    said = tuple(
        replace(match, reasons=(Reason(ReasonKind.WORDS, "menus"),))
        if match.candidate == "menu#said"
        else match
        for match in found.matches
    )
    assert "menu#said" in choose(person, replace(found, matches=said))


def test_a_wording_that_matches_better_stands() -> None:
    """The author's wordings compete by what the job asks for."""
    person = profile(
        entry("cook", "2020 to present", bullet("menu", wordings={"leading": "x" * 150}))
    )
    found = matches((wish("leadership"),), {("menu#leading", "leadership"): 0.8})
    assert "menu#leading" in choose(person, found)
    assert "menu" in choose(person)


def test_only_one_of_two_near_equal_bullets_stands_for_a_wish() -> None:
    """Saying it twice costs more than another thing is worth."""
    person = profile(entry("cook", "2020 to present", *(bullet(id) for id in ("a", "b", "c", "d"))))
    found = matches(redundancy=(("a", "b", 1.0),))
    chosen = choose(person, found, budget_pt=145.0)
    assert {"a", "c", "d"} <= chosen
    assert "b" not in chosen


def test_a_pinned_bullet_stands_though_a_note_wants_its_entry_in_one_line() -> None:
    """What the person pinned last, with a click, holds against what they noted before."""
    army = entry("army", "2011", bullet("b"))
    person = profile(entry("cook", "2020 to present", bullet("a")), army)
    found = replace(matches(), orders=Orders(most={"army": 0}))
    assert "b" not in choose(person, found)
    assert "b" in choose(person, found, pinned=["b"])


def test_what_an_entry_is_its_bullets_may_say_again() -> None:
    """The line that describes an entry frames its bullets and takes no place from them."""
    described = replace(bullet("a"), describes=True)
    person = profile(entry("cook", "2020 to present", described, bullet("b"), bullet("c")))
    assert {"a", "b", "c"} <= choose(person, matches(redundancy=(("a", "b", 1.0),)))


def test_summary_and_skills_follow_the_job() -> None:
    """The summary that answers is chosen; a group that nothing asks for goes first."""
    person = profile(
        entry("cook", "2020 to present", *(bullet(f"cook/{n}") for n in range(8))),
        summaries=(Summary("plain", text("s" * 150)), Summary("lead", text("s" * 150))),
        skills=(
            SkillGroup("tools", text("Tools"), (text("Knives"),)),
            SkillGroup("people", text("People"), (text("Coaching"),)),
        ),
    )
    found = matches((wish("coaching"),), {("lead", "coaching"): 0.7, ("people", "coaching"): 0.9})
    chosen = choose(person, found, budget_pt=250.0)
    assert "lead" in chosen
    assert "people:whole" in chosen


def test_a_large_budget_lets_maximums_rise() -> None:
    """A profile with much in one role still fills its page."""
    person = profile(entry("cook", "2020 to present", *(bullet(f"c/{n}") for n in range(30))))
    assert len(bullets_of(choose(person, budget_pt=PAGE_PT), "c")) > 8


def test_pins_too_tall_are_named_as_the_person_named_them() -> None:
    """The ids of the job file come back, with what leaving each out frees."""
    person = nurse()
    drafted = draft(person)
    pins = frozenset(f"carer/{n}" for n in range(8))
    problem = build_problem(
        drafted, Demand(matches()), person, heights_pt(drafted), 300.0, pinned=pins
    )
    answer = solve(problem)
    assert isinstance(answer, CannotFit)
    assert {id for id, _ in answer.cheapest} == pins
    assert all(freed_pt == 28.0 for _, freed_pt in answer.cheapest)


def test_a_bullet_that_notes_want_less_of_is_half_a_bullet_to_its_role() -> None:
    """Otherwise a short one would stand for balance in place of one that says something."""
    person = profile(entry("clerk", "2020 to present", bullet("clerk/files"), bullet("clerk/tea")))
    drafted = draft(person)
    found = replace(matches(), orders=Orders(lessened=frozenset({"clerk/tea"})))
    problem = build_problem(drafted, Demand(found), person, heights_pt(drafted), PAGE_PT)
    shares = {option.id: [share for _, share in option.support] for option in problem.options}
    assert shares["clerk/tea"] == [share / 2 for share in shares["clerk/files"]] != []


def clerk() -> tuple[Profile, Draft]:
    """A clerk whose three skills share one line, the only thing that may leave the page."""
    skills = tuple(SkillGroup(id, text(id)) for id in ("excel", "sql", "word"))
    person = profile(entry("clerk", "2020 to present"), skills=skills)
    drafted = draft(person)
    section = drafted.sections[-1]
    slots = [slot for group in section.groups for slot in group.slots]
    line = Variant("bare", slots[0].variants[0].blocks, tuple(slot.id for slot in slots))
    shared = Slot("bare", SlotKind.SKILLS, (line,), required=False)
    section = replace(section, groups=(GroupDraft("group/bare", None, (shared,)),))
    return person, replace(drafted, sections=(*drafted.sections[:-1], section))


def test_a_line_that_skills_share_answers_for_each_of_them() -> None:
    """What any of them supports, the line supports, and no less than alone."""
    person, drafted = clerk()
    wishes = (wish("queries"), wish("letters"))
    found = matches(wishes, {("sql", "queries"): 0.9, ("word", "letters"): 0.6})
    none = matches(wishes)
    answering, silent = (
        {
            option.id: option
            for option in build_problem(
                drafted, Demand(m), person, heights_pt(drafted), PAGE_PT
            ).options
        }["bare"]
        for m in (found, none)
    )
    assert len(answering.support) == len(silent.support) + len(wishes)
    assert answering.value > silent.value


def test_a_shared_line_is_pinned_by_any_and_dropped_by_all() -> None:
    """A pin of one skill keeps the line; a drop of one, which leaves the line, does not take it."""
    person, drafted = clerk()
    assert "bare" in choose(person, pinned=("sql",), drafted=drafted)
    assert "bare" in choose(person, dropped=("excel", "sql"), drafted=drafted)
    assert "bare" not in choose(person, dropped=("excel", "sql", "word"), drafted=drafted)
