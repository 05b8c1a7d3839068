"""Better choices by single steps: fill free room, exchange one for one, open or close an entry.

The optimiser starts from a choice made here, which lets it spend its time on the proof. Its answer
passes through here once more: after that no single addition, removal or exchange is better, and of
two equal options the one earlier in the profile is chosen.
"""

import numpy as np

from lapel.selection.board import ALONE, Board, Flags, Floats, Whole

SAME = 1e-9
"""Differences of the objective at or below this count as equal."""
HEIGHT_TOLERANCE_PT = 1e-6


class Position:
    """A choice on a board that single steps change."""

    def __init__(self, board: Board, flags: Flags) -> None:
        self.board = board
        self.flags = flags.copy()
        self._settle_totals()

    def _settle_totals(self) -> None:
        board = self.board
        board.settle_lines(self.flags)
        self.totals = board.totals(self.flags)
        self.taken = self._count_chosen(board.slot, len(board.required))
        self.count = self._count_chosen(board.group, len(board.minimum))
        self.open = self._count_chosen(board.opens, len(board.minimum)) > 0
        self.open[ALONE] = True
        self.free_pt = board.problem.budget_pt - board.height(self.flags) + HEIGHT_TOLERANCE_PT
        self.brought, self.freed = board.line_costs(self.flags)

    def worth(self) -> float:
        """Return the objective of this choice."""
        return self.board.worth(self.flags, self.totals)

    def _count_chosen(self, numbers: Whole, size: int) -> Whole:
        """Count the chosen options that have each number; those without one are not counted."""
        counted = np.bincount(numbers[self.flags] + 1, minlength=size)
        return np.append(counted[1:], 0)

    def step(self, leaving: Whole | list[int], entering: Whole | list[int]) -> None:
        """Take some options away and put others in."""
        self.flags[leaving] = False
        self.flags[entering] = True
        self._settle_totals()

    def fill(self) -> None:
        """Add what gains most for its height while anything fits."""
        while (option := self._find_best_addition()) is not None:
            self.step([], [option])

    def _find_best_addition(self) -> int | None:
        able, gains, cost = self._find_additions()
        if not able.any():
            return None
        return int(np.argmax(np.where(able, gains / np.maximum(cost, SAME), -np.inf)))

    def additions(self) -> list[int]:
        """Return the options that could be added as they are, the one that gains most first."""
        able, gains, _ = self._find_additions()
        return sorted(np.flatnonzero(able).tolist(), key=lambda option: -gains[option])

    def _find_additions(self) -> tuple[Flags, Floats, Floats]:
        """Return which options gain something, keep the rules and have room; and gain and height of
        each.
        """
        gains = self.board.changes(self.flags, self.totals, 1)
        cost = self.board.cost + self.brought
        return self._find_able_options(ALONE) & (gains > SAME) & (cost <= self.free_pt), gains, cost

    def _find_able_options(self, leaving: int) -> Flags:
        """Return which options the rules allow to enter when ``leaving`` goes, whatever the
        room.
        """
        board = self.board
        taken, count, opened = self.taken, self.count, self.open
        if leaving != ALONE:
            taken, count = taken.copy(), count.copy()
            taken[board.slot[leaving]] -= 1
            if board.group[leaving] != ALONE:
                count[board.group[leaving]] -= 1
            if board.opens[leaving] != ALONE:
                opened = opened.copy()
                opened[board.opens[leaving]] = False
        able: Flags = board.allowed & ~self.flags & (taken[board.slot] == 0)
        roomy = opened & (count < board.maximum)
        able &= (board.minimum[board.opens] == 0) & roomy[board.group]
        return able

    def _find_replacements(self, option: int) -> tuple[Flags | None, bool]:
        """Return the options that may replace one that leaves (None: any), and whether one must."""
        board = self.board
        within: Flags | None = None
        if board.pin[option] != ALONE:
            within = board.pin == board.pin[option]
        elif board.required[board.slot[option]]:
            within = board.slot == board.slot[option]
        group = board.group[option]
        if group != ALONE and self.count[group] <= board.minimum[group]:
            same = board.group == group
            within = same if within is None else within & same
        return within, within is not None

    def exchange(self) -> None:
        """Exchange one option for another, or for nothing, until no exchange is better."""
        better = True
        while better:
            self.fill()
            better = False
            for option in np.flatnonzero(self.flags & ~self.board.is_line):
                if self.flags[option] and self._replace_option(int(option)):
                    better = True

    def _replace_option(self, option: int) -> bool:
        """Put the best other option, or none, in this one's place; False where this one is best."""
        board = self.board
        if board.opens[option] != ALONE and self.count[board.opens[option]] > 0:
            return False
        within, must = self._find_replacements(option)
        changes, able = self._evaluate_without(option, within)
        best = int(np.argmax(np.where(able, changes, -np.inf)))
        loss = changes[option]
        if not able[best]:
            if not must and loss < -SAME:
                self.step([option], [])
                return True
            return False
        # Of equal options take the profile's first: argmax returns the first of the best.
        near = np.flatnonzero(able & (changes >= changes[best] - SAME))
        best = int(near[0])
        gain = changes[best] - loss
        if not must and loss < -SAME and changes[best] <= SAME:
            self.step([option], [])
            return True
        if gain > SAME or (gain >= -SAME and best < option):
            self.step([option], [best])
            return True
        return False

    def _evaluate_without(self, option: int, within: Flags | None) -> tuple[Floats, Flags]:
        """Return what each option would add once ``option`` is gone, and which could enter."""
        board = self.board
        flags = self.flags.copy()
        flags[option] = False
        board.settle_lines(flags)
        changes = board.changes(flags, board.totals(flags), 1)
        brought, _ = board.line_costs(flags)
        free_pt = board.problem.budget_pt - board.height(flags) + HEIGHT_TOLERANCE_PT
        able = self._find_able_options(option) & (board.cost + brought <= free_pt)
        able[option] = False
        return changes, able if within is None else able & within

    def worst_bargain(self) -> int | None:
        """Return the option that loses least for the height it frees, of those that may leave."""
        board = self.board
        able = self.may_leave()
        if not able.any():
            return None
        loss = -board.changes(self.flags, self.totals, -1)
        return int(np.argmin(np.where(able, loss / (board.cost + self.freed + SAME), np.inf)))

    def may_leave(self) -> Flags:
        """Return which options may leave unreplaced: not pinned, not required, above their
        minimum.
        """
        board = self.board
        spare = self.count > board.minimum
        spare[ALONE] = True
        able: Flags = (
            self.flags & ~board.is_line & (board.pin == ALONE) & ~board.required[board.slot]
        )
        able &= spare[board.group] & (self.count[board.opens] == 0)
        return able
