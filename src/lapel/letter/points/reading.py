"""A letter point read as an instruction: tidied, cut into pieces, each piece turned into acts."""

import re
from dataclasses import replace

from lapel.job.placeholders import is_placeholder
from lapel.letter.points.asking import Asked, is_empty
from lapel.letter.points.frames import framed
from lapel.letter.points.grammar import is_base, is_clause, words_of
from lapel.letter.points.instructing import Instruction, take_instruction, without_leads
from lapel.letter.points.model import Act, Context, Point, Seek, Side, Silence, Unsayable
from lapel.letter.points.objects import read_object, tie
from lapel.letter.points.persons import find_persons
from lapel.letter.points.pieces import Piece, split_pieces
from lapel.letter.points.requesting import read_request, say_thanks
from lapel.letter.points.sentences import said
from lapel.letter.points.tidying import tidy
from lapel.letter.points.tying import company_side
from lapel.letter.points.vocabulary import longest_first
from lapel.letter.points.wondering import WONDERING

_ARROW = " → "
_QUESTION_STARTS = WONDERING | frozenset(
    ("do", "does", "did", "is", "are", "can", "could", "should", "would", "will")
)
_MYSELF = re.compile(
    r"^(?:myself|yourself|me|himself|herself|you|the candidate)(?: as (?P<as>.+))?$", re.IGNORECASE
)
_BACK = re.compile(
    r"^(?:(?:it|this|that|these|them|those|both)\s+)?(?:back\s+)?(?:to|with|into)\s+", re.IGNORECASE
)
_WRITERS = re.compile(r"^(?:my|your|his|her)\b", re.IGNORECASE)
_COMPANYS = re.compile(r"(?:their|they|this|the|your)\b", re.IGNORECASE)
_THE_ONLY = re.compile(
    r"^(?:it['’]s|it is) the (?=(?:only|best|first|one|largest|oldest|closest|nearest)\b)",
    re.IGNORECASE,
)
_SPLICE = re.compile(
    r"^([^,;]+), (I (?:am|have|did|do|was|can|know|want|like|love|would|will)\b[^,]*)$"
)
_REFERRING = frozenset(("it", "this", "that", "these", "them", "those", "so"))
_SAYING = re.compile(r"[^\W_]{2}")


def read_point(text: str, context: Context) -> Point:
    """The acts a letter point asks for, in order; none for a placeholder.

    ``text`` is a note's body: its paragraph's label is off. It is read as English.
    """
    tidied = tidy(text, context)
    if is_placeholder(text) or not _SAYING.search(tidied):
        return Point(())
    asked = Asked(context, find_persons(tidied, context))
    acts: list[Act] = []
    for piece in split_pieces(asked.persons.named(tidied)):
        acts += _read_piece(replace(asked, asides=piece.asides), piece)
    return Point(tuple(dict.fromkeys(acts)) or (Unsayable(tidied, "nothing in it can be said"),))


def _read_piece(asked: Asked, piece: Piece) -> tuple[Act, ...]:
    """The acts that one piece asks for."""
    text = piece.text.strip()
    if piece.finished:
        return said(asked.mine(text), own=True)
    if _is_refusal(text):
        return (Silence(text),)
    first = words_of(without_leads(text))[:1]
    if piece.unsure and first and first[0] in _QUESTION_STARTS:
        return (Unsayable(f"{text}?", "this is a question that only you can answer"),)
    instruction = take_instruction(text)
    if instruction is None:
        bare = without_leads(text)
        asks = text[:6].casefold() == "please" and is_base(bare.split(maxsplit=1)[0].casefold())
        return said(asked.mine(text)) if asks else _read_bare(asked, bare)
    acts = _read_instruction(asked, instruction)
    return (Unsayable(text, "it is not clear what to say"),) if acts is None else acts


def _is_refusal(text: str) -> bool:
    bare = without_leads(text).casefold().replace("’", "'")
    return any(
        bare == refusal or bare.startswith((refusal + " ", refusal + ","))
        for refusal in longest_first("refusals")
    )


def _read_bare(asked: Asked, text: str) -> tuple[Act, ...]:
    """A piece without an instruction: its object alone."""
    if _ARROW in text:
        return _read_arrow(asked, text)
    if (thanked := say_thanks(asked, text)) is not None:
        return thanked
    text = _THE_ONLY.sub("Yours is the ", re.sub(r"^that\s+(?=\S+\s)", "", text))
    if is_clause(text):
        return said(_SPLICE.sub(r"\1; \2", asked.mine(text)))
    return read_object(asked, text)


def _read_arrow(asked: Asked, text: str) -> tuple[Act, ...]:
    """What an arrow ties to the employer's side, or only sets one behind the other."""
    mine, _, other = text.partition(_ARROW)
    if _COMPANYS.match(other) or asked.names_company(other):
        return tie(asked, text) or ()
    return (*read_object(asked, mine), *read_object(replace(asked, asides=()), other))


def _read_instruction(asked: Asked, instruction: Instruction) -> tuple[Act, ...] | None:
    """The acts of a piece with an instruction; None where its object says nothing."""
    kinds, object = instruction.kinds, instruction.object.strip()
    if "thank" not in kinds and " ".join(words_of(object)) in _REFERRING | WONDERING:
        return ()
    if "tie" in kinds and (tied := _tie(asked, object)):
        return tied
    if (requested := read_request(asked, instruction)) is not None:
        return requested
    if "introduce" in kinds and (found := _MYSELF.match(object)):
        return _introduce(asked, found["as"])
    return None if is_empty(object) else read_object(asked, object)


def _tie(asked: Asked, object: str) -> tuple[Act, ...] | None:
    """A tie of two things, or of what was told before with one ("tie it to their mission")."""
    back = _BACK.match(object)
    if back is None:
        return tie(asked, object)
    rest = object[back.end() :]
    return read_object(asked, rest) if _WRITERS.match(rest) else company_side(asked, rest)


def _introduce(asked: Asked, who: str | None) -> tuple[Act, ...]:
    """The writer introduced: as what the note says, else by the strongest deeds."""
    told = framed("introduced", asked.mine(who)) if who else ()
    return told or (Seek((), (Side.PROFILE,)),)
