"""What stands in the way when even the shortest form is taller than the budget."""

from lapel.selection.evaluation import evaluate_objective, used_height_pt, with_lines
from lapel.selection.formulation import formulate_shortest
from lapel.selection.highs import maximise
from lapel.selection.model import CannotFit, Pin, Problem

CHOSEN = 0.5


def explain_misfit(problem: Problem) -> CannotFit:
    """How far the shortest choice is over the budget, and which pins free most for least value.

    Raises ValueError where no choice keeps the rules at any height.
    """
    shortest = _shortest(problem, problem.pinned)
    height_pt = used_height_pt(problem, shortest)
    worth = evaluate_objective(problem, shortest)
    freeing = []
    for pin in problem.pinned:
        others = tuple(other for other in problem.pinned if other != pin)
        without = _shortest(problem, others)
        freed_pt = height_pt - used_height_pt(problem, without)
        if freed_pt > 0:
            loss = worth - evaluate_objective(problem, without)
            freeing.append((loss / freed_pt, pin.id, freed_pt))
    freeing.sort(key=lambda row: row[0])
    cheapest = tuple((id, freed_pt) for _, id, freed_pt in freeing)
    return CannotFit(height_pt - problem.budget_pt, cheapest, shortest)


def _shortest(problem: Problem, pinned: tuple[Pin, ...]) -> frozenset[str]:
    """The least tall choice that keeps every rule and these pins."""
    answer = maximise(formulate_shortest(problem, pinned), 0.0)
    if answer is None:
        raise ValueError("the rules of the choice contradict each other")
    return with_lines(
        problem,
        (
            option.id
            for option, share in zip(problem.options, answer.columns, strict=False)
            if share > CHOSEN
        ),
    )
