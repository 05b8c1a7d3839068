"""How what a letter tells is laid out in paragraphs."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from lapel.letter.chronology import newest_first
from lapel.letter.deeds import Deed
from lapel.letter.model import ToDo
from lapel.letter.moves import Move, Told
from lapel.letter.plan import before_closing
from lapel.letter.points.model import Part
from lapel.letter.telling.places import place_id
from lapel.text.inline import plain_text

_CHANGE = re.compile(r"\d\S* ?%|\bfrom \S*\d.* to \S|\d\S*x\b|→|\bby \S*\d|[$£€]\d")

LONE_WORDS = 30
"""A sentence of more is a paragraph."""


def place_for_more(paragraphs: list[Told]) -> int:
    """The last paragraph that ends with a deed, else a new one after the body."""
    elsewhere = (Part.OPENING, Part.COMPANY, Part.CLOSING)
    body = [i for i, p in enumerate(paragraphs) if p.part not in elsewhere]
    for place in reversed(body):
        moves = paragraphs[place].moves
        if moves and moves[-1].deed:
            return place
    place = body[-1] + 1 if body else before_closing(paragraphs)
    paragraphs.insert(place, Told(Part.BODY, "body", ()))
    return place


def with_deed(paragraph: Told, move: Move, deed: Deed) -> Told:
    """The paragraph with one more deed, behind another of the same role or at the end."""
    moves = list(paragraph.moves)
    alike = [i for i, m in enumerate(moves) if m.deed and m.deed.entry.id == deed.entry.id]
    moves.insert(alike[-1] + 1 if alike else len(moves), move)
    return replace(paragraph, moves=tuple(moves))


def with_connection(paragraphs: Sequence[Told], connection: tuple[Move, ...]) -> list[Told]:
    """The paragraphs with the personal connection at the end of the one about the company, where
    that tells no deed; else in one of its own before the close.
    """
    kept = list(paragraphs)
    for number, paragraph in enumerate(kept):
        alone = not any(move.deed for move in paragraph.moves)
        if paragraph.part is Part.COMPANY and paragraph.moves and alone:
            kept[number] = replace(paragraph, moves=(*paragraph.moves, *connection))
            return kept
    kept.insert(before_closing(kept), Told(Part.COMPANY, "company-specific", connection))
    return kept


def balanced(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with no deed alone in one that nobody asked for, where the one before it has
    deeds to spare: its last one joins it.
    """
    kept = list(paragraphs)
    for number in range(1, len(kept)):
        before, here = kept[number - 1 : number + 1]
        spare = before.is_free and here.is_free and len(before.moves) > 2
        if (
            spare
            and len(here.moves) == 1
            and all(move.deed for move in (*before.moves, *here.moves))
        ):
            kept[number - 1] = replace(before, moves=before.moves[:-1])
            kept[number] = arranged(replace(here, moves=(before.moves[-1], *here.moves)))
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
        elif after.part is not Part.CLOSING and any(move.deed for move in after.moves):
            kept[number : number + 2] = [_with(here, after, after)]
        elif before.part is not Part.OPENING and before.moves:
            kept[number - 1 : number + 1] = [_with(before, here, before)]
        elif after.part is Part.CLOSING:
            kept[number : number + 2] = [_with(here, after, after)]
        else:
            number += 1
    return kept


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
