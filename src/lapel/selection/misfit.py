"""What is in the way when even the shortest choice is taller than the budget."""

from lapel.selection.board import Board, Flags
from lapel.selection.formulation import formulate_shortest
from lapel.selection.highs import CHOSEN, maximise
from lapel.selection.model import CannotFit, Pin, Problem


def explain_misfit(problem: Problem) -> CannotFit:
    """Return how far the shortest choice is over the budget, and which pins free most for least
    value.

    Raises ValueError where no choice keeps the rules at any height.
    """
    board = Board(problem)
    shortest = board.selection(_find_shortest(board, problem.pinned))
    freeing = []
    for pin in problem.pinned:
        others = tuple(other for other in problem.pinned if other != pin)
        without = board.selection(_find_shortest(board, others))
        freed_pt = shortest.used_pt - without.used_pt
        if freed_pt > 0:
            loss = shortest.objective - without.objective
            freeing.append((loss / freed_pt, pin.id, freed_pt))
    freeing.sort(key=lambda row: row[0])
    cheapest = tuple((id, freed_pt) for _, id, freed_pt in freeing)
    return CannotFit(shortest.used_pt - problem.budget_pt, cheapest, shortest.chosen)


def _find_shortest(board: Board, pinned: tuple[Pin, ...]) -> Flags:
    """Find the least tall choice that keeps every rule and these pins."""
    answer = maximise(formulate_shortest(board.problem, pinned), 0.0)
    if answer is None:
        raise ValueError("the rules of the choice contradict each other")
    flags: Flags = answer.columns[: board.size] > CHOSEN
    board.settle_lines(flags)
    return flags
