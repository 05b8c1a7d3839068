"""What a choice is worth and how tall it is, computed directly from the problem."""

from collections.abc import Iterable

from lapel.selection.model import Option, Problem

COVERAGE_SEGMENTS = ((1.0, 1.0), (1.0, 0.4), (1.0, 0.15))
"""Width and slope of each stretch of coverage: the first full support of an aim counts whole, the
second 0.4 of it, the third 0.15, and more counts nothing. Slopes fall, so coverage is concave."""


def coverage(support: float) -> float:
    """The worth of a total support of one aim, before its weight."""
    worth = 0.0
    for width, slope in COVERAGE_SEGMENTS:
        if support <= 0:
            break
        worth += slope * min(width, support)
        support -= width
    return worth


def evaluate_objective(problem: Problem, chosen: frozenset[str]) -> float:
    """The objective of a choice: values, weighted coverage, less the redundancy in it."""
    totals = [0.0] * len(problem.weights)
    worth = 0.0
    for option in problem.options:
        if option.id in chosen:
            worth += option.value
            for aim, support in option.support:
                totals[aim] += support
    worth += sum(
        weight * coverage(total)
        for weight, total in zip(problem.weights, totals, strict=True)
        if total > 0
    )
    return worth - sum(
        group.penalty * max(0, sum(not chosen.isdisjoint(slot) for slot in group.slots) - 1)
        for group in problem.redundant
    )


def used_height_pt(problem: Problem, chosen: frozenset[str]) -> float:
    """The height of a choice."""
    return sum(option.cost_pt for option in problem.options if option.id in chosen)


def with_lines(problem: Problem, variants: Iterable[str]) -> frozenset[str]:
    """The variants with the lines they bring."""
    chosen = set(variants)
    chosen.difference_update(brings.line for brings in problem.brings)
    chosen.update([b.line for b in problem.brings if not chosen.isdisjoint(b.options)])
    return frozenset(chosen)


def most_worth(problem: Problem, option: Option) -> float:
    """What an option could add at most: its value, and its support where nothing is covered."""
    return option.value + sum(problem.weights[aim] * amount for aim, amount in option.support)
