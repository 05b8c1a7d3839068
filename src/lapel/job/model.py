"""The job file as the rest of lapel sees it: the person's notes apart from the employer's text."""

from datetime import date
from enum import StrEnum

from msgspec import Struct, field

from lapel.locale.days import read_day
from lapel.source.diagnostics import Place
from lapel.text.regexes import regex

WEB_ADDRESS = regex(r"https?://[^\s<>()\[\]\"']+|(?<![\w@.])www\.[^\s<>()\[\]\"']+")


class NoteKind(StrEnum):
    """What a note is: each kind has its own weight in matching and its own part of the letter."""

    EMPHASIS = "emphasis"
    HINT = "hint"
    IDEA = "idea"
    LETTER_POINT = "letter-point"
    CONNECTION = "connection"


class Note(Struct, frozen=True):
    """One line the user wrote, an instruction to lapel.

    ``text`` is the line as written without its list marker; ``label`` what stands before the
    colon (the employer of a hint, the paragraph of a letter point, the question of a
    connection), ``body`` the rest. ``section`` is the section a hint stood under ("work",
    "education", "projects", or ""). ``optional`` notes said "if applicable". The note covers the
    lines ``place.line`` to ``last_line``. ``heading`` is that of a skill or an idea which stands
    under one.
    """

    id: str
    kind: NoteKind
    text: str
    label: str
    body: str
    section: str
    optional: bool
    place: Place
    last_line: int
    heading: str = ""


class Line(Struct, frozen=True):
    """A paragraph or list item of the employer's text, or of a section kept as it is.

    ``headings`` are the headings it stands under, outermost first, below the section's own.
    """

    text: str
    headings: tuple[str, ...]
    is_item: bool
    place: Place
    last_line: int


class Field(Struct, frozen=True):
    """A single-valued field of the job file, as written; ``last_line`` may be 0 for one line."""

    text: str
    place: Place
    last_line: int = 0


class OtherSection(Struct, frozen=True):
    """A section whose heading is not known: kept whole and named in a diagnostic."""

    heading: str
    place: Place
    lines: tuple[Line, ...]


class Reference(Struct, frozen=True):
    """An id named in the settings (a pin, a drop, one place of an order) and where."""

    id: str
    place: Place


class ChosenWording(Struct, frozen=True):
    """The wording to use for one highlight: an author's ``name``, or a ``text`` written for this
    job over the highlight whose digest was ``of``.
    """

    highlight: Reference
    name: str = ""
    text: str = ""
    of: str = ""


class Settings(Struct, frozen=True):
    """What the front matter (in YAML: ``tailoring:``) asks for; None where it says nothing.

    ``unread`` where it is broken: what it does not say here it may say in the file.
    """

    profile: Field | None = None
    pages: int | None = None
    theme: Field | None = None
    paper: Field | None = None
    language: Field | None = None
    personal: bool | None = None
    date: Field | None = None
    words: int | None = None
    pin: tuple[Reference, ...] = ()
    drop: tuple[Reference, ...] = ()
    order: tuple[tuple[Reference, tuple[Reference, ...]], ...] = ()
    wording: tuple[ChosenWording, ...] = ()
    unread: bool = False


class Job(Struct, frozen=True):
    """One opening and the person's notes on it. ``notes`` stand in the file's order.

    ``headings`` are all headings and labels that were followed, ``comments`` what the file hides
    from its reader: both as written, so that nothing of the file is missing here.
    """

    digest: str
    company: Field | None = None
    position: Field | None = None
    url: Field | None = None
    status: tuple[Field, ...] = ()
    application_date: Field | None = None
    recipient: tuple[Field, ...] = ()
    description: tuple[Line, ...] = ()
    company_details: tuple[Line, ...] = ()
    notes: tuple[Note, ...] = ()
    others: tuple[OtherSection, ...] = ()
    headings: tuple[Field, ...] = ()
    comments: tuple[Field, ...] = ()
    settings: Settings = field(default_factory=Settings)
    covered: frozenset[int] = frozenset()
    """Every line (from 1) that ended in a value above, headings and front matter included."""

    @property
    def link(self) -> str:
        """The first web address in the URL field; "" where the field is prose or missing."""
        found = WEB_ADDRESS.search(self.url.text) if self.url else None
        return found.group().rstrip(".,;:!?") if found else ""

    @property
    def applied_on(self) -> date | None:
        """The day of the application date; None where no day can be read in it."""
        return read_day(self.application_date.text) if self.application_date else None

    def notes_of(self, kind: NoteKind) -> tuple[Note, ...]:
        """Return the notes of one kind in the file's order."""
        return tuple(note for note in self.notes if note.kind is kind)
