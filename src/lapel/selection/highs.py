"""HiGHS behind two functions: the linear relaxation of a program, and its proven optimum.

Everything that could make two runs differ is fixed: one thread, one seed, no time limit.
"""

from collections.abc import Sequence
from typing import Any

import highspy
import numpy as np
from msgspec import Struct

from lapel.selection.board import Floats
from lapel.selection.formulation import Program

QUIET = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_allow_restart": False}
ABSOLUTE_GAP = 1e-9
TOLERANCE = 1e-6
CHOSEN = 0.5
"""The solver gives 1 for an option that is taken and 0 for another, or nearly."""
FROM_A_START = {
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_heuristic_run_feasibility_jump": False,
    "mip_pool_soft_limit": 100,
    "presolve_rule_off": 1 << 12,
}
"""With a good choice to start from, most of the solver's own searches for one cost more than they
find; the one among the relaxation's open questions (RENS) is worth its time. So small a program is
done sooner with few cuts in store, and presolve's aggregator (rule 12) would put single options
back in place of the numbers on which the branching goes (`formulation`)."""
MOST_NODES, NODES_TIMES_SQUARE = 1000, 40_000_000
"""After so many nodes (full-size problems take a tenth of it) the answer is the best so far, with
the bound reached; fewer nodes where many columns make each one slow.
"""


class Answer(Struct, frozen=True):
    """The columns' values at the best point found, and the bound that no point passes.

    ``prices`` are the reduced costs of a relaxation: the least change of its optimum when a column
    is moved off its bound by one, at or below 0 for a column at its lower bound. ``proven`` is
    false where the nodes ran out before the gap was closed.
    """

    columns: Floats
    bound: float
    prices: Floats
    proven: bool


def relax(program: Program) -> Answer | None:
    """Solve with fractions allowed; return None where even that has no solution."""
    return _run_solver(program, QUIET, integer=False, start=None)


def maximise(
    program: Program, relative_gap: float, start: Sequence[float] | None = None
) -> Answer | None:
    """Solve within the gap, from ``start`` where given; return None where there is no solution."""
    options = QUIET | {"mip_rel_gap": relative_gap, "mip_abs_gap": ABSOLUTE_GAP}
    if start is None:
        return _run_solver(program, options, integer=True, start=None)
    nodes = min(MOST_NODES, max(1, NODES_TIMES_SQUARE // len(program.gain) ** 2))
    limited = options | FROM_A_START | {"mip_max_nodes": nodes}
    answer = _run_solver(program, limited, integer=True, start=start)
    # Where presolve moves the start to a better point by itself, HiGHS 1.16 proves that point and
    # returns the start as it was.
    if answer is not None and answer.proven and not _reaches_proof(program, answer, relative_gap):
        return _run_solver(program, options, integer=True, start=None)
    return answer


def _reaches_proof(program: Program, answer: Answer, relative_gap: float) -> bool:
    """Tell whether the point returned is as good as the proof says."""
    value = float(np.dot(program.gain, answer.columns))
    return answer.bound - value <= relative_gap * abs(value) + TOLERANCE


def _run_solver(
    program: Program, options: dict[str, Any], *, integer: bool, start: Sequence[float] | None
) -> Answer | None:
    # Its own constructor sets up callbacks, and with them prints a banner on standard output.
    solver = highspy.Highs.__new__(highspy.Highs)
    super(highspy.Highs, solver).__init__()
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(_build_model(program, integer=integer))
    if start is not None:
        first = highspy.HighsSolution()
        first.col_value = list(start)
        solver.setSolution(first)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    if status == highspy.HighsModelStatus.kModelEmpty:  # a profile that has only a name
        return Answer(np.zeros(0), 0.0, np.zeros(0), True)
    proven = status == highspy.HighsModelStatus.kOptimal
    assert proven or status == highspy.HighsModelStatus.kSolutionLimit, status
    info = solver.getInfo()
    bound = info.mip_dual_bound if integer else info.objective_function_value
    solution = solver.getSolution()
    return Answer(np.array(solution.col_value), bound, np.array(solution.col_dual), proven)


def _build_model(program: Program, *, integer: bool) -> Any:  # noqa: ANN401 - highspy has no types
    model = highspy.HighsLp()
    model.num_col_ = len(program.gain)
    model.num_row_ = len(program.row_lower)
    model.sense_ = highspy.ObjSense.kMaximize
    model.col_cost_ = np.array(program.gain)
    model.col_lower_ = np.array(program.lower)
    model.col_upper_ = np.array(program.upper)
    model.row_lower_ = np.array(program.row_lower)
    model.row_upper_ = np.array(program.row_upper)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(program.row_start)
    model.a_matrix_.index_ = np.array(program.row_column)
    model.a_matrix_.value_ = np.array(program.row_value)
    if integer:
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        model.integrality_ = [kinds[whole] for whole in program.integer]
    return model
