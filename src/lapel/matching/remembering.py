"""What was found last, by content: after a change to one bullet only that one is asked
again.

A candidate's answer to a requirement depends on its own texts, on the requirement's phrases, and on
how much each of their words counts, that is, on how rare it is in the whole profile.
"""

from collections.abc import Hashable, Mapping, Sequence
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct, field

from lapel.matching.answers.lexical import LexicalIndex
from lapel.matching.meaning.kept import NearnessMemory
from lapel.matching.model import Candidate, Requirement
from lapel.matching.weighing import Found, Weighing

T = TypeVar("T")


class Recollection(Struct, Generic[T], frozen=True):
    """What was found for each requirement, by candidates' positions; None for nothing."""

    circumstances: Hashable
    places: Mapping[Hashable, int]
    found: dict[Hashable, Sequence[T | None]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, candidates: Sequence[Candidate], words: LexicalIndex, circumstances: Hashable
    ) -> "Recollection[T]":
        """Return an empty one for these candidates as they were read."""
        places: dict[Hashable, int] = {}
        for position, (candidate, tags, title) in enumerate(
            zip(candidates, words.tags, words.titles, strict=True)
        ):
            own = (candidate.id, candidate.kind, candidate.entry, candidate.section, candidate.text)
            near = (tuple(tag.text for tag in tags), title.text if title else None)
            places[own + near] = position
        return cls((circumstances, words.lexicon, words.english), places)

    def stayed_from(self, earlier: "Recollection[T]") -> Sequence[tuple[int, int]]:
        """Return the positions, here and there, of candidates that ``earlier`` has too."""
        if earlier.circumstances != self.circumstances:
            return ()
        known = earlier.places
        return [(now, known[content]) for content, now in self.places.items() if content in known]


class Memory(Struct, eq=False):
    """What was found last, for whoever matches one job again and again, as the preview does.

    ``weighed`` tells how the ``answers`` were weighed, by requirement: they are kept alive, so that
    their identities stay theirs. What outlives the process is in the folder of ``nearness``.
    """

    nearness: NearnessMemory = field(default_factory=NearnessMemory)
    answers: Recollection[Found] | None = None
    weighed: Mapping[str, Weighing] = field(default_factory=dict)

    @classmethod
    def in_folder(cls, folder: Path | None) -> "Memory":
        """Return an empty one; the folder's contents may be deleted at any time."""
        return cls(NearnessMemory(folder))


def key_of(requirement: Requirement, words: LexicalIndex) -> Hashable:
    """Return what the answers to a requirement depend on, besides the candidate.

    Its line is no part of that: it moves when something is written above it.
    """
    asks = tuple(map(words.ask, requirement.phrases))
    return requirement.kind, requirement.phrases, requirement.entries, asks
