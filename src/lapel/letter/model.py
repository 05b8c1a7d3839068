"""The letter as values: its sentences, the sources of each, and the to-dos left to the person."""

from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.model import Note
from lapel.source.diagnostics import Place
from lapel.text.inline import plain_text
from lapel.text.words import word_count

FEWEST_WORDS = 250
"""A letter of fewer words could say more, if there is more to say."""
MOST_WORDS = 400
"""The most words of a letter, unless another number is asked for."""
WIDE_ENDS = ("。", "！", "？", "」", "』", "）")
"""The ends of Chinese and Japanese sentences, as wide as a letter, after which no blank stands."""


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


class Source(Struct, frozen=True):
    """One source: ``id`` is the profile's or the note's ("letter-2"), a field's name, or for a
    posting "description-7" or "company-details-1", counted from 1 over its lines.
    """

    kind: SourceKind
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.id}" if self.id else self.kind.value


OWN = (Source(SourceKind.OWN),)
"""The sources of what the person wrote into the letter."""


class Sentence(Struct, frozen=True):
    """One sentence in inline Markdown, with its final point, and all its sources in order.

    ``own`` says that it stands as the person wrote it (a finished sentence of a note, an answer,
    a highlight's ``letter:``): rules of style only hint at it.
    """

    text: str
    sources: tuple[Source, ...]
    own: bool = False

    def also_from(self, *more: Source) -> "Sentence":
        """Return the sentence with more sources, each named once."""
        return replace(self, sources=tuple(dict.fromkeys((*self.sources, *more))))


class ToDo(Struct, frozen=True):
    """What the person has to say themselves: ``text`` for the letter file ("say why …"),
    ``reason`` why lapel could not. ``note`` is None where no note asked for it; ``missing`` are the
    phrases of it for which nothing was found.
    """

    text: str
    reason: str
    note: Note | None = None
    missing: tuple[str, ...] = ()


class Paragraph(Struct, frozen=True):
    """A paragraph of the body. ``label`` is the plan's name for it ("opening"), ``notes`` the ids
    of the notes it answers; to-dos stand after its sentences.
    """

    label: str
    sentences: tuple[Sentence, ...]
    todos: tuple[ToDo, ...] = ()
    notes: tuple[str, ...] = ()


class Line(Struct, frozen=True):
    """A line outside the body (the date, the salutation, …), with its sources."""

    text: str
    sources: tuple[Source, ...]


class LetterDraft(Struct, frozen=True):
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
        """Yield every sentence of the body in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.sentences

    def todos(self) -> Iterator[ToDo]:
        """Yield the to-dos for the person in reading order."""
        for paragraph in self.paragraphs:
            yield from paragraph.todos


class Part(StrEnum):
    """The kinds of parts of a letter; a to-do and a comment are never rendered."""

    DATE = "date"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"
    TODO = "to-do"
    SIGN_OFF = "sign-off"
    SIGNATURE = "signature"
    ENCLOSURE = "enclosure"
    COMMENT = "comment"


SOURCES = "sources:"
"""The first word of a comment in the letter file that lists the sources of sentences."""
CONFLICT_MARKS = ("<<<<<<< yours", "=======", ">>>>>>> fresh draft")
"""The lines around two versions of a sentence that a merge could not decide between."""
BODY = frozenset({Part.PARAGRAPH, Part.BULLET})


class Piece(Struct, frozen=True):
    """A sentence of the body or a line outside it, in inline Markdown.

    ``place`` is None in a draft; ``sources`` is empty where nobody knows them yet.
    """

    text: str
    sources: tuple[Source, ...] = ()
    place: Place | None = None


class LetterPart(Struct, frozen=True):
    """A paragraph, bullet, block of lines, to-do or comment; it covers the lines of its file from
    ``first_line`` to ``last_line``, both 0 in a draft.
    """

    part: Part
    pieces: tuple[Piece, ...]
    first_line: int = 0
    last_line: int = 0

    @property
    def text(self) -> str:
        """All of it as one line, with a blank between sentences where their script has one."""
        spaced = (p.text if p.text.endswith(WIDE_ENDS) else f"{p.text} " for p in self.pieces)
        return "".join(spaced).removesuffix(" ")


class Letter(Struct, frozen=True):
    """A letter as it is read and rendered, from top to bottom, drafted or edited."""

    parts: tuple[LetterPart, ...]

    def of(self, *parts: Part) -> Iterator[LetterPart]:
        """Return an iterator over the parts of these kinds in reading order."""
        return (part for part in self.parts if part.part in parts)

    def sentences(self) -> Iterator[Piece]:
        """Yield every sentence of the body in reading order."""
        for part in self.of(*BODY):
            yield from part.pieces

    def word_count(self) -> int:
        """Return the number of words in the body, as a word processor counts them."""
        return sum(word_count(plain_text(part.text)) for part in self.of(*BODY))
