"""Pairs of bullets that say nearly the same.

Two bullets are as alike as the weight of the stems they share against the weight of all their
stems (Jaccard), or 0.9 of the share of the shorter bullet that the longer one contains; a stem
weighs by its rarity in the profile. Pairs from 0.5 on are listed: below it, reading pairs side
by side, people see two deeds. Only bullets that share one of their rarest stems are compared
(prefix filtering, Chaudhuri, Ganti and Kaushik 2006): the shorter of two so alike must.
"""

from collections.abc import Mapping, Sequence

from lapel.matching.model import Candidate, CandidateKind
from lapel.matching.reading import Reading
from lapel.text.phrases import phrase_words

THRESHOLD = 0.5
_CONTAINMENT = 0.9
_LEAST_STEMS = 3
_LEAST_WEIGHT = 0.05


def find_redundancy(
    candidates: Sequence[Candidate], readings: Sequence[Reading], rarity: Mapping[str, float]
) -> tuple[tuple[str, str, float], ...]:
    """The pairs of highlights alike to THRESHOLD or more, in the profile's order."""
    weighed = {
        position: _weigh(readings[position], rarity)
        for position, candidate in enumerate(candidates)
        if candidate.kind is CandidateKind.HIGHLIGHT
    }
    weighed = {position: stems for position, stems in weighed.items() if len(stems) >= _LEAST_STEMS}
    holding: dict[str, list[int]] = {}
    for position, stems in weighed.items():
        for stem in stems:
            holding.setdefault(stem, []).append(position)
    totals = {position: sum(stems.values()) for position, stems in weighed.items()}
    pairs: dict[tuple[int, int], float] = {}
    for position, stems in weighed.items():
        near = {other for stem in _prefix(stems) for other in holding[stem] if other != position}
        for other in near:
            pair = (min(position, other), max(position, other))
            if pair not in pairs:
                shared = sum([weight for stem, weight in stems.items() if stem in weighed[other]])
                pairs[pair] = _similarity(shared, totals[position], totals[other])
    return tuple(
        (candidates[one].id, candidates[other].id, similarity)
        for (one, other), similarity in sorted(pairs.items())
        if similarity >= THRESHOLD
    )


def _weigh(reading: Reading, rarity: Mapping[str, float]) -> dict[str, float]:
    lists = phrase_words()
    return {
        stem: max(_LEAST_WEIGHT, rarity.get(stem, 1.0)) * (0.5 if stem in lists.generic else 1.0)
        for stem in reading.positions
        if stem not in lists.breaks and stem not in lists.fillers and stem != "of"
    }


def _prefix(stems: Mapping[str, float]) -> tuple[str, ...]:
    """The rarest stems, of which a bullet THRESHOLD alike must hold at least one."""
    ordered = sorted(stems, key=lambda stem: (-stems[stem], stem))
    rest = sum(stems.values())
    limit = rest * THRESHOLD
    prefix = []
    for stem in ordered:
        if rest < limit:
            break
        prefix.append(stem)
        rest -= stems[stem]
    return tuple(prefix)


def _similarity(shared: float, one: float, other: float) -> float:
    jaccard = shared / (one + other - shared)
    return round(max(jaccard, _CONTAINMENT * shared / min(one, other)), 3)
