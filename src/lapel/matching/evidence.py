"""What the whole profile has for a requirement: strong, weak or nothing.

A phrase has strong evidence when a bullet more likely shows it than not (a chance of 0.5; of all
such four in five are right), or when an entry's own line answers it well (0.65: a degree is a fact,
where a deed may be something else). What is less likely is weak, and so are a skill or a summary
that only claim it. A requirement is strong when at least half of its wishes are (which one is not,
its fate tells), and has none when no phrase has any. A line of the description is asked whole and
in parts, and a bullet answers a part as far as it is near to the whole: it is strong as soon as the
whole or a part is.
"""

from collections.abc import Iterable, Sequence

from lapel.matching.model import Candidate, CandidateKind, Evidence, Requirement, RequirementKind

CLEAR_CHANCE = 0.5
_FACT = 0.65
_NEVER = 2.0
_STRONG_FROM = {
    CandidateKind.HIGHLIGHT: CLEAR_CHANCE,
    CandidateKind.WORDING: CLEAR_CHANCE,
    CandidateKind.ROLE: _FACT,
    CandidateKind.ENTRY: _FACT,
}
_STRONG_SHARE = 0.5
_OF_POSTING = (
    RequirementKind.QUALIFICATION,
    RequirementKind.RESPONSIBILITY,
    RequirementKind.DESCRIPTION,
)


def judge_phrase(
    supports: Iterable[tuple[Candidate, float]], *, near: bool = False, alone: bool = True
) -> Evidence:
    """Judge the evidence for a phrase from its supporting candidates and their chances (0–1)."""
    if not alone:
        return Evidence.NONE
    found = False
    for candidate, chance in supports:
        if chance >= _STRONG_FROM.get(candidate.kind, _NEVER):
            return Evidence.STRONG
        found = True
    return Evidence.WEAK if found or near else Evidence.NONE


def judge_wishes(
    phrases: Sequence[Evidence], wishes: Sequence[frozenset[int]]
) -> tuple[Evidence, ...]:
    """Judge each wish, from the evidence for the phrases, by its best phrase."""
    return tuple(_best(phrases[number] for number in wish) for wish in wishes)


def _best(found: Iterable[Evidence]) -> Evidence:
    return min(found, key=tuple(Evidence).index)


def judge_requirement(requirement: Requirement, phrases: Sequence[Evidence]) -> Evidence:
    """Judge a requirement from the evidence for its phrases."""
    if requirement.kind in _OF_POSTING:
        return _best(phrases)
    return judge_most(judge_wishes(phrases, requirement.wishes), _STRONG_SHARE)


def judge_most(evidence: Sequence[Evidence], share: float) -> Evidence:
    """Judge several together: strong if at least a ``share`` of them is, none if none has any."""
    if not any(one is not Evidence.NONE for one in evidence):
        return Evidence.NONE
    strong = sum(one is Evidence.STRONG for one in evidence)
    return Evidence.STRONG if strong >= share * len(evidence) else Evidence.WEAK
