"""Requirements, candidates, and the matches between them with their reasons."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.matching.acts import Act, ActKind
from lapel.profile.model import SectionKind
from lapel.source.diagnostics import Diagnostic, Place


class RequirementKind(StrEnum):
    """Where a requirement comes from, the strongest wish first."""

    EMPHASIS = "emphasis"
    HINT = "hint"
    IDEA = "idea"
    LETTER_POINT = "letter-point"
    QUALIFICATION = "qualification"
    RESPONSIBILITY = "responsibility"
    DESCRIPTION = "description"


class Evidence(StrEnum):
    """What the whole profile has for a requirement."""

    STRONG = "strong"
    WEAK = "weak"
    NONE = "none"


class Requirement(Struct, frozen=True):
    """One thing the job asks for: ``phrases`` out of one line, ``weight`` in (0, 1].

    ``note`` is the id of the note it comes from, "" for a line of the description. ``entries`` are
    the ids a hint was placed on (several if an employer has several roles): it asks only there.
    ``acts`` is what a note orders of the document as well. ``choices`` are sets of phrases, by
    position, any one of which is enough: "a / b", "a or b", "a (such as b)"; ``details`` are
    phrases that only tell more of another ("a for b"), which alone answer no wish. ``whole`` says
    that the first phrase is, or stands for, the whole line, and the others are its parts; ``twins``
    are the notes that ask for the same as a line, whose words its first phrases are, in their
    order. ``of_entry`` says that a hint asks for nothing but its entries ("Mountain rescue: keep"),
    all of which answer it; its phrase is their label.
    """

    id: str
    kind: RequirementKind
    text: str
    phrases: tuple[str, ...]
    weight: float
    place: Place
    note: str = ""
    entries: tuple[str, ...] = ()
    optional: bool = False
    acts: tuple[Act, ...] = ()
    choices: tuple[frozenset[int], ...] = ()
    details: frozenset[int] = frozenset()
    whole: bool = False
    twins: tuple[str, ...] = ()
    of_entry: bool = False

    def of_phrases(self, phrases: tuple[str, ...]) -> "Requirement":
        """Return this requirement with only these of its phrases."""
        place = {phrase: number for number, phrase in enumerate(phrases)}
        left = (
            frozenset(place[self.phrases[n]] for n in choice if self.phrases[n] in place)
            for choice in self.choices
        )
        choices = tuple(choice for choice in left if choice)
        details = frozenset(
            place[self.phrases[n]] for n in self.details if self.phrases[n] in place
        )
        of_entry = self.of_entry and bool(phrases)
        return replace(self, phrases=phrases, choices=choices, details=details, of_entry=of_entry)

    @property
    def wishes(self) -> tuple[frozenset[int], ...]:
        """Its phrases by position; of each group one is enough. In the note's order."""
        chosen = {number: choice for choice in self.choices for number in choice}
        alone = (chosen.get(n, frozenset({n})) for n in range(len(self.phrases)))
        return tuple(dict.fromkeys(alone))

    @property
    def leading(self) -> frozenset[int]:
        """The positions of the phrases that should come first in their role."""
        first = (ActKind.FIRST, ActKind.UP)
        subjects = [act.subject for act in self.acts if act.kind in first]
        return frozenset(
            number
            for number, phrase in enumerate(self.phrases)
            if any(phrase in subject for subject in subjects)
        )


class CandidateKind(StrEnum):
    """What can answer a requirement.

    ``ROLE`` and ``ENTRY`` are an entry's own line, of work or of any other section.
    """

    HIGHLIGHT = "highlight"
    WORDING = "wording"
    SUMMARY = "summary"
    SKILL = "skill"
    ROLE = "role"
    ENTRY = "entry"


DEEDS = frozenset({CandidateKind.HIGHLIGHT, CandidateKind.WORDING})
"""The kinds of candidates that tell of something done; the others name or sum up."""


class Candidate(Struct, frozen=True):
    """One text of the profile that can answer a requirement.

    It is a highlight, one of its wordings ("team#concise"), a summary, a skill group, or an entry's
    own line. ``entry`` is the id of the entry it belongs to, or ""; ``called`` the words of an id
    that the author chose, which count as a tag does; ``section`` that of an entry's own line. A
    highlight that ``lists`` names what was learned, as skills do.
    """

    id: str
    kind: CandidateKind
    entry: str
    text: str
    tags: tuple[str, ...]
    place: Place
    called: str = ""
    section: SectionKind | None = None
    lists: bool = False


class ReasonKind(StrEnum):
    """The kinds of signs that a candidate answers a requirement."""

    PHRASE = "phrase"
    WORDS = "words"
    ALIAS = "alias"
    ACRONYM = "acronym"
    TAG = "tag"
    ID = "id"
    TITLE = "title"
    MEANING = "near in meaning"
    OUTSTANDING = "stands out"
    NOTE = "as the note"
    HELD = "held"
    ENTRY = "stands in"
    YEARS = "years"


VAGUE = (ReasonKind.MEANING, ReasonKind.OUTSTANDING, ReasonKind.TITLE)
"""The kinds that are no word of what is asked in the text itself."""


class Reason(Struct, frozen=True):
    """One part of a score, for people.

    ``text`` is the shared phrase, the alias, the tag; for nearness its amount and the words that
    are near, for standing out by how much.
    """

    kind: ReasonKind
    text: str


class Match(Struct, frozen=True):
    """How well one candidate answers one requirement: ``score`` in (0, 1], three decimals.

    Selection and evidence go by ``supports``; for a hint it is true only inside the entries it was
    placed on, while elsewhere the score is only shown.
    """

    requirement: str
    candidate: str
    score: float
    supports: bool
    reasons: tuple[Reason, ...]
    phrases: frozenset[int] = frozenset()
    """The phrases of the requirement, by position, that the candidate supports."""
    near: frozenset[int] = frozenset()
    """The phrases it comes near to without supporting them: weak evidence where nothing else is."""


class Move(Struct, frozen=True):
    """A new place for a section or for an entry within its own.

    It is ``first``, ``up``, ``last``, or before ``beside``. ``up`` puts a section before all but
    work, an entry first. Sections go by their id, as ``section/volunteer``.
    """

    id: str
    to: str
    beside: str = ""


class Orders(Struct, frozen=True):
    """What the notes order beyond doubt, by the ids of what they mean.

    ``refused`` are things shown on neither page nor letter, ``beside`` the bullets of an entry
    other than the only ones wanted, ``lessened`` bullets that count half; ``most`` and ``least``
    tell how many bullets an entry may and should have, and ``whole`` has the entries wanted with
    all their bullets. ``kept`` must be shown if there is any room, ``wordings`` gives bullets the
    author's wording to use, ``moves`` new places to sections and entries; ``first_skills`` are
    keywords and groups that stand before the other skills. ``doubted`` are bullets that a refusal
    may mean: a letter tells none of them. ``quiet`` are those of which there should be less: a
    letter tells them only if asked to.
    """

    refused: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    lessened: frozenset[str] = frozenset()
    most: Mapping[str, int] = field(default_factory=dict)
    least: Mapping[str, int] = field(default_factory=dict)
    whole: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    quiet: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()
    wordings: Mapping[str, str] = field(default_factory=dict)
    moves: tuple[Move, ...] = ()
    first_skills: tuple[str, ...] = ()

    @property
    def out(self) -> frozenset[str]:
        """What is not shown on the page."""
        return self.refused | self.beside


class Matches(Struct, frozen=True, dict=True):
    """Everything matching found. Pairs not listed score 0.

    ``phrase_evidence`` has the evidence for each phrase of a requirement, by position.
    ``placements`` has for each hint the ids of the entries it was placed on, empty if it could not
    be placed. ``orders`` are what the notes order about bullets. ``redundancy`` lists pairs of
    highlights that say nearly the same, with a similarity in (0, 1]. ``by_meaning`` says whether
    word vectors took part, ``english`` whether stems, phrases and lexicon did. ``index`` is the
    profile as ``index_profile`` read it, so that more can be asked of it.
    """

    requirements: tuple[Requirement, ...]
    candidates: tuple[Candidate, ...]
    matches: tuple[Match, ...]
    evidence: Mapping[str, Evidence]
    placements: Mapping[str, tuple[str, ...]]
    redundancy: tuple[tuple[str, str, float], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    phrase_evidence: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    by_meaning: bool = False
    english: bool = True
    orders: Orders = field(default_factory=Orders)
    index: Any = None

    @cached_property
    def requirement(self) -> Mapping[str, Requirement]:
        """Each requirement by its id."""
        return {requirement.id: requirement for requirement in self.requirements}

    @cached_property
    def candidate(self) -> Mapping[str, Candidate]:
        """Each candidate by its id, in the profile's order."""
        return {candidate.id: candidate for candidate in self.candidates}

    @cached_property
    def by_candidate(self) -> Mapping[str, tuple[Match, ...]]:
        """The matches of each candidate, in the order of the requirements."""
        found: dict[str, list[Match]] = {}
        for match in self.matches:
            found.setdefault(match.candidate, []).append(match)
        return {id: tuple(matches) for id, matches in found.items()}

    @cached_property
    def by_requirement(self) -> Mapping[str, tuple[Match, ...]]:
        """The matches of each requirement, best first; ties keep the profile's order."""
        found: dict[str, list[Match]] = {}
        for match in self.matches:
            found.setdefault(match.requirement, []).append(match)
        return {
            id: tuple(sorted(matches, key=lambda match: -match.score))
            for id, matches in found.items()
        }
