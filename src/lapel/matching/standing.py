"""How likely the bullets are to show what a phrase asks for: a chance, the same for every note.

A score tells how much of a phrase one text has, not what that is worth: 0.3 is much if the next
bullet has 0.05, and nothing if five have 0.28. So each bullet is weighed against the others that
were asked. The odds of each of n bullets begin at 5.5 to n (more than forty count as forty). A
score s multiplies them by e^(2.3 s), and standing out from the third best, at t, by ((s + 0.1) / (t
+ 0.1))^1.4; a bullet that is not the best has a quarter of that. The numbers are those of a
logistic line through the best bullets of the labelled lives, rounded; without any one trade they
hardly differ. Where the words alone support (0.45) the chance is at least 1 - (1 - s)^1.15, however
many others say it too.

People name together what they did together: what a bullet has for another wish of a note, or for a
detail of this one ("settling quarrels between crews"), multiplies its odds here, too, by what it
multiplies its odds there, to the power of 0.6.

Of many bullets, those that are far from a phrase (below 0.03) and not among its hundred nearest are
left out: nobody reads that far, and a long profile is mostly that.

In a profile of few bullets one stands out easily: fewer than twenty count as twenty, and the third
best has 0.15 at least. A hint names its few itself, and has no such bounds.
"""

import math
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from lapel.matching.answers.lexical import SUPPORT

_FEW_FOR_ONE = 5.5
_BY_SCORE = 2.3
_BY_STANDING = 1.4
_SMALL = 0.1
_SECOND = 0.25
LIKELY = 0.5
_MOST_ASKED, FEWEST_ASKED = 40, 20
_LEAST_THIRD = 0.15
_BY_ITSELF, _SUREST = 1.15, 0.999
_THIRD = 2
_FAR, _ALWAYS = 0.03, 100


class Standing(Struct, frozen=True):
    """How the bullets' scores for one phrase are distributed.

    ``asked`` is the number of bullets asked, ``best`` the id of the best; ``top``, ``second`` and
    ``third`` are the three highest scores; a bullet scoring below ``far`` is left out.
    """

    asked: int
    best: str
    second: float
    third: float
    far: float
    top: float

    @classmethod
    def of(cls, scores: Iterable[tuple[str, float]], asked: int, *, few: bool) -> "Standing":
        """Build it from the bullets' ids with their scores, in the profile's order.

        Bullets not listed score 0, and of an id listed again the best counts. ``few`` says that
        only some of the profile's bullets are asked.
        """
        best: dict[str, float] = {}
        for id, score in scores:
            if score >= best.get(id, 0.0):
                best[id] = score
        ranked = sorted(best.values(), reverse=True)
        values = ranked[: _THIRD + 1] + [0.0] * (_THIRD + 1)
        first, third = max(best, key=best.__getitem__, default=""), values[_THIRD]
        if not few and asked < FEWEST_ASKED:
            asked, third = FEWEST_ASKED, max(third, _LEAST_THIRD)
        far = min(_FAR, ranked[_ALWAYS - 1]) if len(ranked) >= _ALWAYS else 0.0
        return cls(max(1, min(asked, _MOST_ASKED)), first, values[1], third, far, values[0])

    @property
    def is_answered(self) -> bool:
        """Whether the best bullet more likely shows what is asked than not."""
        return self.chance(self.best, self.top) >= LIKELY

    def chance(self, id: str, score: float, lift: float = 1.0) -> float:
        """Return how likely the bullet shows what is asked, in (0, 1), three decimals.

        Other signs for it make the odds ``lift`` times as good.
        """
        return _chance(score, self.third, self.asked, is_best=id == self.best, lift=lift)

    def lift(self, score: float) -> float:
        """Return how many times as good a score makes the odds of a bullet, 1 at least."""
        return max(1.0, _gain(score, self.third))


@lru_cache(maxsize=65536)  # scores have three decimals
def _chance(score: float, third: float, asked: int, *, is_best: bool, lift: float) -> float:
    odds = _FEW_FOR_ONE / asked * _gain(score, third) * lift
    if not is_best:
        odds *= _SECOND
    own = min(_SUREST, 1 - math.pow(1 - score, _BY_ITSELF)) if score >= SUPPORT else 0.0
    return round(max(odds / (1 + odds), own), 3)


def _gain(score: float, third: float) -> float:
    return math.exp(_BY_SCORE * score) * math.pow((score + _SMALL) / (third + _SMALL), _BY_STANDING)
