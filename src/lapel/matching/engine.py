"""From a job and a profile to matches: requirements, candidates, scores, evidence, placements.

Every engine answers one phrase at a time over the candidates it was built from (``Engine``);
what is made of the answers (``weighing``) is the same for each.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from typing import Protocol

from msgspec import Struct

from lapel.job.model import Job
from lapel.matching.answers.lexical import Answer, LexicalIndex, index_candidates
from lapel.matching.asked.requirements import list_requirements
from lapel.matching.asked.spelling import spell_as_listed
from lapel.matching.blending import BlendedIndex, add_meaning
from lapel.matching.candidates import list_candidates
from lapel.matching.evidence import judge_requirement
from lapel.matching.language import is_english, language_notice
from lapel.matching.lexicon import Lexicon
from lapel.matching.meaning.kept import NearnessMemory
from lapel.matching.model import Candidate, Evidence, Match, Matches, Requirement
from lapel.matching.places.act_targets import point_acts
from lapel.matching.places.orders import read_orders, unsure_refusals, wide_limits
from lapel.matching.places.placing import place_hints
from lapel.matching.places.references import resolve_references
from lapel.matching.redundancy import find_redundancy
from lapel.matching.remembering import Memory, Recollection, key_of
from lapel.matching.weighing import Found, Weighing, answers_to, deeds_of, evidence_of, weigh
from lapel.matching.years import add_years, judge_years, tell_too_few
from lapel.profile.model import Profile
from lapel.text.words import stems_of


class Engine(Protocol):
    """How well candidates answer a phrase, by whatever method."""

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Return the candidates that answer ``phrase`` at all, by their position, in order."""
        ...


class Indexed(Struct, frozen=True):
    """A profile's candidates, read once: by ``words`` and, with vectors, by ``meaning``."""

    candidates: tuple[Candidate, ...]
    words: LexicalIndex
    meaning: BlendedIndex | None

    @property
    def engine(self) -> LexicalIndex | BlendedIndex:
        """The better engine there is."""
        return self.meaning or self.words

    def keep(self) -> None:
        """Keep what was worked out for the next run."""
        if self.meaning is not None:
            self.meaning.meaning.keep()


def index_profile(job: Job, profile: Profile, lexicon: Lexicon, memory: NearnessMemory) -> Indexed:
    """Read the profile so that it can be asked."""
    english = is_english(job, profile)
    candidates = list_candidates(profile)
    titles = {entry.id: entry.title.plain for entry in profile.entries}
    words = index_candidates(candidates, titles, lexicon, english=english)
    return Indexed(candidates, words, add_meaning(words, memory) if english else None)


def match_requirements(
    job: Job, profile: Profile, lexicon: Lexicon, memory: Memory | None = None
) -> Matches:
    """Match everything the job asks for with everything the profile has.

    ``memory`` has what was found before, and gets what is found now.
    """
    memory = memory or Memory()
    english = is_english(job, profile)
    placements, unplaced = place_hints(job, profile, lexicon)
    hinted = {id for entries in placements.values() for id in entries}
    said = _stems_by_entry(profile, hinted)
    index = index_profile(job, profile, lexicon, memory.nearness)
    texts = [reading.words for reading in index.words.readings]
    requirements, odd = list_requirements(job, lexicon, placements, said, texts, english=english)
    requirements = point_acts(requirements, profile, lexicon, index.engine, index.candidates)
    requirements = spell_as_listed(requirements, profile)
    matches, phrase_evidence = _match_what_is_new(index, requirements, memory)
    owners = {candidate.id: candidate.entry for candidate in index.candidates}
    matches = add_years(requirements, matches, owners, profile, job.applied_on)
    matches, few = tell_too_few(requirements, matches, owners, profile, job.applied_on)
    phrase_evidence = judge_years(phrase_evidence, matches, few)
    index.keep()
    notices = () if english else (language_notice(job, profile),)
    return Matches(
        requirements=requirements,
        candidates=index.candidates,
        matches=matches,
        evidence={
            requirement.id: judge_requirement(requirement, phrase_evidence[requirement.id])
            for requirement in requirements
        },
        phrase_evidence=phrase_evidence,
        placements=placements,
        redundancy=find_redundancy(index.candidates, index.words.readings, index.words.rarity),
        diagnostics=(
            *unplaced,
            *odd,
            *unsure_refusals(requirements),
            *wide_limits(requirements, profile, lexicon),
            *notices,
        ),
        by_meaning=index.meaning is not None,
        english=english,
        index=index,
        orders=read_orders(
            requirements, matches, profile, resolve_references(job.settings.pin, profile)
        ),
    )


def _stems_by_entry(profile: Profile, entries: AbstractSet[str]) -> Mapping[str, frozenset[str]]:
    """Return the stems of the bullets of some entries, by entry id."""
    return {
        entry.id: frozenset[str]().union(*(stems_of(h.text.plain) for h in entry.highlights))
        for entry in profile.entries
        if entry.id in entries
    }


def match_with(
    engine: Engine, requirements: Sequence[Requirement], candidates: Sequence[Candidate]
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    """Return the matches an engine finds, and for each requirement the evidence for its phrases."""
    deeds = deeds_of(candidates)
    weighings = [
        weigh(requirement, answers_to(requirement, engine.answer, deeds), candidates, deeds)
        for requirement in requirements
    ]
    return _gather_matches(weighings)


def _match_what_is_new(
    index: Indexed, requirements: Sequence[Requirement], memory: Memory
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    """Match as ``match_with`` does, asking only what was not found before."""
    candidates = index.candidates
    now: Recollection[Found] = Recollection.of(candidates, index.words, type(index.engine))
    earlier, weighed_earlier = memory.answers or now, memory.weighed
    stayed = now.stayed_from(earlier)
    deeds = deeds_of(candidates)
    weighings = {}
    for requirement in requirements:
        key = key_of(requirement, index.words)
        known = earlier.found.get(key)
        found = {here: known[there] for here, there in stayed} if known is not None else {}
        new = [position for position in range(len(candidates)) if position not in found]
        # Of all candidates the answers are kept: the letter asks for the same phrases again.
        answering = partial(index.engine.answer_of, positions=new) if found else index.engine.answer
        found |= dict.fromkeys(new) | answers_to(requirement, answering, deeds)
        in_order = [found[position] for position in range(len(candidates))]
        now.found[key] = in_order
        own = {position: one for position, one in enumerate(in_order) if one is not None}
        last = weighed_earlier.get(requirement.id)
        weighings[requirement.id] = weigh(requirement, own, candidates, deeds, last)
    memory.answers, memory.weighed = now, weighings
    return _gather_matches(weighings.values())


def _gather_matches(
    weighings: Iterable[Weighing],
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    matches: list[Match] = []
    evidence = {}
    for weighing in weighings:
        matches.extend(one.match for one in weighing.weighed)
        evidence[weighing.requirement.id] = evidence_of(weighing.requirement, weighing.weighed)
    return tuple(matches), evidence
