"""The letter as values: what a draft says, where each sentence comes from, what is left to do."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from lapel.job.model import Note


class SourceKind(StrEnum):
    """Where words of a letter come from.

    ``POSTING`` is the employer's text, ``JOB`` a field of the job file ("position"), ``PROFILE``
    a field of the profile's basics ("name"), ``FRAME`` a sentence of lapel's own without facts,
    ``OWN`` the person's words in the letter file.
    """

    HIGHLIGHT = "highlight"
    ENTRY = "entry"
    SKILL = "skill"
    SUMMARY = "summary"
    NOTE = "note"
    POSTING = "posting"
    JOB = "job"
    PROFILE = "profile"
    FRAME = "frame"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Source:
    """One source: ``id`` is the profile's or the note's ("letter-2"), a field's name, or for a
    posting "description-7" or "company-details-1", counted from 1 over its lines.
    """

    kind: SourceKind
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.id}" if self.id else self.kind.value


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence in inline Markdown, with its final point, and all its sources in order.

    ``own`` says that it stands as the person wrote it (a finished sentence of a note, an answer,
    a highlight's ``letter:``): rules of style only hint at it.
    """

    text: str
    sources: tuple[Source, ...]
    own: bool = False


@dataclass(frozen=True, slots=True)
class ToDo:
    """What the person has to say themselves: ``text`` for the letter file ("say why …"),
    ``reason`` why lapel could not. ``note`` is None where no note asked for it.
    """

    text: str
    reason: str
    note: Note | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body. ``label`` is the plan's name for it ("opening"), ``notes`` the ids
    of the notes it answers; to-dos stand after its sentences.
    """

    label: str
    sentences: tuple[Sentence, ...]
    todos: tuple[ToDo, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A line outside the body (the date, the salutation, …), with its sources."""

    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """A drafted letter from top to bottom; a line that is not there is None.

    ``language`` is a BCP 47 tag.
    """

    language: str
    date: Line | None
    recipient: tuple[Line, ...]
    subject: Line | None
    salutation: Line
    paragraphs: tuple[Paragraph, ...]
    sign_off: Line
    signature: Line
    enclosure: Line | None

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence of the body in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences

    def todos(self) -> Iterator[ToDo]:
        """What is left to the person, in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.todos
