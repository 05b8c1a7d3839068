"""What a ranking and an agreement are worth, in numbers."""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean


def gain(grade: int) -> float:
    """Return the gain of a grade in a ranking."""
    return float(2**grade - 1)


def ndcg(ranked: Sequence[float], ideal: Sequence[float], limit: int) -> float:
    """Return the discounted gains of a ranking up to ``limit``, as a share of the best one's."""
    best = _dcg(sorted(ideal, reverse=True)[:limit])
    return _dcg(ranked[:limit]) / best if best else 0.0


def _dcg(gains: Sequence[float]) -> float:
    return sum(value / math.log2(place + 2) for place, value in enumerate(gains))


def weighted_kappa(pairs: Sequence[tuple[int, int]]) -> float:
    """Agreement beyond chance with squared distances between grades (Cohen 1968)."""
    ones = [a for a, _ in pairs]
    others = [b for _, b in pairs]
    seen = fmean((a - b) ** 2 for a, b in pairs)
    chance = (
        fmean(
            ones.count(a) / len(pairs) * others.count(b) * (a - b) ** 2
            for a in range(4)
            for b in range(4)
        )
        * 16
        / len(pairs)
    )
    return 1 - seen / chance


def macro(figures: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Return the mean of each figure over the professions that have it."""
    names = next(iter(figures.values()))
    return {
        name: fmean(one[name] for one in figures.values() if not math.isnan(one[name]))
        for name in names
    }
