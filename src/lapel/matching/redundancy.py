"""Pairs of bullets that say nearly the same.

Two bullets are as alike as the weight of the stems they share is to the weight of all their stems
(Jaccard), or as 0.9 of the share of the shorter bullet that the longer one contains; a stem weighs
by its rarity in the profile. Pairs from 0.5 on are listed: below it, reading pairs side by side,
people see two deeds. Of two so alike the longer contains a good half of the shorter: so it holds
one of the shorter's rarest stems (prefix filtering, Chaudhuri, Ganti and Kaushik 2006), and is
dropped as soon as the stems left cannot make it enough.
"""

from collections.abc import Iterator, Mapping, Sequence

from lapel.matching.answers.reading import Reading
from lapel.matching.model import Candidate, CandidateKind
from lapel.text.phrases import phrase_words

THRESHOLD = 0.5
_CONTAINMENT = 0.9
_LEAST_CONTAINED = 0.55
"""The least share of the shorter bullet in the longer: a little less than THRESHOLD /
_CONTAINMENT.
"""
_LEAST_STEMS = 3
_LEAST_WEIGHT = 0.05


def find_redundancy(
    candidates: Sequence[Candidate], readings: Sequence[Reading], rarity: Mapping[str, float]
) -> tuple[tuple[str, str, float], ...]:
    """Find the pairs of highlights alike to THRESHOLD or more, in the profile's order."""
    weighed = {
        position: _weigh_stems(readings[position], rarity)
        for position, candidate in enumerate(candidates)
        if candidate.kind is CandidateKind.HIGHLIGHT
    }
    weighed = {position: stems for position, stems in weighed.items() if len(stems) >= _LEAST_STEMS}
    totals = {position: sum(stems.values()) for position, stems in weighed.items()}
    pairs = {}
    for one, other in map(sorted, _find_containing_pairs(weighed, totals)):
        common = [weight for stem, weight in weighed[one].items() if stem in weighed[other]]
        pairs[one, other] = _similarity(sum(common), totals[one], totals[other])
    return tuple(
        (candidates[one].id, candidates[other].id, similarity)
        for (one, other), similarity in sorted(pairs.items())
        if similarity >= THRESHOLD
    )


def _find_containing_pairs(
    weighed: Mapping[int, Mapping[str, float]], totals: Mapping[int, float]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of which the longer contains enough of the shorter to be alike."""
    holding: dict[str, list[int]] = {}
    for position in sorted(weighed, key=lambda position: -totals[position]):
        stems = weighed[position]
        least, rest = _LEAST_CONTAINED * totals[position], totals[position]
        shared: dict[int, float] = {}
        for stem in sorted(stems, key=lambda stem: (-stems[stem], stem)):
            weight = stems[stem]
            longer = holding.setdefault(stem, [])
            if rest >= least:  # who shares nothing yet may still share enough
                for other in longer:
                    shared[other] = shared.get(other, 0.0) + weight
            else:
                for other in shared:
                    if stem in weighed[other]:
                        shared[other] += weight
            rest -= weight
            if rest < least:
                shared = {other: own for other, own in shared.items() if own + rest >= least}
            longer.append(position)
        yield from ((position, other) for other in shared)


def _weigh_stems(reading: Reading, rarity: Mapping[str, float]) -> dict[str, float]:
    lists = phrase_words()
    return {
        stem: max(_LEAST_WEIGHT, rarity.get(stem, 1.0)) * (0.5 if stem in lists.generic else 1.0)
        for stem in reading.positions
        if stem not in lists.breaks and stem not in lists.fillers and stem != "of"
    }


def _similarity(shared: float, one: float, other: float) -> float:
    jaccard = shared / (one + other - shared)
    return round(max(jaccard, _CONTAINMENT * shared / min(one, other)), 3)
