"""A draft as a problem for the optimiser: its options with their worth, and the rules."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from lapel.document.draft import Draft, Slot, SlotKind, Variant
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Matches, Orders, RequirementKind
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.selection.alike import group_alike
from lapel.selection.model import (
    Brings,
    Count,
    OneOf,
    Option,
    Pin,
    Problem,
    Redundant,
)
from lapel.selection.objective import COEFFICIENTS, Demand, recency, said, weight_factor
from lapel.selection.rules import BulletRule, bullet_rules, newest_roles
from lapel.selection.slight import slight_highlights
from lapel.selection.timeline import Timeline, read_timeline


def build_problem(
    draft: Draft,
    matches: Matches,
    profile: Profile,
    pinned: frozenset[str],
    dropped: frozenset[str],
    cost_pt: Mapping[str, float],
    budget_pt: float,
    raised: int = 0,
    demand: Demand | None = None,
) -> Problem:
    """The problem of choosing from a draft, with ``raised`` more bullets allowed for each entry.

    ``cost_pt`` has the height of every variant, of every group with a line, and of every section
    (its heading), by id. ``pinned`` and ``dropped`` are ids of the job file: of highlights,
    entries, skill groups, summaries, or wordings; ids that name nothing in the draft do nothing,
    and what is both pinned and dropped stays. ``demand`` is that of the matches, where it was read.
    """
    pins = _read_pins(draft, pinned)
    orders = matches.orders
    out = frozenset(_named_options(draft, dropped | orders.out)) - _kept(draft, pins)
    out |= frozenset(_closed(draft, orders))
    timeline = read_timeline(profile)
    rules = _bullet_rules(draft, matches, profile, timeline, pins, out, cost_pt, budget_pt, raised)
    demand = demand or Demand(matches)
    opens = _hinted_open(matches)
    slight = slight_highlights(profile, matches)
    options, aims = _weigh(draft, demand, profile, timeline, rules, cost_pt, opens, orders, slight)
    return Problem(
        options=options,
        one_of=tuple(
            OneOf(
                tuple(variant.id for variant in slot.variants),
                required=slot.required and any(v.id not in out for v in slot.variants),
            )
            for slot in draft.slots()
        ),
        brings=tuple(_lines(draft)),
        counts=tuple(
            Count(
                _openings(slot),
                tuple(variant.id for child in slot.children for variant in child.variants),
                rules[slot.id].minimum,
                rules[slot.id].maximum,
            )
            for slot in draft.slots()
            if slot.children
        ),
        redundant=tuple(_redundancy(draft, matches)),
        weights=tuple(weight for _, weight in aims),
        budget_pt=budget_pt,
        pinned=pins,
        dropped=out,
        aims=tuple(id for id, _ in aims),
    )


def _openings(slot: Slot) -> tuple[str, ...]:
    """The variants under which the slot's children may stand: the open ones, or any."""
    opened = tuple(variant.id for variant in slot.variants if variant.open)
    return opened or tuple(variant.id for variant in slot.variants)


def _read_pins(draft: Draft, pinned: frozenset[str]) -> tuple[Pin, ...]:
    """A pin for each slot that a pinned id names, whole or by some of its variants.

    What never leaves the page is pinned to stand open: that is all a pin can add to it.
    """
    pins = []
    for slot in draft.slots():
        wordings = [v for v in slot.variants if pinned.intersection((v.id, *v.candidates))]
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


def _kept(draft: Draft, pins: tuple[Pin, ...]) -> frozenset[str]:
    """The options that pins hold, and those of the entry that a pinned bullet needs open."""
    kept = {option for pin in pins for option in pin.options}
    openings = {
        opening
        for slot in draft.slots()
        if any(variant.id in kept for child in slot.children for variant in child.variants)
        for opening in _openings(slot)
    }
    return frozenset(kept | openings)


def _named_options(draft: Draft, ids: frozenset[str]) -> Iterator[str]:
    """The variants that these ids name; an entry takes what stands under it along."""
    for slot in draft.slots():
        whole = {slot.source, slot.id} & ids
        for variant in slot.variants:
            if whole or variant.id in ids or ids.issuperset(variant.candidates or (variant.id,)):
                yield variant.id
        if whole:
            yield from (variant.id for child in slot.children for variant in child.variants)


def _closed(draft: Draft, orders: Orders) -> Iterator[str]:
    """The open forms of what should have no bullets and has a form of one line."""
    for slot in draft.slots():
        opened = [variant.id for variant in slot.variants if variant.open]
        if orders.most.get(slot.source) == 0 and len(opened) < len(slot.variants):
            yield from opened


def _lines(draft: Draft) -> Iterator[Brings]:
    for section in draft.sections:
        slots = [slot for group in section.groups for slot in group.slots]
        yield Brings(section.id, tuple(v.id for slot in slots for v in slot.variants))
        for group in section.groups:
            opened = tuple(v.id for slot in group.slots for v in slot.variants if v.open)
            if group.line is not None and opened:
                yield Brings(group.id, opened)


def _redundancy(draft: Draft, matches: Matches) -> Iterator[Redundant]:
    slots = {
        slot.source: tuple(variant.id for variant in slot.variants)
        for slot in draft.slots()
        if slot.kind is SlotKind.HIGHLIGHT
    }
    pairs = [pair for pair in matches.redundancy if pair[0] in slots and pair[1] in slots]
    for members, similarity in group_alike(pairs):
        yield Redundant(
            tuple(slots[member] for member in members), COEFFICIENTS.redundancy * similarity
        )


def _bullet_rules(
    draft: Draft,
    matches: Matches,
    profile: Profile,
    timeline: Timeline,
    pins: tuple[Pin, ...],
    out: frozenset[str],
    cost_pt: Mapping[str, float],
    budget_pt: float,
    raised: int,
) -> dict[str, BulletRule]:
    kept = {option for pin in pins for option in pin.options}
    lines = [brings.line for brings in _lines(draft)]
    tallest = [
        max((cost_pt[v.id] for v in slot.variants if v.id not in out), default=0.0)
        for slot in draft.slots()
        if slot.kind is not SlotKind.HIGHLIGHT
    ]
    available = {
        slot.id: tuple(
            min(heights)
            for child in slot.children
            if (heights := [cost_pt[v.id] for v in child.variants if v.id not in out])
        )
        for slot in draft.slots()
        if slot.children
    }
    held = {
        slot.id: sum(any(v.id in kept for v in child.variants) for child in slot.children)
        for slot in draft.slots()
        if slot.children
    }
    hinted = {
        entry
        for requirement in matches.requirements
        if requirement.kind is RequirementKind.HINT
        for entry in requirement.entries
    }
    return bullet_rules(
        draft,
        profile,
        timeline,
        hinted=hinted,
        orders=matches.orders,
        available=available,
        pinned=held,
        budget_pt=budget_pt,
        raised=raised,
        rest_pt=sum(tallest) + sum(cost_pt[line] for line in lines),
    )


class _Author(Struct, frozen=True):
    """What the profile says of a slot: the author's weight, and how long ago it was."""

    weight: float = 1.0
    years: float | None = None


def _authors(profile: Profile, timeline: Timeline, orders: Orders) -> dict[str, _Author]:
    """By id of the entry, highlight, summary or skill group; what the notes want less of counts
    for less.
    """
    found: dict[str, _Author] = {}
    for entry in profile.entries:
        years = timeline.years_since(entry)
        found[entry.id] = _Author(entry.weight, years)
        for highlight in entry.highlights:
            less = COEFFICIENTS.lessened if highlight.id in orders.lessened else 1.0
            found[highlight.id] = _Author(highlight.weight * _share(entry) * less, years)
    found |= {summary.id: _Author(summary.weight) for summary in profile.summaries}
    found |= {group.id: _Author(group.weight) for group in profile.skills}
    return found


def _share(entry: Entry) -> float:
    """What an entry's own weight does to its highlights: raised it does nothing more."""
    return min(1.0, entry.weight)


def _weigh(
    draft: Draft,
    demand: Demand,
    profile: Profile,
    timeline: Timeline,
    rules: Mapping[str, BulletRule],
    cost_pt: Mapping[str, float],
    opens: Mapping[str, float],
    orders: Orders,
    slight: frozenset[str],
) -> tuple[tuple[Option, ...], tuple[tuple[str, float], ...]]:
    """The options in reading order, and the aims that they support with their weights.

    ``opens`` is what it is worth that an entry stands open, by its id; ``slight`` are the
    highlights that nobody would miss.
    """
    authors = _authors(profile, timeline, orders)
    newest = newest_roles(draft, profile)
    varieties = _Varieties(draft, profile, timeline, rules, len(demand.aims))
    options: list[Option] = []
    for section in draft.sections:
        options.append(Option(section.id, cost_pt[section.id], 0.0))
        for group in section.groups:
            if group.line is not None and any(v.open for s in group.slots for v in s.variants):
                options.append(Option(group.id, cost_pt[group.id], 0.0))
            for slot in group.slots:
                for part, aim in ((slot, section.id), *((c, slot.id) for c in slot.children)):
                    for variant in part.variants:
                        value = _worth(part, variant, demand, authors)
                        value += _proof(part, variant, demand, profile)
                        if variant.open and slot.source in newest:
                            value += COEFFICIENTS.newest_open
                        if variant.open:
                            value += opens.get(slot.source, 0.0)
                        value += _ordered(slot, part, variant, orders, slight)
                        support = (
                            *_support(demand, variant, part.kind),
                            *varieties.support(aim, _fullness(part)),
                        )
                        options.append(Option(variant.id, cost_pt[variant.id], value, support))
    aims = (*((aim.id, aim.weight) for aim in demand.aims), *varieties.aims)
    return tuple(options), aims


def _ordered(
    slot: Slot, part: Slot, variant: Variant, orders: Orders, slight: frozenset[str]
) -> float:
    """What it is worth that a variant is what notes say should stand, or says next to nothing."""
    kept = orders.kept.intersection((part.source, *variant.candidates))
    whole = part is not slot and slot.source in orders.whole
    less = COEFFICIENTS.slight * (part.source in slight)
    return COEFFICIENTS.kept * bool(kept) + COEFFICIENTS.wanted_whole * whole - less


def _hinted_open(matches: Matches) -> dict[str, float]:
    """What it is worth that an entry stands open because a hint asks something of it."""
    worth: dict[str, float] = {}
    for requirement in matches.requirements:
        wanted = requirement.phrases and not requirement.optional
        ordered = any(map(_shows, requirement.acts))
        if requirement.kind is not RequirementKind.HINT or not (wanted or ordered):
            continue
        if any(map(_shrinks, requirement.acts)):
            continue
        whole = COEFFICIENTS.ordered_open if ordered else COEFFICIENTS.hinted_open
        for entry in requirement.entries:
            share = whole / len(requirement.entries)
            worth[entry] = max(share, worth.get(entry, 0.0))
    return worth


def _shrinks(act: Act) -> bool:
    """Whether an act of a hint is that its entry should be shorter, or go."""
    if act.kind is ActKind.SHORT:
        return not act.subject and not act.bullets
    return act.kind is ActKind.SPARE or (act.kind is ActKind.OUT and not act.subject)


def _shows(act: Act) -> bool:
    """Whether an act of a hint is that its entry should have bullets: "one or two bullets"."""
    several = act.bullets is not None and act.bullets > 1
    return act.kind is ActKind.WHOLE or several or (act.kind is ActKind.KEEP and act.firm)


def _worth(slot: Slot, variant: Variant, demand: Demand, authors: Mapping[str, _Author]) -> float:
    """What a variant is worth by itself."""
    by = COEFFICIENTS
    author = max(
        (authors[id] for id in variant.candidates if id in authors),
        key=lambda author: author.weight,
        default=authors.get(slot.source, _Author()),
    )
    characters = max(map(_characters, slot.variants if _is_entry(slot) else (variant,)))
    worth = by.standing[slot.kind] + by.relevance * _best(demand.relevance, variant)
    if slot.kind is SlotKind.SUMMARY:
        worth += by.breadth * _best(demand.breadth, variant)
    if slot.kind is not SlotKind.ROLE:
        worth += by.substance * said(characters)
    if slot.kind not in (SlotKind.SUMMARY, SlotKind.SKILLS):
        worth += by.recency * recency(author.years) * _fullness(slot)
    if variant == slot.variants[0] and slot.kind is SlotKind.HIGHLIGHT:
        worth += by.main_wording
    if variant.open:
        worth += by.open_entry
    return worth * weight_factor(author.weight)


def _proof(slot: Slot, variant: Variant, demand: Demand, profile: Profile) -> float:
    """What a certificate is worth as the proof of what the job asks for."""
    if not _is_certificate(slot, profile):
        return 0.0
    return COEFFICIENTS.asked_certificate * _best(demand.asked, variant)


def _characters(variant: Variant) -> int:
    return sum(len(run.text) for block in variant.blocks for run in block.text)


def _fullness(slot: Slot) -> float:
    """The share of a whole bullet that a bullet is, by its fullest wording; all else is whole."""
    if slot.kind is not SlotKind.HIGHLIGHT:
        return 1.0
    return said(max(map(_characters, slot.variants)))


def _support(demand: Demand, variant: Variant, kind: SlotKind) -> tuple[tuple[int, float], ...]:
    """What a variant adds to the job's aims, by their index: the most that any part of it adds."""
    amounts: dict[int, float] = {}
    for candidate in variant.candidates:
        for aim, amount in demand.support(candidate, kind):
            amounts[aim] = max(amount, amounts.get(aim, 0.0))
    return tuple(sorted(amounts.items()))


def _best(judge: Callable[[str], float], variant: Variant) -> float:
    return max(map(judge, variant.candidates), default=0.0)


def _section_variety(slot: Slot, profile: Profile) -> tuple[float, int]:
    """What it is worth that a section of such slots shows something, and when it is full."""
    if _is_certificate(slot, profile):
        return COEFFICIENTS.certificates_variety
    return COEFFICIENTS.section_variety.get(slot.kind, (0.0, 1))


def _is_certificate(slot: Slot, profile: Profile) -> bool:
    return _is_entry(slot) and profile.entry(slot.source).section is SectionKind.CERTIFICATES


def _is_entry(slot: Slot) -> bool:
    return slot.kind in (SlotKind.ROLE, SlotKind.ENTRY)


class _Varieties:
    """Aims for a balanced page: each role with the bullets wanted, each section with something."""

    def __init__(
        self,
        draft: Draft,
        profile: Profile,
        timeline: Timeline,
        rules: Mapping[str, BulletRule],
        first: int,
    ) -> None:
        by = COEFFICIENTS
        near, far = by.role_variety
        self._first = first
        self._share: dict[str, tuple[int, float]] = {}
        aims: list[tuple[str, float]] = []
        for section in draft.sections:
            slots = [slot for group in section.groups for slot in group.slots]
            if not all(slot.required for slot in slots):
                weight, full = _section_variety(slots[0], profile)
                self._share[section.id] = (first + len(aims), 1 / full)
                aims.append((f"variety:{section.id}", weight))
            for slot in slots:
                if slot.children:
                    entry = profile.entry(slot.source)
                    work = entry.section is SectionKind.WORK
                    share = recency(timeline.years_since(entry)) if work else 0.0
                    self._share[slot.id] = (first + len(aims), 1 / rules[slot.id].wanted)
                    aims.append((f"variety:{slot.id}", far + share * (near - far)))
        self.aims = tuple(aims)

    def support(self, id: str, fullness: float) -> tuple[tuple[int, float], ...]:
        """What anything under this section or entry adds to its variety."""
        if id not in self._share:
            return ()
        aim, share = self._share[id]
        return ((aim, share * fullness),)
