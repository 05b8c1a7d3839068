"""How what a letter tells is laid out in paragraphs."""

from collections.abc import Iterable
from dataclasses import replace

from lapel.letter.deeds import Deed
from lapel.letter.model import ToDo
from lapel.letter.moves import Move, Told
from lapel.letter.plan import before_closing
from lapel.letter.points.model import Part


def place_for_more(paragraphs: list[Told]) -> int:
    """The last paragraph that ends with a deed, else a new one after the body."""
    body = [i for i, p in enumerate(paragraphs) if p.part not in (Part.OPENING, Part.CLOSING)]
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


def posting_first(found: Iterable[Move | ToDo]) -> list[Move | ToDo]:
    """What a point says, with the company's side before the deeds that answer it."""
    parts = list(found)
    first = next((i for i, p in enumerate(parts) if isinstance(p, Move) and p.deed), None)
    if first is None:
        return parts
    theirs = [p for p in parts[first:] if isinstance(p, Move) and p.theirs]
    rest = [p for p in parts[first:] if p not in theirs]
    return [*parts[:first], *theirs, *rest]
