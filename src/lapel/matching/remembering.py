"""What this process found last, by content: of a profile that changed in a bullet, only that is
asked again.

What a candidate answers to a requirement hangs on its own texts, on the requirement's phrases, and
on how much each word of them counts, which is told by how rare it is in the whole profile.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import Generic, TypeVar

from msgspec import Struct, field

from lapel.matching.answers.lexical import LexicalIndex
from lapel.matching.model import Candidate, Requirement

T = TypeVar("T")


class Recollection(Struct, Generic[T], frozen=True):
    """What was found for each requirement, by the candidate's position; None where it answers
    nothing. ``circumstances`` is what else it hangs on, ``places`` the position of each candidate
    by its content.
    """

    circumstances: Hashable
    places: Mapping[Hashable, int]
    found: dict[Hashable, Sequence[T | None]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, candidates: Sequence[Candidate], words: LexicalIndex, circumstances: Hashable
    ) -> "Recollection[T]":
        """An empty one for these candidates as they were read."""
        places: dict[Hashable, int] = {}
        for position, (candidate, tags, title) in enumerate(
            zip(candidates, words.tags, words.titles, strict=True)
        ):
            own = (candidate.id, candidate.kind, candidate.entry, candidate.section, candidate.text)
            near = (tuple(tag.text for tag in tags), title.text if title else None)
            places[own + near] = position
        return cls((circumstances, words.lexicon, words.english), places)

    def stayed_from(self, earlier: "Recollection[T]") -> Sequence[tuple[int, int]]:
        """The candidates of an ``earlier`` one that are here too: their positions here and there;
        none where the circumstances are others.
        """
        if earlier.circumstances != self.circumstances:
            return ()
        known = earlier.places
        return [(now, known[content]) for content, now in self.places.items() if content in known]


def key_of(requirement: Requirement, words: LexicalIndex) -> Hashable:
    """What the answers to a requirement hang on, besides the candidate: not on its line, which
    moves when something is written above it.
    """
    asks = tuple(map(words.ask, requirement.phrases))
    return requirement.kind, requirement.phrases, requirement.entries, asks
