"""Choosing with few heights measured gives what measuring everything would."""

from collections.abc import Callable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.objective import Demand
from lapel.selection.problem import build_problem
from lapel.selection.shortlist import Answer, find_taken, shortlist, solve_measured
from lapel.selection.solver import solve
from tests.quick import tries
from tests.selection.oracle import every_choice, problems
from tests.selection.people import bullet, draft, entry, heights_pt, matches, profile

Costs = Mapping[str, float]


def measuring(
    true_pt: Costs, bound_pt: Costs, make: Callable[[Costs], Problem]
) -> tuple[Problem, Answer, list[frozenset[str]]]:
    """Solve from bounds, measuring what each answer takes; also what was measured each time."""
    known: dict[str, float] = {}
    asked: list[frozenset[str]] = []

    def measure(_: Problem, answer: Answer) -> bool:
        unknown = find_taken(answer) - known.keys()
        known.update({id: true_pt[id] for id in unknown})
        asked.append(unknown)
        return any(true_pt[id] != bound_pt[id] for id in unknown)

    problem, answer = solve_measured(lambda: make({**bound_pt, **known}), measure)
    return problem, answer, asked


@pytest.mark.slow
@given(problems(), st.integers(0, 3))
@tries(40)
def test_the_answer_is_as_good_as_with_everything_measured(problem: Problem, less: int) -> None:
    """Optimistic heights never change what is best."""
    if next(every_choice(problem), None) is None:
        return
    true_pt = {option.id: option.cost_pt for option in problem.options}
    bound_pt = {id: max(0.5, height - less) for id, height in true_pt.items()}

    def make(costs: Costs) -> Problem:
        options = tuple(replace(o, cost_pt=costs[o.id]) for o in problem.options)
        return replace(problem, options=options)

    _, answer, _ = measuring(true_pt, bound_pt, make)
    everything = solve(problem)
    if isinstance(everything, CannotFit):
        assert isinstance(answer, CannotFit)
        assert answer.over_pt == everything.over_pt
        return
    assert isinstance(answer, Selection)
    assert answer.used_pt == sum(true_pt[id] for id in answer.chosen)
    assert answer.objective >= everything.objective * 0.995 - 1e-6


def test_the_shortlist_holds_the_best_bargains_and_all_that_is_no_bullet() -> None:
    """At most so many bullets are worth measuring at first, the answer's own among them."""
    bullets = [bullet(f"c/{n}", weight=3 if n < 10 else 1) for n in range(20)]
    person = profile(entry("cook", "2020 to present", *bullets))
    drafted = draft(person)
    costs = heights_pt(drafted)
    problem = build_problem(drafted, Demand(matches()), person, costs, 250.0)
    answer = solve(problem)
    listed = shortlist(drafted, problem, answer, limit=10)
    assert len([id for id in listed if id.startswith("c/")]) == 10
    assert find_taken(answer) | {"section/work", "cook:open", "cook:brief"} <= listed


def test_nothing_is_measured_twice() -> None:
    """Each height is asked for once, and the last answer asks for none."""
    bullets = [bullet(f"c/{n}") for n in range(20)]
    person = profile(entry("cook", "2020 to present", *bullets))
    drafted = draft(person)
    true_pt = heights_pt(drafted)
    bound_pt = {id: height * 0.9 for id, height in true_pt.items()}

    def make(costs: Costs) -> Problem:
        return build_problem(drafted, Demand(matches()), person, costs, 250.0)

    _, _, asked = measuring(true_pt, bound_pt, make)
    assert sum(map(len, asked)) == len(frozenset().union(*asked))
    assert asked[-1] == frozenset()


def test_where_the_bounds_were_right_the_choice_is_made_once() -> None:
    """Heights that are what they were taken for change no choice."""
    bullets = [bullet(f"c/{n}") for n in range(20)]
    person = profile(entry("cook", "2020 to present", *bullets))
    drafted = draft(person)
    heights = heights_pt(drafted)
    solved = []

    def make(costs: Costs) -> Problem:
        solved.append(costs)
        return build_problem(drafted, Demand(matches()), person, costs, 250.0)

    _, answer, asked = measuring(heights, heights, make)
    assert asked == [find_taken(answer), frozenset()]
    assert len(solved) == 1
