"""Deeds told with as much of where and when as the sentences before leave open.

That depends on the order in which the letter tells them, so it is settled once the whole letter is
planned: a role is introduced with its first deed.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.letter.arranging.chronology import is_before
from lapel.letter.arranging.prefacing import with_preface
from lapel.letter.deeds.model import Deed
from lapel.letter.model import Sentence, Source
from lapel.letter.moves import Form, Move, Told
from lapel.letter.style import may_be_drafted
from lapel.letter.telling.highlight import tell_highlight, tell_together
from lapel.letter.telling.introducing.places import place_id, setting_of
from lapel.letter.telling.model import Introduction, Telling, Untold
from lapel.text.inline import plain_text

TWO = 2
FRESH = (Introduction.FULL, Introduction.PLACE)
"""Introductions that may follow a preface: those that refer to nothing before."""


def tell_deed(deed: Deed, asked: tuple[Source, ...], drop: int) -> Move | None:
    """Return a deed as a move, fully introduced; None if it cannot be told.

    ``asked`` are the notes that ask for it, ``drop`` is how soon it leaves for lack of room.
    """
    forms = tuple(_make_forms(deed, asked, (Introduction.FULL,)))
    return Move(forms, drop, deed=deed, asked=asked) if forms else None


def pair_deeds(paragraph: Told) -> Told:
    """Return the paragraph with one pair of deeds of a role in one sentence, if any two fit."""
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
    """Return the paragraphs with every deed introduced as its place in the letter asks for."""
    known = _Known()
    told = []
    for paragraph in paragraphs:
        known.last = None
        told.append(replace(paragraph, moves=tuple(known.told(move) for move in paragraph.moves)))
    return told


class _Known(Struct):
    """What the reader of a letter knows so far of where things were done.

    ``introduced`` are the ids of the roles that were named, ``done`` of those of which a deed was
    told, and ``places`` the places. ``nameless`` is the role whose deed had no room for its name;
    ``last`` the deed just told in this paragraph, and ``before`` what was said before.
    """

    introduced: set[str] = field(default_factory=set)
    done: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    nameless: str = ""
    last: Deed | None = None
    before: Move | None = None

    def told(self, move: Move) -> Move:
        """Return the next move, introduced, and record what it makes known."""
        told = move if move.deed is None else self._introduce_deed(move, move.deed)
        if move.entry is not None:
            self.introduced.add(move.entry.id)
            self.places.add(place_id(move.entry))
        self.last, self.before = move.deed, move
        return told

    def _introduce_deed(self, move: Move, deed: Deed) -> Move:
        wanted = self._choose_introductions(move, deed)
        again = place_id(deed.entry) in self.places
        forms = tuple(_make_forms(deed, move.asked, wanted, again=again, also=move.also))
        if move.preface is not None:
            forms = tuple(with_preface(move.preface, forms))
            known = deed.entry.id in self.introduced or any(_names_role(f, deed) for f in forms)
            self.nameless = "" if known else deed.entry.id
        elif Introduction.ROLE in wanted:
            self.nameless = ""
        self.done.add(deed.entry.id)
        return replace(move, forms=forms or move.forms)

    def _choose_introductions(self, move: Move, deed: Deed) -> tuple[Introduction, ...]:
        """Return the introductions that may open the sentence, the clearest first."""
        if move.preface is not None:
            fresh = self._choose_usual(deed, None)
            return tuple(way for way in fresh if way in FRESH) or (Introduction.PLACE,)
        wanted = self._choose_usual(deed, self.last)
        if wanted == (Introduction.SAME,) and self.nameless == deed.entry.id:
            return (Introduction.ROLE, *wanted)
        return wanted

    def _choose_usual(self, deed: Deed, last: Deed | None) -> tuple[Introduction, ...]:
        """Return these without regard to a preface; ``last`` is the deed told just before it."""
        id = deed.entry.id
        if last is not None and last.entry.id == id:
            return (Introduction.SAME,)
        there = last is not None and place_id(deed.entry) == place_id(last.entry)
        there = there and bool(setting_of(deed.entry).role)
        if last is not None and there and id in self.done:
            return (_choose_in_time(deed, last, there=True) or Introduction.ROLE, Introduction.ROLE)
        if id in self.done:
            return (Introduction.PLACE, Introduction.AGAIN)
        if id in self.introduced:
            named_now = self.before is not None and self.before.names == deed.entry
            return (Introduction.PLACE, *((Introduction.THIS,) if named_now else ()))
        if last is None:
            return (Introduction.FULL,)
        whole = (Introduction.ROLE, Introduction.FULL) if there else (Introduction.FULL,)
        in_time = _choose_in_time(deed, last, there=there)
        return whole if in_time is None else (in_time, *whole)


def _choose_in_time(deed: Deed, last: Deed, *, there: bool) -> Introduction | None:
    """Return the introduction for a role before or after the last deed's; None if neither."""
    if is_before(deed.entry, last.entry):
        return Introduction.BEFORE_THERE if there else Introduction.BEFORE
    if is_before(last.entry, deed.entry):
        return Introduction.LATER_THERE if there else Introduction.LATER
    return None


def _make_forms(
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
            if all(s.own or may_be_drafted(s.text) for s in telling.sentences):
                yield tuple(
                    replace(s.also_from(*asked), own=s.own and _is_written(s, deed))
                    for s in telling.sentences
                )


def _names_role(form: Form, deed: Deed) -> bool:
    role = setting_of(deed.entry).role
    return any(role in plain_text(sentence.text) for sentence in form)


def _is_written(sentence: Sentence, deed: Deed) -> bool:
    """Tell whether a sentence is in the profile as it is, without an introduction of lapel's."""
    return deed.highlight.letter is not None and sentence.text in deed.highlight.letter.markdown
