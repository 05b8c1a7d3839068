"""What stands in the white at the foot of a page, beyond what the choice had room for.

The choice knows the sum of its heights. Where a title and what holds to it turn the page together,
the page before ends white, and no choice of less could use that. The best that fits there comes in
by the rules of the choice, as long as no page but that one changes.
"""

from collections.abc import Callable

from msgspec.structs import replace

from lapel.fitting.model import Pages
from lapel.selection.board import Board
from lapel.selection.evaluation import evaluate_objective, used_height_pt, with_lines
from lapel.selection.exchange import Position
from lapel.selection.model import Problem, Selection

MOST_TRIED = 12


def top_up(
    problem: Problem,
    selection: Selection,
    pages: Pages,
    place: Callable[[frozenset[str]], Pages | None],
) -> tuple[Problem, Selection]:
    """The choice with what fits into the white of its ``pages``, and a problem whose budget has
    room for it. ``place`` gives the pages of a choice with the gaps of ``pages``, None where its
    heights are not known.
    """
    while added := _first_that_fits(problem, selection, pages, place):
        selection, pages = added
        problem = replace(problem, budget_pt=max(problem.budget_pt, selection.used_pt))
    return problem, selection


def _first_that_fits(
    problem: Problem,
    selection: Selection,
    pages: Pages,
    place: Callable[[frozenset[str]], Pages | None],
) -> tuple[Selection, Pages] | None:
    room_pt = max(_white_pt(pages), default=0.0)
    roomy = replace(problem, budget_pt=selection.used_pt + room_pt)
    board = Board(roomy)
    for option in Position(board, board.flags(selection.chosen)).additions()[:MOST_TRIED]:
        chosen = with_lines(problem, selection.chosen | {option})
        placed = place(chosen)
        if (
            placed
            and placed.count == pages.count
            and sum(_white_pt(placed)) < sum(_white_pt(pages))
        ):
            return _grown(problem, selection, chosen), placed
    return None


def _white_pt(pages: Pages) -> list[float]:
    """The height left free at the foot of each page but the last."""
    return [pages.content_height_pt - used_pt for used_pt in pages.used_pt[:-1]]


def _grown(problem: Problem, selection: Selection, chosen: frozenset[str]) -> Selection:
    """The larger choice; its bound rises by as much as its objective, so that the gap stays what
    was proven of the choice before.
    """
    objective = evaluate_objective(problem, chosen)
    bound = selection.bound + objective - selection.objective
    return Selection(chosen, objective, bound, used_height_pt(problem, chosen))
