"""What a point is read as, in lines a person can judge."""

from collections.abc import Iterator
from functools import cache

from lapel.letter.points.context import Context
from lapel.letter.points.model import (
    Act,
    Part,
    Point,
    Posted,
    Say,
    Seek,
    Silence,
    Since,
    Today,
    Wish,
)
from lapel.letter.points.reading import read_point

read = cache(read_point)
PARTS = {part.value.partition("-")[0]: part for part in Part}


def read_fragment(text: str) -> Iterator[tuple[str, Context]]:
    """The points of a case with their contexts.

    The first line is "company · position · names · writer", each other one a point, after its
    paragraph and a bar where it stands in one: "opening | …".
    """
    head, *lines = text.strip().splitlines()
    parts = [*(part.strip() for part in head.split("·")), "", "", ""]
    company, position, names, writer = parts[:4]
    known = tuple(name.strip() for name in names.split(",") if name.strip())
    for line in lines:
        before, bar, after = line.partition(" | ")
        part = PARTS[before] if bar and before in PARTS else Part.OTHER
        point = after if bar and before in PARTS else line
        yield point, Context(company, position, part, known, writer=writer)


def dump(text: str) -> str:
    """What becomes of every point of a case."""
    blocks = [
        "\n".join([f"• {point}", *lines_of(read(point, context))])
        for point, context in read_fragment(text)
    ]
    return "\n".join(blocks) + "\n"


def sentences(point: Point) -> list[Say]:
    """All that a point may say, also what is said where nothing is found."""
    said = [act for act in point.acts if isinstance(act, Say)]
    return said + [act.otherwise for act in point.acts if isinstance(act, Seek) and act.otherwise]


def lines_of(point: Point) -> list[str]:
    """A point's acts, a line each, the variants of a sentence below it."""
    if point.is_placeholder:
        return ["  (placeholder)"]
    return [line for act in point.acts for line in _lines(act)]


def _lines(act: Act) -> list[str]:
    match act:
        case Say():
            return ["  " + line for line in _sentences(act)]
        case Seek():
            asked = "; ".join(act.targets) or "whatever is strongest"
            otherwise = [f"    else {line}" for line in _sentences(act.otherwise)]
            quietly = " quietly" if act.quiet else ""
            meant = f" (meant: {'; '.join(act.specifics)})" if act.specifics else ""
            return [f"  look{quietly} in {'/'.join(act.sides)} for: {asked}{meant}", *otherwise]
        case Today():
            return ["  who the writer is today"]
        case Since():
            return [f"  since when: {act.what}"]
        case Posted():
            then = (f"  then say: {line}" for line in _sentences(act.then))
            return [f"  what the posting says of: {act.what}", *then]
        case Silence():
            return ["  (nothing is to be said)"]
        case Wish():
            return [f"  wish of the letter: {act.kind}: {act.value}"]
        case _:
            return [f"  to do: {act.text}: {act.reason}"]


def _sentences(said: Say | None) -> list[str]:
    if said is None:
        return []
    marks = "".join(
        m for m, on in ((" (own)", said.own), (" (refers back)", said.refers_back)) if on
    )
    return [f"{said.variants[0]}{marks}", *(f"  or {v}" for v in said.variants[1:])]
