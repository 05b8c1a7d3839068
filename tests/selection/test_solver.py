"""The best choice: against every other one, inside its rules, the same on every run."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from lapel.selection.model import Brings, CannotFit, Count, OneOf, Option, Pin, Problem, Selection
from lapel.selection.solver import solve
from tests.quick import tries
from tests.selection.oracle import broken_rules, every_choice, height_pt, problems, worth

EPSILON = 1e-6
GAP = 0.005


def solved(problem: Problem) -> Selection:
    answer = solve(problem)
    assert isinstance(answer, Selection)
    return answer


def line_of_bullets(
    values: list[float], costs: list[float], budget_pt: float, maximum: int = 99
) -> Problem:
    """One role that can stand open, with these bullets, named b0, b1 and so on."""
    names = tuple(f"b{number}" for number in range(len(values)))
    return Problem(
        options=(
            Option("role:brief", 1.0, 0.0),
            Option("role:open", 1.0, 0.5),
            *(Option(*row) for row in zip(names, costs, values, strict=True)),
        ),
        one_of=(
            OneOf(("role:brief", "role:open"), required=True),
            *(OneOf((name,), required=False) for name in names),
        ),
        brings=(),
        counts=(Count(("role:open",), names, 1, maximum),),
        redundant=(),
        weights=(),
        budget_pt=budget_pt,
    )


@pytest.mark.slow
@given(problems())
@tries(120)
def test_no_choice_is_better_than_the_gap_allows(problem: Problem) -> None:
    """Against every choice that keeps the rules and the budget, on small problems."""
    choices = list(every_choice(problem))
    fitting = [c for c in choices if height_pt(problem, c) <= problem.budget_pt]
    if not choices:
        with pytest.raises(ValueError, match="contradict"):
            solve(problem)
        return
    answer = solve(problem)
    if not fitting:
        least = min(height_pt(problem, choice) for choice in choices)
        assert isinstance(answer, CannotFit)
        assert answer.over_pt == pytest.approx(least - problem.budget_pt)
        assert height_pt(problem, answer.shortest) == pytest.approx(least)
        return
    best = max(worth(problem, choice) for choice in fitting)
    assert isinstance(answer, Selection)
    assert not broken_rules(problem, answer.chosen)
    assert answer.used_pt == pytest.approx(height_pt(problem, answer.chosen))
    assert answer.used_pt <= problem.budget_pt + EPSILON
    assert answer.objective == pytest.approx(worth(problem, answer.chosen))
    assert answer.objective >= best * (1 - GAP) - EPSILON
    assert answer.bound >= best - EPSILON
    assert answer.gap <= GAP + EPSILON


@given(problems(), st.integers(1, 8))
@tries(40)
def test_more_room_is_never_worse(problem: Problem, more: int) -> None:
    """Adding to the budget does not lower the objective, the gap aside."""
    if not any(height_pt(problem, c) <= problem.budget_pt for c in every_choice(problem)):
        return
    wider = solved(replace(problem, budget_pt=problem.budget_pt + more))
    assert wider.objective >= solved(problem).objective * (1 - GAP) - EPSILON


@given(problems())
@tries(25)
def test_the_same_problem_has_the_same_answer(problem: Problem) -> None:
    """Two runs agree in every figure."""
    if any(True for _ in every_choice(problem)):
        assert solve(problem) == solve(problem)


def test_a_start_that_presolve_improves_is_not_the_answer() -> None:
    """Known to go wrong in HiGHS 1.16: it proves the better point and returns the start."""
    problem = Problem(
        options=(
            Option("a:line", 1.0, 0.0),
            Option("b:line", 1.0, 0.0),
            Option("a:brief", 4.0, 0.5),
            Option("a:open", 1.0, 0.0),
            Option("a0", 1.0, 0.0),
            Option("b:open", 1.0, 0.0, ((0, 0.75),)),
            Option("b0", 4.0, 0.375),
            Option("b0#short", 1.0, 0.375),
            Option("b1", 1.0, 0.0, ((0, 0.375),)),
        ),
        one_of=tuple(
            OneOf(ids, required=False)
            for ids in (("a:brief", "a:open"), ("a0",), ("b:open",), ("b0", "b0#short"), ("b1",))
        ),
        brings=(Brings("a:line", ("a:open",)), Brings("b:line", ("b:open",))),
        counts=(
            Count(("a:open",), ("a0",), 0, 1),
            Count(("b:open",), ("b0", "b0#short", "b1"), 2, 2),
        ),
        redundant=(),
        weights=(0.125,),
        budget_pt=10.0,
    )
    chosen = solved(problem).chosen
    assert chosen == {"a:brief", "b:line", "b:open", "b0#short", "b1"}


def test_of_equals_the_first_of_the_profile_stands() -> None:
    """Five equal bullets and room for two: the first two stand."""
    chosen = solved(line_of_bullets([0.5] * 5, [2.0] * 5, budget_pt=5.0)).chosen
    assert chosen == {"role:open", "b0", "b1"}


def test_the_third_bullet_for_one_skill_is_worth_less() -> None:
    """A weaker answer to another wish passes a third strong one to the same."""
    problem = line_of_bullets([0.0] * 4, [1.0] * 4, budget_pt=4.0)
    support = {"b0": 0, "b1": 0, "b2": 0, "b3": 1}
    options = [
        replace(o, support=((support[o.id], 0.9 if o.id != "b3" else 0.4),))
        if o.id in support
        else o
        for o in problem.options
    ]
    chosen = solved(replace(problem, options=tuple(options), weights=(1.0, 1.0))).chosen
    assert chosen == {"role:open", "b0", "b1", "b3"}


def test_a_role_shrinks_before_the_run_fails() -> None:
    """Where the minimum of bullets has no room, the one-line form stands."""
    problem = line_of_bullets([0.5] * 3, [4.0] * 3, budget_pt=4.0)
    assert solved(problem).chosen == {"role:brief"}


def test_what_cannot_fit_names_its_cheapest_pins() -> None:
    """Points over, and the pins that free room, the one with least value a point first."""
    problem = line_of_bullets([0.9, 0.1, 0.5], [4.0, 4.0, 4.0], budget_pt=5.0)
    pins = tuple(Pin(id, (id,)) for id in ("b0", "b1"))
    answer = solve(replace(problem, pinned=pins))
    assert answer == CannotFit(
        over_pt=4.0,
        cheapest=(("b1", 4.0), ("b0", 4.0)),
        shortest=frozenset({"role:open", "b0", "b1"}),
    )


def test_a_line_too_tall_fails_without_pins() -> None:
    """Even one line can be too much; no pin is to blame."""
    answer = solve(line_of_bullets([0.5], [4.0], budget_pt=0.25))
    assert answer == CannotFit(0.75, (), frozenset({"role:brief"}))


def test_nothing_is_printed() -> None:
    """The solver keeps its banner to itself: standard output is the program's."""
    code = (
        "from tests.selection.test_solver import line_of_bullets, solve\n"
        "solve(line_of_bullets([0.5] * 5, [2.0] * 5, budget_pt=5.0))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert (ran.stdout, ran.stderr) == (b"", b"")
