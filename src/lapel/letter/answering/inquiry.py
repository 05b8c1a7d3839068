"""What an answer is made of: the note that asks, all that may be told, and what was told."""

from msgspec import Struct

from lapel.job.model import Note
from lapel.letter.deeds.search import Deeds
from lapel.letter.materials import Materials, Progress
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import KEEP, Move
from lapel.letter.plan import part_of
from lapel.letter.points.model import Part


class Inquiry(Struct, frozen=True):
    """What a ``note`` asks of a letter's materials; None stands for what nobody asked."""

    note: Note | None
    materials: Materials
    progress: Progress

    @property
    def deeds(self) -> Deeds:
        """The deeds that may be told."""
        return self.materials.deeds

    @property
    def sources(self) -> tuple[Source, ...]:
        """The note, as a source of what answers it."""
        return (Source(SourceKind.NOTE, self.note.id),) if self.note else ()

    @property
    def id(self) -> str:
        """The note's id, "" for nobody's."""
        return self.note.id if self.note else ""

    @property
    def text(self) -> str:
        """The note's words with its label, "" for nobody's."""
        return self.note.text if self.note else ""

    @property
    def body(self) -> str:
        """The note's words without its label."""
        return (self.note.body or self.note.text) if self.note else ""

    @property
    def part(self) -> Part | None:
        """The part of the letter that the note's label names, None for nobody's."""
        return part_of(self.note.label) if self.note else None

    @property
    def by_number(self) -> bool:
        """Whether the note's numbers named the deed that answers it."""
        return self.id in self.progress.numbered

    def move(self, text: str, *sources: Source, drop: int = KEEP, theirs: bool = False) -> Move:
        """Return a move of one sentence, with the given sources and the note."""
        sentence = Sentence(text, (*sources, *self.sources))
        return Move(((sentence,),), drop=drop, theirs=theirs)

    def todo(self, text: str, reason: str, *missing: str) -> ToDo:
        """Return a to-do for the note, with the phrases for which nothing was found."""
        return ToDo(text, reason, self.note, missing)
