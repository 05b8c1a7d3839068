"""How what a letter tells is laid out in paragraphs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.letter.chronology import newest_first
from lapel.letter.deeds import Deed
from lapel.letter.model import ToDo
from lapel.letter.moves import Move, Told
from lapel.letter.plan import before_closing
from lapel.letter.points.model import Part
from lapel.letter.telling.places import place_id
from lapel.profile.model import SectionKind
from lapel.text.inline import plain_text

_CHANGE = re.compile(r"\d\S* ?%|\bfrom \S*\d.* to \S|\d\S*x\b|→|\bby \S*\d|[$£€]\d")

LONE_WORDS = 30
"""A sentence of more is a paragraph."""
DEEDS_IN_ONE = 3
"""A paragraph with more of them is a list."""


def with_more(paragraphs: Sequence[Told], more: Sequence[Move]) -> list[Told]:
    """The paragraphs with deeds that no note asks for in one of their own, behind the last that
    tells any, else behind the body.
    """
    kept = list(paragraphs)
    if not more:
        return kept
    elsewhere = (Part.OPENING, Part.COMPANY, Part.CLOSING)
    body = [i for i, p in enumerate(kept) if p.part not in elsewhere]
    telling = [i for i in body if kept[i].moves and kept[i].moves[-1].deed]
    place = (telling or body or [before_closing(kept) - 1])[-1] + 1
    kept.insert(place, Told(Part.BODY, "body", tuple(more)))
    return kept


def regrouped(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with the deeds that no note asks for by employer, the newest first, and few
    in each; one alone joins the deeds before it, where these are few.
    """
    kept: list[Told] = []
    for free, run in groupby(paragraphs, key=lambda told: told.is_free and bool(told.moves)):
        group = list(run)
        if not free:
            kept += map(arranged, group)
            continue
        whole = arranged(replace(group[0], moves=tuple(m for told in group for m in told.moves)))
        if len(whole.moves) == 1 and kept and _has_room(kept[-1]):
            kept[-1] = replace(kept[-1], moves=(*kept[-1].moves, *whole.moves))
        else:
            kept += (replace(whole, moves=tuple(moves)) for moves in _parted(whole.moves))
    return kept


def _has_room(paragraph: Told) -> bool:
    """Whether a paragraph ends with a deed, and one more makes no list of it."""
    told = [move for move in paragraph.moves if move.deed]
    return bool(told) and paragraph.moves[-1] is told[-1] and len(told) < DEEDS_IN_ONE


def _parted(moves: Sequence[Move]) -> Iterator[list[Move]]:
    """Deeds in order as few paragraphs of nearly one length, ended where an employer's deeds are
    told, if that can be.
    """
    left = list(moves)
    while left:
        size = -(-len(left) // -(-len(left) // DEEDS_IN_ONE))
        sizes = sorted(range(1, min(len(left), DEEDS_IN_ONE) + 1), key=lambda n: abs(n - size))
        fits = [n for n in sizes if abs(n - size) <= 1 and len(left) - n != 1]
        ends = [n for n in fits if n == len(left) or _employer(left[n - 1]) != _employer(left[n])]
        end = (ends or fits or sizes)[0]
        yield left[:end]
        left = left[end:]


def _employer(move: Move) -> str:
    return place_id(move.deed.entry) if move.deed else ""


def with_connection(paragraphs: Sequence[Told], connection: tuple[Move, ...]) -> list[Told]:
    """The paragraphs with the personal connection at the end of the one about the company, where
    that tells no deed; else in one of its own before the close, or in the opening, where it is one
    short sentence.
    """
    kept = list(paragraphs)
    opening = kept[0]
    for number, paragraph in enumerate(kept):
        alone = not any(move.deed for move in paragraph.moves)
        if paragraph.part is Part.COMPANY and paragraph.moves and alone:
            kept[number] = replace(paragraph, moves=(*paragraph.moves, *connection))
            return kept
    told = Told(Part.COMPANY, "company-specific", connection)
    if _is_lone(told) and not any(move.deed for move in opening.moves):
        last = -1 if opening.notes and len(opening.moves) > 1 else len(opening.moves)
        moves = (*opening.moves[:last], *connection, *opening.moves[last:])
        kept[0] = replace(opening, moves=moves)
    else:
        kept.insert(before_closing(kept), told)
    return kept


def gathered(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with none of one short sentence in the middle: what it says stands before
    the deeds of the next, or at the end of the one before; or else the close begins with it.
    """
    kept = list(paragraphs)
    number = 1
    while number < len(kept) - 1:
        here, after, before = kept[number], kept[number + 1], kept[number - 1]
        if not _is_lone(here):
            number += 1
        elif _goes_on(here, after):
            kept[number : number + 2] = [_with(here, after, after)]
        elif before.part is not Part.OPENING and before.moves:
            kept[number - 1 : number + 1] = [_with(before, here, before)]
        elif after.part is Part.CLOSING:
            kept[number : number + 2] = [_with(here, after, after)]
        else:
            number += 1
    return kept


def _goes_on(lone: Told, after: Told) -> bool:
    """Whether a lone sentence is told before what follows: deeds, or, of the company, the close."""
    if after.part is Part.CLOSING:
        return lone.part is Part.COMPANY
    return any(move.deed for move in after.moves)


def _is_lone(paragraph: Told) -> bool:
    """Whether a paragraph is one short sentence that is no deed."""
    if paragraph.part in (Part.OPENING, Part.CLOSING) or len(paragraph.moves) != 1:
        return False
    move = paragraph.moves[0]
    if move.deed is not None:
        return False
    return sum(len(plain_text(s.text).split()) for s in move.forms[0]) <= LONE_WORDS


def _with(one: Told, other: Told, keeps: Told) -> Told:
    """Two paragraphs as one, of the kind that one of them has."""
    return replace(
        keeps,
        moves=(*one.moves, *other.moves),
        todos=(*one.todos, *other.todos),
        notes=(*one.notes, *other.notes),
    )


def arranged(paragraph: Told) -> Told:
    """The paragraph with its deeds in a good order, where nothing stands between them.

    What was done in one role stands together, the roles of an employer too, the newest first;
    where a note asks, the role that answers it first stays in front, and of a role what is asked
    for. Else what can be counted comes last.
    """
    moves: list[Move] = []
    for told, run in groupby(paragraph.moves, key=lambda move: move.deed is not None):
        group = list(run)
        moves += _ordered(group, asked=bool(paragraph.notes)) if told else group
    return replace(paragraph, moves=tuple(moves))


def _ordered(run: Sequence[Move], *, asked: bool) -> list[Move]:
    deeds = [(move, move.deed) for move in run if move.deed is not None]
    first = deeds[0][1].entry

    def place(told: tuple[Move, Deed]) -> tuple[object, ...]:
        entry = told[1].entry
        employer = [d.entry for _, d in deeds if place_id(d.entry) == place_id(entry)]
        return (
            asked and place_id(entry) != place_id(first),
            not asked and all(e.section is not SectionKind.WORK for e in employer),
            min(map(newest_first, employer)),
            place_id(entry),
            asked and entry.id != first.id,
            newest_first(entry),
            entry.id,
            asked and not told[0].asked,
            _counted(told[1]),
        )

    return [move for move, _ in sorted(deeds, key=place)]


def _counted(deed: Deed) -> int:
    """How well a deed ends a paragraph: with a change in figures, with a figure, with none."""
    text = plain_text(deed.highlight.text.markdown)
    return 2 if _CHANGE.search(text) else int(any(letter.isdigit() for letter in text))


def posting_first(found: Iterable[Move | ToDo]) -> list[Move | ToDo]:
    """What a point says, with the company's side before the deeds that answer it."""
    parts = list(found)
    first = next((i for i, p in enumerate(parts) if isinstance(p, Move) and p.deed), None)
    if first is None:
        return parts
    theirs = [p for p in parts[first:] if isinstance(p, Move) and p.theirs]
    rest = [p for p in parts[first:] if p not in theirs]
    return [*parts[:first], *theirs, *rest]
