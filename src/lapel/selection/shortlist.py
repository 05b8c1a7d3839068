"""Choosing with few heights measured: what was not measured takes part at less than its height.

Measuring costs a layout, so only a shortlist is measured at first: what must stand, what the rules
need, and the best by the height they should have. Everything else stays in the problem at an
optimistic height, one that is never above the true one. A choice that is best so is at least as
good as the best with true heights; where all it chose was measured, it is therefore the best with
true heights too, and everything outside was proven unable to enter. Otherwise what it chose is
measured, and where that changes a height the choice is made again.
"""

from collections.abc import Callable

from lapel.document.draft import Draft, SlotKind
from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.solver import estimate, solve

Answer = Selection | CannotFit


def solve_measured(
    build: Callable[[], Problem], measure: Callable[[Problem, Answer], bool]
) -> tuple[Problem, Answer]:
    """The best choice by true heights, and the problem it is the answer to.

    ``build`` makes the problem from the heights known by then, bounds for the rest; ``measure``
    measures at least what an answer takes at a bound, and tells whether a bound was too low.
    """
    while True:
        problem = build()
        if measure(problem, estimate(problem)):
            continue
        answer = solve(problem)
        if not measure(problem, answer):
            return problem, answer


def taken(answer: Answer) -> frozenset[str]:
    """The options that an answer puts on the page, or that its shortest form would."""
    return answer.shortest if isinstance(answer, CannotFit) else answer.chosen


def shortlist(draft: Draft, problem: Problem, answer: Answer, limit: int) -> frozenset[str]:
    """The options worth measuring at first: at most ``limit`` bullets, and all that is no bullet.

    ``problem`` and ``answer`` were made with optimistic heights. The answer's bullets come first,
    then the pinned, then the best bargains of the rest by value and weighted support.
    """
    stands = taken(answer)
    pinned = {option for pin in problem.pinned for option in pin.options}
    bullets = {
        variant.id
        for slot in draft.slots()
        if slot.kind is SlotKind.HIGHLIGHT
        for variant in slot.variants
    }
    bargain = {
        option.id: problem.most_worth(option) / max(1.0, option.cost_pt)
        for option in problem.options
    }
    ranked = sorted(
        (o.id for o in problem.options if o.id in bullets and o.id not in problem.dropped),
        key=lambda id: (id not in stands, id not in pinned, -bargain[id]),
    )
    return frozenset(ranked[:limit]) | (bargain.keys() - bullets - problem.dropped)
