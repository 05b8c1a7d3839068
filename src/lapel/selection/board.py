"""A choice as arrays, to see at once what adding or removing each option would change."""

from math import inf

import numpy as np
from numpy.typing import NDArray

from lapel.selection.model import COVERAGE_SEGMENTS, Problem, Selection

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]

ALONE = -1


class Board:
    """A problem's tables, options by position, and the questions asked of a choice.

    A choice is an array of flags over the options, lines included. ``slot`` numbers the slot of
    each option (lines have none), ``group`` the count rule of a bullet's entry, ``opens`` that of
    an entry's open form; an option without one has ``ALONE``, the last place of the tables of
    rules.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.index = {option.id: index for index, option in enumerate(problem.options)}
        self.size = len(problem.options)
        self.cost = np.array([option.cost_pt for option in problem.options])
        self.value = np.array([option.value for option in problem.options])
        triples = [
            (index, aim, amount)
            for index, option in enumerate(problem.options)
            for aim, amount in option.support
        ]
        self.row = np.array([index for index, _, _ in triples], dtype=np.int64)
        self.aim = np.array([aim for _, aim, _ in triples], dtype=np.int64)
        self.amount = np.array([amount for _, _, amount in triples], dtype=np.float64)
        self.weight = np.array(problem.weights, dtype=np.float64)
        self._row_weight = self.weight[self.aim]
        self._read_rules()
        self._read_redundancy()

    def _find_positions(self, ids: tuple[str, ...]) -> Whole:
        return np.array([self.index[id] for id in ids], dtype=np.int64)

    def _read_rules(self) -> None:
        problem = self.problem
        self.lines = [(self.index[b.line], self._find_positions(b.options)) for b in problem.brings]
        self.is_line = np.zeros(self.size, dtype=bool)
        self.is_line[[line for line, _ in self.lines]] = True
        self.slots = [self._find_positions(rule.options) for rule in problem.one_of]
        self.required = np.array([*(rule.required for rule in problem.one_of), False])
        self.slot = np.full(self.size, ALONE)
        for number, members in enumerate(self.slots):
            self.slot[members] = number
        self.group = np.full(self.size, ALONE)
        self.opens = np.full(self.size, ALONE)
        for number, count in enumerate(problem.counts):
            self.group[self._find_positions(count.options)] = number
            self.opens[self._find_positions(count.when)] = number
        self.minimum = np.array([*(count.minimum for count in problem.counts), 0])
        self.maximum = np.array([*(count.maximum for count in problem.counts), self.size])
        self.allowed = ~self.is_line & np.array(
            [option.id not in problem.dropped for option in problem.options], dtype=bool
        )
        self.pin = np.full(self.size, ALONE)
        for number, pin in enumerate(problem.pinned):
            self.pin[self._find_positions(pin.options)] = number

    def _read_redundancy(self) -> None:
        members = [
            (self.index[option], number)
            for number, group in enumerate(self.problem.redundant)
            for slot in group.slots
            for option in slot
        ]
        self.alike = np.array([option for option, _ in members], dtype=np.int64)
        self.alike_in = np.array([number for _, number in members], dtype=np.int64)
        self.penalty = np.array([group.penalty for group in self.problem.redundant])

    def flags(self, chosen: frozenset[str]) -> Flags:
        """Return the choice of these options as flags."""
        flags: Flags = np.zeros(self.size, dtype=bool)
        flags[[self.index[id] for id in chosen]] = True
        return flags

    def chosen(self, flags: Flags) -> frozenset[str]:
        """Return the ids of a choice."""
        options = self.problem.options
        return frozenset(options[index].id for index in np.flatnonzero(flags).tolist())

    def selection(self, flags: Flags, bound: float = -inf) -> Selection:
        """Return a choice with its worth and height, and a bound that no choice passes."""
        objective = self.worth(flags, self.totals(flags))
        return Selection(self.chosen(flags), objective, max(bound, objective), self.height(flags))

    def in_order(self, chosen: frozenset[str]) -> tuple[str, ...]:
        """Return these options in the profile's order."""
        return tuple(sorted(chosen, key=self.index.__getitem__))

    def totals(self, flags: Flags) -> Floats:
        """Return the support that each aim has in a choice."""
        return _sum_by_number(self.aim, self.amount * flags[self.row], len(self.weight))

    def changes(self, flags: Flags, totals: Floats, sign: int) -> Floats:
        """Return how much the objective changes when each option is added (sign 1) or removed
        (-1).
        """
        after = _compute_coverage(totals[self.aim] + sign * self.amount)
        covered = after - _compute_coverage(totals)[self.aim]
        change = _sum_by_number(self.row, self._row_weight * covered, self.size)
        repeats = self._count_alike_chosen(flags) >= (1 if sign > 0 else 2)
        cost = _sum_by_number(self.alike, (self.penalty * repeats)[self.alike_in], self.size)
        return change + sign * (self.value - cost)

    def breaks_pins(self, flags: Flags) -> bool:
        """Tell whether a pin has none of its options in the choice."""
        kept = set(self.pin[flags].tolist())
        return any(number not in kept for number in range(len(self.problem.pinned)))

    def settle_lines(self, flags: Flags) -> None:
        """Set the lines that the variants bring, in place."""
        for line, options in self.lines:
            flags[line] = flags[options].any()

    def line_costs(self, flags: Flags) -> tuple[Floats, Floats]:
        """Return the height of lines that each option would bring, and of those it alone keeps."""
        brought = np.zeros(self.size)
        freed = np.zeros(self.size)
        for line, options in self.lines:
            bearers = options[flags[options]]
            if len(bearers) == 0:
                brought[options] += self.cost[line]
            elif len(bearers) == 1:
                freed[bearers[0]] += self.cost[line]
        return brought, freed

    def worth(self, flags: Flags, totals: Floats) -> float:
        """Return the objective of a choice."""
        repeats = self.penalty @ np.maximum(0.0, self._count_alike_chosen(flags) - 1)
        return float(self.value @ flags + self.weight @ _compute_coverage(totals) - repeats)

    def _count_alike_chosen(self, flags: Flags) -> Floats:
        """Return how many of each redundant group are in a choice."""
        return _sum_by_number(
            self.alike_in, flags[self.alike].astype(np.float64), len(self.penalty)
        )

    def height(self, flags: Flags) -> float:
        """Return the height of a choice."""
        return float(self.cost @ flags)


def _sum_by_number(numbers: Whole, amounts: Floats, size: int) -> Floats:
    """Return the sum of the amounts that have each number."""
    return np.bincount(numbers, amounts, minlength=size).astype(np.float64, copy=False)


def _compute_coverage(totals: Floats) -> Floats:
    """Return coverage as the least of its straight lines, which is exact for a concave function."""
    start = worth = 0.0
    least: Floats = np.full(totals.shape, np.inf)
    for width, slope in COVERAGE_SEGMENTS:
        least = np.minimum(least, worth + slope * (totals - start))
        start += width
        worth += slope * width
    return np.minimum(least, worth)
