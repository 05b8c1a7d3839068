"""The order of bullets and skills."""

from msgspec.structs import replace

from lapel.matching.model import Orders, RequirementKind
from lapel.profile.model import SkillGroup
from lapel.selection.ordering import order_highlights, order_skills
from tests.given import text
from tests.selection.people import bullet, draft, entry, matches, profile, wish

COOK = profile(
    entry("cook", "2020 to present", bullet("a"), bullet("b"), bullet("c"), bullet("d")),
    entry("waiter", "2018 to 2020", bullet("w")),
)


def test_bullets_stand_by_what_the_job_asks_for() -> None:
    """The best answer first, equals in the profile's order, what is out not at all."""
    found = matches((wish("menus"),), {("c", "menus"): 0.9, ("w", "menus"): 0.9})
    orders = order_highlights(draft(COOK), frozenset({"a", "b", "c"}), found, {})
    assert orders == {"cook": ("c", "a", "b")}


def test_the_job_files_own_order_wins() -> None:
    """What it names comes first in its order; the rest follows by the job."""
    found = matches((wish("menus"),), {("c", "menus"): 0.9})
    chosen = frozenset({"a", "b", "c", "d"})
    orders = order_highlights(draft(COOK), chosen, found, {"cook": ("d", "gone", "b")})
    assert orders["cook"] == ("d", "b", "c", "a")


def test_what_a_hint_names_stands_first_in_its_role() -> None:
    """Before what answers more notes; what only comes near to the hint in meaning does not."""
    hint = wish("the store move", RequirementKind.HINT, entries=("cook",))
    found = matches(
        (hint, wish("menus"), wish("linen")),
        {
            ("a", "menus"): 0.9,
            ("a", "linen"): 0.9,
            ("b", "the store move"): 0.6,
            ("c", "the store move"): 0.8,
        },
        reasons={("c", "the store move"): "the move"},
    )
    orders = order_highlights(draft(COOK), frozenset({"a", "b", "c"}), found, {})
    assert orders["cook"] == ("c", "a", "b")


def test_differences_too_small_to_see_keep_the_authors_order() -> None:
    """Relevance is compared to two decimals."""
    found = matches((wish("menus"),), {("a", "menus"): 0.801, ("b", "menus"): 0.802})
    orders = order_highlights(draft(COOK), frozenset({"a", "b"}), found, {})
    assert orders["cook"] == ("a", "b")


def test_what_only_comes_near_keeps_the_authors_order() -> None:
    """It answers nothing, so that it stands behind what does, however near it comes."""
    found = matches(
        (wish("menus"), wish("linen")),
        {("d", "menus"): 0.5, ("c", "linen"): 0.4, ("b", "linen"): 0.1},
    )
    orders = order_highlights(draft(COOK), frozenset({"a", "b", "c", "d"}), found, {})
    assert orders["cook"] == ("d", "a", "b", "c")


def skills(*groups: tuple[str, tuple[str, ...]]) -> tuple[SkillGroup, ...]:
    return tuple(
        SkillGroup(name.casefold(), text(name), tuple(text(word) for word in keywords))
        for name, keywords in groups
    )


def shown(groups: tuple[SkillGroup, ...]) -> list[tuple[str, list[str]]]:
    return [(g.name.markdown, [k.markdown for k in g.keywords]) for g in groups]


def test_skills_stand_by_what_the_job_asks_for() -> None:
    """Groups by how they answer, keywords by the phrases asked for; ties keep the order."""
    person = profile(
        skills=skills(
            ("Languages", ("Spanish", "Polish")),
            ("Kitchen", ("Grilling", "Menu planning", "Pastry")),
        )
    )
    found = matches(
        (
            wish("menus", phrases=("planning of menus", "pastries")),
            wish("food", RequirementKind.DESCRIPTION, weight=0.1, phrases=("grilling",)),
        ),
        {("kitchen", "menus"): 0.8},
    )
    assert shown(order_skills(person, found)) == [
        ("Kitchen", ["Pastry", "Grilling", "Menu planning"]),
        ("Languages", ["Spanish", "Polish"]),
    ]


def test_skills_that_a_note_wants_first_stand_first() -> None:
    """Their groups too, in the note's order, whatever else the job asks for."""
    person = profile(
        skills=skills(
            ("Kitchen", ("Grilling", "Pastry")),
            ("Languages", ("Spanish", "Polish", "Dutch")),
            ("Tills", ("Square", "Toast")),
        )
    )
    found = matches((wish("pastry"),), {("kitchen", "pastry"): 0.8})
    orders = Orders(first_skills=("tills/toast", "languages/dutch", "languages/polish"))
    assert shown(order_skills(person, replace(found, orders=orders))) == [
        ("Tills", ["Toast", "Square"]),
        ("Languages", ["Dutch", "Polish", "Spanish"]),
        ("Kitchen", ["Pastry", "Grilling"]),
    ]


def test_a_keyword_met_by_an_alias_counts_as_asked_for() -> None:
    """The reason names the alias, and the keyword is found in it."""
    person = profile(skills=skills(("Platform", ("Docker", "Kubernetes"))))
    found = matches(
        (wish("k8s"),),
        {("platform", "k8s"): 0.8},
        reasons={("platform", "k8s"): "k8s is Kubernetes"},
    )
    assert shown(order_skills(person, found)) == [("Platform", ["Kubernetes", "Docker"])]


def test_short_names_compare_by_case() -> None:
    """The language Go is not the verb."""
    person = profile(skills=skills(("Languages", ("Python", "Go"))))
    found = matches((wish("x", phrases=("go to market",)),), {("languages", "x"): 0.8})
    assert shown(order_skills(person, found)) == [("Languages", ["Python", "Go"])]


def test_without_wishes_the_profiles_order_stands() -> None:
    """Nothing moves where nothing is asked."""
    groups = skills(("B", ("z", "y")), ("A", ("x",)))
    assert order_skills(profile(skills=groups), matches()) == groups
