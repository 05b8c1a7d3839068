"""Where in a letter the personal connection is told, all of it together."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.letter.arranging.answered import is_answered
from lapel.letter.arranging.shapes import is_answer
from lapel.letter.moves import Move, Told
from lapel.letter.plan import before_closing
from lapel.letter.points.model import Part

OF_COMPANY = "company-specific"
FEWEST_RETOLD = 4
"""The fewest telling words by which a sentence tells an answer again."""
FEWEST_APART = 2
"""The number of answers that become a paragraph beside the deeds of other notes."""


def with_connection(
    paragraphs: Sequence[Told], connection: tuple[Move, ...], company: str = ""
) -> list[Told]:
    """Insert the personal connection before a note's sentence that says the same.

    If there is none, it becomes a paragraph before the close. What a finished sentence of a note
    tells in its own way is left out.
    """
    kept, connection = _drop_retold(paragraphs, connection)
    meant = next(_find_saying_same(kept, connection, company), None)
    if meant is not None:
        number, index = meant
        here = kept[number]
        asked = here.moves[index].first.sources
        told = tuple(move.also_from(*asked) for move in connection)
        kept[number] = replace(here, moves=(*here.moves[:index], *told, *here.moves[index:]))
    elif connection:
        kept.insert(before_closing(kept), Told(Part.COMPANY, OF_COMPANY, connection))
    return kept


def _drop_retold(
    paragraphs: Sequence[Told], connection: Sequence[Move]
) -> tuple[list[Told], tuple[Move, ...]]:
    """Return the paragraphs, and the connection without what a sentence of theirs tells again.

    That sentence is the person's own, and answers the note on the connection, too.
    """
    again = {
        id(move): next(
            (one for one in _find_own_sentences(paragraphs) if _retells(one, move)), None
        )
        for move in connection
    }
    also = {
        id(own): replace(own, forms=own.also_for(move).forms)
        for move in connection
        if (own := again[id(move)]) is not None
    }
    kept = [
        replace(told, moves=tuple(also.get(id(move), move) for move in told.moves))
        for told in paragraphs
    ]
    return kept, tuple(move for move in connection if again[id(move)] is None)


def _find_own_sentences(paragraphs: Sequence[Told]) -> Iterator[Move]:
    """Yield the person's finished sentences between opening and close."""
    for told in paragraphs:
        if told.part not in (Part.OPENING, Part.CLOSING):
            yield from (move for move in told.moves if move.first.own and move.deed is None)


def _retells(own: Move, answer: Move) -> bool:
    """Tell whether a sentence has several of an answer's telling words, and half of them."""
    shared = len(own.stems & answer.stems)
    return shared >= FEWEST_RETOLD and 2 * shared >= len(answer.stems)


def _find_saying_same(
    paragraphs: Sequence[Told], connection: Sequence[Move], company: str
) -> Iterator[tuple[int, int]]:
    """Yield where, between opening and close, a note's sentence says what the connection says."""
    for number, told in enumerate(paragraphs):
        if told.part not in (Part.OPENING, Part.CLOSING):
            said = (
                index
                for index, move in enumerate(told.moves)
                if is_answered(move, connection, company)
            )
            yield from ((number, index) for index in said)


def put_answers_apart(paragraphs: Iterable[Told]) -> Iterator[Told]:
    """Put several answers about the personal connection into a paragraph of their own.

    All that their notes say goes with them. It happens where a paragraph tells deeds for other
    notes.
    """
    for told in paragraphs:
        answers = [move for move in told.moves if is_answer(move)]
        asking = frozenset(source.id for move in answers for source in move.sources) & {*told.notes}
        runs = [
            (connected, tuple(run))
            for connected, run in groupby(
                told.moves, key=lambda move: bool(asking & {s.id for s in move.sources})
            )
        ]
        deeds = any(move.deed for connected, run in runs for move in run if not connected)
        if len(answers) < FEWEST_APART or not deeds:
            yield told
            continue
        place = dict.fromkeys(told.notes, len(runs) - 1)
        place |= {s.id: n for n, (_, run) in enumerate(runs) for move in run for s in move.sources}
        for number, (connected, run) in enumerate(runs):
            here = replace(
                told,
                moves=run,
                todos=tuple(
                    t for t in told.todos if place.get(t.note.id if t.note else "", 0) == number
                ),
                notes=tuple(note for note in told.notes if place[note] == number),
            )
            yield replace(here, part=Part.COMPANY, label=OF_COMPANY) if connected else here
