"""From a job and a profile to matches: requirements, candidates, scores, evidence, placements.

Every engine answers one phrase at a time over the candidates it was built from (``Engine``);
what follows is the same for each. A requirement's score is three quarters its best phrase and
one quarter the mean of all its phrases, so that a bullet which answers one of two wishes well
still stands high. A candidate supports a requirement when it reaches SUPPORT on a phrase; for a
hint only inside the entries the hint was placed on.

A faint sign counts where it *stands out*: its score is 1.4 times that of every other bullet asked.
Standing out among three bullets or more is a second, independent sign: with it a bullet supports a
note's phrase from 0.35 on, where of others it takes 0.45, and it has that score; below, it comes
near, as do two that stand out together. A posting's lines are many and long, and too often
something stands out by one of their words.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from lapel.job.model import Job
from lapel.matching.acting import point_acts
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
    ReasonKind,
    Requirement,
    RequirementKind,
)
from lapel.matching.placing import place_hints
from lapel.matching.redundancy import find_redundancy
from lapel.matching.remembering import Recollection, key_of
from lapel.matching.requirements import list_requirements
from lapel.profile.model import Profile
from lapel.text.inline import plain_text

_BEST_SHARE = 0.75
_STANDS_OUT = 1.4
_FEWEST_TO_STAND_OUT = 3
_OUTSTANDING_SUPPORT = 0.35
_MOST_TIMES = 9.95
_NONE: frozenset[int] = frozenset()
"""One for all: most pairs of a requirement and a candidate are far from each other."""
DEEDS = frozenset({CandidateKind.HIGHLIGHT, CandidateKind.WORDING})


class Engine(Protocol):
    """How well candidates answer a phrase, by whatever method."""

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """The candidates that answer ``phrase`` at all, by their position, in order."""
        ...


Answering = Callable[[str], Mapping[int, Answer]]


@dataclass(frozen=True, slots=True)
class Indexed:
    """A profile's candidates, read once: by their ``words`` and, where that can be told, by their
    ``meaning`` beside them.
    """

    candidates: tuple[Candidate, ...]
    words: LexicalIndex
    meaning: BlendedIndex | None

    @property
    def engine(self) -> LexicalIndex | BlendedIndex:
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
    requirements = point_acts(requirements, profile, lexicon, index.engine, index.candidates)
    matches, phrase_evidence = _match_what_is_new(index, requirements, cache)
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
        index=index,
    )


def match_with(
    engine: Engine, requirements: Sequence[Requirement], candidates: Sequence[Candidate]
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    """The matches an engine finds, and for each requirement the evidence for its phrases."""
    found = (
        (requirement, dict(_matches_of(engine.answer, requirement, candidates)))
        for requirement in requirements
    )
    return _gathered(found, candidates)


def _match_what_is_new(
    index: Indexed, requirements: Sequence[Requirement], cache: Path | None
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    """As ``match_with``; only what this process did not find before is asked."""
    candidates = index.candidates
    now: Recollection[_Found] = Recollection.of(
        candidates, index.words, (type(index.engine), cache)
    )
    earlier = _latest[0] if _latest else now
    stayed = now.stayed_from(earlier)
    gathered = []
    for requirement in requirements:
        key = key_of(requirement, index.words)
        known = earlier.found.get(key)
        found = {here: known[there] for here, there in stayed} if known is not None else {}
        new = [position for position in range(len(candidates)) if position not in found]
        answering = partial(index.engine.answer_of, positions=new)
        found |= dict.fromkeys(new) | dict(_matches_of(answering, requirement, candidates))
        in_order = [found[position] for position in range(len(candidates))]
        now.found[key] = in_order
        own = {position: one for position, one in enumerate(in_order) if one is not None}
        gathered.append((requirement, own))
    _latest[:] = [now]
    return _gathered(gathered, candidates)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one candidate has for a requirement: its ``answers`` by phrase, the match they make,
    the supported phrases with their scores, and those of which the candidate shows a faint sign.
    """

    answers: Mapping[int, Answer]
    match: Match
    supported: tuple[tuple[int, float], ...]
    faint: tuple[int, ...]


_latest: list[Recollection[_Found]] = []
"""What this process found last: one at most."""


def _gathered(
    found: Iterable[tuple[Requirement, Mapping[int, _Found]]], candidates: Sequence[Candidate]
) -> tuple[tuple[Match, ...], Mapping[str, tuple[Evidence, ...]]]:
    matches: list[Match] = []
    evidence = {}
    for requirement, own in found:
        standing = _outstanding(own, requirement, candidates)
        many = requirement.note and _are_many(requirement, candidates)
        least = _OUTSTANDING_SUPPORT if many else SUPPORT
        raised = {
            position: _raised(one, standing[position], requirement, least)
            if position in standing
            else one
            for position, one in own.items()
        }
        matches.extend(one.match for one in raised.values())
        evidence[requirement.id] = _evidence_of(requirement, raised, candidates)
    return tuple(matches), evidence


def _are_many(requirement: Requirement, candidates: Sequence[Candidate]) -> bool:
    """Whether there are bullets enough for one to stand out among them."""
    asked = {
        candidate.id.partition("#")[0]
        for candidate in candidates
        if candidate.kind in DEEDS and is_asked(requirement, candidate)
    }
    return len(asked) >= _FEWEST_TO_STAND_OUT


@dataclass(frozen=True, slots=True)
class _Standing:
    """That a sign stands out, ``alone`` or with one other, above the ``rival``'s score."""

    rival: float
    alone: bool


def _raised(
    one: _Found, standing: Mapping[int, _Standing], requirement: Requirement, least: float
) -> _Found:
    """The same where signs stand out, by phrase; ``least`` is what it takes to support one."""
    clear = {n for n, own in standing.items() if own.alone and one.answers[n].score >= least}
    scores = [
        max(answer.score, SUPPORT) if number in clear else answer.score
        for number, answer in one.answers.items()
    ]
    best = max(standing, key=lambda number: one.answers[number].score)
    reason = Reason(ReasonKind.OUTSTANDING, _told_standing(one.answers[best].score, standing[best]))
    match = replace(
        one.match,
        score=_combine(scores, requirement),
        supports=one.match.supports or bool(clear),
        reasons=(*one.match.reasons, reason),
        phrases=one.match.phrases | clear,
        near=frozenset((one.match.near | standing.keys()) - clear),
    )
    return replace(
        one, match=match, supported=(*one.supported, *((number, SUPPORT) for number in clear))
    )


def _told_standing(score: float, standing: _Standing) -> str:
    if score <= _MOST_TIMES * standing.rival:
        other = "" if standing.alone else "with one other "
        return f"{other}at {score / standing.rival:.1f} times the next bullet"
    return "as the only bullet near it" if standing.alone else "with one other near it"


def _matches_of(
    answering: Answering, requirement: Requirement, candidates: Sequence[Candidate]
) -> Iterator[tuple[int, _Found]]:
    """What the candidates have for a requirement, by their position."""
    answers: dict[int, dict[int, Answer]] = {}
    for number, phrase in enumerate(requirement.phrases):
        for position, answer in answering(phrase).items():
            answers.setdefault(position, {})[number] = answer
    for position in sorted(answers):
        yield position, _find(requirement, candidates[position], answers[position])


def _find(requirement: Requirement, candidate: Candidate, answers: Mapping[int, Answer]) -> _Found:
    asked = is_asked(requirement, candidate)
    is_deed = candidate.kind in DEEDS and requirement.kind is not RequirementKind.DESCRIPTION
    signs = answers.items() if asked and is_deed else ()
    supported = tuple(
        [(number, answer.score) for number, answer in answers.items() if answer.score >= SUPPORT]
        if asked
        else ()
    )
    near = [number for number, answer in signs if answer.near]
    match = Match(
        requirement=requirement.id,
        candidate=candidate.id,
        score=_combine([answer.score for answer in answers.values()], requirement),
        supports=bool(supported),
        reasons=_reasons(answers),
        phrases=frozenset([number for number, _ in supported]) if supported else _NONE,
        near=frozenset(near) if near else _NONE,
    )
    faint = tuple([number for number, answer in signs if answer.faint])
    return _Found(answers, match, supported, faint)


def _outstanding(
    found: Mapping[int, _Found], requirement: Requirement, candidates: Sequence[Candidate]
) -> Mapping[int, Mapping[int, _Standing]]:
    """The phrases of which a faint sign stands out among the bullets asked, by the candidate's
    position. The wordings of one bullet are one.
    """
    standing: dict[int, dict[int, _Standing]] = {}
    for number in sorted({number for one in found.values() for number in one.faint}):
        best: dict[str, tuple[float, int]] = {}
        for position, one in found.items():
            candidate, answer = candidates[position], one.answers.get(number)
            if answer and candidate.kind in DEEDS and is_asked(requirement, candidate):
                id = candidate.id.partition("#")[0]
                best[id] = max(best.get(id, (0.0, 0)), (answer.score, -position))
        ranked = sorted(best.values(), reverse=True)
        for count in (1, 2):
            rival = ranked[count][0] if len(ranked) > count else 0.0
            enough = len(ranked) > count or count == 1
            if enough and ranked[count - 1][0] >= _STANDS_OUT * rival:
                for _, place in ranked[:count]:
                    if number in found[-place].faint:
                        own = standing.setdefault(-place, {})
                        own[number] = _Standing(rival, alone=count == 1)
                break
    return standing


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
    telling = [answer for answer in by_phrase.values() if answer.reasons]
    best_first = sorted(telling, key=lambda answer: -answer.score)
    return tuple(dict.fromkeys([reason for answer in best_first for reason in answer.reasons]))


def _evidence_of(
    requirement: Requirement, found: Mapping[int, _Found], candidates: Sequence[Candidate]
) -> tuple[Evidence, ...]:
    supports: list[list[tuple[Candidate, float]]] = [[] for _ in requirement.phrases]
    near = frozenset(number for one in found.values() for number in one.match.near)
    for position, one in found.items():
        for number, score in one.supported:
            supports[number].append((candidates[position], score))
    return tuple(judge_phrase(own, near=n in near) for n, own in enumerate(supports))
