"""Merging three versions of a letter: the draft as first written, the person's edits, a fresh
draft.

The versions are compared sentence by sentence. Both changes to the draft are taken where they do
not touch the same sentence; where they do, both versions stand with marks around them, as in git.

The classic three-way merge (diff3) works by lines and calls neighbouring changes a conflict too;
here a change in the next sentence is none, since sentences stand on their own.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from msgspec import Struct
from msgspec.structs import replace

from lapel.letter.model import CONFLICT_MARKS, Letter, LetterPart, Part, Piece


class Merged(Struct, frozen=True):
    """The merged letter, and how many places both sides changed differently."""

    letter: Letter
    conflicts: int


class _Unit(Struct, frozen=True):
    """A sentence or line, or the beginning of a part (then ``text`` is "")."""

    part: Part
    text: str


class _Edit(Struct, frozen=True):
    """A stretch of the base, from ``start`` to ``end``, and what stands there instead."""

    start: int
    end: int
    units: tuple[_Unit, ...]


def merge_letters(base: Letter, edited: Letter, fresh: Letter) -> Merged:
    """Return the edited letter with the changes that a fresh draft has elsewhere."""
    units, conflicts = _merge(
        _split_into_units(base), _split_into_units(edited), _split_into_units(fresh)
    )
    return Merged(Letter(tuple(_join_to_parts(units))), conflicts)


def _split_into_units(letter: Letter) -> tuple[_Unit, ...]:
    return tuple(
        unit
        for part in letter.parts
        for unit in (_Unit(part.part, ""), *(_Unit(part.part, p.text) for p in part.pieces))
    )


def _merge(
    base: Sequence[_Unit], ours: Sequence[_Unit], theirs: Sequence[_Unit]
) -> tuple[list[_Unit], int]:
    mine, fresh = list(_find_edits(base, ours)), list(_find_edits(base, theirs))
    merged: list[_Unit] = []
    position = conflicts = 0
    while mine or fresh:
        start = min(edit.start for edit in (*mine[:1], *fresh[:1]))
        end = start
        left: list[_Edit] = []
        right: list[_Edit] = []
        while True:  # gather what overlaps, from either side
            took = False
            for waiting, taken in ((mine, left), (fresh, right)):
                while waiting and _touches(waiting[0], start, end, first=not (left or right)):
                    end = max(end, waiting[0].end)
                    taken.append(waiting.pop(0))
                    took = True
            if not took:
                break
        merged += base[position:start]
        position = end
        one = _apply_edits(base, start, end, left)
        other = _apply_edits(base, start, end, right)
        if not right or one == other:
            merged += one
        elif not left:
            merged += other
        else:
            conflicts += 1
            merged += _mark_conflict(one, other)
    return [*merged, *base[position:]], conflicts


def _touches(edit: _Edit, start: int, end: int, *, first: bool) -> bool:
    """Tell whether an edit overlaps the stretch gathered so far, or inserts at the same point."""
    if first:
        return edit.start == start
    return edit.start < end or (edit.start == start == end)


def _find_edits(base: Sequence[_Unit], other: Sequence[_Unit]) -> Iterator[_Edit]:
    """Yield the edits of the base in order, one by one where as many sentences replace as many."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if i2 - i1 == j2 - j1:
            for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                yield _Edit(i, i + 1, (other[j],))
        else:
            yield _Edit(i1, i2, tuple(other[j1:j2]))


def _apply_edits(
    base: Sequence[_Unit], start: int, end: int, edits: Sequence[_Edit]
) -> list[_Unit]:
    result: list[_Unit] = []
    position = start
    for edit in edits:
        result += base[position : edit.start]
        result += edit.units
        position = edit.end
    return [*result, *base[position:end]]


def _mark_conflict(ours: Sequence[_Unit], theirs: Sequence[_Unit]) -> Iterator[_Unit]:
    """Yield both versions between marks, each mark as a line of its own."""
    part = (*ours, *theirs)[0].part
    beginning, between, end = CONFLICT_MARKS
    yield _Unit(part, beginning)
    yield from ours
    yield _Unit(part, between)
    yield from theirs
    yield _Unit(part, end)


def _join_to_parts(units: Sequence[_Unit]) -> Iterator[LetterPart]:
    """Yield the units joined to parts; a sentence before any part's beginning begins one."""
    part: LetterPart | None = None
    for unit in units:
        if unit.text == "":
            if part is not None and part.pieces:
                yield part
            part = LetterPart(unit.part, ())
        else:
            part = part or LetterPart(unit.part, ())
            part = replace(part, pieces=(*part.pieces, Piece(unit.text)))
    if part is not None and part.pieces:
        yield part
