"""Filling the white at the foot of a page, beyond the room that the choice had.

The choice knows only the sum of heights. Where a title and the lines held to it turn the page
together, the page before ends white, and no choice of that sum could use the white. The best option
that fits there is added by the rules of the choice, as long as no other page changes.
"""

from collections.abc import Callable

from msgspec.structs import replace

from lapel.fitting.model import Pages
from lapel.selection.board import Board
from lapel.selection.exchange import Position
from lapel.selection.model import Problem, Selection

MOST_TRIED = 12


def top_up(
    problem: Problem,
    selection: Selection,
    pages: Pages,
    place: Callable[[frozenset[str]], Pages | None],
) -> tuple[Problem, Selection]:
    """Return the choice with what fits into the white of its ``pages``, and a problem whose budget
    has room for it. ``place`` gives the pages of a choice with the gaps of ``pages``, None where
    its heights are not known.
    """
    while added := _add_first_that_fits(problem, selection, pages, place):
        selection, pages = added
        problem = replace(problem, budget_pt=max(problem.budget_pt, selection.used_pt))
    return problem, selection


def _add_first_that_fits(
    problem: Problem,
    selection: Selection,
    pages: Pages,
    place: Callable[[frozenset[str]], Pages | None],
) -> tuple[Selection, Pages] | None:
    room_pt = max(_measure_white_pt(pages), default=0.0)
    roomy = replace(problem, budget_pt=selection.used_pt + room_pt)
    board = Board(roomy)
    position = Position(board, board.flags(selection.chosen))
    for option in position.additions()[:MOST_TRIED]:
        flags = position.flags.copy()
        flags[option] = True
        board.settle_lines(flags)
        grown = board.selection(flags)
        placed = place(grown.chosen)
        if (
            placed
            and placed.count == pages.count
            and sum(_measure_white_pt(placed)) < sum(_measure_white_pt(pages))
        ):
            # The bound rises by as much as the objective: the gap stays what was proven before.
            bound = selection.bound + grown.objective - selection.objective
            return replace(grown, bound=bound), placed
    return None


def _measure_white_pt(pages: Pages) -> list[float]:
    """Return the height left free at the foot of each page but the last, in points."""
    return [pages.content_height_pt - used_pt for used_pt in pages.used_pt[:-1]]
