"""HiGHS behind two functions: the linear relaxation of a program, and its proven optimum.

Everything that could make two runs differ is fixed: one thread, one seed, no time limit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np

from lapel.selection.board import Floats
from lapel.selection.formulation import Program

QUIET = {"output_flag": False, "threads": 1, "random_seed": 0, "mip_allow_restart": False}
FROM_A_START = {
    "mip_heuristic_run_rins": False,
    "mip_heuristic_run_root_reduced_cost": False,
    "mip_heuristic_run_feasibility_jump": False,
}
"""With a good choice to start from, most of the solver's own searches for one cost more than they
find; the one among the relaxation's open questions (RENS) is worth its time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns' values at the best point found, and the bound that no point passes."""

    columns: Floats
    bound: float


def relax(program: Program) -> Answer | None:
    """The optimum with fractions allowed; None where even that has no point."""
    return _run(program, QUIET, integer=False, start=None)


def maximise(
    program: Program, relative_gap: float, start: Sequence[float] | None = None
) -> Answer | None:
    """The optimum within the gap, from ``start`` where given; None where there is no point."""
    options = QUIET | {"mip_rel_gap": relative_gap, "mip_abs_gap": 1e-9}
    if start is not None:
        options |= FROM_A_START
    return _run(program, options, integer=True, start=start)


def _run(
    program: Program, options: dict[str, Any], *, integer: bool, start: Sequence[float] | None
) -> Answer | None:
    # Its own constructor sets up callbacks, and with them prints a banner on standard output.
    solver = highspy.Highs.__new__(highspy.Highs)
    super(highspy.Highs, solver).__init__()
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.passModel(_model(program, integer=integer))
    if start is not None:
        first = highspy.HighsSolution()
        first.col_value = list(start)
        solver.setSolution(first)
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return None
    assert status == highspy.HighsModelStatus.kOptimal, status
    info = solver.getInfo()
    bound = info.mip_dual_bound if integer else info.objective_function_value
    return Answer(np.array(solver.getSolution().col_value), bound)


def _model(program: Program, *, integer: bool) -> Any:  # noqa: ANN401 - highspy has no types
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
