"""Where a paragraph goes that is too short by itself: to the one where it fits best."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.letter.arranging.layout import arrange_deeds
from lapel.letter.arranging.shapes import DEEDS_IN_ONE, deeds_of, has_room, is_answer, stands_single
from lapel.letter.english.persons import unresolved_pronoun
from lapel.letter.model import SourceKind
from lapel.letter.moves import Move, Told, count_words
from lapel.letter.points.model import Part

ENOUGH_WORDS = 250
"""A letter of so many words drops a deed that would be a paragraph by itself."""


def settle_paragraphs(paragraphs: Sequence[Told]) -> list[Told]:
    """Join each middle paragraph that cannot stay alone to the one where it fits best.

    A lone deed that fits nowhere is dropped from a long letter.
    """
    kept = _put_answers_together(paragraphs)
    number = 1
    while number < len(kept) - 1:
        place = next(_places_for(kept, number), None)
        if place is not None:
            joined = _join_paragraphs(kept[number], kept[place], before=place > number)
            kept[place] = arrange_deeds(joined)
        elif not (_is_alone(kept[number]) and _count_words_beside(kept, number) >= ENOUGH_WORDS):
            number += 1
            continue
        del kept[number]
    return kept


def _count_words_beside(paragraphs: Sequence[Told], number: int) -> int:
    """Return the number of words in all paragraphs but one."""
    return count_words([*paragraphs[:number], *paragraphs[number + 1 :]])


def _is_alone(paragraph: Told) -> bool:
    """Tell whether a paragraph is one deed that no note asks for."""
    return paragraph.is_free and len(deeds_of(paragraph)) == 1 and stands_single(paragraph)


def _put_answers_together(paragraphs: Sequence[Told]) -> list[Told]:
    """Put an answer that refers back ("It is worth it") behind the answer before it.

    A point may have had that one told in another paragraph.
    """
    kept = list(paragraphs)
    for number, here in enumerate(kept):
        if deeds_of(here) or here.notes or here.part is not Part.COMPANY or not here.moves:
            continue
        told = [
            (place, index)
            for place, other in enumerate(kept[:number])
            for index, move in enumerate(other.moves)
            if is_answer(move)
        ]
        if told and unresolved_pronoun(here.moves[0].text):
            place, index = told[-1]
            moves = kept[place].moves
            said = (*moves[: index + 1], here.moves[0], *moves[index + 1 :])
            kept[place] = replace(kept[place], moves=said)
            kept[number] = replace(here, moves=here.moves[1:])
    return kept


def _places_for(paragraphs: Sequence[Told], number: int) -> Iterator[int]:
    """Yield the places where a paragraph fits better, the best first; none where it may be alone.

    The connection that no note asks for goes to what is said of the company, or into an opening
    that tells no deed; a lone deed to other deeds, one that no note asks for only to others of that
    kind; another lone sentence before the deeds that a note asks for next, or behind what is before
    it.
    """
    here, before, after = paragraphs[number], paragraphs[number - 1], paragraphs[number + 1]
    of_company = here.part is Part.COMPANY and not deeds_of(here)
    connects = of_company and not here.notes
    if connects or (of_company and stands_single(here)):
        yield from (
            place
            for place, other in enumerate(paragraphs)
            if other.part is Part.COMPANY and other is not here and other.moves
            if not deeds_of(other)
        )
    if not stands_single(here):
        return
    if deeds_of(here):
        if has_room(before) and bool(here.notes) == bool(before.notes):
            yield number - 1
        begins = bool(after.moves) and after.moves[0].deed is not None
        alike = bool(here.notes) == bool(after.notes)
        if begins and alike and len(deeds_of(after)) < DEEDS_IN_ONE:
            yield number + 1
        return
    opens = before.part is Part.OPENING
    if connects and not deeds_of(paragraphs[0]):
        yield 0
    asked = after.notes and deeds_of(after)
    if asked or (after.part is Part.CLOSING and here.part is Part.COMPANY):
        yield number + 1
    if not opens and before.moves:
        yield number - 1
    if deeds_of(after) or after.part is Part.CLOSING:
        yield number + 1


def _join_paragraphs(lone: Told, other: Told, *, before: bool) -> Told:
    """Return a paragraph with another's moves before or behind its own.

    An opening still ends with the position, if it says more than that.
    """
    ends = other.part is Part.OPENING and len(other.moves) > 1 and _is_frame(other.moves[-1])
    at = 0 if before else len(other.moves) - ends
    return replace(
        other,
        moves=(*other.moves[:at], *lone.moves, *other.moves[at:]),
        todos=(*lone.todos, *other.todos) if before else (*other.todos, *lone.todos),
        notes=(*lone.notes, *other.notes) if before else (*other.notes, *lone.notes),
    )


def _is_frame(move: Move) -> bool:
    """Tell whether a move is a sentence of lapel's own."""
    return move.first.sources[0].kind is SourceKind.FRAME
