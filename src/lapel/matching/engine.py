"""From a job and a profile to matches: requirements, candidates, scores, evidence, placements.

Every engine answers one phrase at a time over the candidates it was built from (``Engine``);
what follows is the same for each. A requirement's score is three quarters its best phrase and
one quarter the mean of all its phrases, so that a bullet which answers one of two wishes well
still stands high. A candidate supports a requirement when it reaches SUPPORT on a phrase; for a
hint only inside the entries the hint was placed on. A faint sign counts where it *stands out*: its
score is 1.4 times that of every other bullet asked.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from lapel.job.model import Job
from lapel.matching.blending import BlendedIndex, add_meaning
from lapel.matching.candidates import list_candidates
from lapel.matching.evidence import judge_phrase, judge_requirement
from lapel.matching.language import is_english, language_notice
from lapel.matching.lexical import SUPPORT, Answer, LexicalIndex, index_candidates
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import (
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Matches,
    Reason,
    Requirement,
    RequirementKind,
)
from lapel.matching.placing import place_hints
from lapel.matching.redundancy import find_redundancy
from lapel.matching.requirements import list_requirements
from lapel.profile.model import Profile
from lapel.text.inline import plain_text

_BEST_SHARE = 0.75
_STANDS_OUT = 1.4
DEEDS = frozenset({CandidateKind.HIGHLIGHT, CandidateKind.WORDING})


class Engine(Protocol):
    """How well candidates answer a phrase, by whatever method."""

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """The candidates that answer ``phrase`` at all, by their position, in order."""
        ...


@dataclass(frozen=True, slots=True)
class Indexed:
    """A profile's candidates, read once: by their ``words`` and, where that can be told, by their
    ``meaning`` beside them.
    """

    candidates: tuple[Candidate, ...]
    words: LexicalIndex
    meaning: BlendedIndex | None

    @property
    def engine(self) -> Engine:
        """What answers a phrase best."""
        return self.meaning or self.words

    def keep(self) -> None:
        """Keep what was worked out for the next run."""
        if self.meaning is not None:
            self.meaning.meaning.keep()


def index_profile(job: Job, profile: Profile, lexicon: Lexicon, cache: Path | None) -> Indexed:
    """The profile ready to be asked; ``cache`` as for ``match_requirements``."""
    english = is_english(job, profile)
    candidates = list_candidates(profile)
    titles = {entry.id: plain_text(entry.title.markdown) for entry in profile.entries}
    words = index_candidates(candidates, titles, lexicon, english=english)
    return Indexed(candidates, words, add_meaning(words, cache) if english else None)


def match_requirements(
    job: Job, profile: Profile, lexicon: Lexicon, cache: Path | None = None
) -> Matches:
    """Everything the profile has for what the job asks; ``cache`` is a folder whose contents may
    be deleted at any time.
    """
    english = is_english(job, profile)
    placements, unplaced = place_hints(job, profile, lexicon)
    requirements, odd = list_requirements(job, lexicon, placements, english=english)
    index = index_profile(job, profile, lexicon, cache)
    matches, phrase_evidence = match_with(index.engine, requirements, index.candidates)
    index.keep()
    notices = () if english else (language_notice(job, profile),)
    return Matches(
        requirements=requirements,
        candidates=index.candidates,
        matches=matches,
        evidence={id: judge_requirement(found) for id, found in phrase_evidence.items()},
        phrase_evidence=phrase_evidence,
        placements=placements,
        redundancy=find_redundancy(index.candidates, index.words.readings, index.words.rarity),
        diagnostics=(*unplaced, *odd, *notices),
        by_meaning=index.meaning is not None,
    )


def match_with(
    engine: Engine, requirements: Sequence[Requirement], candidates: Sequence[Candidate]
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    """The matches an engine finds, and for each requirement the evidence for its phrases."""
    matches: list[Match] = []
    evidence = {}
    for requirement in requirements:
        found = tuple(_matches_of(engine, requirement, candidates))
        matches.extend(match for match, _ in found)
        evidence[requirement.id] = _evidence_of(requirement, found, candidates)
    return tuple(matches), evidence


_Found = tuple[Match, tuple[tuple[int, int, float], ...]]


def _matches_of(
    engine: Engine, requirement: Requirement, candidates: Sequence[Candidate]
) -> Iterator[_Found]:
    """Each match with its supported phrases as (phrase, candidate position, score)."""
    answers: dict[int, dict[int, Answer]] = {}
    for number, phrase in enumerate(requirement.phrases):
        for position, answer in engine.answer(phrase).items():
            answers.setdefault(position, {})[number] = answer
    outstanding = _outstanding(requirement, answers, candidates)
    for position in sorted(answers):
        by_phrase = answers[position]
        asked = is_asked(requirement, candidates[position])
        supported = tuple(
            (number, position, answer.score)
            for number, answer in by_phrase.items()
            if asked and answer.score >= SUPPORT
        )
        match = Match(
            requirement=requirement.id,
            candidate=candidates[position].id,
            score=_combine([answer.score for answer in by_phrase.values()], requirement),
            supports=bool(supported),
            reasons=_reasons(by_phrase),
            phrases=frozenset(number for number, _, _ in supported),
            near=frozenset(
                number
                for number, answer in by_phrase.items()
                if asked
                and (answer.near or (number, position) in outstanding)
                and candidates[position].kind in DEEDS
                and requirement.kind is not RequirementKind.DESCRIPTION
            ),
        )
        yield match, supported


def _outstanding(
    requirement: Requirement,
    answers: Mapping[int, Mapping[int, Answer]],
    candidates: Sequence[Candidate],
) -> frozenset[tuple[int, int]]:
    """The faint signs that stand out among the bullets asked, as (phrase, candidate position).

    The wordings of one bullet are one.
    """
    best: dict[int, dict[str, tuple[float, int]]] = {}
    for position, by_phrase in answers.items():
        candidate = candidates[position]
        if candidate.kind in DEEDS and is_asked(requirement, candidate):
            id = candidate.id.partition("#")[0]
            for number, answer in by_phrase.items():
                own = best.setdefault(number, {})
                own[id] = max(own.get(id, (0.0, 0)), (answer.score, -position))
    found = set()
    for number, by_id in best.items():
        (score, position), *others = sorted(by_id.values(), reverse=True)
        if answers[-position][number].faint and score >= _STANDS_OUT * max(others, default=(0,))[0]:
            found.add((number, -position))
    return frozenset(found)


def is_asked(requirement: Requirement, candidate: Candidate) -> bool:
    """Whether the requirement asks this candidate: a hint asks only the entries it names.

    Of a role it asks for deeds: that the title names the field is no answer to "feature …".
    """
    if requirement.kind is not RequirementKind.HINT:
        return True
    return candidate.entry in requirement.entries and candidate.kind is not CandidateKind.ROLE


def _combine(scores: Sequence[float], requirement: Requirement) -> float:
    mean = sum(scores) / len(requirement.phrases)
    return round(_BEST_SHARE * max(scores) + (1 - _BEST_SHARE) * mean, 3)


def _reasons(by_phrase: Mapping[int, Answer]) -> tuple[Reason, ...]:
    """The reasons of all phrases, those of the best answer first, each once."""
    best_first = sorted(by_phrase.values(), key=lambda answer: -answer.score)
    return tuple(dict.fromkeys(reason for answer in best_first for reason in answer.reasons))


def _evidence_of(
    requirement: Requirement, found: Sequence[_Found], candidates: Sequence[Candidate]
) -> tuple[Evidence, ...]:
    supports: list[list[tuple[Candidate, float]]] = [[] for _ in requirement.phrases]
    near: set[int] = set()
    for match, supported in found:
        near |= match.near
        for number, position, score in supported:
            supports[number].append((candidates[position], score))
    return tuple(judge_phrase(own, near=n in near) for n, own in enumerate(supports))
