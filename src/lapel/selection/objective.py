"""What makes a choice good: every coefficient of the objective, and what a text is worth."""

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
    """The weights of what the description asks for are scaled down to this sum when they exceed it,
    so that a long one does not drown the notes, recency and the author.
    """
    hint: float = 1.6
    """The factor on the weights of hints: other wishes can be met anywhere, a hint only in its
    entry.
    """
    relevance: float = 0.5
    """A text's answers to the job, whatever else is covered already: the best answer whole, the
    second half, the third a quarter.
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
    """The share of a text's support that counts towards coverage, by kind of slot: a deed counts
    whole, a skill that is only named far less; a summary covers nothing.
    """
    breadth: float = 6.0
    """A summary that answers everything the job asks for; summaries compete by it."""
    unsupported: float = 0.5
    """The share of a score that is relevant still where it is too low to support."""
    recency: float = 0.25
    """A thing done at the profile's newest date; it halves every ``half_life_years``."""
    half_life_years: float = 6.0
    undated: float = 0.5
    """The recency of what has no date."""
    substance: float = 0.2
    """A text of ``full_characters`` or more has something to say, a shorter one in proportion; so
    the fuller of two wordings wins where there is room. A bullet's recency and its part in its
    entry's variety go by the same share: otherwise two short bullets that answer nothing would
    stand where one that says something could.
    """
    full_characters: int = 100
    main_wording: float = 0.02
    """The author's first wording, where the others match no better."""
    noted_words: float = 0.25
    """That a wording says a word of a note which another of its highlight leaves out."""
    standing: Mapping[SlotKind, float] = MappingProxyType(
        {
            SlotKind.SUMMARY: 0.5,
            SlotKind.SKILLS: 0.2,
            SlotKind.ENTRY: 0.1,
            SlotKind.ROLE: 0.1,
            SlotKind.HIGHLIGHT: 0.0,
        }
    )
    """That a summary, a group of skills or an entry is there at all, by kind of slot."""
    author_weights: tuple[float, ...] = (0.1, 1.0, 1.5, 2.0)
    """The factor on all of these for the author's weights 0, 1, 2 and 3."""
    open_entry: float = 0.15
    """That an entry stands with its bullets rather than as one line."""
    squeezed: float = 0.3
    """What a role is worth less on one line where the theme gives it lines for employer and dates,
    beside its recency: about a bullet that nobody asked for, in the room that it saves.
    """
    newest_open: float = 2.0
    """The same for the newest role, which shrinks only when it is forced to."""
    hinted_open: float = 1.0
    """The same for an entry that a hint asks something of, parted among the entries that its label
    may mean.
    """
    hinted_stands: float = 4.0
    """That such an entry stands at all which could leave: about what bullets that nobody asked for
    are worth in the room of a heading, its line and a bullet.
    """
    ordered_open: float = 2.0
    """The same where a note says that it has bullets ("one bullet, maybe two")."""
    role_variety: tuple[float, float] = (1.2, 0.2)
    """That a role has the bullets wanted for its age, at no age and long past."""
    section_variety: Mapping[SlotKind, tuple[float, int]] = MappingProxyType(
        {SlotKind.SKILLS: (1.2, 2), SlotKind.ENTRY: (0.8, 2), SlotKind.ROLE: (0.4, 2)}
    )
    """That a section that could leave shows something, by what it holds, and the number of entries
    at which it is full.
    """
    certificates_variety: tuple[float, int] = (1.8, 1)
    """The same for certificates and licences, by which employers sort."""
    proof: float = 5.0
    """The best certificate for a qualification the job asks for, times how well it answers: more
    than any bullet, since no deed proves a licence.
    """
    further_proof: float = 1.0
    """Another certificate for the same qualification."""
    lessened: float = 0.5
    """The share at which a bullet counts that a note wants less of, or only with room."""
    listed: float = 0.4
    """The same of a list of courses, which names what was learned as skills do."""
    slight: float = 0.8
    """What a bullet counts for less that says little and nothing of which is asked for
    (``slight.py``): more than it can be worth, so that it stands only where an entry must have it.
    """
    wanted_whole: float = 0.6
    """Each bullet of an entry of which a note wants all, or so many at least."""
    kept: float = 8.0
    """What a note says must stand."""
    redundancy: float = 2.5
    """Two bullets that say the same, times how much they do."""


COEFFICIENTS = Coefficients()


class Aim(Struct, frozen=True):
    """One thing the choice should cover, with its weight: a phrase of a requirement, a variety."""

    id: str
    weight: float


class Demand:
    """What the job asks for, as aims, and how each candidate answers them: read once, though a
    problem is made anew with every height that becomes known.
    """

    def __init__(self, matches: Matches) -> None:
        self.matches = matches
        self._weights = _weights(matches.requirements)
        self._lists = frozenset(each.id for each in matches.candidates if each.lists)
        self.aims = tuple(
            Aim(id, self._weights[r.id] / len(ids))
            for r in matches.requirements
            for ids in [_aim_ids(r)]
            for id in ids
        )
        self._index = {aim.id: index for index, aim in enumerate(self.aims)}
        self.support = cache(self._support)
        self.relevance = cache(self._relevance)

    def _support(self, candidate: str, kind: SlotKind) -> tuple[tuple[int, float], ...]:
        """What the candidate adds to the aims, by their index, in a slot of this kind."""
        share = COEFFICIENTS.telling[kind] * self._counting(candidate)
        if not share:
            return ()
        amounts: dict[int, float] = {}
        for match in self.matches.by_candidate.get(candidate, ()):
            if match.supports:
                requirement = self.matches.requirement[match.requirement]
                ids = _aim_ids(requirement)
                first = _first_part(requirement)
                parts = {n - first for n in match.phrases if n >= first}
                if requirement.whole and not requirement.twins and 0 in match.phrases:
                    parts = set(range(len(ids)))
                for part in sorted(parts) if match.phrases else range(len(ids)):
                    amounts[self._index[ids[part]]] = share * match.score
        return tuple(sorted(amounts.items()))

    def _relevance(self, candidate: str) -> float:
        """How well the candidate answers the job by itself, in about [0, 1.75]."""
        answers = sorted(
            (self._answer(match) for match in self.matches.by_candidate.get(candidate, ())),
            reverse=True,
        )
        found = sum(answer * share for answer, share in zip(answers, (1, 0.5, 0.25), strict=False))
        return found * self._counting(candidate)

    def _counting(self, candidate: str) -> float:
        """The share at which a candidate counts, by what the notes want less of and what it is."""
        lessened = highlight_of(candidate) in self.matches.orders.lessened
        share = COEFFICIENTS.lessened if lessened else 1.0
        return share * (COEFFICIENTS.listed if candidate in self._lists else 1.0)

    def breadth(self, candidate: str) -> float:
        """How much of all that the job asks for the candidate answers, in [0, 1]."""
        total = sum(self._weights.values())
        found = self.matches.by_candidate.get(candidate, ())
        answered = sum(self._weights[m.requirement] * m.score for m in found if m.supports)
        return answered / total if total else 0.0

    def _answer(self, match: Match) -> float:
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
    """The weight of each requirement in the objective, by id."""
    described = sum(r.weight for r in requirements if not r.note and _aim_ids(r))
    limit = COEFFICIENTS.description_total
    share = limit / described if described > limit else 1.0
    return {
        requirement.id: requirement.weight
        * (COEFFICIENTS.hint if requirement.kind is RequirementKind.HINT else 1.0)
        * (1.0 if requirement.note else share)
        for requirement in requirements
    }


def _first_part(requirement: Requirement) -> int:
    """Where the phrases begin that only this requirement asks for: behind a whole line, and behind
    what notes ask for.
    """
    return len(requirement.twins) or int(requirement.whole)


def _aim_ids(requirement: Requirement) -> tuple[str, ...]:
    """An aim for each phrase of its own; what answers a line as a whole covers all its parts."""
    parts = len(requirement.phrases) - _first_part(requirement)
    if parts == 1:
        return (requirement.id,)
    return tuple(f"{requirement.id}#{part}" for part in range(parts))


def weight_factor(weight: float) -> float:
    """The factor for an author's weight in [0, 3], linear between the whole numbers."""
    factors = COEFFICIENTS.author_weights
    low = min(int(weight), len(factors) - 2)
    return factors[low] + (weight - low) * (factors[low + 1] - factors[low])


def said(characters: int) -> float:
    """How much a text of so many characters has to say, in [0, 1]."""
    return min(1.0, characters / COEFFICIENTS.full_characters)


def recency(years: float | None) -> float:
    """How much a thing done so many years before the newest date still counts, in (0, 1]."""
    if years is None:
        return COEFFICIENTS.undated
    return float(0.5 ** (years / COEFFICIENTS.half_life_years))
