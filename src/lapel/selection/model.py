"""The choice as numbers: options with costs and values, the rules between them, the answer."""

from msgspec import Struct

COVERAGE_SEGMENTS = ((1.0, 1.0), (1.0, 0.4), (1.0, 0.15))
"""Width and slope of each stretch of coverage: the first full support of an aim counts whole, the
second 0.4 of it, the third 0.15, and more counts nothing. Slopes fall, so coverage is concave."""


class Option(Struct, frozen=True):
    """One thing that can be chosen: a variant, or a line that comes with others (a heading).

    ``cost_pt`` is its height with the gaps above its blocks, ``value`` its worth on its own,
    ``support`` what it adds to the problem's aims by their index, each in (0, 1].
    """

    id: str
    cost_pt: float
    value: float
    support: tuple[tuple[int, float], ...] = ()


class OneOf(Struct, frozen=True):
    """At most one of these options; exactly one where ``required``."""

    options: tuple[str, ...]
    required: bool


class Brings(Struct, frozen=True):
    """``line`` is chosen whenever one of ``options`` is, and only then."""

    line: str
    options: tuple[str, ...]


class Count(Struct, frozen=True):
    """When one of ``when`` is chosen, between ``minimum`` and ``maximum`` of ``options`` are; when
    none is, none of ``options`` is either.
    """

    when: tuple[str, ...]
    options: tuple[str, ...]
    minimum: int
    maximum: int


class Redundant(Struct, frozen=True):
    """Slots that say nearly the same, each as its options: every one chosen beyond the first costs
    ``penalty`` of the objective.
    """

    slots: tuple[tuple[str, ...], ...]
    penalty: float


class Pin(Struct, frozen=True):
    """The person wants one of ``options``; ``id`` is what they named in the job file."""

    id: str
    options: tuple[str, ...]


class Problem(Struct, frozen=True):
    """Everything the optimiser sees; options are in the profile's order, which breaks ties.

    ``weights`` are those of the aims that options support, and ``aims`` names them: a requirement's
    id, with "#" and the phrase's position where it asks for several, or "variety:" and the id of a
    role or section.
    """

    options: tuple[Option, ...]
    one_of: tuple[OneOf, ...]
    brings: tuple[Brings, ...]
    counts: tuple[Count, ...]
    redundant: tuple[Redundant, ...]
    weights: tuple[float, ...]
    budget_pt: float
    pinned: tuple[Pin, ...] = ()
    dropped: frozenset[str] = frozenset()
    aims: tuple[str, ...] = ()

    def most_worth(self, option: Option) -> float:
        """Return the most an option could add: its value, and its support if nothing else covers
        it.
        """
        return option.value + sum(self.weights[aim] * amount for aim, amount in option.support)


class Selection(Struct, frozen=True):
    """The chosen options, the objective reached, and the bound no choice can pass."""

    chosen: frozenset[str]
    objective: float
    bound: float
    used_pt: float

    @property
    def gap(self) -> float:
        """The distance of the bound above the objective, as a share of the bound, in [0, 1]."""
        return (self.bound - self.objective) / self.bound if self.bound > 0 else 0.0


class CannotFit(Struct, frozen=True):
    """Even the ``shortest`` choice is ``over_pt`` points too tall. ``cheapest`` are the ids of pins
    that free room when removed, lowest value per point first, with the points each frees.
    """

    over_pt: float
    cheapest: tuple[tuple[str, float], ...]
    shortest: frozenset[str] = frozenset()


class Rival(Struct, frozen=True):
    """An option left out and what it lost to: the chosen options that would have to leave for it.

    ``brings_along`` are further options it would need (its role's open form, the bullets of the
    role's minimum); ``objective_change`` is that of the whole exchange, at or below 0 but for the
    gap.
    """

    option: str
    loses_to: tuple[str, ...]
    objective_change: float
    brings_along: tuple[str, ...] = ()
