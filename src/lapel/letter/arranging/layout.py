"""How what a letter tells is laid out in paragraphs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from msgspec.structs import replace

from lapel.job.model import NoteKind
from lapel.letter.arranging.chronology import newest_first
from lapel.letter.arranging.repeating import is_answered
from lapel.letter.deeds.search import Deed
from lapel.letter.model import SourceKind, ToDo
from lapel.letter.moves import Move, Told, count_words
from lapel.letter.plan import before_closing
from lapel.letter.points.model import Part
from lapel.letter.telling.highlight import is_of_work
from lapel.letter.telling.introducing.places import place_id
from lapel.letter.telling.language.persons import points_at_nothing
from lapel.profile.model import SectionKind
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

_CHANGE = regex(r"\d\S* ?%|\bfrom \S*\d.* to \S|\d\S*x\b|→|\bby \S*\d|[$£€]\d")

LONE_WORDS = 30
"""A sentence of more is a paragraph."""
ENOUGH_WORDS = 250
"""A letter of so many words does without one more deed that would be a paragraph by itself."""
OF_COMPANY = "company-specific"
FEWEST_APART = 2
"""So many answers are a paragraph beside the deeds of other notes."""
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
    telling = [i for i in body if _deeds_of(kept[i])]
    place = (telling or body or [before_closing(kept) - 1])[-1] + 1
    while place in body and _is_lone(kept[place]):
        place += 1  # it joins what stands before it
    kept.insert(place, Told(Part.BODY, "body", tuple(more)))
    return kept


def regrouped(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with the deeds that no note asks for by employer, the newest first, and few
    in each.
    """
    kept: list[Told] = []
    told = _beside_their_like(paragraphs)
    for free, run in groupby(told, key=lambda told: told.is_free and bool(told.moves)):
        group = list(run)
        if not free:
            kept += map(arranged, group)
            continue
        whole = arranged(replace(group[0], moves=tuple(m for told in group for m in told.moves)))
        kept += (replace(whole, moves=tuple(moves)) for moves in _parted(whole.moves))
    return kept


def _beside_their_like(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with a deed that no note asks for in one that ends with deeds of its employer,
    where that has room and its notes name what the deed tells.
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
    """Whether a deed that no note asks for is of the subject of a paragraph and its employers."""
    if told.is_free or told.part is Part.OPENING or not _has_room(told) or move.deed is None:
        return False
    last = takewhile(lambda other: other.deed is not None, reversed(told.moves))
    return move.deed.highlight.id in told.subject and _employer(move) in map(_employer, last)


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


def with_connection(
    paragraphs: Sequence[Told], connection: tuple[Move, ...], company: str = ""
) -> list[Told]:
    """The paragraphs with the personal connection where what a note says of it stands, else in one
    of its own before the close.
    """
    kept = list(paragraphs)
    meant = next(_meaning(paragraphs, connection, company), None)
    if meant is not None:
        number, index = meant
        here = kept[number]
        asked = here.moves[index].first.sources
        told = tuple(move.also_from(*asked) for move in connection)
        kept[number] = replace(here, moves=(*here.moves[:index], *told, *here.moves[index:]))
    elif connection:
        kept.insert(before_closing(kept), Told(Part.COMPANY, OF_COMPANY, connection))
    return kept


def _meaning(
    paragraphs: Sequence[Told], connection: Sequence[Move], company: str
) -> Iterator[tuple[int, int]]:
    """Where between opening and close a note's sentence says what the connection does."""
    for number, told in enumerate(paragraphs):
        if told.part not in (Part.OPENING, Part.CLOSING):
            said = (
                index
                for index, move in enumerate(told.moves)
                if is_answered(move, connection, company)
            )
            yield from ((number, index) for index in said)


def answers_apart(paragraphs: Iterable[Told]) -> Iterator[Told]:
    """The paragraphs, several answers about the personal connection in one of their own with all
    that their notes say, where the paragraph tells deeds for other notes.
    """
    for told in paragraphs:
        answers = [move for move in told.moves if _is_answer(move)]
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


def settled(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with none in the middle that cannot stand alone: it joins the one to which it
    belongs best.
    """
    kept = _answers_together(paragraphs)
    number = 1
    while number < len(kept) - 1:
        place = next(_places_for(kept, number), None)
        if place is not None:
            joined = _joined(kept[number], kept[place], before=place > number)
            kept[place] = arranged(joined)
        elif not (_is_alone(kept[number]) and _words_beside(kept, number) >= ENOUGH_WORDS):
            number += 1
            continue
        del kept[number]
    return kept


def _words_beside(paragraphs: Sequence[Told], number: int) -> int:
    """The words of all paragraphs but one."""
    return count_words([*paragraphs[:number], *paragraphs[number + 1 :]])


def _is_alone(paragraph: Told) -> bool:
    """Whether a paragraph is one deed that no note asks for."""
    return paragraph.is_free and len(_deeds_of(paragraph)) == 1 and _is_lone(paragraph)


def _answers_together(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with an answer that points back ("It is worth it") behind the answer before
    it, where a point had that one told elsewhere.
    """
    kept = list(paragraphs)
    for number, here in enumerate(kept):
        if _deeds_of(here) or here.notes or here.part is not Part.COMPANY or not here.moves:
            continue
        told = [
            (place, index)
            for place, other in enumerate(kept[:number])
            for index, move in enumerate(other.moves)
            if _is_answer(move)
        ]
        if told and points_at_nothing(here.moves[0].text):
            place, index = told[-1]
            moves = kept[place].moves
            said = (*moves[: index + 1], here.moves[0], *moves[index + 1 :])
            kept[place] = replace(kept[place], moves=said)
            kept[number] = replace(here, moves=here.moves[1:])
    return kept


def _is_answer(move: Move) -> bool:
    """Whether a move is one of the answers about the personal connection."""
    said = () if move.deed else move.forms[0]
    answers = (s for one in said for s in one.sources if s.kind is SourceKind.NOTE)
    return any(source.id.startswith(NoteKind.CONNECTION.value) for source in answers)


def _places_for(paragraphs: Sequence[Told], number: int) -> Iterator[int]:
    """Where a paragraph would better stand, the best place first: none where it may stand alone.

    The connection that no note asks for belongs to what is said of the company, or into an opening
    that tells no deed; a lone deed to other deeds, one that no note asks for only to its like;
    another lone sentence before the deeds that a note asks for next, or behind what stands before
    it.
    """
    here, before, after = paragraphs[number], paragraphs[number - 1], paragraphs[number + 1]
    of_company = here.part is Part.COMPANY and not _deeds_of(here)
    connects = of_company and not here.notes
    if connects or (of_company and _is_lone(here)):
        yield from (
            place
            for place, other in enumerate(paragraphs)
            if other.part is Part.COMPANY and other is not here and other.moves
            if not _deeds_of(other)
        )
    if not _is_lone(here):
        return
    if _deeds_of(here):
        if _has_room(before) and bool(here.notes) == bool(before.notes):
            yield number - 1
        begins = bool(after.moves) and after.moves[0].deed is not None
        alike = bool(here.notes) == bool(after.notes)
        if begins and alike and len(_deeds_of(after)) < DEEDS_IN_ONE:
            yield number + 1
        return
    opens = before.part is Part.OPENING
    if connects and not _deeds_of(paragraphs[0]):
        yield 0
    asked = after.notes and _deeds_of(after)
    if asked or (after.part is Part.CLOSING and here.part is Part.COMPANY):
        yield number + 1
    if not opens and before.moves:
        yield number - 1
    if _deeds_of(after) or after.part is Part.CLOSING:
        yield number + 1


def _is_frame(move: Move) -> bool:
    """Whether a move is a sentence of lapel's own."""
    return move.first.sources[0].kind is SourceKind.FRAME


def _deeds_of(paragraph: Told) -> list[Move]:
    return [move for move in paragraph.moves if move.deed is not None]


def _has_room(paragraph: Told) -> bool:
    """Whether a paragraph ends with a deed, and one more makes no list of it."""
    told = _deeds_of(paragraph)
    return bool(told) and paragraph.moves[-1] is told[-1] and len(told) < DEEDS_IN_ONE


def _is_lone(paragraph: Told) -> bool:
    """Whether a paragraph is one deed, with its preface where no note asks for it, or one short
    sentence.
    """
    if paragraph.part in (Part.OPENING, Part.CLOSING) or not paragraph.moves:
        return False
    told = _deeds_of(paragraph)
    if len(told) == 1 and paragraph.moves[-1] is told[0]:
        return len(paragraph.moves) == 1 or paragraph.is_free
    if len(paragraph.moves) > 1:
        return False
    said = paragraph.moves[0].forms[0]
    return len(said) == 1 and len(plain_text(said[0].text).split()) <= LONE_WORDS


def _joined(lone: Told, other: Told, *, before: bool) -> Told:
    """A paragraph with another's moves before or behind its own; an opening ends with the position
    where it says more than that.
    """
    ends = other.part is Part.OPENING and len(other.moves) > 1 and _is_frame(other.moves[-1])
    at = 0 if before else len(other.moves) - ends
    return replace(
        other,
        moves=(*other.moves[:at], *lone.moves, *other.moves[at:]),
        todos=(*lone.todos, *other.todos) if before else (*other.todos, *lone.todos),
        notes=(*lone.notes, *other.notes) if before else (*other.notes, *lone.notes),
    )


def arranged(paragraph: Told) -> Told:
    """The paragraph with its deeds in a good order, where nothing stands between them.

    An employer's deeds stand together, where the first of them is asked for; those of one of its
    roles too, in the order of the notes, else the newest first. Where no note asks, what was done
    comes before what the work included, and what can be counted last.
    """
    moves: list[Move] = []
    for told, run in groupby(paragraph.moves, key=lambda move: move.deed is not None):
        group = list(run)
        moves += _ordered(group, asked=bool(paragraph.notes)) if told else group
    return replace(paragraph, moves=tuple(moves))


def _ordered(run: Sequence[Move], *, asked: bool) -> list[Move]:
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
            not asked and is_of_work(told[1].highlight, entry),
            not asked and _counted(told[1]),
        )

    return [move for move, _ in sorted(deeds, key=place)]


def _counted(deed: Deed) -> int:
    """How well a deed ends a paragraph: with a change in figures, with a figure, with none."""
    text = deed.highlight.text.plain
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
