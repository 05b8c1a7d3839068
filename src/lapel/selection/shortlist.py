"""Choosing with few heights measured: what was not measured takes part at less than its height.

Measuring costs a layout, so only a shortlist is measured at first: what must stand, what the rules
need, and the best by the height they should have. Everything else stays in the problem at an
optimistic height, one that is never above the true one. A choice that is best so is at least as
good as the best with true heights; where all it chose was measured, it is therefore the best with
true heights too, and everything outside was proven unable to enter. Otherwise what it chose is
measured and the choice made again.
"""

from collections.abc import Callable

from lapel.document.draft import Draft, SlotKind
from lapel.selection.model import CannotFit, Costs, Problem, Selection
from lapel.selection.solver import solve

Measure = Callable[[frozenset[str]], Costs]
"""Gives the true heights of these options."""


def solve_measured(
    build: Callable[[Costs], Problem],
    optimistic_pt: Costs,
    measured_pt: Costs,
    measure: Measure,
) -> tuple[Selection | CannotFit, dict[str, float]]:
    """The best choice by true heights, and all heights that were measured for it.

    ``build`` makes the problem from the height of every option, ``optimistic_pt`` has one for each
    that is at or below the true one, ``measured_pt`` those that are known.
    """
    known = dict(measured_pt)
    while True:
        answer = solve(build({**optimistic_pt, **known}))
        stands = answer.shortest if isinstance(answer, CannotFit) else answer.chosen
        unknown = frozenset(stands) - known.keys()
        if not unknown:
            return answer, known
        known |= measure(unknown)


def shortlist(
    draft: Draft, problem: Problem, answer: Selection | CannotFit, limit: int
) -> frozenset[str]:
    """The options worth measuring at first: at most ``limit`` bullets, and all that is no bullet.

    ``problem`` and ``answer`` were made with optimistic heights. The answer's bullets come first,
    then the pinned, then the best bargains of the rest by value and weighted support.
    """
    stands = answer.shortest if isinstance(answer, CannotFit) else answer.chosen
    pinned = {option for pin in problem.pinned for option in pin.options}
    bullets = {
        variant.id
        for slot in draft.slots()
        if slot.kind is SlotKind.HIGHLIGHT
        for variant in slot.variants
    }
    bargain = {
        option.id: _worth(problem.weights, option.value, option.support) / max(1.0, option.cost_pt)
        for option in problem.options
    }
    ranked = sorted(
        (o.id for o in problem.options if o.id in bullets and o.id not in problem.dropped),
        key=lambda id: (id not in stands, id not in pinned, -bargain[id]),
    )
    return frozenset(ranked[:limit]) | (bargain.keys() - bullets - problem.dropped)


def _worth(
    weights: tuple[float, ...], value: float, support: tuple[tuple[int, float], ...]
) -> float:
    """What an option could add at most: its value, and its support where nothing is covered."""
    return value + sum(weights[aim] * amount for aim, amount in support)
