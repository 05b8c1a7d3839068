"""Choosing with few heights measured: unmeasured blocks count at less than their true height.

Measuring costs a layout, so only a shortlist is measured at first: required content, what the rules
need, and the best by estimated height. Everything else stays in the problem at an optimistic
height, one that is never above the true one. The best choice by these heights is at least as good
as the best by true heights. If all it chose was measured, it is therefore the best by true heights
too, and everything outside was proven unable to enter. Otherwise its blocks are measured, and where
that changes a height the choice is made again.
"""

from collections.abc import Callable

from lapel.document.draft import Draft, SlotKind
from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.solver import estimate, solve

Answer = Selection | CannotFit


def solve_measured(
    build: Callable[[], Problem], measure: Callable[[Problem, Answer], bool]
) -> tuple[Problem, Answer]:
    """Return the best choice by true heights, and the problem that it solves.

    ``build`` makes the problem from the heights known by then, bounds for the rest; ``measure``
    measures at least the blocks that an answer takes at a bound, and tells whether a bound was too
    low.
    """
    while True:
        problem = build()
        if measure(problem, estimate(problem)):
            continue
        answer = solve(problem)
        if not measure(problem, answer):
            return problem, answer


def find_taken(answer: Answer) -> frozenset[str]:
    """Return the options that an answer puts on the page, or that its shortest choice would."""
    return answer.shortest if isinstance(answer, CannotFit) else answer.chosen


def shortlist(draft: Draft, problem: Problem, answer: Answer, limit: int) -> frozenset[str]:
    """Return the options worth measuring at first: at most ``limit`` bullets, and all other
    options.

    ``problem`` and ``answer`` were made with optimistic heights. The answer's bullets come first,
    then the pinned, then the best bargains of the rest by value and weighted support.
    """
    stands = find_taken(answer)
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
