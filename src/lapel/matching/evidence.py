"""What the whole profile has for a requirement: strong, weak or nothing.

A phrase has strong evidence when one bullet answers it clearly (0.75), when an entry's own line
answers it well (0.65: a degree is a fact, where a deed may be something else), or when two
independent deeds support it and one of them does so well (0.7: more than what is only implied).
One thin sign alone, a skill or a summary that only claims it, is weak, and so is a deed that only
comes near in meaning. A requirement is strong
when phrases of at least 60 % of its number are, and has none when no phrase has any.
"""

from collections.abc import Iterable, Sequence

from lapel.matching.model import Candidate, CandidateKind, Evidence

_GOOD = 0.7
_FACT = 0.65
_NEVER = 2.0
_CLEAR = {
    CandidateKind.HIGHLIGHT: 0.75,
    CandidateKind.WORDING: 0.75,
    CandidateKind.ROLE: _FACT,
    CandidateKind.ENTRY: _FACT,
}
_STRONG_SHARE = 0.6
_DEEDS = frozenset(_CLEAR)


def judge_phrase(supports: Iterable[tuple[Candidate, float]], *, near: bool = False) -> Evidence:
    """The evidence for one phrase from the candidates that support it, with their scores; ``near``
    says that a deed comes near to it.
    """
    best, clear, found = 0.0, False, False
    deeds = set()
    for candidate, score in supports:
        found = True
        if candidate.kind in _DEEDS:
            deeds.add(candidate.id.split("#")[0])
            best = max(best, score)
        clear = clear or score >= _CLEAR.get(candidate.kind, _NEVER)
    if clear or (best >= _GOOD and len(deeds) > 1):
        return Evidence.STRONG
    return Evidence.WEAK if found or near else Evidence.NONE


def judge_requirement(phrases: Sequence[Evidence]) -> Evidence:
    """The evidence for a requirement from that for its phrases."""
    if not any(evidence is not Evidence.NONE for evidence in phrases):
        return Evidence.NONE
    strong = sum(evidence is Evidence.STRONG for evidence in phrases)
    return Evidence.STRONG if strong >= _STRONG_SHARE * len(phrases) else Evidence.WEAK
