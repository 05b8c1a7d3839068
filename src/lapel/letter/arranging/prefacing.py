"""What the posting asks for, told just before the deed that answers it.

A sentence that only reads the posting back to its writer has no reason to be there; before a deed
it says why the deed is told.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise, takewhile

from msgspec.structs import replace

from lapel.letter.english.forms import words_of
from lapel.letter.english.vocabulary import word_list
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Form as Sentences
from lapel.letter.moves import Move, Told
from lapel.text.common import is_adjective
from lapel.text.content import content_stems
from lapel.text.inline import plain_text
from lapel.text.verbs import Form, forms_of

FEWEST_LISTED = 3
FEWEST_SHARED = 2
"""The fewest words that a deed shares with a preface before which it is moved."""
_LISTED = r", (?:and |or )?| (?:and|or) "
_TASK = r"^(?P<task>.+? (?:to|of|mentions) [a-z]+) (?P<things>\S[^.;]*, [^.;]+)\.$"
_OF_THEM = frozenset(("You", "Your", "Part"))


def preface_deeds(paragraphs: Sequence[Told], told: Collection[str] = ()) -> list[Told]:
    """Put what is said of the posting before the deed behind it as a preface, once a letter."""
    led = (tuple(m for m in p.moves if not _is_loose(m, told)) for p in paragraphs)
    paragraphs = [
        replace(paragraph, moves=_put_answering_first(moves))
        for paragraph, moves in zip(paragraphs, led, strict=True)
    ]
    before = [
        (number, index)
        for number, paragraph in enumerate(paragraphs)
        for index, (move, after) in enumerate(pairwise(paragraph.moves))
        if _is_preface(move) and after.deed
    ]
    asked = [place for place in before if _move_at(paragraphs, place).is_asked]
    (one,) = (asked or before)[:1] or [(-1, -1)]
    needless = {place for place in before if _is_read_back(_move_at(paragraphs, place))} - {one}
    return [
        replace(
            paragraph,
            moves=tuple(
                _add_preface(paragraph.moves[index - 1], move)
                if (number, index - 1) == one
                else _add_asking_lines(paragraph.moves[index - 1], move)
                if (number, index - 1) in needless
                else move
                for index, move in enumerate(paragraph.moves)
                if (number, index) not in {one, *needless}
            ),
        )
        for number, paragraph in enumerate(paragraphs)
    ]


def _is_loose(move: Move, told: Collection[str]) -> bool:
    """Tell whether a move reads the posting back for a note that a deed told elsewhere answers."""
    framed = any(source.kind is SourceKind.FRAME for source in move.sources)
    return _is_preface(move) and framed and any(source.id in told for source in move.sources)


def _put_answering_first(moves: tuple[Move, ...]) -> tuple[Move, ...]:
    """Put first, of the deeds behind a preface, the one that shares most of its words.

    It must be asked for by the preface's note, if any deed is.
    """
    start = next((i for i, move in enumerate(moves, 1) if _is_preface(move)), len(moves))
    deeds = [*takewhile(lambda move: move.deed is not None, moves[start:])]
    notes = {*_asking_sources(moves[start - 1])} if start < len(moves) else set()
    meant = [move for move in deeds if notes & {*move.asked}] or deeds
    if not deeds:
        return moves
    asked = content_stems(plain_text(moves[start - 1].first.text))
    best = max(meant, key=lambda move: len(asked & move.stems))
    if len(asked & best.stems) < FEWEST_SHARED:
        return moves
    deeds = [best, *(move for move in deeds if move is not best)]
    return (*moves[:start], *deeds, *moves[start + len(deeds) :])


def _is_read_back(move: Move) -> bool:
    """Tell whether a move is lapel's sentence with posting words, or unasked."""
    kinds = {source.kind for source in move.sources}
    return SourceKind.FRAME in kinds or not move.is_asked


def _move_at(paragraphs: Sequence[Told], place: tuple[int, int]) -> Move:
    return paragraphs[place[0]].moves[place[1]]


def _add_preface(preface: Move, move: Move) -> Move:
    """Return a deed with its preface, whose list is cut to what the deed answers."""
    if move.deed is None:
        return move
    bullet = move.stems
    forms = tuple(tuple(_shorten_list(said, bullet) for said in form) for form in preface.forms)
    return replace(move, preface=replace(preface, forms=forms))


def _add_asking_lines(left_out: Move, move: Move) -> Move:
    """Return the move, also asked for by the lines of the preface that is left out."""
    return replace(move, asked=tuple(dict.fromkeys((*move.asked, *_asking_sources(left_out)))))


def _asking_sources(preface: Move) -> tuple[Source, ...]:
    """Return the sources of a preface that a note asks for: posting lines and the note."""
    sources = preface.first.sources if preface.is_asked else ()
    return tuple(source for source in sources if source.kind is not SourceKind.FRAME)


def _shorten_list(preface: Sentence, bullet: frozenset[str]) -> Sentence:
    """Cut a preface's list of things to the one of which the bullet speaks most.

    The sentence stays as it is if it has no list, or a list inside one thing ("the systems behind
    the feed, …", "a fast, data-driven and agile team"), or if the bullet speaks of none.
    """
    found = re.match(_TASK, preface.text)
    things = re.split(_LISTED, found["things"]) if found else []
    shared = [len(content_stems(thing) & bullet) for thing in things]
    inner = bool(things) and bool({*words_of(things[0])} & word_list("links"))
    described = any(map(_only_describes, things[:-1]))
    if found is None or inner or described or len(things) < FEWEST_LISTED or not max(shared):
        return preface
    if shared.count(max(shared)) > 1:
        return preface
    best = shared.index(max(shared))
    first = things[best].split()[0]
    if best and (Form.BASE in forms_of(first) or first in word_list("links")):
        return preface  # it may be a thing to do, or of one thing: "plan work, from roof to cellar"
    return replace(preface, text=f"{found['task']} {things[best]}.")


def _only_describes(thing: str) -> bool:
    """Tell whether words of a list end with no thing: "a fast paced", "data-driven"."""
    first, *_, last = (*words_of(thing), words_of(thing)[-1])
    if first in ("the", "your", "our"):
        return False  # "the close"
    return is_adjective(last) or Form.PARTICIPLE in forms_of(last.rpartition("-")[2])


def _is_preface(move: Move) -> bool:
    """Tell whether a move says one thing that the company asks for or does."""
    said = {form[0].text.split()[0] for form in move.forms if len(form) == 1}
    return move.theirs and move.deed is None and bool(said) and said <= _OF_THEM


def with_preface(preface: Move, forms: Sequence[Sentences]) -> Iterator[Sentences]:
    """Yield each form of a preface followed by each form of its deed."""
    yield from ((*said, *told) for said in preface.forms for told in forms)
