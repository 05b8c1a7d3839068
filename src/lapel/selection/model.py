"""The choice as numbers: options with costs and values, the rules between them, the answer."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One thing that can be chosen: a variant, or a line that comes with others (a heading).

    ``cost_pt`` is its height with the gaps above its blocks, ``value`` its worth on its own,
    ``support`` what it adds to requirements by their index in the problem, each in (0, 1].
    """

    id: str
    cost_pt: float
    value: float
    support: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class OneOf:
    """At most one of these options; exactly one where ``required``."""

    options: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Needs:
    """``option`` may be chosen only if one of ``any_of`` is."""

    option: str
    any_of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brings:
    """``line`` is chosen whenever one of ``options`` is, and only then."""

    line: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """When ``when`` is chosen, between ``minimum`` and ``maximum`` of ``options`` are."""

    when: str
    options: tuple[str, ...]
    minimum: int
    maximum: int


@dataclass(frozen=True, slots=True)
class Redundant:
    """Both of these chosen together cost ``penalty`` of the objective."""

    first: str
    second: str
    penalty: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything the optimiser sees. ``weights`` are those of the requirements."""

    options: tuple[Option, ...]
    one_of: tuple[OneOf, ...]
    needs: tuple[Needs, ...]
    brings: tuple[Brings, ...]
    counts: tuple[Count, ...]
    redundant: tuple[Redundant, ...]
    weights: tuple[float, ...]
    budget_pt: float
    pinned: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Selection:
    """The chosen options, the objective reached, and the bound no choice can pass."""

    chosen: frozenset[str]
    objective: float
    bound: float
    used_pt: float

    @property
    def gap(self) -> float:
        """How far the bound is above the objective, as a share of the bound, in [0, 1]."""
        return (self.bound - self.objective) / self.bound if self.bound > 0 else 0.0


@dataclass(frozen=True, slots=True)
class CannotFit:
    """Even the shortest form is ``over_pt`` too tall. ``cheapest`` are the pins whose leaving
    frees room, the one with least value a point first, with what each frees.
    """

    over_pt: float
    cheapest: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Rival:
    """What an option left out lost to: the chosen options that would have to leave for it."""

    option: str
    loses_to: tuple[str, ...]
    objective_change: float


Costs = Mapping[str, float]
