"""The highlights that may be told, and what they say, count and are called."""

from collections.abc import Collection, Mapping
from functools import cached_property

from msgspec import Struct

from lapel.letter.deeds.counting import Counted, read_counted
from lapel.profile.ids import words_of_id
from lapel.profile.model import Entry, Highlight, Profile, SectionKind
from lapel.text.words import stems_of


class Bullets(Struct, frozen=True, dict=True):
    """Highlights with their entries, by the highlights' ids."""

    by_id: Mapping[str, tuple[Highlight, Entry]]

    @classmethod
    def of(cls, profile: Profile, left_out: Collection[str]) -> "Bullets":
        """Return a profile's that may be told; ``left_out`` are ids of them or their entries."""
        return cls(
            {
                highlight.id: (highlight, entry)
                for entry in profile.entries
                if not entry.hidden and entry.section is not SectionKind.REFERENCES
                for highlight in entry.highlights
                if not highlight.hidden and not {highlight.id, entry.id} & {*left_out}
            }
        )

    def __contains__(self, id: object) -> bool:
        return id in self.by_id

    def entry_of(self, id: str) -> Entry:
        """Return the entry that a highlight belongs to."""
        return self.by_id[id][1]

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """The entries that have a highlight here, by their ids."""
        return {entry.id: entry for _, entry in self.by_id.values()}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The words of each highlight."""
        return {id: highlight.text.plain for id, (highlight, _) in self.by_id.items()}

    @cached_property
    def stems(self) -> Mapping[str, frozenset[str]]:
        """The stems of each highlight's words."""
        return {id: stems_of(text) for id, text in self.texts.items()}

    @cached_property
    def counted(self) -> Mapping[str, Counted]:
        """The numbers, figures and measures of each highlight."""
        return {id: read_counted(text) for id, text in self.texts.items()}

    @cached_property
    def calls(self) -> Mapping[str, frozenset[str]]:
        """The words of each highlight's id."""
        return {id: frozenset(map(singular, words_of_id(id).split())) for id in self.by_id}


def singular(word: str) -> str:
    """Return a word without the marks around it and without a plural's "s"."""
    return word.strip(".,;:!?()'\"").removesuffix("s")
