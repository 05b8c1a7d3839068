"""The steps of the search that `solver` describes."""

from lapel.selection.board import Board
from lapel.selection.evaluation import evaluate_objective, used_height_pt
from lapel.selection.exchange import Position
from lapel.selection.formulation import Program, complete_columns, formulate_best
from lapel.selection.highs import Answer, maximise, relax
from lapel.selection.misfit import explain_misfit
from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.rounding import reopen, round_choice

RELATIVE_GAP = 0.005
"""The proof asked for, of the objective; it is at most that of the bound too."""
CHOSEN = 0.5
TOLERANCE = 1e-6


def search_best(problem: Problem) -> Selection | CannotFit:
    """Relax, round, exchange; where that is no proof yet, branch and cut, and exchange again."""
    program = formulate_best(problem)
    relaxed = relax(program)
    if relaxed is None:
        return explain_misfit(problem)
    board = Board(problem)
    first = round_choice(board, relaxed.columns[: board.size])
    if first is not None:
        first.exchange()
        first = reopen(first)
        selection = _selection(problem, board.chosen(first.flags), relaxed.bound)
        if selection.gap <= RELATIVE_GAP:
            return selection
    start = None
    if first is not None:
        start = complete_columns(program, problem, board.chosen(first.flags))
        _settle_columns(program, relaxed, first.worth())
    proven = maximise(program, RELATIVE_GAP, start)
    if proven is None:
        return explain_misfit(problem)
    last = Position(board, proven.columns[: board.size] > CHOSEN)
    last.exchange()
    return _selection(problem, board.chosen(last.flags), proven.bound)


def _selection(problem: Problem, chosen: frozenset[str], bound: float) -> Selection:
    objective = evaluate_objective(problem, chosen)
    return Selection(chosen, objective, max(bound, objective), used_height_pt(problem, chosen))


def _settle_columns(program: Program, relaxed: Answer, objective: float) -> None:
    """Fix the options that no better choice can have, and those that every better one has.

    Moving an option off the bound at which the relaxation holds it brings the relaxation's
    optimum down by its price; where that ends below a choice known, nothing better is lost.
    """
    short = relaxed.bound - objective + TOLERANCE
    for column, integer in enumerate(program.integer):
        if integer and relaxed.prices[column] < -short:
            program.upper[column] = program.lower[column]
        elif integer and relaxed.prices[column] > short:
            program.lower[column] = program.upper[column]
