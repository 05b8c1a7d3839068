"""A draft as a problem for the optimiser: its options with their worth, and the rules."""

from collections.abc import Iterator, Mapping

from lapel.document.draft import Draft, Slot, SlotKind
from lapel.matching.model import Matches, Orders, RequirementKind
from lapel.profile.model import Profile
from lapel.selection.alike import group_alike
from lapel.selection.model import Brings, Count, OneOf, Pin, Problem, Redundant
from lapel.selection.objective import COEFFICIENTS, Demand
from lapel.selection.rules import Room, bullet_rules
from lapel.selection.timeline import read_timeline
from lapel.selection.worth import weigh_options


def build_problem(
    draft: Draft,
    demand: Demand,
    profile: Profile,
    cost_pt: Mapping[str, float],
    budget_pt: float,
    *,
    pinned: frozenset[str] = frozenset(),
    dropped: frozenset[str] = frozenset(),
    raised: int = 0,
) -> Problem:
    """Build the problem of choosing from a draft, with ``raised`` more bullets allowed for each
    entry.

    ``cost_pt`` has the height of every variant, of every group with a line, and of every section
    (its heading), by id. ``pinned`` and ``dropped`` are ids of the job file: of highlights,
    entries, skill groups, summaries, or wordings. Ids that name nothing in the draft do nothing; an
    id both pinned and dropped stays.
    """
    pins = _read_pins(draft, pinned)
    matches, orders = demand.matches, demand.matches.orders
    unwanted = {
        *_find_named_options(draft, dropped | orders.out),
        *_find_closed_forms(draft, orders),
    }
    out = frozenset(unwanted) - _find_kept_options(draft, pins)
    timeline = read_timeline(profile)
    room = _measure_room(draft, pins, out, cost_pt, budget_pt)
    rules = bullet_rules(
        draft,
        profile,
        timeline,
        room,
        hinted=_find_hinted_entries(matches),
        orders=orders,
        raised=raised,
    )
    options, aims = weigh_options(draft, demand, profile, timeline, rules, cost_pt)
    return Problem(
        options=options,
        one_of=tuple(
            OneOf(
                tuple(variant.id for variant in slot.variants),
                required=slot.required and any(v.id not in out for v in slot.variants),
            )
            for slot in draft.slots()
        ),
        brings=tuple(_find_lines(draft)),
        counts=tuple(
            Count(
                _find_openings(slot),
                tuple(variant.id for child in slot.children for variant in child.variants),
                rules[slot.id].minimum,
                rules[slot.id].maximum,
            )
            for slot in draft.slots()
            if slot.children
        ),
        redundant=tuple(_find_redundancy(draft, matches, profile)),
        weights=tuple(weight for _, weight in aims),
        budget_pt=budget_pt,
        pinned=pins,
        dropped=out,
        aims=tuple(id for id, _ in aims),
    )


def _find_openings(slot: Slot) -> tuple[str, ...]:
    """Return the variants under which the slot's children may appear: the open ones, or any."""
    opened = tuple(variant.id for variant in slot.variants if variant.open)
    return opened or tuple(variant.id for variant in slot.variants)


def _read_pins(draft: Draft, pinned: frozenset[str]) -> tuple[Pin, ...]:
    """Make a pin for each slot that a pinned id names, whole or by some of its variants.

    For a slot that never leaves the page, the pin means its open form: nothing else is left to ask.
    """
    pins = []
    for slot in draft.slots():
        below = {child.source for child in slot.children}
        named_here = pinned - below
        wordings = [v for v in slot.variants if named_here.intersection((v.id, *v.candidates))]
        whole = [id for id in (slot.source, slot.id) if id in pinned]
        if whole:
            options = tuple(variant.id for variant in slot.variants)
            opened = tuple(variant.id for variant in slot.variants if variant.open)
            only = tuple(v.id for v in wordings if slot.source not in (v.id, *v.candidates))
            pins.append(Pin(whole[0], only or (opened if slot.required and opened else options)))
        elif wordings:
            first = wordings[0]
            named = next(id for id in (first.id, *first.candidates) if id in pinned)
            pins.append(Pin(named, tuple(variant.id for variant in wordings)))
    return tuple(pins)


def _find_kept_options(draft: Draft, pins: tuple[Pin, ...]) -> frozenset[str]:
    """Return the options that pins hold, and the open forms that pinned bullets need."""
    kept = {option for pin in pins for option in pin.options}
    openings = {
        opening
        for slot in draft.slots()
        if any(variant.id in kept for child in slot.children for variant in child.variants)
        for opening in _find_openings(slot)
    }
    return frozenset(kept | openings)


def _find_named_options(draft: Draft, ids: frozenset[str]) -> Iterator[str]:
    """Yield the variants that these ids name; for an entry, also those of its bullets."""
    for slot in draft.slots():
        whole = {slot.source, slot.id} & ids
        for variant in slot.variants:
            if whole or variant.id in ids or ids.issuperset(variant.candidates or (variant.id,)):
                yield variant.id
        if whole:
            yield from (variant.id for child in slot.children for variant in child.variants)


def _find_closed_forms(draft: Draft, orders: Orders) -> Iterator[str]:
    """Yield the open forms of entries that should have no bullets and can be one line."""
    for slot in draft.slots():
        opened = [variant.id for variant in slot.variants if variant.open]
        if orders.most.get(slot.source) == 0 and len(opened) < len(slot.variants):
            yield from opened


def _find_lines(draft: Draft) -> Iterator[Brings]:
    for section in draft.sections:
        slots = [slot for group in section.groups for slot in group.slots]
        yield Brings(section.id, tuple(v.id for slot in slots for v in slot.variants))
        for group in section.groups:
            opened = tuple(v.id for slot in group.slots for v in slot.variants if v.open)
            if group.line is not None and opened:
                yield Brings(group.id, opened)


def _find_redundancy(draft: Draft, matches: Matches, profile: Profile) -> Iterator[Redundant]:
    """Yield groups of bullets that say nearly the same, leaving out bullets that describe an
    entry.
    """
    describing = {h.id for entry in profile.entries for h in entry.highlights if h.describes}
    slots = {
        slot.source: tuple(variant.id for variant in slot.variants)
        for slot in draft.slots()
        if slot.kind is SlotKind.HIGHLIGHT and slot.source not in describing
    }
    pairs = [pair for pair in matches.redundancy if pair[0] in slots and pair[1] in slots]
    for members, similarity in group_alike(pairs):
        yield Redundant(
            tuple(slots[member] for member in members), COEFFICIENTS.redundancy * similarity
        )


def _measure_room(
    draft: Draft,
    pins: tuple[Pin, ...],
    out: frozenset[str],
    cost_pt: Mapping[str, float],
    budget_pt: float,
) -> Room:
    kept = {option for pin in pins for option in pin.options}

    def heights_pt(slot: Slot) -> list[float]:
        return [cost_pt[variant.id] for variant in slot.variants if variant.id not in out]

    rest = [slot for slot in draft.slots() if slot.kind is not SlotKind.HIGHLIGHT]
    holding = [slot for slot in draft.slots() if slot.children]
    return Room(
        budget_pt,
        rest_pt=sum(max(heights_pt(slot), default=0.0) for slot in rest)
        + sum(cost_pt[brings.line] for brings in _find_lines(draft)),
        bullets_pt={
            slot.id: tuple(
                min(heights) for child in slot.children if (heights := heights_pt(child))
            )
            for slot in holding
        },
        pinned={
            slot.id: sum(any(v.id in kept for v in child.variants) for child in slot.children)
            for slot in holding
        },
    )


def _find_hinted_entries(matches: Matches) -> frozenset[str]:
    """Return the entries that hints speak of."""
    hints = (r for r in matches.requirements if r.kind is RequirementKind.HINT)
    return frozenset(entry for hint in hints for entry in hint.entries)
