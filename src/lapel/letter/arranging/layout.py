"""How what a letter tells is laid out in paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from msgspec.structs import replace

from lapel.letter.arranging.chronology import newest_first
from lapel.letter.arranging.shapes import DEEDS_IN_ONE, deeds_of, has_room, stands_single
from lapel.letter.deeds.model import Deed
from lapel.letter.model import ToDo
from lapel.letter.moves import Move, Told
from lapel.letter.plan import before_closing
from lapel.letter.points.model import Part
from lapel.letter.telling.highlight import is_told_as_work
from lapel.letter.telling.introducing.places import place_id
from lapel.profile.model import SectionKind
from lapel.text.regexes import regex

_CHANGE = regex(r"\d\S* ?%|\bfrom \S*\d.* to \S|\d\S*x\b|→|\bby \S*\d|[$£€]\d")


def with_more(paragraphs: Sequence[Told], more: Sequence[Move]) -> list[Told]:
    """Add a paragraph with deeds that no note asks for.

    It comes behind the last paragraph that tells deeds, else behind the body.
    """
    kept = list(paragraphs)
    if not more:
        return kept
    elsewhere = (Part.OPENING, Part.COMPANY, Part.CLOSING)
    body = [i for i, p in enumerate(kept) if p.part not in elsewhere]
    telling = [i for i in body if deeds_of(kept[i])]
    place = (telling or body or [before_closing(kept) - 1])[-1] + 1
    while place in body and stands_single(kept[place]):
        place += 1  # it joins what stands before it
    kept.insert(place, Told(Part.BODY, "body", tuple(more)))
    return kept


def regroup_deeds(paragraphs: Sequence[Told]) -> list[Told]:
    """Regroup the deeds that no note asks for by employer, the newest first, a few a paragraph."""
    kept: list[Told] = []
    told = _move_beside_their_like(paragraphs)
    for free, run in groupby(told, key=lambda told: told.is_free and bool(told.moves)):
        group = list(run)
        if not free:
            kept += map(arrange_deeds, group)
            continue
        whole = arrange_deeds(
            replace(group[0], moves=tuple(m for told in group for m in told.moves))
        )
        kept += (
            replace(whole, moves=tuple(moves)) for moves in _split_into_paragraphs(whole.moves)
        )
    return kept


def _move_beside_their_like(paragraphs: Sequence[Told]) -> list[Told]:
    """Move deeds that no note asks for to paragraphs that end with deeds of their employer.

    Such a paragraph must have room, and its notes must name what the deed tells.
    """
    kept = list(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        for move in paragraph.moves if paragraph.is_free else ():
            place = next((i for i, told in enumerate(kept) if _takes(told, move)), None)
            if place is not None:
                kept[place] = replace(kept[place], moves=(*kept[place].moves, move))
                left = tuple(other for other in kept[number].moves if other is not move)
                kept[number] = replace(kept[number], moves=left)
    return [told for told in kept if told.moves or told.todos or told.notes]


def _takes(told: Told, move: Move) -> bool:
    """Tell whether a paragraph takes a deed that no note asks for: by its subject and employer."""
    if told.is_free or told.part is Part.OPENING or not has_room(told) or move.deed is None:
        return False
    last = takewhile(lambda other: other.deed is not None, reversed(told.moves))
    return move.deed.highlight.id in told.subject and _employer(move) in map(_employer, last)


def _split_into_paragraphs(moves: Sequence[Move]) -> Iterator[list[Move]]:
    """Split deeds in order into as few paragraphs of nearly one length.

    They end between two employers if they can.
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


def arrange_deeds(paragraph: Told) -> Told:
    """Return the paragraph with each unbroken run of deeds in a good order.

    An employer's deeds stand together, where the first of them is asked for; those of one of its
    roles too, in the order of the notes, else the newest first. Where no note asks, what was done
    comes before what the work included, and what can be counted last.
    """
    moves: list[Move] = []
    for told, run in groupby(paragraph.moves, key=lambda move: move.deed is not None):
        group = list(run)
        moves += _order_deeds(group, asked=bool(paragraph.notes)) if told else group
    return replace(paragraph, moves=tuple(moves))


def _order_deeds(run: Sequence[Move], *, asked: bool) -> list[Move]:
    deeds = [(move, move.deed) for move in run if move.deed is not None]
    first = deeds[0][1].entry
    notes = [*dict.fromkeys(source for move in run for source in move.asked)]

    def first_asked(told: tuple[Move, Deed]) -> int:
        return min(map(notes.index, told[0].asked), default=len(notes))

    def place(told: tuple[Move, Deed]) -> tuple[object, ...]:
        entry = told[1].entry
        beside = [one for one in deeds if place_id(one[1].entry) == place_id(entry)]
        employer = [deed.entry for _, deed in beside]
        return (
            min(map(first_asked, beside)),
            asked and place_id(entry) != place_id(first),
            not asked and all(e.section is not SectionKind.WORK for e in employer),
            min(map(newest_first, employer)),
            place_id(entry),
            first_asked(told),
            asked and entry.id != first.id,
            newest_first(entry),
            entry.id,
            not asked and is_told_as_work(told[1].highlight, entry),
            not asked and _rate_as_ending(told[1]),
        )

    return [move for move, _ in sorted(deeds, key=place)]


def _rate_as_ending(deed: Deed) -> int:
    """Return how well a deed ends a paragraph: 2 for a change in figures, 1 for a figure, 0."""
    text = deed.highlight.text.plain
    return 2 if _CHANGE.search(text) else int(any(letter.isdigit() for letter in text))


def put_posting_first(found: Iterable[Move | ToDo]) -> list[Move | ToDo]:
    """Return the parts of a point, with the company's side before the deeds that answer it."""
    parts = list(found)
    first = next((i for i, p in enumerate(parts) if isinstance(p, Move) and p.deed), None)
    if first is None:
        return parts
    theirs = [p for p in parts[first:] if isinstance(p, Move) and p.theirs]
    rest = [p for p in parts[first:] if p not in theirs]
    return [*parts[:first], *theirs, *rest]
