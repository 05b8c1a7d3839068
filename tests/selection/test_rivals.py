"""What each option left out lost to."""

import pytest
from hypothesis import given
from msgspec.structs import replace

from lapel.selection.model import Brings, OneOf, Option, Problem, Selection
from lapel.selection.rivals import name_rivals
from lapel.selection.solver import solve
from tests.quick import tries
from tests.selection.oracle import broken_rules, every_choice, height_pt, problems, worth
from tests.selection.test_solver import line_of_bullets


def after(problem: Problem, chosen: frozenset[str]) -> frozenset[str]:
    """A choice of variants with the lines that they bring."""
    lines = {b.line for b in problem.brings}
    variants = chosen - lines
    return variants | {b.line for b in problem.brings if variants & set(b.options)}


@given(problems())
@tries(60)
def test_a_rivals_exchange_is_possible_and_its_change_true(problem: Problem) -> None:
    """Making the exchange keeps every rule and the budget, and changes what was said."""
    fitting = (c for c in every_choice(problem) if height_pt(problem, c) <= problem.budget_pt)
    if next(fitting, None) is None:
        return
    selection = solve(problem)
    assert isinstance(selection, Selection)
    lines = {b.line for b in problem.brings}
    for rival in name_rivals(problem, selection):
        assert rival.option not in selection.chosen | lines
        assert selection.chosen.issuperset(rival.loses_to)
        chosen = selection.chosen - set(rival.loses_to) | {rival.option, *rival.brings_along}
        chosen = after(problem, chosen)
        assert not broken_rules(problem, chosen)
        assert height_pt(problem, chosen) <= problem.budget_pt + 1e-6
        change = worth(problem, chosen) - worth(problem, selection.chosen)
        assert rival.objective_change == pytest.approx(change, abs=1e-9)
        assert change <= selection.bound - selection.objective + 1e-9


def test_a_bullet_loses_to_the_least_that_makes_room() -> None:
    """Of the bullets tall enough, the one with least value; two small ones if they lose less."""
    problem = line_of_bullets([0.9, 0.2, 0.3, 0.4], [4.0, 2.0, 4.0, 4.0], budget_pt=11.0)
    selection = solve(problem)
    assert isinstance(selection, Selection)
    assert selection.chosen == {"role:open", "b0", "b1", "b3"}
    lost = {rival.option: rival for rival in name_rivals(problem, selection)}
    assert lost["b2"].loses_to == ("b3",)
    assert lost["b2"].objective_change == pytest.approx(-0.1)


def test_two_small_ones_leave_where_that_loses_less() -> None:
    """A tall bullet loses to two short ones rather than to one dear one."""
    problem = line_of_bullets([0.9, 0.2, 0.2, 0.35], [4.0, 2.0, 2.0, 4.0], budget_pt=9.0)
    selection = solve(problem)
    assert isinstance(selection, Selection)
    lost = {rival.option: rival for rival in name_rivals(problem, selection)}
    assert lost["b3"].loses_to == ("b1", "b2")


def test_three_small_ones_leave_rather_than_a_dear_one() -> None:
    """What is named loses least of all that makes the room, however many it are."""
    values = [2.0, 0.3, 0.3, 0.3, 0.3, 1.5, 0.8]
    costs = [2.0, 2.0, 2.0, 2.0, 2.0, 6.0, 6.0]
    problem = line_of_bullets(values, costs, budget_pt=17.0)
    selection = solve(problem)
    assert isinstance(selection, Selection)
    assert selection.chosen == {"role:open", "b0", "b1", "b2", "b3", "b4", "b5"}
    lost = {rival.option: rival for rival in name_rivals(problem, selection)}
    assert lost["b6"].loses_to == ("b1", "b2", "b3")
    assert lost["b6"].objective_change == pytest.approx(-0.1)


def test_a_section_leaves_whole_where_that_loses_least() -> None:
    """Its heading goes with its last entry, which makes the room that no entry makes alone."""
    role = line_of_bullets([0.9, 0.7], [4.0, 2.0], budget_pt=13.0)
    certificates = (Option("first", 1.0, 0.3), Option("second", 1.0, 0.3))
    problem = replace(
        role,
        options=(
            *role.options,
            Option("heading", 3.0, 0.0),
            *certificates,
            Option("award", 5, 0.5),
        ),
        one_of=(
            *role.one_of,
            *(OneOf((id,), required=False) for id in ("first", "second", "award")),
        ),
        brings=(Brings("heading", ("first", "second")),),
    )
    selection = solve(problem)
    assert isinstance(selection, Selection)
    lost = {rival.option: rival for rival in name_rivals(problem, selection)}
    assert lost["award"].loses_to == ("first", "second")
    assert lost["award"].objective_change == pytest.approx(-0.1)


def test_beyond_the_maximum_a_bullet_loses_to_the_least_of_its_role() -> None:
    """With room left and the role full, it would take the place of its weakest sibling."""
    problem = line_of_bullets([0.9, 0.2, 0.1], [1.0, 1.0, 1.0], budget_pt=20.0, maximum=2)
    selection = solve(problem)
    assert isinstance(selection, Selection)
    lost = {rival.option: rival for rival in name_rivals(problem, selection)}
    assert lost["b2"].loses_to == ("b1",)
    assert lost["b2"].objective_change == pytest.approx(-0.1)


def test_a_bullet_of_a_closed_role_brings_its_role_along() -> None:
    """The exchange opens the role: the one-line form leaves and the open one comes."""
    problem = line_of_bullets([-0.9], [1.0], budget_pt=20.0)
    selection = solve(problem)
    assert isinstance(selection, Selection)
    lost = {rival.option: rival for rival in name_rivals(problem, selection)}
    assert selection.chosen == {"role:brief"}
    assert lost["b0"].loses_to == ("role:brief",)
    assert lost["b0"].brings_along == ("role:open",)


def test_a_bullet_of_an_entry_that_may_not_open_loses_to_nothing() -> None:
    """Where a note wants an entry in one line, no exchange opens it."""
    problem = replace(
        line_of_bullets([0.9], [1.0], budget_pt=20.0), dropped=frozenset({"role:open"})
    )
    selection = solve(problem)
    assert isinstance(selection, Selection)
    assert selection.chosen == {"role:brief"}
    assert not name_rivals(problem, selection)
