"""The ledger: the contract note by note, and every candidate with what became of it and why.

Field names are the keys of ``ledger.json`` and of the command line's JSON.
"""

from enum import StrEnum

from msgspec import Struct

from lapel.job.model import NoteKind
from lapel.letter.model import SourceKind
from lapel.matching.model import Evidence, RequirementKind
from lapel.text.plurals import count


class Fate(StrEnum):
    """What became of a note."""

    HONOURED = "honoured"
    PARTLY = "partly"
    LEFT_OUT = "left-out"
    NO_EVIDENCE = "no-evidence"
    NOT_DONE = "not-done"
    NOT_PLACED = "not-placed"
    NOT_APPLICABLE = "not-applicable"
    TO_DO = "to-do"
    FOR_THE_LETTER = "for-the-letter"


OPEN_FATES = (
    Fate.PARTLY,
    Fate.LEFT_OUT,
    Fate.NO_EVIDENCE,
    Fate.NOT_DONE,
    Fate.NOT_PLACED,
    Fate.TO_DO,
)
"""The fates of notes that a person may want to do something about."""
FOR_THE_LETTER = (NoteKind.LETTER_POINT, NoteKind.CONNECTION)
"""The kinds of notes that the resume leaves to the cover letter."""


class Answer(Struct, frozen=True):
    """A highlight (or a wording, skill, summary, entry line) that answers a note; ``shows`` tells
    what of it, where the note asks for several things.
    """

    id: str
    place: str
    text: str
    score: float
    reasons: tuple[str, ...]
    included: bool
    shows: tuple[str, ...] = ()


class NoteAccount(Struct, frozen=True):
    """One note of the job file and its answer. ``why`` says the fate in one sentence."""

    id: str
    kind: str
    text: str
    place: str
    entries: tuple[str, ...]
    fate: Fate
    evidence: Evidence | None
    why: str
    missing: tuple[str, ...]
    """The phrases nothing on the page answers."""
    answers: tuple[Answer, ...]


class RequirementAccount(Struct, frozen=True):
    """One line of the employer's description that asks for something, and what became of it, as of
    a note.
    """

    id: str
    kind: RequirementKind
    text: str
    place: str
    fate: Fate
    evidence: Evidence
    why: str
    missing: tuple[str, ...]
    """The phrases nothing on the page answers."""
    answers: tuple[Answer, ...]

    @property
    def is_answered(self) -> bool:
        """Whether the page has something for it, be it not for all of it."""
        return self.fate in (Fate.HONOURED, Fate.PARTLY)


class HighlightAccount(Struct, frozen=True):
    """One highlight of the profile, or one of its summaries (whose ``entry`` is ""), in or out.
    ``wording`` names the form on the page.

    ``height_pt`` is the height of that form with its gap, None where it was not measured;
    ``loses_to`` what would have to leave for it; ``flip`` the one-line edit that turns it.
    """

    id: str
    entry: str
    place: str
    text: str
    score: float
    included: bool
    wording: str
    reasons: tuple[str, ...]
    height_pt: float | None
    why: str
    loses_to: tuple[str, ...]
    flip: str


UNASKED = "answers no note; "
"""The beginning of the reason for a bullet that is kept but answers nothing."""
LEFT_OUT = "left out: "
"""The beginning of the reason for an entry that is out, but not by the person's wish."""


class EntryForm(StrEnum):
    """How an entry or a group of skills stands: open with bullets, in one line, or not at all."""

    OPEN = "open"
    BRIEF = "brief"
    OUT = "out"


class EntryAccount(Struct, frozen=True):
    """One entry or group of skills of the profile: open, brief or out, and how many of its bullets
    are on the page; ``score`` and ``reasons`` are those of its own line; ``flip`` is the edit that
    would turn it, "" where none can.
    """

    id: str
    section: str
    title: str
    dates: str
    place: str
    form: EntryForm
    bullets: int
    bullets_of: int
    score: float
    reasons: tuple[str, ...]
    why: str
    flip: str

    @property
    def is_left_out(self) -> bool:
        """Whether it is left out in favour of other content, and not by the person."""
        return self.form is EntryForm.OUT and self.why.startswith(LEFT_OUT)

    @property
    def without(self) -> str:
        """The keywords that a group of skills lacks on the page, "" where it is whole or out."""
        return "" if self.form is EntryForm.OUT else self.why.partition(LEFT_OUT)[2]


class FitAccount(Struct, frozen=True):
    """The layout of the pages. ``gap`` is the proven distance from the best choice, in [0, 1].

    ``scale`` in [-1, 1] is the position of the gaps between floor and ceiling; ``free_lines`` is
    how many lines of text the last page could still take.
    """

    pages: int
    asked_pages: int
    theme: str
    paper: str
    step: str
    scale: float
    fill: float
    free_lines: float
    objective: float
    bound: float
    gap: float

    @property
    def fullness(self) -> str:
        """The pages and how full they are: "2 pages, the last 96% full"."""
        last = "the last " if self.pages > 1 else ""
        return f"{count('page', self.pages)}, {last}{self.fill:.0%} full"


class PageLink(Struct, frozen=True):
    """A link of a document: the words that it is on, and its address."""

    text: str
    href: str


class PageLine(Struct, frozen=True):
    """One leaf of a document as its readers should find it, with the characters that were drawn.

    ``text`` runs from the left edge, ``aside`` (dates, a place) is set at the right of its last
    line. ``place`` is where the profile has it, or "" for words of the locale.
    """

    id: str
    kind: str
    text: str
    aside: str
    links: tuple[PageLink, ...]
    place: str


class DocumentAccount(Struct, frozen=True):
    """The content of a written document, leaf by leaf; ``name`` is its files' without suffix.

    ``footer`` is printed at the foot of its pages, with ``{page}`` and ``{pages}`` for the numbers;
    "" where there is none.
    """

    name: str
    lines: tuple[PageLine, ...]
    footer: str = ""


class SourceAccount(Struct, frozen=True):
    """One source of a sentence: ``kind`` and ``id`` as in the letter file, ``place`` "" where it
    has none.
    """

    kind: SourceKind
    id: str
    place: str


class SentenceAccount(Struct, frozen=True):
    """One sentence of the letter; ``place`` is its line in the letter file, "" while there is
    none.
    """

    text: str
    place: str
    sources: tuple[SourceAccount, ...]


class ToDoAccount(Struct, frozen=True):
    """What the letter leaves to the person. ``note`` is the id of the note that asks for it."""

    text: str
    note: str
    place: str


class LetterAccount(Struct, frozen=True):
    """The letter. ``file`` is where its text was read from, "" where it is a fresh draft;
    ``edited`` says whether it was changed since it was drafted; ``words`` counts its body.
    """

    file: str
    edited: bool
    words: int
    step: str
    fill: float
    sentences: tuple[SentenceAccount, ...]
    todos: tuple[ToDoAccount, ...]
    hints: tuple[str, ...]
    """Hints on how to make the letter better, a sentence each."""


class Ledger(Struct, frozen=True):
    """The whole account of one resume, and of the letter beside it where one was made."""

    job: str
    profile: str
    company: str
    position: str
    name: str
    fit: FitAccount
    notes: tuple[NoteAccount, ...]
    requirements: tuple[RequirementAccount, ...]
    summaries: tuple[HighlightAccount, ...]
    highlights: tuple[HighlightAccount, ...]
    entries: tuple[EntryAccount, ...]
    documents: tuple[DocumentAccount, ...]
    letter: LetterAccount | None
    warnings: tuple[str, ...]

    @property
    def gaps(self) -> tuple[RequirementAccount, ...]:
        """The lines of the posting that the page has nothing for, the weightiest first."""
        kinds = list(RequirementKind)
        lines = (line for line in self.requirements if line.fate in OPEN_FATES)
        found = (line for line in lines if not line.is_answered)
        return tuple(sorted(found, key=lambda line: kinds.index(line.kind)))
