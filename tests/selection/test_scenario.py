"""One readable case: what a cook's master profile becomes for two different kitchens."""

import pytest

from lapel.matching.model import Matches, RequirementKind
from lapel.profile.model import Profile, SectionKind, SkillGroup, Summary
from lapel.selection.ordering import order_highlights
from tests.given import text
from tests.seeds import printed_by_seed
from tests.selection.people import bullet, draft, entry, matches, profile, wish
from tests.selection.test_problem import choose

BULLETS = {
    "menu": "Wrote four seasonal menus a year from what three nearby farms could deliver.",
    "cost": "Brought food cost from 34 to 28 percent by weighing every portion for one month.",
    "brigade": "Lead a brigade of nine, hire for it, and have lost one cook in four years.",
    "rota": "Plan the rota so that nobody works more than five evenings in a row.",
    "stars": "Kept the guide's star through a change of owner and a move to a new building.",
    "bread": "Baked the bread and the pastry for 90 covers, beginning at four in the morning.",
    "apprentices": "Trained six apprentices through their final examination.",
    "fish": "Ran the fish station and bought at the quay twice a week.",
    "allergens": "Put allergen cards on all 60 recipes and taught the floor staff to read them.",
    "canteen": "Cooked 400 school lunches a day for two euros each.",
    "inspection": "Passed every hygiene inspection without a remark.",
}


def cook() -> Profile:
    """Three kitchens and a pop-up, the newest still going on."""
    bullets = {id: bullet(id, words) for id, words in BULLETS.items()}
    return profile(
        entry(
            "head-chef",
            "2020 to present",
            *(bullets[id] for id in ("menu", "cost", "brigade", "rota", "stars")),
            at="Lindenhof",
        ),
        entry(
            "sous-chef",
            "2014 to 2019",
            *(bullets[id] for id in ("bread", "apprentices", "fish", "allergens")),
            at="Zum Anker",
        ),
        entry(
            "canteen-cook",
            "2005 to 2008",
            *(bullets[id] for id in ("canteen", "inspection")),
            at="Nordschule",
        ),
        entry("pop-up", "2018", section=SectionKind.PROJECTS),
        entry("diploma", "2002 to 2005", section=SectionKind.EDUCATION),
        summaries=(
            Summary("fine", text("Chef of a starred kitchen who cooks from nearby farms. " * 2)),
            Summary("teacher", text("Chef who trains apprentices and keeps a brigade. " * 2)),
        ),
        skills=(
            SkillGroup("craft", text("Craft"), (text("Bread"), text("Fish"))),
            SkillGroup("management", text("Management"), (text("Rota"), text("Costing"))),
        ),
    )


def school_kitchen() -> Matches:
    """A school looks for someone who cooks for many, trains and keeps rules."""
    return matches(
        (
            wish("training"),
            wish("large numbers", RequirementKind.HINT, entries=("canteen-cook",)),
            wish("food safety", RequirementKind.QUALIFICATION, weight=0.4),
        ),
        {
            ("apprentices", "training"): 0.9,
            ("brigade", "training"): 0.6,
            ("teacher", "training"): 0.8,
            ("management", "training"): 0.5,
            ("canteen", "large numbers"): 0.9,
            ("allergens", "food safety"): 0.8,
            ("inspection", "food safety"): 0.9,
        },
    )


def test_without_notes_the_newest_kitchen_leads() -> None:
    """Most bullets for the newest role, and every kitchen and the diploma still on the page."""
    chosen = choose(cook(), budget_pt=330.0)
    newest = chosen & {"menu", "cost", "brigade", "rota", "stars"}
    oldest = chosen & {"canteen", "inspection"}
    assert len(newest) >= 3 > len(oldest)
    assert {"canteen-cook:brief", "canteen-cook:open"} & chosen
    assert "diploma:brief" in chosen


def test_a_school_gets_the_cook_who_trains() -> None:
    """The old canteen opens for its hint, the answers stand, and they come first in their role."""
    person, found = cook(), school_kitchen()
    chosen = choose(person, found, budget_pt=330.0)
    assert {"teacher", "canteen", "apprentices", "brigade"} <= chosen
    assert {"head-chef:open", "canteen-cook:open"} <= chosen
    orders = order_highlights(draft(person), chosen, found, {})
    assert orders["head-chef"][0] == "brigade"
    assert orders["sous-chef"][0] == "apprentices"


def test_on_half_a_page_old_roles_are_one_line() -> None:
    """Nothing vanishes: a role without room shrinks to its line."""
    chosen = choose(cook(), budget_pt=225.0)
    assert {"canteen-cook:brief", "diploma:brief", "head-chef:open"} <= chosen


@pytest.mark.slow
def test_the_choice_does_not_hang_on_the_process() -> None:
    """Another hash seed, another process: the same options and the same objective."""
    code = (
        "from tests.selection.test_scenario import *\n"
        "print(sorted(choose(cook(), school_kitchen(), budget_pt=330.0)))"
    )
    assert len(printed_by_seed(code)) == 1
