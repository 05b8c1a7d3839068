"""A note or posting line seen from the page: what answers it there, what is only named, what is
missing; and how relevant a part of the profile is to everything asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from math import prod

from msgspec import Struct

from lapel.ledger.model import Answer
from lapel.matching.acts import ActKind
from lapel.matching.evidence import judge_wishes
from lapel.matching.model import (
    DEEDS,
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Matches,
    ReasonKind,
    Requirement,
)
from lapel.profile.ids import highlight_of

MENTIONS = (CandidateKind.SKILL, CandidateKind.SUMMARY)
PROOFS = frozenset({ReasonKind.HELD, ReasonKind.YEARS, ReasonKind.ENTRY})
"""Reasons for which a role's own line answers as well as any of its bullets."""
NEAR = 0.25
EMPTY_WORDS = frozenset({"a", "and", "at", "for", "in", "of", "on", "the", "to", "with"})
"""Words that explain nothing to a reader on their own."""
ANSWERS_SHOWN = 6
_SHARE = 0.6
"""The relevance of a candidate with one full answer of the greatest weight."""
_ONLY_SAID = 0.4
"""The share by which a candidate that only names a thing ranks below a bullet that shows it."""
_HARDLY_LESS = 200
"""Scores that round to the same of so many parts count as hardly different."""


class Asked(Struct, frozen=True, dict=True):
    """A requirement with what was found for it; ``on_page`` are ids of candidates on the page."""

    requirement: Requirement
    matches: Matches
    on_page: frozenset[str]

    @property
    def found(self) -> tuple[Match, ...]:
        """The matches of the requirement, best first."""
        return self.matches.by_requirement.get(self.requirement.id, ())

    @property
    def evidence(self) -> Evidence:
        """The strength of the whole profile's evidence for the requirement."""
        return self.matches.evidence[self.requirement.id]

    @property
    def is_supported(self) -> bool:
        """Whether any match supports it, rather than only comes near."""
        return any(match.supports for match in self.found)

    def is_reworded(self, form: str) -> bool:
        """Tell whether another form of the same bullet stands on the page."""
        return form not in self.on_page and highlight_of(form) in map(highlight_of, self.on_page)

    @property
    def is_bare(self) -> bool:
        """Whether it is asked of entries that have no bullets."""
        owners = {c.entry for c in self.matches.candidates if c.kind is CandidateKind.HIGHLIGHT}
        return bool(self.requirement.entries) and owners.isdisjoint(self.requirement.entries)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """The supporting matches as answers, or the near ones where none supports. Those on the
        page come first, bullets before lines that only name a thing (unless they hardly show it),
        and what the note wants less of last; of near-equals the profile's order is kept. Where
        several things are asked for, the best for each precedes further answers to the same.

        Of a highlight's wordings only one is named: the one on the page, else the best.
        """
        acts, candidates = self.requirement.acts, self.matches.candidate
        supporting = [m for m in self.found if m.supports] or [m for m in self.found if m.near]
        in_profile = {id: place for place, id in enumerate(candidates)}
        denied = {id for act in acts if act.kind is ActKind.LESS and act.sure for id in act.named}
        supporting.sort(
            key=lambda match: (
                match.candidate not in self.on_page,
                highlight_of(match.candidate) in denied,
                -round(_HARDLY_LESS * (match.score - _find_discount(candidates[match.candidate]))),
                in_profile[match.candidate],
            )
        )
        once: dict[str, Match] = {}
        for match in supporting:
            once.setdefault(highlight_of(match.candidate), match)
        again = frozenset(self._find_repeating(once.values()))
        ordered = sorted(
            once.values(),
            key=lambda match: (match.candidate not in self.on_page, match.candidate in again),
        )
        return tuple(map(self._make_answer, ordered[:ANSWERS_SHOWN]))

    def _find_repeating(self, matches: Iterable[Match]) -> Iterator[str]:
        """Yield the candidates that answer only wishes which candidates before them answer too."""
        said: set[int] = set()
        for match in matches:
            phrases = match.phrases or match.near
            if phrases <= said:
                yield match.candidate
            said |= self._find_wished_phrases(phrases)

    def _find_wished_phrases(self, phrases: frozenset[int]) -> frozenset[int]:
        """Return all phrases of the wishes that these answer."""
        return frozenset().union(*(wish for wish in self.requirement.wishes if wish & phrases))

    def _make_answer(self, match: Match) -> Answer:
        candidate = self.matches.candidate[match.candidate]
        return Answer(
            id=candidate.id,
            place=str(candidate.place),
            text=candidate.text,
            score=match.score,
            reasons=reason_texts(match),
            included=candidate.id in self.on_page,
            shows=self._find_shown_phrases(match),
        )

    def _find_shown_phrases(self, match: Match) -> tuple[str, ...]:
        """Return the phrases that an answer says or comes near to, where several things are asked
        for.
        """
        if len(self.requirement.wishes) < 2:
            return ()
        phrases = match.phrases or match.near
        return tuple(self.requirement.phrases[number] for number in sorted(phrases))

    @property
    def named(self) -> tuple[str, ...]:
        """The phrases that the page only names, in a skill, a summary or a role's title."""
        return self._find_first_phrases(self._only_named)

    @property
    def missing(self) -> tuple[str, ...]:
        """The phrases that nothing on the page says."""
        return self._find_first_phrases(self._unsaid)

    @property
    def telling(self) -> tuple[str, ...]:
        """The bullets not on the page that show what the page only names, best first, each in its
        best form.
        """
        found = self._find_bullets_saying(self._only_named)
        return tuple(id for id in found if _is_deed(self.matches.candidate[id]))

    @property
    def absent(self) -> tuple[str, ...]:
        """The candidates not on the page that say what nothing on it says, best first, a bullet in
        its best form.
        """
        return self._find_bullets_saying(self._unsaid)

    def _find_bullets_saying(self, wishes: Iterable[frozenset[int]]) -> tuple[str, ...]:
        lacking = frozenset[int]().union(*wishes)
        once: dict[str, str] = {}
        for match in self.found:
            if match.supports and match.phrases & lacking:
                once.setdefault(highlight_of(match.candidate), match.candidate)
        return tuple(once.values())

    @property
    def thin(self) -> tuple[str, ...]:
        """The phrases for which there are only weak signs."""
        wishes = self.requirement.wishes
        strengths = judge_wishes(self.matches.phrase_evidence[self.requirement.id], wishes)
        pairs = zip(wishes, strengths, strict=True)
        return self._find_first_phrases(wish for wish, how in pairs if how is not Evidence.STRONG)

    @property
    def years(self) -> str:
        """How many of the years asked for the roles of its bullets add up to, "" where enough."""
        told = (m for m in self.found if m.supports and _is_deed(self._candidate_of(m)))
        reasons = (reason for match in told for reason in match.reasons)
        return next((r.text for r in reasons if r.kind is ReasonKind.YEARS), "")

    @property
    def nearest(self) -> Candidate | None:
        """The bullet that comes nearest to supporting it, where any comes near."""
        for match in self.found:
            candidate = self.matches.candidate[match.candidate]
            wanted = self.requirement.entries
            asked = not wanted or candidate.entry in wanted
            if match.score >= NEAR and asked and _is_deed(candidate):
                return candidate
        return None

    @cached_property
    def _only_named(self) -> tuple[frozenset[int], ...]:
        named = frozenset[int]().union(*map(self._find_named_phrases, self._shown_matches))
        return tuple(wish for wish in self._unshown if wish & named)

    @cached_property
    def _unsaid(self) -> tuple[frozenset[int], ...]:
        return tuple(wish for wish in self._unshown if wish not in self._only_named)

    @cached_property
    def _unshown(self) -> tuple[frozenset[int], ...]:
        """The wishes whose phrases the page at most names."""
        told = (match.phrases - self._find_named_phrases(match) for match in self._shown_matches)
        shown = frozenset[int]().union(*told)
        return tuple(wish for wish in self.requirement.wishes if not wish & shown)

    @cached_property
    def _shown_matches(self) -> tuple[Match, ...]:
        return tuple(m for m in self.found if m.supports and m.candidate in self.on_page)

    @cached_property
    def _told(self) -> frozenset[int]:
        """The phrases of the wishes that any bullet shows, on the page or not."""
        told = (m.phrases for m in self.found if m.supports and _is_deed(self._candidate_of(m)))
        return self._find_wished_phrases(frozenset[int]().union(*told))

    def parts(self, phrases: tuple[str, ...]) -> tuple[str, ...]:
        """Return these phrases without the line as a whole, where its parts are asked for too."""
        whole = self.requirement.whole and not self.requirement.twins
        return tuple(p for p in phrases if not whole or p != self.requirement.phrases[0])

    def _find_named_phrases(self, match: Match) -> frozenset[int]:
        """Return the phrases that a match only names: all of a skill's, a summary's or a list's,
        and those of a role's own line where a bullet shows the same.
        """
        if _is_mention(self._candidate_of(match)):
            return match.phrases
        proves = any(reason.kind in PROOFS for reason in match.reasons)
        is_title = self._candidate_of(match).kind is CandidateKind.ROLE and not proves
        return match.phrases & self._told if is_title else frozenset()

    def _candidate_of(self, match: Match) -> Candidate:
        return self.matches.candidate[match.candidate]

    def _find_first_phrases(self, wishes: Iterable[frozenset[int]]) -> tuple[str, ...]:
        """Return the first phrase of each wish."""
        return tuple(self.requirement.phrases[min(wish)] for wish in wishes)


def reason_texts(match: Match) -> tuple[str, ...]:
    """Return a match's reasons for people: 'tag “wound care”', 'near in meaning 0.71 as
    “dressings”'.
    """
    return tuple(
        f"{reason.kind.value} {reason.text}"
        if reason.kind in (ReasonKind.MEANING, ReasonKind.OUTSTANDING)
        else f"{reason.kind.value} “{reason.text}”"
        for reason in match.reasons
        if reason.text.casefold() not in EMPTY_WORDS
    )


def measure_relevance(own: Sequence[Match], matches: Matches) -> float:
    """Return how relevant a candidate is to the job, in [0, 1]: its answers, whether they support
    or only come near, combine as independent probabilities do.
    """
    missed = prod(
        1 - _SHARE * _weigh_match(match, matches) for match in own if _is_asked(match, matches)
    )
    return round(1 - missed, 3)


def supporting_reasons(own: Sequence[Match], matches: Matches) -> tuple[str, ...]:
    """Return the requirements that a candidate supports, each with its reasons, the weightiest
    first.
    """
    supports = sorted(
        (m for m in own if m.supports), key=lambda match: -_weigh_match(match, matches)
    )
    return tuple(
        f"{matches.requirement[match.requirement].text}: {'; '.join(reason_texts(match))}"
        for match in supports
    )


def _is_asked(match: Match, matches: Matches) -> bool:
    """Tell whether the requirement asks this candidate: a hint asks only inside its entries."""
    asked_of = matches.requirement[match.requirement].entries
    return not asked_of or matches.candidate[match.candidate].entry in asked_of


def _weigh_match(match: Match, matches: Matches) -> float:
    return match.score * matches.requirement[match.requirement].weight


def _find_discount(candidate: Candidate) -> float:
    return _ONLY_SAID if _is_mention(candidate) else 0.0


def _is_deed(candidate: Candidate) -> bool:
    return candidate.kind in DEEDS and not candidate.lists


def _is_mention(candidate: Candidate) -> bool:
    return candidate.kind in MENTIONS or candidate.lists
