"""What a note asks of the document: what goes, what comes first, how much of something."""

from enum import StrEnum

from msgspec import Struct


class ActKind(StrEnum):
    """What a note asks of the document."""

    FIRST = "first"
    UP = "up"
    LAST = "last"
    LATER = "later"
    FIRST_SKILL = "first-skill"
    OUT = "out"
    LESS = "less"
    SINCE = "since"
    KEEP = "keep"
    PAGES = "pages"
    SHORT = "short"
    WHOLE = "whole"
    ONLY = "only"
    SOME = "some"
    SPARE = "spare"
    WORDING = "wording"
    LOOKS = "looks"
    FORM = "form"
    MANNER = "manner"
    PHOTO = "photo"
    RENAME = "rename"
    REFERENCES = "references"
    ERRAND = "errand"
    GAP = "gap"


REFUSALS = (ActKind.OUT, ActKind.LESS)
ARRANGED = (ActKind.FIRST, ActKind.UP, ActKind.LAST)
"""The kinds of act that give something its place."""


class Act(Struct, frozen=True):
    """One thing that a note asks to be done to the document.

    ``subject`` is what should come first, or go, in the note's words ("" where the note's own entry
    is meant); ``beside`` is what it should come before or be done for; ``number`` is a count of
    pages or years, or a year; ``bullets`` is how many bullets something may have at most, several
    entries together unless ``each`` says that each may.

    ``firm`` is false of words that are an order only if their subject is surely found in the
    profile, and a plain wish or refusal otherwise ("not sales", "less chemicals", "keep the lights
    on"). ``deed`` says that the verb may tell of a deed as well ("cut the chemicals"). ``named``
    are the ids of the entries, highlights or sections meant, and ``sure`` tells whether they are
    meant beyond doubt, so that lapel obeys by itself. ``refused`` marks an act that only lessens
    because several bullets may be meant by a refusal; ``entirely`` a refusal that leaves no line of
    an entry either.
    """

    kind: ActKind
    subject: str = ""
    beside: str = ""
    number: int = 0
    bullets: int | None = None
    each: bool = False
    firm: bool = True
    deed: bool = False
    named: tuple[str, ...] = ()
    sure: bool = False
    refused: bool = False
    entirely: bool = False


def refuses(act: Act) -> bool:
    """Tell whether an act asks for less of something, or for none."""
    return act.kind in REFUSALS
