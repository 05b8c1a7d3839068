"""What the answers about the personal connection say already, of what was made of a note."""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.letter.arranging.halves import HALVES, is_complete, keep_half
from lapel.letter.arranging.repeating import ALIKE, FEWEST_TOLD
from lapel.letter.model import SourceKind
from lapel.letter.moves import Move, Told
from lapel.letter.points.model import Part
from lapel.text.content import content_stems
from lapel.text.words import stems_of

FAMILY = 6
"""The number of first letters in common that makes two stems say the same thing."""
_VALUING = ("admir", "appreciat", "valu", "like", "lov", "enjoy", "respect", "impress", "favo")
_DENYING = frozenset(("no", "not", "never", "without"))
_TO_THEM = r"(?i)(?:your?|thanks?|it|this|that)\b"
"""The beginning of a sentence that is not about the writer, or refers back."""
_ONE_IS = r"I(?:['’]m| am) an? [\w-]+\.$"
_OF_USE = "customer client user shopper regular"
"""Words that only say that somebody uses something."""


def without_answered(
    paragraphs: Sequence[Told], answers: frozenset[str], company: str = ""
) -> list[Told]:
    """Leave out what was made of a note, or half of it, if the answers say it already.

    They do if they have its telling words. ``answers`` are the ids of their notes; the answer that
    says it is then the answer to the other note, too.
    """
    moves = [move for told in paragraphs for move in told.moves]
    told_by = [m for m in moves if m.is_of_notes and answers & {source.id for source in m.sources}]
    also: dict[int, Move] = {}
    kept: dict[int, Move | None] = {}
    for told in paragraphs:
        for move in told.moves if told.part is not Part.OPENING else ():
            answered = None if move in told_by else _find_answer(move, told_by, company)
            if answered is not None:
                by, kept[id(move)] = answered
                also[id(by)] = also.get(id(by), by).also_for(move)
    return [
        replace(
            told,
            moves=tuple(
                left
                for move in told.moves
                if (left := kept.get(id(move), also.get(id(move), move))) is not None
            ),
        )
        for told in paragraphs
    ]


def is_answered(move: Move, answers: Sequence[Move], company: str) -> bool:
    """Tell whether the answers say what was made of a note, or half of it."""
    return _find_answer(move, answers, company) is not None


def _find_answer(
    move: Move, answers: Sequence[Move], company: str
) -> tuple[Move, Move | None] | None:
    """Find the answer that says what was made of a note, with what is left of that.

    Return None if no answer says it, or half of it.
    """
    kinds = {source.kind for source in move.first.sources}
    if not kinds <= {SourceKind.NOTE, SourceKind.JOB} or move.deed is not None:
        return None
    by = _find_answer_saying(move.text, answers, company)
    if by is not None and (
        _may_be_left_out(move, by) or move.stems - _stems_of_use(company) <= by.stems
    ):
        return by, None
    if move.first.own:
        return None
    halves = re.fullmatch(HALVES, move.text) if len(move.forms[0]) == 1 else None
    if halves is None or not (is_complete(halves["one"]) and is_complete(halves["other"])):
        return None
    for again, new in (("one", "other"), ("other", "one")):
        if (by := _find_answer_saying(halves[again], answers, company)) is not None:
            return by, keep_half(move, new)
    return None


def _may_be_left_out(move: Move, by: Move) -> bool:
    """Tell whether a sentence may be left out.

    It is no finished one of the person's, or the answers were told for its own note.
    """
    return not move.first.own or not {*move.first.sources}.isdisjoint(by.first.sources)


def _find_answer_saying(text: str, answers: Sequence[Move], company: str) -> Move | None:
    """Find the answer that says most of a sentence, if the answers say all but little of it.

    What somebody feels is said only by an answer that says what they value.
    """
    denies = _DENYING & {*text.split()} or "n't" in text or "n’t" in text
    if denies or re.match(_TO_THEM, text):
        return None
    values = _values_something(text)
    telling = " ".join(w for w in text.split() if not w.casefold().startswith(_VALUING))
    stems = content_stems(telling) - _stems_of_use(company)
    if values:
        answers = [a for a in answers if _values_something(a.text)]
    said = frozenset().union(*(one.stems for one in answers))
    new = [stem for stem in stems if not any(_is_kin(stem, other) for other in said)]
    few = len(new) <= (1 - ALIKE) * len(stems) and not any(map(str.isdigit, "".join(new)))
    fewest = 1 if values or re.match(_ONE_IS, text) else FEWEST_TOLD
    if len(stems) < fewest or not answers or not few:
        return None
    best = max(answers, key=lambda answer: len(answer.stems & stems))
    return best if 2 * len(best.stems & stems) >= len(stems) else None


def _stems_of_use(company: str) -> frozenset[str]:
    """Return the stems that only say that somebody uses what is the company's."""
    return content_stems(company) | stems_of(_OF_USE)


def _values_something(text: str) -> bool:
    """Tell whether a sentence says that something is valued."""
    return any(word.startswith(_VALUING) for word in text.casefold().split())


def _is_kin(one: str, other: str) -> bool:
    """Tell whether two stems are of one family: "complain" and "complaint"."""
    return one == other or (min(len(one), len(other)) >= FAMILY and one[:FAMILY] == other[:FAMILY])
