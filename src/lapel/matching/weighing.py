"""What each candidate has for one requirement, weighed against the others that are asked.

A bullet's score for a phrase becomes a chance by how it compares with the bullets that are asked
(``standing``); what else a profile says, its skills and entry lines, keeps the engine's score. A
requirement's score is three quarters its best phrase and one quarter the mean of all its phrases,
so that a bullet which answers one of two wishes well still ranks high. The score of a posting's
line is half the whole line, half the best of all, and a deed's part counts as far as the deed is
near to the whole line (fully from 0.4 on). Where a line is asked in the words of notes, the first
of these and the mean of all stand for the whole.

Profiles are written newest first, and each role begins with what its author thinks most of: of two
bullets that say what a note asks as plainly, the earlier one is what somebody would show. The odds
of the first bullet of twenty or more are 1.65 times those of the last, and so it is within an entry
that a hint names. In lines of the posting, of which there are many, this would push older bullets
off the page that a note asks for.

A bullet supports a requirement if its chance of showing a phrase is 0.5 or more. From 0.35 on it is
near, which is enough if another wish of the note is answered (people name together what they did
together). For a hint this holds only inside the entries it was placed on, where something is meant:
there a bullet is near without any sign, too. Beside a bullet that shows a phrase plainly, one with
less than three quarters of its chance is only near: of all such, one in four was right. A trial
that was given up (``trials``) is weak evidence of something brought into use.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct
from msgspec.structs import replace

from lapel.matching.answers.facts import states_hint
from lapel.matching.answers.lexical import SUPPORT, Answer
from lapel.matching.asked.phrases import LEADING
from lapel.matching.evidence import judge_phrase
from lapel.matching.model import (
    DEEDS,
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Reason,
    ReasonKind,
    Requirement,
    RequirementKind,
)
from lapel.matching.places.pointing import find_pointed_at
from lapel.matching.standing import FEWEST_ASKED, LIKELY, Standing
from lapel.profile.ids import highlight_of
from lapel.text.words import stems_of

_BEST_SHARE, _WHOLE_SHARE = 0.75, 0.5
"""The share of the best phrase in a requirement's score, and in that of a line asked whole."""
_DETAIL = 0.6
"""The share of a phrase's score that counts if it only tells more of a wish ("at startups")."""
_TO_THE_POINT = 0.4
"""The nearness to a whole line from which a deed's answers to its parts count whole.

Below it they count in proportion.
"""
_NEAR, _UNSURE, _SURE = 0.35, 0.49, 0.9
"""Three chances: from the first a bullet is near; a trial given up has the second; from the third a
bullet needs no sign of its own.
"""
_LEAST_SIGN = 0.13
"""The least score that is a sign that a bullet shows a phrase, however it stands out."""
_BESIDE = 0.6
"""The power by which signs for a note's other phrases lift one."""
_POINTED, _ANSWERS = 0.99, 0.25
"""The score of what a note points at, if it answers the note by the second at least."""
_ELSEWHERE = 0.1
"""The share that counts of a deed outside the entries that a hint names."""
_STANDS_OUT, _MOST_TIMES = 1.4, 9.95
"""The ratio to the next bullet's score from which standing out is told, and "the only bullet"
is.
"""
_BY_PLACE = 0.5
"""The logarithm of how much better the odds of the first bullet are than those of the last."""
_PLAINLY = 0.75
"""The share of the best bullet's chance from which another bullet supports a phrase beside it."""
_NONE: frozenset[int] = frozenset()
"""The one empty set, since most pairs of a requirement and a candidate have no phrase."""
_DESCRIPTION = RequirementKind.DESCRIPTION

Answering = Callable[[str], Mapping[int, Answer]]

Found = Mapping[int, Answer]
"""One candidate's answers to a requirement, by phrase."""


class Asked(Struct, frozen=True):
    """A highlight that is asked, and how much better its place makes its odds."""

    id: str
    lead: float


class Weighed(Struct, frozen=True):
    """A candidate with its match, and its chance for each phrase that it supports."""

    candidate: Candidate
    match: Match
    supported: Mapping[int, float]


class Weighing(Struct, frozen=True):
    """How the candidates were weighed for a requirement.

    ``as_found`` has those whose answers were taken as they were found, by the identity of the
    answers, with what was asked of them.
    """

    requirement: Requirement
    standings: tuple[Standing, ...]
    beside: frozenset[int]
    weighed: tuple[Weighed, ...]
    as_found: Mapping[int, tuple[Asked | None, Weighed]]


def deeds_of(candidates: Sequence[Candidate]) -> Mapping[int, str]:
    """Return the highlights' ids by the positions of their texts and wordings."""
    return {n: highlight_of(c.id) for n, c in enumerate(candidates) if c.kind in DEEDS}


def answers_to(
    requirement: Requirement, answering: Answering, deeds: Mapping[int, str]
) -> dict[int, Found]:
    """Return the candidates' answers by position, in order; ``deeds`` are the highlights."""
    answers: dict[int, dict[int, Answer]] = {}
    for number, phrase in enumerate(requirement.phrases):
        for position, answer in answering(phrase).items():
            answers.setdefault(position, {})[number] = answer
    if requirement.whole:
        leading = requirement.phrases.index(LEADING) if LEADING in requirement.phrases else -1
        answers |= {n: _lessen_by_distance(answers[n], leading) for n in answers.keys() & deeds}
    return dict(sorted(answers.items()))


def _lessen_by_distance(found: Found, leading: int) -> dict[int, Answer]:
    """Lessen a deed's answers to a line asked whole as far as the deed is from the whole line.

    A deed in rooms is no answer to a line about safety in preparation rooms. A skill, a certificate
    or a title is what its name says, whatever else the line asks for; and a deed of leading people
    counts for ``leading``, the phrase that asks for it (-1 for none), whoever was led.
    """
    whole = found[0].nearness or 0.0 if 0 in found else 0.0
    share = min(1.0, whole / _TO_THE_POINT)
    return {
        n: one
        if one.nearness is None or n == leading
        else replace(one, score=round(share * one.score, 3))
        for n, one in found.items()
    }


def weigh(
    requirement: Requirement,
    found: Mapping[int, Found],
    candidates: Sequence[Candidate],
    deeds: Mapping[int, str],
    earlier: Weighing | None = None,
) -> Weighing:
    """Weigh each candidate for a requirement against the others.

    ``deeds`` are the highlights' ids by the positions of their texts and wordings. If all standings
    are as in an ``earlier`` weighing, candidates whose answers are those of then are not weighed
    again.
    """
    lifted = _lift_answers(requirement, found, candidates)
    asked, few = deeds, requirement.kind is RequirementKind.HINT
    if few:
        asked = {n: id for n, id in deeds.items() if is_asked(requirement, candidates[n])}
    places = _place_highlights(asked, 1 if few else FEWEST_ASKED)
    count = len({one.id for one in places.values()})
    scores: list[list[tuple[str, float]]] = [[] for _ in requirement.phrases]
    for position, answers in lifted.items():
        if (here := places.get(position)) is not None:
            for number, answer in answers.items():
                scores[number].append((here.id, answer.score))
    standings = tuple(Standing.of(own, count, few=few) for own in scores)
    beside = _find_beside_answered(requirement, standings)
    same = (requirement, standings, beside)
    before: Mapping[int, tuple[Asked | None, Weighed]] = {}
    if earlier is not None and same == (earlier.requirement, earlier.standings, earlier.beside):
        before = earlier.as_found
    weighed: dict[int, Weighed] = {}
    for position, answers in lifted.items():
        candidate, here = candidates[position], places.get(position)
        earlier_asked, known = before.get(id(answers), (None, None))
        if known is not None and earlier_asked == here and answers is found.get(position):
            weighed[position] = known
        elif here is None:
            weighed[position] = _weigh_mention(requirement, candidate, answers)
        elif any(answer.score >= standings[n].far for n, answer in answers.items()):
            weighed[position] = _weigh_deed(
                requirement, candidate, answers, standings, here, beside
            )
    as_found = {
        id(own): (places.get(n), weighed[n])
        for n, own in found.items()
        if n in weighed and lifted[n] is own
    }
    plain = tuple(_beside_the_best(tuple(weighed.values()), requirement.kind))
    return Weighing(*same, plain, as_found)


def _beside_the_best(weighed: Sequence[Weighed], kind: RequirementKind) -> Iterator[Weighed]:
    """Let a deed that shows a phrase less plainly than another only come near to it.

    The best deed for all that is asked stays as it is.
    """
    deeds = [one for one in weighed if one.candidate.kind in DEEDS and one.supported]
    best: dict[int, float] = {}
    for number, chance in (pair for one in deeds for pair in one.supported.items()):
        best[number] = max(best.get(number, 0.0), chance)
    most = max((one.match.score for one in deeds), default=0.0)
    for one in weighed:
        if one.candidate.kind not in DEEDS or one.match.score == most:
            yield one
            continue
        plain = {n: c for n, c in one.supported.items() if c >= _PLAINLY * best[n]}
        faint = one.supported.keys() - plain.keys()
        near = one.match.near | (faint if kind is not _DESCRIPTION else _NONE)
        match = replace(
            one.match, supports=bool(plain), phrases=frozenset(plain), near=frozenset(near)
        )
        yield Weighed(one.candidate, match, plain) if faint else one


def _place_highlights(asked: Mapping[int, str], fewest: int) -> Mapping[int, Asked]:
    """Return the highlights asked, by position, with how much better their places make their odds.

    ``asked`` are their ids in the profile's order; if there are not even the ``fewest``, a place
    tells less.
    """
    ids = tuple(dict.fromkeys(asked.values()))
    middle, many = (len(ids) - 1) / 2, max(len(ids), fewest)
    ahead = {id: (middle - n) / many for n, id in enumerate(ids)}
    found = {id: Asked(id, math.exp(_BY_PLACE * lead)) for id, lead in ahead.items()}
    return {position: found[id] for position, id in asked.items()}


def _find_beside_answered(
    requirement: Requirement, standings: Sequence[Standing]
) -> frozenset[int]:
    """Return the phrases of a note's unanswered wishes, if another of its wishes is answered."""
    open = [w for w in requirement.wishes if not any(standings[n].is_answered for n in w)]
    if not requirement.note or len(open) == len(requirement.wishes):
        return _NONE
    return frozenset(number for wish in open for number in wish)


def _lift_answers(
    requirement: Requirement, found: Mapping[int, Found], candidates: Sequence[Candidate]
) -> Mapping[int, Found]:
    """Return what was found, with surer answers where the note itself points at a candidate."""
    pointed = find_pointed_at(requirement.text, candidates) if requirement.note else {}
    lifted = {}
    for position in pointed.keys() & found.keys():
        reason = Reason(ReasonKind.PHRASE, pointed[position])
        lifted[position] = {
            n: Answer(_POINTED, (reason, *answer.reasons)) if answer.score >= _ANSWERS else answer
            for n, answer in found[position].items()
        }
    if requirement.of_entry:
        reason = Reason(ReasonKind.ENTRY, requirement.phrases[0])
        inside = (n for n, candidate in enumerate(candidates) if is_asked(requirement, candidate))
        lifted |= {position: {0: Answer(_POINTED, (reason,))} for position in inside}
    for position, number in _find_stated(requirement, candidates):
        reason = Reason(ReasonKind.HELD, candidates[position].text)
        own = lifted.get(position, found.get(position, {}))
        lifted[position] = {**own, number: Answer(_POINTED, (reason,))}
    return dict(sorted({**found, **lifted}.items())) if lifted else found


def _find_stated(
    requirement: Requirement, candidates: Sequence[Candidate]
) -> Iterator[tuple[int, int]]:
    """Yield degrees and certificates whose line says what a hint asks, with the phrase."""
    if requirement.kind is RequirementKind.HINT and requirement.entries:
        for position, candidate in enumerate(candidates):
            if candidate.id in requirement.entries:
                phrases = enumerate(requirement.phrases)
                yield from ((position, n) for n, p in phrases if states_hint(p, candidate))


def _weigh_deed(
    requirement: Requirement,
    candidate: Candidate,
    answers: Found,
    standings: Sequence[Standing],
    asked: Asked,
    beside: frozenset[int],
) -> Weighed:
    chances = _chances(requirement, answers, standings, asked)
    best = max(chances, key=chances.__getitem__)
    reasons = (*_reason_by_notes(requirement, best), *_collect_reasons(answers))
    standing = standings[best]
    if asked.id == standing.best and (told := _tell_standing(answers[best], standing)):
        reasons = (*reasons, Reason(ReasonKind.OUTSTANDING, told))
    likely = (
        [n for n, chance in chances.items() if chance >= _NEAR] if chances[best] >= _NEAR else ()
    )
    supported = {
        n: _UNSURE if answers[n].tried else max(chances[n], LIKELY)
        for n in likely
        if (n in beside or chances[n] >= LIKELY)
        if (answers[n].score >= _LEAST_SIGN and answers[n].reasons)
        or (chances[n] >= _SURE and not requirement.optional)
    }
    near = [
        n
        for n in likely
        if n not in supported and requirement.kind is not _DESCRIPTION
        if answers[n].reasons or _means_its_entry(requirement)
    ]
    match = Match(
        requirement=requirement.id,
        candidate=candidate.id,
        score=_combine_scores(
            chances, requirement, _WHOLE_SHARE if requirement.whole else _BEST_SHARE
        ),
        supports=bool(supported),
        reasons=reasons,
        phrases=frozenset(supported) if supported else _NONE,
        near=frozenset(near) if near else _NONE,
    )
    return Weighed(candidate, match, supported)


def _chances(
    requirement: Requirement, answers: Found, standings: Sequence[Standing], asked: Asked
) -> dict[int, float]:
    """Return how likely a bullet shows each phrase.

    For a note its place among all makes it more or less likely, and if it is not likely by its
    words, what the bullet has for the note's other phrases makes it likelier.
    """
    telling = {n: a for n, a in answers.items() if a.reasons and not a.vague}
    id, lifts = asked.id, dict.fromkeys(answers, asked.lead if requirement.note else 1.0)
    if requirement.note and len(telling) > 1:
        gains = {n: standings[n].lift(answer.score) for n, answer in telling.items()}
        for n, answer in telling.items():
            sure = standings[n].chance(id, answer.score) >= LIKELY
            if answer.score >= _LEAST_SIGN and not sure:
                lifts[n] *= (
                    math.prod(gains[m] for m in _find_asked_beside(n, gains, requirement))
                    ** _BESIDE
                )
    return {
        n: answer.score if answer.vague else standings[n].chance(id, answer.score, lifts[n])
        for n, answer in answers.items()
    }


def _find_asked_beside(
    number: int, phrases: Iterable[int], requirement: Requirement
) -> Iterator[int]:
    """Yield phrases asked for beside one, in other words: other wishes, and its details."""
    own = next(wish for wish in requirement.wishes if number in wish)
    others = (n for n in phrases if n != number and (n not in own or n in requirement.details))
    asked = requirement.phrases
    return (n for n in others if _share_no_word(asked[number], asked[n]))


@lru_cache(maxsize=2000)
def _share_no_word(one: str, other: str) -> bool:
    """Tell whether phrases share no word: "designing", "with designers" are one sign."""
    return stems_of(one).isdisjoint(stems_of(other))


def _means_its_entry(requirement: Requirement) -> bool:
    """Tell whether a note means anything of its entry, as a hint does.

    An order there ("only the llamas"), and what is asked for only if it is there ("audio work if
    applicable"), must say what it means.
    """
    surely = not (requirement.acts or requirement.optional)
    return requirement.kind is RequirementKind.HINT and surely


def _weigh_mention(requirement: Requirement, candidate: Candidate, answers: Found) -> Weighed:
    """Weigh by scores alone what is no deed, or a deed outside the entries that a hint names.

    Such a deed scores below all inside.
    """
    deed = candidate.kind in DEEDS
    asked = is_asked(requirement, candidate) and not deed
    scores = {number: answer.score for number, answer in answers.items()}
    supported = {n: score for n, score in scores.items() if asked and score >= SUPPORT}
    score = _combine_scores(scores, requirement)
    match = Match(
        requirement=requirement.id,
        candidate=candidate.id,
        score=round(_ELSEWHERE * score, 3) if deed else score,
        supports=bool(supported),
        reasons=(
            *_reason_by_notes(requirement, max(scores, key=scores.__getitem__)),
            *_collect_reasons(answers),
        ),
        phrases=frozenset(supported) if supported else _NONE,
    )
    return Weighed(candidate, match, supported)


def _tell_standing(answer: Answer, standing: Standing) -> str:
    """Say by how much the best bullet stands out, "" where something else speaks for it."""
    if not answer.score or not _STANDS_OUT * standing.second <= answer.score < SUPPORT:
        return ""
    if answer.score > _MOST_TIMES * standing.second:
        return "as the only bullet near it" if standing.asked > 1 else "as the only bullet there"
    return f"at {answer.score / standing.second:.1f} times the next bullet"


def is_asked(requirement: Requirement, candidate: Candidate) -> bool:
    """Tell whether a requirement asks a candidate: a hint asks only the entries it names.

    Of a role it asks for deeds: that the title names the field is no answer to "feature …".
    """
    if requirement.kind is not RequirementKind.HINT:
        return True
    return candidate.entry in requirement.entries and candidate.kind is not CandidateKind.ROLE


def _combine_scores(
    scores: Mapping[int, float], requirement: Requirement, share: float = _BEST_SHARE
) -> float:
    """Return the score of a requirement from those of its phrases, by position.

    The best counts by its ``share``, and a detail of a wish ("at startups") less than the wish.
    """
    if details := requirement.details:
        scores = {n: round(_DETAIL * s, 3) if n in details else s for n, s in scores.items()}
    rest = sum(scores.values()) / len(requirement.phrases)
    if requirement.whole:
        first = scores.get(0, 0.0)
        rest = (first + rest) / 2 if requirement.twins else first
    return round(share * max(scores.values()) + (1 - share) * rest, 3)


def _reason_by_notes(requirement: Requirement, number: int) -> tuple[Reason, ...]:
    """Return as a reason the note whose words a phrase has."""
    return tuple(Reason(ReasonKind.NOTE, note) for note in requirement.twins[number : number + 1])


def _collect_reasons(by_phrase: Mapping[int, Answer]) -> tuple[Reason, ...]:
    """Return the reasons of all phrases, those of the best answer first, each once."""
    telling = [answer for answer in by_phrase.values() if answer.reasons]
    if not telling:
        return ()
    best_first = sorted(telling, key=lambda answer: -answer.score)
    return tuple(dict.fromkeys([reason for answer in best_first for reason in answer.reasons]))


def evidence_of(requirement: Requirement, weighed: Sequence[Weighed]) -> tuple[Evidence, ...]:
    """Judge the evidence for each phrase of a requirement."""
    supports: list[list[tuple[Candidate, float]]] = [[] for _ in requirement.phrases]
    near = frozenset(number for one in weighed for number in one.match.near)
    for one in weighed:
        for number, score in one.supported.items():
            supports[number].append((one.candidate, score))
    if not any(supports) and _names_what_is_nowhere(requirement, near):
        near = frozenset()
    return tuple(
        judge_phrase(own, near=n in near, alone=n not in requirement.details)
        for n, own in enumerate(supports)
    )


def _names_what_is_nowhere(requirement: Requirement, near: frozenset[int]) -> bool:
    """Tell whether something is asked for in a named thing that nothing comes near to.

    Of "course authoring in Articulate" a course that was taken shows nothing.
    """
    return any(
        number not in near and phrase[0].isupper() and f" in {phrase}" in requirement.text
        for number, phrase in enumerate(requirement.phrases)
    )
