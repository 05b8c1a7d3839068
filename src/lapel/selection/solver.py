"""The best choice of what is printed, with a proof of how good it is.

**What is maximised.** A choice is worth the sum of its options' own values, and for each aim its
weight times a coverage of the total support that the chosen options give it, less a penalty for
each bullet beyond the first that says the same as others. Coverage rises by 1 for each unit of
support at first, then by less and less: the third bullet for one skill adds little. The choice
keeps the rules (one variant a slot, bullets only under an open role and within its counts, a
heading wherever anything is under it, pins and drops) and its height keeps the budget.

**As a program.** Each option is a variable that is 0 or 1. An aim's coverage is a chain of
segments, continuous variables with the segments' slopes as gains, whose sum is at most the support
chosen. Because the slopes fall, an optimum always fills the steeper segment first: no binary
variable is needed to say which segment is reached. Lines that come with others need none either,
as they are held between the greatest and the sum of what brings them. Texts have few heights, one
for each number of lines, so the budget is written over how many there are of each: whole numbers,
on which the solver branches and cuts far better than on single texts. `formulation` has the rows.

**The way to the answer.** The linear relaxation is solved (2 ms), its fractions are rounded to a
choice, and single exchanges improve it (`rounding`, `exchange`). Where the relaxation's optimum is
already within the gap, that is the proof. Otherwise the relaxation's prices settle the options
that no better choice can have, HiGHS gets the choice as its start and branches and cuts until it
is proven, and its answer passes through the exchanges once more. After a thousand nodes it
returns the best so far, and the gap says so; no clock ends it.

**How the bound is read.** HiGHS reports the optimum of the relaxation that is left, which no
choice can pass. The objective is computed again from the chosen options, not read from the solver.

**Ties.** Of equal options the one earlier in the profile is chosen: the last exchanges settle it,
whatever the solver's gap left open. One thread, a fixed seed and no clock make every run the same.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from lapel.selection.model import CannotFit, Problem, Selection

if TYPE_CHECKING:
    from lapel.selection.search import Start


def estimate(problem: Problem) -> Selection | CannotFit:
    """Return a choice near the best, rounded from the relaxation and not proven.

    Raises ValueError where the rules contradict each other at any height.
    """
    start = _start_solving(problem)
    if isinstance(start, CannotFit):
        return start
    return start.first or solve(problem)


@lru_cache(maxsize=8)  # most edits of a text change no height and no score
def solve(problem: Problem) -> Selection | CannotFit:
    """Return the best choice within the budget, or what is in the way of any.

    Raises ValueError where the rules contradict each other at any height.
    """
    start = _start_solving(problem)
    if isinstance(start, CannotFit):
        return start
    from lapel.selection.search import prove_best  # noqa: PLC0415 - loads numpy and HiGHS

    return prove_best(problem, start)


@lru_cache(maxsize=8)
def _start_solving(problem: Problem) -> "Start | CannotFit":
    from lapel.selection.search import start_search  # noqa: PLC0415 - loads numpy and HiGHS

    return start_search(problem)
