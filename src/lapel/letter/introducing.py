"""Deeds told with as much of where and when as the sentences before leave open.

Which that is depends on the order in which the letter tells them, so it is settled once the whole
letter is planned: a role is introduced where its first deed stands.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.letter.chronology import is_before
from lapel.letter.deeds import Deed
from lapel.letter.gate import deed_stands
from lapel.letter.model import Sentence, Source
from lapel.letter.moves import Form, Move, Told
from lapel.letter.prefacing import with_preface
from lapel.letter.style import is_sound
from lapel.letter.telling.highlight import tell_highlight, tell_together
from lapel.letter.telling.model import Introduction, Telling, Untold
from lapel.letter.telling.places import place_id

TWO = 2
FRESH = (Introduction.FULL, Introduction.PLACE)
"""What may stand behind a preface: nothing that points back."""


def tell_deed(deed: Deed, asked: tuple[Source, ...], drop: int) -> Move | None:
    """A deed as a move, wholly introduced; None where it cannot be told.

    ``asked`` are the notes that ask for it, ``drop`` is how soon it leaves for lack of room.
    """
    forms = tuple(_forms(deed, asked, (Introduction.FULL,)))
    return Move(forms, drop, deed=deed, asked=asked) if forms else None


def paired(paragraph: Told) -> Told:
    """The paragraph with two deeds of one role in one sentence, once, where they fit together."""
    moves = list(paragraph.moves)
    for index in range(len(moves) - 1, 0, -1):
        first, second = moves[index - 1 : index + 1]
        if first.deed is None or second.deed is None or first.deed.entry != second.deed.entry:
            continue
        one, two, entry = first.deed.highlight, second.deed.highlight, first.deed.entry
        several = sum(m.deed is not None and m.deed.entry == entry for m in moves) > TWO
        if tell_together(one, two, entry, Introduction.FULL, loosely=several):
            asked = tuple(dict.fromkeys((*first.asked, *second.asked)))
            moves[index - 1 : index + 1] = [replace(first, asked=asked, also=second.deed)]
            return replace(paragraph, moves=tuple(moves))
    return paragraph


def introduce(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with every deed introduced as its place in the letter asks for."""
    introduced: set[str] = set()
    done: set[str] = set()
    places: set[str] = set()
    before: Move | None = None
    told = []
    for paragraph in paragraphs:
        last: Deed | None = None
        moves = []
        for move in paragraph.moves:
            entry = move.entry
            if move.deed is None:
                moves.append(move)
            else:
                named_now = before is not None and before.names == move.deed.entry
                last = last if move.preface is None else None
                wanted = _introductions(move.deed, last, introduced, done, named_now=named_now)
                again = place_id(move.deed.entry) in places
                if move.preface is not None:
                    wanted = (*(w for w in wanted if w in FRESH), Introduction.PLACE)
                forms = tuple(_forms(move.deed, move.asked, wanted, again=again, also=move.also))
                if move.preface is not None:
                    forms = tuple(with_preface(move.preface, forms))
                moves.append(replace(move, forms=forms or move.forms))
                done.add(move.deed.entry.id)
            if entry is not None:
                introduced.add(entry.id)
                places.add(place_id(entry))
            last, before = move.deed, move
        told.append(replace(paragraph, moves=tuple(moves)))
    return told


def _forms(
    deed: Deed,
    asked: tuple[Source, ...],
    introductions: Sequence[Introduction],
    *,
    again: bool = False,
    also: Deed | None = None,
) -> Iterator[Form]:
    for introduction in introductions:
        one, entry = deed.highlight, deed.entry
        if also is not None:
            told: tuple[Telling, ...] | Untold = tell_together(
                one, also.highlight, entry, introduction, again=again, loosely=True
            )
        else:
            told = tell_highlight(one, entry, introduction, again=again)
        if isinstance(told, Untold):
            continue
        for telling in told:
            if all(s.own or _may_be_told(s.text) for s in telling.sentences):
                yield tuple(
                    replace(s, sources=(*s.sources, *asked), own=s.own and _is_written(s, deed))
                    for s in telling.sentences
                )


def _may_be_told(text: str) -> bool:
    return is_sound(text) and deed_stands(text)


def _is_written(sentence: Sentence, deed: Deed) -> bool:
    """Whether a sentence stands in the profile as it is, without an introduction of lapel's."""
    return deed.highlight.letter is not None and sentence.text in deed.highlight.letter.markdown


def _introductions(
    deed: Deed, last: Deed | None, introduced: set[str], done: set[str], *, named_now: bool
) -> tuple[Introduction, ...]:
    """What may open the sentence, the clearest first; ``last`` is the deed told just before it,
    ``introduced`` are the roles that were named, and ``done`` those of which a deed was told;
    ``named_now`` says that the sentence before tells of the role by itself.
    """
    if last is not None and last.entry.id == deed.entry.id:
        return (Introduction.SAME,)
    if deed.entry.id in done:
        return (Introduction.PLACE, Introduction.AGAIN, Introduction.FULL)
    if deed.entry.id in introduced:
        return (Introduction.PLACE, Introduction.THIS) if named_now else (Introduction.PLACE,)
    if last is None:
        return (Introduction.FULL,)
    there = deed.entry.organisation is not None and place_id(deed.entry) == place_id(last.entry)
    whole = (Introduction.ROLE, Introduction.FULL) if there else (Introduction.FULL,)
    if is_before(deed.entry, last.entry):
        return (Introduction.BEFORE_THERE if there else Introduction.BEFORE, *whole)
    if is_before(last.entry, deed.entry):
        return (Introduction.LATER_THERE if there else Introduction.LATER, *whole)
    return whole
