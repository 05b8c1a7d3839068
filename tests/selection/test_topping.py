"""What stands in the white at the foot of a page."""

from collections.abc import Callable

import pytest

from lapel.fitting.model import Pages
from lapel.selection.model import Selection
from lapel.selection.objective import Demand
from lapel.selection.problem import build_problem
from lapel.selection.solver import solve
from lapel.selection.topping import top_up
from tests.selection.oracle import worth
from tests.selection.people import bullet, draft, entry, heights_pt, matches, profile

BUDGET_PT, PAGE_PT, BULLET_PT = 120.0, 100.0, 28.0


def topped(place: Callable[[frozenset[str]], Pages | None]) -> tuple[Selection, Selection]:
    """A cook's choice for less than all bullets, and what it is topped up to."""
    person = profile(entry("cook", "2020 to present", *(bullet(f"b{n}") for n in range(8))))
    drafted = draft(person)
    problem = build_problem(drafted, Demand(matches()), person, heights_pt(drafted), BUDGET_PT)
    chosen = solve(problem)
    assert isinstance(chosen, Selection)
    larger, found = top_up(problem, chosen, Pages((), (40.0, PAGE_PT), PAGE_PT, 0.0), place)
    assert found.objective == pytest.approx(worth(larger, found.chosen))
    assert larger.budget_pt >= found.used_pt
    return chosen, found


def on_page_one(chosen: frozenset[str]) -> Pages:
    """Whatever is more than the two bullets that fit stands on page one, which is 40 pt full."""
    more = len([id for id in chosen if id.startswith("b")]) - 2
    return Pages((), (40.0 + more * BULLET_PT, PAGE_PT), PAGE_PT, 0.0)


def test_the_white_takes_what_fits() -> None:
    """Two bullets of 28 points into 60, and the gap stays what was proven."""
    chosen, found = topped(on_page_one)
    assert chosen.chosen < found.chosen
    assert len(found.chosen) - len(chosen.chosen) == 2
    assert found.objective > chosen.objective
    assert found.bound - found.objective == pytest.approx(chosen.bound - chosen.objective)


def test_nothing_comes_in_that_moves_another_page() -> None:
    """Neither what fills another page than the white one, nor what needs one more, nor what nobody
    has measured.
    """
    for pages in (
        Pages((), (40.0, PAGE_PT), PAGE_PT, 0.0),
        Pages((), (90.0, PAGE_PT, 20.0), PAGE_PT, 0.0),
        None,
    ):
        chosen, found = topped(lambda _, pages=pages: pages)  # type: ignore[misc]
        assert found == chosen
