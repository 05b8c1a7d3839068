"""The steps of the search that `solver` describes."""

from msgspec import Struct
from msgspec.structs import replace

from lapel.selection.board import Board
from lapel.selection.exchange import Position
from lapel.selection.formulation import Program, complete_columns, formulate_best
from lapel.selection.highs import CHOSEN, TOLERANCE, Answer, maximise, relax
from lapel.selection.misfit import explain_misfit
from lapel.selection.model import CannotFit, Problem, Selection
from lapel.selection.rounding import reopen, round_choice

RELATIVE_GAP = 0.005
"""The greatest gap accepted as proof, as a share of the objective; of the bound it is less
still.
"""


class Start(Struct, frozen=True):
    """The start of a problem's proof: its relaxation, and the choice rounded from it.

    ``first`` is None where no choice was found in the relaxation's fractions.
    """

    program: Program
    relaxed: Answer
    board: Board
    first: Selection | None


def start_search(problem: Problem) -> Start | CannotFit:
    """Relax, round and exchange; return where the proof starts, or why nothing fits."""
    program = formulate_best(problem)
    relaxed = relax(program)
    if relaxed is None:
        return explain_misfit(problem)
    board = Board(problem)
    position = round_choice(board, relaxed.columns[: board.size])
    if position is None:
        return Start(program, relaxed, board, None)
    position.exchange()
    first = board.selection(reopen(position, relaxed.bound, relaxed.prices).flags, relaxed.bound)
    return Start(program, relaxed, board, first)


def prove_best(problem: Problem, start: Start) -> Selection | CannotFit:
    """Return the start's choice if it is proven already; else branch, cut, and exchange again."""
    program, columns = start.program, None
    if start.first is not None:
        if start.first.gap <= RELATIVE_GAP:
            return start.first
        columns = complete_columns(program, problem, start.first.chosen)
        program = _settle_columns(program, start.relaxed, start.first.objective)
    proven = maximise(program, RELATIVE_GAP, columns)
    if proven is None:
        return explain_misfit(problem)
    last = Position(start.board, proven.columns[: start.board.size] > CHOSEN)
    last.exchange()
    return start.board.selection(last.flags, proven.bound)


def _settle_columns(program: Program, relaxed: Answer, objective: float) -> Program:
    """Return the program without the options that no better choice can have, and with those that
    every better one has.

    Moving an option off the bound at which the relaxation holds it brings the relaxation's optimum
    down by its price; where that ends below a known choice, nothing better is lost.
    """
    short = relaxed.bound - objective + TOLERANCE
    lower, upper = list(program.lower), list(program.upper)
    for column, integer in enumerate(program.integer):
        if integer and relaxed.prices[column] < -short:
            upper[column] = lower[column]
        elif integer and relaxed.prices[column] > short:
            lower[column] = upper[column]
    return replace(program, lower=lower, upper=upper)
