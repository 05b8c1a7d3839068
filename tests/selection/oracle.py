"""Small problems, and their best choice found by trying every one."""

from collections.abc import Iterator, Sequence
from itertools import product

from hypothesis import strategies as st

from lapel.selection.model import Brings, Count, OneOf, Option, Pin, Problem, Redundant

AIMS = 3
grid = st.integers(0, 8).map(lambda eighths: eighths / 8)


def worth(problem: Problem, chosen: frozenset[str]) -> float:
    """The objective by its definition, one aim at a time."""
    options = [option for option in problem.options if option.id in chosen]
    total = sum(option.value for option in options)
    for aim, weight in enumerate(problem.weights):
        support = sum(a for option in options for i, a in option.support if i == aim)
        total += weight * (
            min(support, 1) + 0.4 * min(max(support - 1, 0), 1) + 0.15 * min(max(support - 2, 0), 1)
        )
    for group in problem.redundant:
        repeats = sum(1 for slot in group.slots if chosen & set(slot)) - 1
        total -= group.penalty * max(0, repeats)
    return total


def height_pt(problem: Problem, chosen: frozenset[str]) -> float:
    """The height of a choice."""
    return sum(option.cost_pt for option in problem.options if option.id in chosen)


def broken_rules(problem: Problem, chosen: frozenset[str]) -> list[object]:
    """The rules that a choice breaks, budget aside."""
    broken: list[object] = [id for id in problem.dropped if id in chosen]
    broken += [pin for pin in problem.pinned if not chosen & set(pin.options)]
    for rule in problem.one_of:
        if not rule.required <= len(chosen & set(rule.options)) <= 1:
            broken.append(rule)
    broken += [b for b in problem.brings if (b.line in chosen) != bool(chosen & set(b.options))]
    for count in problem.counts:
        number = len(chosen & set(count.options))
        low, high = (count.minimum, count.maximum) if chosen & set(count.when) else (0, 0)
        if not low <= number <= high:
            broken.append(count)
    return broken


def every_choice(problem: Problem) -> Iterator[frozenset[str]]:
    """All choices that keep the rules, whatever their height."""
    for picks in product(*(("", *rule.options) for rule in problem.one_of)):
        chosen = frozenset(picks) - {""}
        lines = {b.line for b in problem.brings if chosen & set(b.options)}
        if not broken_rules(problem, chosen | lines):
            yield chosen | lines


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A problem of two roles with bullets and a few lines beside them, at most 12 options."""
    slots: list[OneOf] = []
    counts = []
    brings = []
    lines = []
    for role in ("a", "b"):
        slots.append(OneOf((f"{role}:brief", f"{role}:open"), required=draw(st.booleans())))
        bullets = []
        for number in range(draw(st.integers(1, 3))):
            forms = (f"{role}{number}", f"{role}{number}#short")[: draw(st.integers(1, 2))]
            slots.append(OneOf(forms, required=False))
            bullets.append(forms)
        minimum = draw(st.integers(0, min(2, len(bullets))))
        maximum = draw(st.integers(max(1, minimum), len(bullets)))
        inside = tuple(form for forms in bullets for form in forms)
        counts.append(Count((f"{role}:open",), inside, minimum, maximum))
        brings.append(Brings(f"{role}:line", (f"{role}:open",)))
        lines.append(f"{role}:line")
    slots.append(OneOf(("skill:whole", "skill:part"), required=draw(st.booleans())))
    lines.append("skills")
    brings.append(Brings("skills", ("skill:whole", "skill:part")))
    return _weighed(draw, slots, counts, brings, lines)


def _weighed(
    draw: st.DrawFn,
    slots: Sequence[OneOf],
    counts: Sequence[Count],
    brings: Sequence[Brings],
    lines: Sequence[str],
) -> Problem:
    names = [id for slot in slots for id in slot.options]
    bullets = [slot for slot in slots if ":" not in slot.options[0]]
    options = [Option(line, float(draw(st.integers(1, 3))), 0.0) for line in lines]
    for id in names:
        support = draw(st.dictionaries(st.integers(0, AIMS - 1), grid.filter(bool), max_size=2))
        cost_pt = float(draw(st.integers(1, 5)))
        options.append(Option(id, cost_pt, draw(grid), tuple(sorted(support.items()))))
    pinned = draw(st.sampled_from([(), (), *[(slot,) for slot in bullets]]))
    kept = {id for slot in pinned for id in slot.options}
    loose = [id for slot in bullets for id in slot.options if id not in kept]
    dropped = draw(st.frozensets(st.sampled_from(loose), max_size=1)) if loose else frozenset()
    redundant = []
    if len(bullets) > 1 and draw(st.booleans()):
        alike = draw(st.lists(st.sampled_from(bullets), min_size=2, max_size=3, unique=True))
        redundant = [Redundant(tuple(slot.options for slot in alike), draw(grid))]
    return Problem(
        options=tuple(options),
        one_of=tuple(slots),
        brings=tuple(brings),
        counts=tuple(counts),
        redundant=tuple(redundant),
        weights=tuple(draw(st.lists(grid, min_size=AIMS, max_size=AIMS))),
        budget_pt=float(draw(st.integers(2, 30))),
        pinned=tuple(Pin(f"pin {slot.options[0]}", slot.options) for slot in pinned),
        dropped=dropped,
    )
