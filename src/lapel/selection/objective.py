"""What makes a choice good: every coefficient of the objective, and the worth of a text."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from lapel.document.draft import SlotKind
from lapel.matching.model import Match, Matches, Requirement, RequirementKind
from lapel.profile.ids import highlight_of


class Coefficients(Struct, frozen=True):
    """The objective in one place. The unit is one aim of weight 1, covered once in full."""

    description_total: float = 6.0
    """The limit for the sum of weights of what the description asks for. A larger sum is scaled
    down to it, so that a long description does not drown the notes, recency and the author.
    """
    hint: float = 1.6
    """The factor on the weights of hints: other wishes can be met anywhere, a hint only in its
    entry.
    """
    relevance: float = 0.5
    """The worth of a text's answers to the job, whatever else covers them: the best answer counts
    whole, the second half, the third a quarter.
    """
    telling: Mapping[SlotKind, float] = MappingProxyType(
        {
            SlotKind.SUMMARY: 0.0,
            SlotKind.SKILLS: 0.4,
            SlotKind.ENTRY: 0.6,
            SlotKind.ROLE: 0.6,
            SlotKind.HIGHLIGHT: 1.0,
        }
    )
    """The share of a text's support that counts towards coverage, by kind of slot: a bullet counts
    whole, a skill that is only named far less; a summary covers nothing.
    """
    breadth: float = 6.0
    """The worth of a summary that answers everything the job asks for; summaries compete by it."""
    unsupported: float = 0.5
    """The share that still counts of a score too low to support a requirement."""
    recency: float = 0.25
    """The worth of recency at the profile's newest date; it halves every ``half_life_years``."""
    half_life_years: float = 6.0
    undated: float = 0.5
    """The recency of a thing without a date."""
    substance: float = 0.2
    """The worth of a text of ``full_characters`` or more, about a line and a half; a shorter one
    counts in proportion, so the fuller of two wordings wins where there is room. A bullet's recency
    and its part in its entry's variety are scaled by the same share: otherwise two short bullets
    that answer nothing would take the place of one that says something.
    """
    full_characters: int = 140
    main_wording: float = 0.02
    """A bonus for the author's first wording, where the others match no better."""
    noted_words: float = 0.25
    """A bonus for a wording with a word of a note that another wording of its highlight lacks."""
    standing: Mapping[SlotKind, float] = MappingProxyType(
        {
            SlotKind.SUMMARY: 0.5,
            SlotKind.SKILLS: 0.2,
            SlotKind.ENTRY: 0.1,
            SlotKind.ROLE: 0.1,
            SlotKind.HIGHLIGHT: 0.0,
        }
    )
    """The worth of a summary, a group of skills or an entry for being there, by kind of slot."""
    author_weights: tuple[float, ...] = (0.1, 1.0, 1.5, 2.0)
    """The factor on all of these for the author's weights 0, 1, 2 and 3."""
    open_entry: float = 0.15
    """A bonus for an entry that has its bullets rather than one line."""
    squeezed: float = 0.3
    """A penalty for squeezing a role into one line where the theme gives it lines for employer and
    dates, beside its recency: about a bullet that nobody asked for, in the room that it saves.
    """
    newest_open: float = 2.0
    """The bonus for the newest role's having bullets; it shrinks only when it is forced to."""
    hinted_open: float = 1.0
    """The bonus for bullets under an entry that a hint speaks of, split among the entries that its
    label may mean.
    """
    hinted_stands: float = 4.0
    """A bonus for keeping an entry of a hint which could leave: about the worth of bullets that
    nobody asked for in the room of a heading, its line and a bullet.
    """
    ordered_open: float = 2.0
    """The bonus for bullets where a note asks for them ("one bullet, maybe two")."""
    role_variety: tuple[float, float] = (1.2, 0.2)
    """The weight of a role's having the bullets wanted for its age: when new, and when long
    past.
    """
    section_variety: Mapping[SlotKind, tuple[float, int]] = MappingProxyType(
        {SlotKind.SKILLS: (1.2, 2), SlotKind.ENTRY: (0.8, 2), SlotKind.ROLE: (0.4, 2)}
    )
    """The weight of showing something of a section that could leave, by what it holds, and the
    number of entries at which it is full.
    """
    certificates_variety: tuple[float, int] = (1.8, 1)
    """The same for certificates and licences, by which employers sort."""
    proof: float = 5.0
    """The worth of the best certificate for a qualification the job asks for, times its score: more
    than any bullet, since no bullet proves a licence.
    """
    further_proof: float = 1.0
    """The worth of another certificate for the same qualification, times its score."""
    lessened: float = 0.5
    """The share at which a bullet counts that a note wants less of, or only if there is room."""
    listed: float = 0.4
    """The share at which a list of courses counts: it names what was learned, as skills do."""
    slight: float = 0.8
    """A penalty for a bullet that says little and answers nothing (``slight.py``): more than it can
    be worth, so that it appears only where an entry must have it.
    """
    wanted_whole: float = 0.6
    """A bonus for each bullet of an entry where a note wants all bullets, or a least number."""
    kept: float = 8.0
    """A bonus for what a note says must be kept."""
    redundancy: float = 2.5
    """The penalty for two bullets that say the same, times their similarity."""


COEFFICIENTS = Coefficients()


class Aim(Struct, frozen=True):
    """One thing the choice should cover, with its weight: a phrase of a requirement, a variety."""

    id: str
    weight: float


class Demand:
    """What the job asks for, as aims, and how each candidate answers them. Read once, while the
    problem is rebuilt with every height that becomes known.
    """

    def __init__(self, matches: Matches) -> None:
        self.matches = matches
        self._weights = _weights(matches.requirements)
        self._lists = frozenset(each.id for each in matches.candidates if each.lists)
        self.aims = tuple(
            Aim(id, self._weights[r.id] / len(ids))
            for r in matches.requirements
            for ids in [_make_aim_ids(r)]
            for id in ids
        )
        self._index = {aim.id: index for index, aim in enumerate(self.aims)}
        self.support = cache(self._compute_support)
        self.relevance = cache(self._compute_relevance)

    def _compute_support(self, candidate: str, kind: SlotKind) -> tuple[tuple[int, float], ...]:
        """Return what the candidate adds to the aims in a slot of this kind: pairs of index and
        amount.
        """
        share = COEFFICIENTS.telling[kind] * self._find_counting_share(candidate)
        if not share:
            return ()
        amounts: dict[int, float] = {}
        for match in self.matches.by_candidate.get(candidate, ()):
            if match.supports:
                requirement = self.matches.requirement[match.requirement]
                ids = _make_aim_ids(requirement)
                first = _find_first_part(requirement)
                parts = {n - first for n in match.phrases if n >= first}
                if requirement.whole and not requirement.twins and 0 in match.phrases:
                    parts = set(range(len(ids)))
                for part in sorted(parts) if match.phrases else range(len(ids)):
                    amounts[self._index[ids[part]]] = share * match.score
        return tuple(sorted(amounts.items()))

    def _compute_relevance(self, candidate: str) -> float:
        """Return how well the candidate answers the job by itself, in about [0, 1.75]."""
        answers = sorted(
            (self._score_answer(match) for match in self.matches.by_candidate.get(candidate, ())),
            reverse=True,
        )
        found = sum(answer * share for answer, share in zip(answers, (1, 0.5, 0.25), strict=False))
        return found * self._find_counting_share(candidate)

    def _find_counting_share(self, candidate: str) -> float:
        """Return the share at which a candidate counts: less where notes want less of it, or for a
        list.
        """
        lessened = highlight_of(candidate) in self.matches.orders.lessened
        share = COEFFICIENTS.lessened if lessened else 1.0
        return share * (COEFFICIENTS.listed if candidate in self._lists else 1.0)

    def breadth(self, candidate: str) -> float:
        """Return the share of all the job asks for that the candidate answers, in [0, 1]."""
        total = sum(self._weights.values())
        found = self.matches.by_candidate.get(candidate, ())
        answered = sum(self._weights[m.requirement] * m.score for m in found if m.supports)
        return answered / total if total else 0.0

    def _score_answer(self, match: Match) -> float:
        requirement = self.matches.requirement[match.requirement]
        weighted = self._weights[match.requirement] * match.score
        if match.supports:
            own = not requirement.twins or max(match.phrases, default=0) >= len(requirement.twins)
            return weighted if own else 0.0
        asked_of = requirement.entries
        if asked_of and self.matches.candidate[match.candidate].entry not in asked_of:
            return 0.0
        return weighted * COEFFICIENTS.unsupported


def _weights(requirements: Sequence[Requirement]) -> dict[str, float]:
    """Return the weight of each requirement in the objective, by id."""
    described = sum(r.weight for r in requirements if not r.note and _make_aim_ids(r))
    limit = COEFFICIENTS.description_total
    share = limit / described if described > limit else 1.0
    return {
        requirement.id: requirement.weight
        * (COEFFICIENTS.hint if requirement.kind is RequirementKind.HINT else 1.0)
        * (1.0 if requirement.note else share)
        for requirement in requirements
    }


def _find_first_part(requirement: Requirement) -> int:
    """Return the index of the first phrase that only this requirement asks for, after a whole line
    and after the phrases that notes ask for too.
    """
    return len(requirement.twins) or int(requirement.whole)


def _make_aim_ids(requirement: Requirement) -> tuple[str, ...]:
    """Return the ids of a requirement's aims, one for each phrase of which it is the only
    source.
    """
    parts = len(requirement.phrases) - _find_first_part(requirement)
    if parts == 1:
        return (requirement.id,)
    return tuple(f"{requirement.id}#{part}" for part in range(parts))


def weight_factor(weight: float) -> float:
    """Return the factor for an author's weight in [0, 3], linear between the whole numbers."""
    factors = COEFFICIENTS.author_weights
    low = min(int(weight), len(factors) - 2)
    return factors[low] + (weight - low) * (factors[low + 1] - factors[low])


def measure_substance(characters: int) -> float:
    """Return how much a text of a number of characters has to say, in [0, 1]."""
    return min(1.0, characters / COEFFICIENTS.full_characters)


def recency(years: float | None) -> float:
    """Return how much a thing still counts that was done ``years`` before the newest date, in (0,
    1].
    """
    if years is None:
        return COEFFICIENTS.undated
    return float(0.5 ** (years / COEFFICIENTS.half_life_years))
