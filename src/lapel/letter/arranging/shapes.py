"""What a paragraph of a letter tells: deeds, a list of them, or one lone thing."""

from lapel.job.model import NoteKind
from lapel.letter.model import SourceKind
from lapel.letter.moves import Move, Told
from lapel.letter.points.model import Part
from lapel.text.inline import plain_text

LONE_WORDS = 30
"""A sentence of more words than this is a paragraph."""
DEEDS_IN_ONE = 3
"""A paragraph with more deeds than this is a list."""


def deeds_of(paragraph: Told) -> list[Move]:
    """Return what a paragraph tells of the profile."""
    return [move for move in paragraph.moves if move.deed is not None]


def has_room(paragraph: Told) -> bool:
    """Tell whether a paragraph ends with a deed, and one more makes no list of it."""
    told = deeds_of(paragraph)
    return bool(told) and paragraph.moves[-1] is told[-1] and len(told) < DEEDS_IN_ONE


def stands_single(paragraph: Told) -> bool:
    """Tell whether a paragraph is one deed or one short sentence.

    A deed with its preface counts where no note asks for it.
    """
    if paragraph.part in (Part.OPENING, Part.CLOSING) or not paragraph.moves:
        return False
    told = deeds_of(paragraph)
    if len(told) == 1 and paragraph.moves[-1] is told[0]:
        return len(paragraph.moves) == 1 or paragraph.is_free
    if len(paragraph.moves) > 1:
        return False
    said = paragraph.moves[0].forms[0]
    return len(said) == 1 and len(plain_text(said[0].text).split()) <= LONE_WORDS


def is_answer(move: Move) -> bool:
    """Tell whether a move is one of the answers about the personal connection."""
    said = () if move.deed else move.forms[0]
    answers = (s for one in said for s in one.sources if s.kind is SourceKind.NOTE)
    return any(source.id.startswith(NoteKind.CONNECTION.value) for source in answers)
