"""What the words of a note may name: the profile, what it says, and where it is looked for."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from lapel.matching.answers.lexical import Answer
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Candidate, CandidateKind
from lapel.profile.model import Profile, SectionKind

WORK_AND_STUDIES = (SectionKind.WORK, SectionKind.EDUCATION)


class Engine(Protocol):
    """Whatever tells how well the candidates answer a phrase."""

    def answer(self, phrase: str) -> Mapping[int, Answer]:
        """Return the answers by the candidate's position."""


class Names(Struct, frozen=True):
    """What the words of a note may name.

    ``within`` are the only entries that may be meant, () for all; ``alone`` those that have a hint
    to themselves; ``older`` those that the note calls old by a year.
    """

    profile: Profile
    lexicon: Lexicon
    engine: Engine
    candidates: Sequence[Candidate]
    within: tuple[str, ...] = ()
    alone: frozenset[str] = frozenset()
    older: tuple[str, ...] = ()

    @property
    def bullets(self) -> list[Candidate]:
        """The bullets that may be meant."""
        return [
            candidate
            for candidate in self.candidates
            if candidate.kind is CandidateKind.HIGHLIGHT
            and (not self.within or candidate.entry in self.within)
        ]
