"""The worth of each option of a draft: by itself, by its author, by the notes and for balance."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from lapel.document.draft import Draft, Slot, SlotKind, Variant
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import Matches, Orders, ReasonKind, RequirementKind
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.selection.model import Option
from lapel.selection.objective import (
    COEFFICIENTS,
    Demand,
    measure_substance,
    recency,
    weight_factor,
)
from lapel.selection.proofs import weigh_certificates
from lapel.selection.rules import BulletRule, newest_roles
from lapel.selection.slight import lapsed_certificates, slight_highlights
from lapel.selection.timeline import Timeline


def weigh_options(
    draft: Draft,
    demand: Demand,
    profile: Profile,
    timeline: Timeline,
    rules: Mapping[str, BulletRule],
    cost_pt: Mapping[str, float],
) -> tuple[tuple[Option, ...], tuple[tuple[str, float], ...]]:
    """Return the options of a draft in reading order, with their heights, and the aims that they
    support, each an id with its weight.
    """
    matches = demand.matches
    orders, hinted = matches.orders, _weigh_hints(matches)
    lapsed = lapsed_certificates(profile, matches)
    slight = slight_highlights(profile, matches) | lapsed
    authors = _gather_author_weights(profile, timeline, orders)
    newest = newest_roles(draft, profile)
    proofs = weigh_certificates(profile, matches)
    varieties = _Varieties(draft, profile, timeline, rules, len(demand.aims))

    def option(slot: Slot, part: Slot, variant: Variant, aim: str) -> Option:
        value = _weigh_variant(part, variant, demand, authors) + proofs.get(part.source, 0.0)
        value += COEFFICIENTS.noted_words * _says_more_of_notes(part, variant, matches)
        if variant.open:
            value += COEFFICIENTS.newest_open * (slot.source in newest)
            value += hinted.get(slot.source, (0.0, 0.0))[1]
        if part is slot and not slot.required:
            value += hinted.get(slot.source, (0.0, 0.0))[0]
        value += _weigh_orders(slot, part, variant, orders, slight)
        share = _measure_fullness(part) * _find_counting_share(part.source, orders)
        balance = () if part.source in lapsed else varieties.support(aim, share)
        support = (*_find_support(demand, variant, part.kind), *balance)
        return Option(variant.id, cost_pt[variant.id], value, support)

    options: list[Option] = []
    for section in draft.sections:
        options.append(Option(section.id, cost_pt[section.id], 0.0))
        for group in section.groups:
            if group.line is not None and any(v.open for s in group.slots for v in s.variants):
                options.append(Option(group.id, cost_pt[group.id], 0.0))
            for slot in group.slots:
                parts = ((slot, section.id), *((child, slot.id) for child in slot.children))
                options += (option(slot, p, v, aim) for p, aim in parts for v in p.variants)
    aims = (*((aim.id, aim.weight) for aim in demand.aims), *varieties.aims)
    return tuple(options), aims


class _Author(Struct, frozen=True):
    """What the profile says about a slot: the author's weight, and how many years ago it was."""

    weight: float = 1.0
    years: float | None = None


def _gather_author_weights(
    profile: Profile, timeline: Timeline, orders: Orders
) -> dict[str, _Author]:
    """Return the author's weight and age of each entry, highlight, summary and skill group, by id;
    highlights that the notes want less of count less.
    """
    found: dict[str, _Author] = {}
    for entry in profile.entries:
        years = timeline.years_since(entry)
        found[entry.id] = _Author(entry.weight, years)
        for highlight in entry.highlights:
            counts = _share(entry) * _find_counting_share(highlight.id, orders)
            found[highlight.id] = _Author(highlight.weight * counts, years)
    found |= {summary.id: _Author(summary.weight) for summary in profile.summaries}
    found |= {group.id: _Author(group.weight) for group in profile.skills}
    return found


def _share(entry: Entry) -> float:
    """Return the factor of an entry's weight on its highlights: raised above 1 it adds nothing."""
    return min(1.0, entry.weight)


def _find_counting_share(highlight: str, orders: Orders) -> float:
    """Return the share at which a highlight counts: less where the notes want less of it."""
    return COEFFICIENTS.lessened if highlight in orders.lessened else 1.0


def _weigh_orders(
    slot: Slot, part: Slot, variant: Variant, orders: Orders, slight: frozenset[str]
) -> float:
    """Return the bonus for what notes say must be kept, less the penalty for saying next to
    nothing.
    """
    kept = orders.kept.intersection((part.source, *variant.candidates))
    whole = part is not slot and slot.source in (orders.whole | orders.least.keys())
    less = COEFFICIENTS.slight * (part.source in slight)
    return COEFFICIENTS.kept * bool(kept) + COEFFICIENTS.wanted_whole * whole - less


def _weigh_hints(matches: Matches) -> dict[str, tuple[float, float]]:
    """Return the worth of keeping an entry, and that of its bullets, because a hint asks something
    of it; by the entry's id.
    """
    worth: dict[str, tuple[float, float]] = {}
    for requirement in matches.requirements:
        asked = bool(requirement.phrases) and not requirement.of_entry
        wanted = asked and not requirement.optional
        ordered = any(map(_wants_bullets, requirement.acts))
        if requirement.kind is not RequirementKind.HINT or not (wanted or ordered):
            continue
        if any(map(_shortens_entry, requirement.acts)):
            continue
        opens = COEFFICIENTS.ordered_open if ordered else COEFFICIENTS.hinted_open
        for entry in requirement.entries:
            parted = len(requirement.entries)
            doubted = requirement.text.rstrip().endswith("?")
            stands = 0.0 if doubted else COEFFICIENTS.hinted_stands
            shares = stands / parted, opens / parted
            worth[entry] = max(shares, worth.get(entry, shares))
    return worth


def _shortens_entry(act: Act) -> bool:
    """Tell whether an act of a hint is that its entry should be shorter, or go."""
    if act.kind is ActKind.SHORT:
        return not act.subject and not act.bullets
    return act.kind is ActKind.SPARE or (act.kind is ActKind.OUT and not act.subject)


def _wants_bullets(act: Act) -> bool:
    """Tell whether an act of a hint is that its entry should have bullets: "one or two bullets"."""
    several = act.bullets is not None and act.bullets > 1
    return act.kind is ActKind.WHOLE or several or (act.kind is ActKind.KEEP and act.firm)


def _weigh_variant(
    slot: Slot, variant: Variant, demand: Demand, authors: Mapping[str, _Author]
) -> float:
    """Return what a variant is worth by itself."""
    by = COEFFICIENTS
    author = max(
        (authors[id] for id in variant.candidates if id in authors),
        key=lambda author: author.weight,
        default=authors.get(slot.source, _Author()),
    )
    characters = min(map(_count_characters, slot.variants if _is_entry(slot) else (variant,)))
    worth = by.standing[slot.kind] + by.relevance * _judge_best(demand.relevance, variant)
    if slot.kind is SlotKind.SUMMARY:
        worth += by.breadth * _judge_best(demand.breadth, variant)
    if slot.kind is not SlotKind.ROLE:
        worth += by.substance * measure_substance(characters)
    if slot.kind not in (SlotKind.SUMMARY, SlotKind.SKILLS) and not variant.squeezed:
        worth += by.recency * recency(author.years) * _measure_fullness(slot)
    if variant == slot.variants[0] and slot.kind is SlotKind.HIGHLIGHT:
        worth += by.main_wording
    if variant.open:
        worth += by.open_entry
    worth -= by.squeezed * variant.squeezed
    return worth * weight_factor(author.weight)


def _says_more_of_notes(slot: Slot, variant: Variant, matches: Matches) -> bool:
    """Tell whether a wording of a highlight says a word of a note that another leaves out."""
    if slot.kind is not SlotKind.HIGHLIGHT or len(slot.variants) == 1:
        return False
    noted = frozenset(requirement.id for requirement in matches.requirements if requirement.note)
    words = {one.id: _find_words_of_notes(one, noted, matches) for one in slot.variants}
    return bool(words[variant.id] - frozenset.intersection(*words.values()))


def _find_words_of_notes(
    variant: Variant, noted: frozenset[str], matches: Matches
) -> frozenset[tuple[str, str]]:
    """Return the words of each note that a variant says itself, as pairs of requirement and
    word.
    """
    return frozenset(
        (match.requirement, reason.text.casefold())
        for candidate in variant.candidates
        for match in matches.by_candidate.get(candidate, ())
        if match.supports and match.requirement in noted
        for reason in match.reasons
        if reason.kind in (ReasonKind.PHRASE, ReasonKind.WORDS)
    )


def _count_characters(variant: Variant) -> int:
    return sum(len(run.text) for block in variant.blocks for run in block.text)


def _measure_fullness(slot: Slot) -> float:
    """Return the share of a whole bullet that a bullet is, by its fullest wording; 1 for all
    else.
    """
    if slot.kind is not SlotKind.HIGHLIGHT:
        return 1.0
    return measure_substance(max(map(_count_characters, slot.variants)))


def _find_support(
    demand: Demand, variant: Variant, kind: SlotKind
) -> tuple[tuple[int, float], ...]:
    """Return what a variant adds to the job's aims, by index: the most that any part of it adds."""
    amounts: dict[int, float] = {}
    for candidate in variant.candidates:
        for aim, amount in demand.support(candidate, kind):
            amounts[aim] = max(amount, amounts.get(aim, 0.0))
    return tuple(sorted(amounts.items()))


def _judge_best(judge: Callable[[str], float], variant: Variant) -> float:
    return max(map(judge, variant.candidates), default=0.0)


def _weigh_variety(slot: Slot, profile: Profile) -> tuple[float, int]:
    """Return the worth of a section's showing something, and the number of entries that fill it."""
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
        self._share: dict[str, tuple[int, float]] = {}
        aims: list[tuple[str, float]] = []
        for section in draft.sections:
            slots = [slot for group in section.groups for slot in group.slots]
            if not all(slot.required for slot in slots):
                weight, full = _weigh_variety(slots[0], profile)
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

    def support(self, id: str, counting: float) -> tuple[tuple[int, float], ...]:
        """Return what anything under this section or entry adds to its variety, by the aim's
        index, if it counts for so much of a whole bullet.
        """
        if id not in self._share:
            return ()
        aim, share = self._share[id]
        return ((aim, share * counting),)
