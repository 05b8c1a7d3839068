"""The order of bullets inside an entry and of skills, by what the job asks for."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from lapel.document.draft import Draft, SlotKind
from lapel.matching.acts import Act, ActKind
from lapel.matching.model import DEEDS, VAGUE, Matches, ReasonKind, Requirement, RequirementKind
from lapel.matching.sections import PREFIX
from lapel.profile.ids import highlight_of, is_inner
from lapel.profile.model import Profile, SkillGroup, Text
from lapel.selection.objective import Demand
from lapel.text.inline import plain_text
from lapel.text.words import split_words

_FIRST = (ActKind.FIRST, ActKind.UP)
_LATER = (ActKind.LATER, ActKind.LAST)


def order_highlights(
    draft: Draft, chosen: frozenset[str], matches: Matches, asked: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """Order the chosen highlights of each entry, by the entry's id.

    ``asked`` are the job file's own orders: what they name comes first, in their order, then what a
    note wants first, then what a hint on this entry names, then the rest, each by how they answer
    the job. A highlight that only comes near to an answer counts as none: these keep the profile's
    order, after the others.
    """
    demand = Demand(matches)
    led, hinted = led_by_notes(matches), _named_by_hints(matches)
    orders = {}
    for slot in draft.slots():
        forms = [
            (child.source, variant.id)
            for child in slot.children
            for variant in child.variants
            if variant.id in chosen
        ]
        if forms:
            wanted = asked.get(slot.source, ())
            relevance = {
                source: _round_relevance(_score_answer(demand, form)) for source, form in forms
            }
            rest = sorted(
                relevance, key=lambda s: (-led.get(s, 0.0), s not in hinted, -relevance[s])
            )
            first = [source for source in wanted if source in relevance]
            orders[slot.source] = tuple(dict.fromkeys([*first, *rest]))
    return orders


def _score_answer(demand: Demand, form: str) -> float:
    """Return how well a form answers the job, 0 where it supports nothing that is asked for."""
    return demand.relevance(form) if demand.support(form, SlotKind.HIGHLIGHT) else 0.0


def led_by_notes(matches: Matches) -> Mapping[str, float]:
    """Return the highlights that a note wants first ("lead with the food cost"), with their scores;
    scores below zero mark those it wants anywhere but first.
    """
    found: dict[str, float] = {}
    for requirement in matches.requirements:
        for source, score in find_led(requirement, matches).items():
            found[source] = max(score, found.get(source, 0.0))
    acts = [act for requirement in matches.requirements for act in requirement.acts]
    first = [id for act in acts if act.kind in _FIRST and act.beside for id in _find_bullets(act)]
    later = [id for act in acts if act.kind in _LATER for id in _find_bullets(act)]
    return found | dict.fromkeys(first, 1.0) | dict.fromkeys(later, -1.0)


def find_led(requirement: Requirement, matches: Matches) -> Mapping[str, float]:
    """Return the highlights that say what one note wants first, with their scores."""
    found: dict[str, float] = {}
    leading = requirement.leading
    for match in matches.by_requirement.get(requirement.id, ()) if leading else ():
        deed = matches.candidate[match.candidate].kind in DEEDS
        if deed and match.supports and match.phrases & leading:
            source = highlight_of(match.candidate)
            found[source] = max(match.score, found.get(source, 0.0))
    return found


def _named_by_hints(matches: Matches) -> frozenset[str]:
    """Return the highlights that a hint on their entry names, by words and not only in meaning."""
    hints = {r.id for r in matches.requirements if r.kind is RequirementKind.HINT}
    return frozenset(
        highlight_of(match.candidate)
        for match in matches.matches
        if match.requirement in hints
        and match.supports
        and matches.candidate[match.candidate].kind in DEEDS
        and any(reason.kind not in VAGUE for reason in match.reasons)
    )


def _find_bullets(act: Act) -> Iterator[str]:
    """Yield the highlights that an act names, without sections and entries."""
    yield from (id for id in act.named if is_inner(id) and not id.startswith(PREFIX))


def order_skills(profile: Profile, matches: Matches) -> tuple[SkillGroup, ...]:
    """Order the skill groups, and the keywords inside each: what a note wants first, then by what
    the job asks for.
    """
    demand = Demand(matches)
    english = profile.language.startswith("en")
    asked = _index_asked_phrases(matches, english=english)
    first = {id: place for place, id in enumerate(matches.orders.first_skills)}

    def rank(group: SkillGroup) -> tuple[int, float]:
        place = min(first.get(id, len(first)) for id in (group.id, *group.by_id))
        return place, -_round_relevance(demand.relevance(group.id))

    return tuple(
        replace(group, keywords=_order_keywords(group, first, asked, english=english))
        for group in sorted(profile.skills, key=rank)
    )


def _order_keywords(
    group: SkillGroup, first: Mapping[str, int], asked: "_Asked", *, english: bool
) -> tuple[Text, ...]:
    def demand(keyword: Text) -> float:
        stems = _stem_words(keyword.markdown, english=english)
        phrases = (phrase for stem in stems for phrase in asked.get(stem, ()))
        return max(
            (weight for phrase, weight in phrases if _is_one_in_other(stems, phrase)), default=0.0
        )

    def rank(named: tuple[str, Text]) -> tuple[int, float]:
        id, keyword = named
        return first.get(id, len(first)), -demand(keyword)

    return tuple(keyword for _, keyword in sorted(group.by_id.items(), key=rank))


_Asked = Mapping[str, Sequence[tuple[tuple[str, ...], float]]]
"""Phrases with their weights, under each of their stems."""


def _index_asked_phrases(matches: Matches, *, english: bool) -> _Asked:
    """Return the phrases of the requirements and the words that met them, with the greatest weight
    of each, by stem.
    """
    weights = {requirement.id: requirement.weight for requirement in matches.requirements}
    phrases = [(p, r.weight) for r in matches.requirements for p in r.phrases]
    phrases += [
        (reason.text, weights[match.requirement] * match.score)
        for match in matches.matches
        if match.supports
        for reason in match.reasons
        if reason.kind not in (ReasonKind.MEANING, ReasonKind.OUTSTANDING, ReasonKind.NOTE)
    ]
    asked: dict[tuple[str, ...], float] = {}
    for phrase, weight in phrases:
        stems = _stem_words(phrase, english=english)
        if stems:
            asked[stems] = max(weight, asked.get(stems, 0.0))
    by_stem: dict[str, list[tuple[tuple[str, ...], float]]] = {}
    for stems, weight in asked.items():
        for stem in dict.fromkeys(stems):
            by_stem.setdefault(stem, []).append((stems, weight))
    return by_stem


def _is_one_in_other(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether the shorter of two sequences of words stands whole in the longer."""
    short, long = sorted((one, other), key=len)
    width = len(short)
    return width > 0 and any(
        long[start : start + width] == short for start in range(len(long) - width + 1)
    )


def _stem_words(text: str, *, english: bool) -> tuple[str, ...]:
    return tuple(word.stem for word in split_words(plain_text(text), english=english))


def _round_relevance(relevance: float) -> float:
    """Round relevance to two decimals: a smaller difference should not overturn the author's
    order.
    """
    return round(relevance, 2)
