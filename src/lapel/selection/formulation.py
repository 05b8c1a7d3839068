"""The choice as a mixed-integer program: the problem's rules as rows of numbers.

Rows are gathered as sparse lists and handed over whole. Every rule is written in its tightest
form: an implication has one row for each slot rather than one with a large constant, and because
the variants of a slot exclude each other they share a row ("a bullet in any wording needs its
role open").
"""

from collections.abc import Iterable, Mapping, Sequence
from math import inf

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.selection.model import COVERAGE_SEGMENTS, Pin, Problem


class Program(Struct):
    """Maximise ``gain`` over columns and rows between their bounds.

    The first columns are the problem's options in order. ``segments`` are the columns of each
    aim's coverage, ``repeats`` that of each redundant group, and ``numbers`` the columns that say
    how many of the options that share a height are chosen, with those options.
    """

    gain: list[float] = field(default_factory=list)
    upper: list[float] = field(default_factory=list)
    lower: list[float] = field(default_factory=list)
    integer: list[bool] = field(default_factory=list)
    row_lower: list[float] = field(default_factory=list)
    row_upper: list[float] = field(default_factory=list)
    row_start: list[int] = field(default_factory=lambda: [0])
    row_column: list[int] = field(default_factory=list)
    row_value: list[float] = field(default_factory=list)
    segments: dict[int, tuple[int, ...]] = field(default_factory=dict)
    repeats: list[int] = field(default_factory=list)
    numbers: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def add_column(self, gain: float, upper: float, *, integer: bool = False) -> int:
        """Add a variable in [0, upper]; return its index."""
        self.gain.append(gain)
        self.lower.append(0.0)
        self.upper.append(upper)
        self.integer.append(integer)
        return len(self.gain) - 1

    def add_row(
        self, terms: Iterable[tuple[int, float]], lower: float = -inf, upper: float = inf
    ) -> None:
        """Add a row: the sum of its terms stays within [lower, upper]."""
        for column, value in terms:
            self.row_column.append(column)
            self.row_value.append(value)
        self.row_start.append(len(self.row_column))
        self.row_lower.append(lower)
        self.row_upper.append(upper)


def formulate_best(problem: Problem) -> Program:
    """Formulate the program whose optimum is the best choice within the budget."""
    program, columns = _formulate_choice(problem, [option.value for option in problem.options])
    _add_coverage(program, problem)
    for group in problem.redundant:
        repeats = program.add_column(-group.penalty, len(group.slots) - 1.0)
        terms = [(columns[option], 1.0) for slot in group.slots for option in slot]
        program.add_row([*terms, (repeats, -1.0)], upper=1.0)
        program.repeats.append(repeats)
    _add_budget(program, problem)
    return program


def _add_budget(program: Program, problem: Problem) -> None:
    """Write the budget over integer columns that count the chosen options of each height. The room
    left over follows from these few, so the solver branches and cuts on them first and needs far
    fewer nodes than over single options.
    """
    of_height: dict[float, list[int]] = {}
    for index, option in enumerate(problem.options):
        of_height.setdefault(option.cost_pt, []).append(index)
    for members in of_height.values():
        number = program.add_column(0.0, float(len(members)), integer=True)
        program.add_row([*((member, 1.0) for member in members), (number, -1.0)], 0.0, 0.0)
        program.numbers[number] = tuple(members)
    terms = zip(program.numbers, of_height, strict=True)
    program.add_row(terms, upper=problem.budget_pt)


def complete_columns(program: Program, problem: Problem, chosen: frozenset[str]) -> list[float]:
    """Return the values of all columns at a choice, so that the solver can start from it."""
    columns = [0.0] * len(program.gain)
    totals = [0.0] * len(problem.weights)
    for index, option in enumerate(problem.options):
        if option.id in chosen:
            columns[index] = 1.0
            for aim, amount in option.support:
                totals[aim] += amount
    for aim, segments in program.segments.items():
        left = totals[aim]
        for column in segments:
            columns[column] = min(left, program.upper[column])
            left -= columns[column]
    for group, column in zip(problem.redundant, program.repeats, strict=True):
        number = sum(not chosen.isdisjoint(slot) for slot in group.slots)
        columns[column] = max(0.0, number - 1.0)
    for column, members in program.numbers.items():
        columns[column] = sum(columns[member] for member in members)
    return columns


def formulate_shortest(problem: Problem, pinned: tuple[Pin, ...]) -> Program:
    """Formulate the program whose optimum is the least height that the rules and these pins
    allow.
    """
    unpinned = replace(problem, pinned=pinned)
    return _formulate_choice(unpinned, [-option.cost_pt for option in problem.options])[0]


def _formulate_choice(
    problem: Problem, gains: Sequence[float]
) -> tuple[Program, Mapping[str, int]]:
    """Formulate the options and the rules among them, without budget or coverage."""
    program = Program()
    lines = {rule.line for rule in problem.brings}
    columns = {}
    for option, gain in zip(problem.options, gains, strict=True):
        columns[option.id] = program.add_column(
            gain, float(option.id not in problem.dropped), integer=option.id not in lines
        )
    _add_slots(program, problem, columns)
    _add_implications(program, problem, columns)
    for count in problem.counts:
        chosen = [(columns[option], 1.0) for option in count.options]
        if count.minimum > 0:
            when = [(columns[option], -float(count.minimum)) for option in count.when]
            program.add_row([*chosen, *when], lower=0.0)
        if count.maximum < len(_group_by_slot(problem, count.options)):
            when = [(columns[option], -float(count.maximum)) for option in count.when]
            program.add_row([*chosen, *when], upper=0.0)
    return program, columns


def _add_slots(program: Program, problem: Problem, columns: Mapping[str, int]) -> None:
    for rule in problem.one_of:
        if rule.required or len(rule.options) > 1:
            terms = [(columns[option], 1.0) for option in rule.options]
            program.add_row(terms, lower=1.0 if rule.required else -inf, upper=1.0)
    for pin in problem.pinned:
        if len(pin.options) == 1:
            program.lower[columns[pin.options[0]]] = 1.0
        else:
            program.add_row([(columns[option], 1.0) for option in pin.options], lower=1.0)


def _add_implications(program: Program, problem: Problem, columns: Mapping[str, int]) -> None:
    """Add rows: lines come with their options, and bullets need their entry open, one row a
    slot.
    """
    needed = {count.when: list(count.options) for count in problem.counts}
    for brings in problem.brings:
        needed.setdefault((brings.line,), []).extend(brings.options)
        terms = [(columns[option], 1.0) for option in brings.options]
        program.add_row([*terms, (columns[brings.line], -1.0)], lower=0.0)
    for any_of, options in needed.items():
        allowed = [(columns[option], -1.0) for option in any_of]
        for slot in _group_by_slot(problem, options):
            program.add_row([*((columns[option], 1.0) for option in slot), *allowed], upper=0.0)


def _group_by_slot(problem: Problem, options: Sequence[str]) -> list[list[str]]:
    """Group the options by the slot that they share."""
    slot_of = {
        option: index for index, rule in enumerate(problem.one_of) for option in rule.options
    }
    groups: dict[int | str, list[str]] = {}
    for option in options:
        groups.setdefault(slot_of.get(option, option), []).append(option)
    return list(groups.values())


def _add_coverage(program: Program, problem: Problem) -> None:
    """Give each aim its segments: together they hold no more than the support chosen."""
    support: list[list[tuple[int, float]]] = [[] for _ in problem.weights]
    for index, option in enumerate(problem.options):
        for aim, amount in option.support:
            support[aim].append((index, amount))
    for aim, (weight, terms) in enumerate(zip(problem.weights, support, strict=True)):
        if not terms or weight <= 0:
            continue
        segments = [program.add_column(weight * slope, width) for width, slope in COVERAGE_SEGMENTS]
        program.segments[aim] = tuple(segments)
        held = [(column, 1.0) for column in segments]
        program.add_row([*held, *((index, -amount) for index, amount in terms)], upper=0.0)
