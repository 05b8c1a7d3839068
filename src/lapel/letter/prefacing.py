"""What the posting asks for, in one sentence with the deed that answers it.

A sentence that only reads the posting back to who wrote it has no reason to be there; before a
deed it says why the deed is told.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from lapel.letter.model import Sentence
from lapel.letter.moves import Form as Sentences
from lapel.letter.moves import Move, Told
from lapel.letter.points.grammar import words_of
from lapel.letter.points.vocabulary import word_list
from lapel.letter.repeating import content_stems
from lapel.letter.style import is_sound
from lapel.letter.telling.finite import is_sentence
from lapel.letter.telling.words import capital, lowered
from lapel.text.inline import plain_text
from lapel.text.verbs import Form, forms_of

FEWEST_LISTED = 3
_LISTED = re.compile(r", (?:and |or )?| (?:and|or) ")
_TASK = re.compile(r"^(?P<task>.+? (?:to|who can) [a-z]+) (?P<things>\S[^.;]*, [^.;]+)\.$")
_OF_THEM = frozenset(("You", "Your", "Part"))


def prefaced(paragraphs: Sequence[Told]) -> list[Told]:
    """The paragraphs with what one of them says of the posting as the preface of the deed behind
    it: once in a letter, and where a note asks for it before where none does. What else a note
    asks for of the posting stands by itself, and what none asks for is left out.
    """
    before = [
        (number, index)
        for number, paragraph in enumerate(paragraphs)
        for index, (move, after) in enumerate(pairwise(paragraph.moves))
        if _is_preface(move) and after.deed
    ]
    asked = [place for place in before if _at(paragraphs, place).is_asked]
    (one,) = (asked or before)[:1] or [(-1, -1)]
    needless = {place for place in before if place != one and place not in asked}
    return [
        replace(
            paragraph,
            moves=tuple(
                _behind(paragraph.moves[index - 1], move) if (number, index - 1) == one else move
                for index, move in enumerate(paragraph.moves)
                if (number, index) != one and (number, index) not in needless
            ),
        )
        for number, paragraph in enumerate(paragraphs)
    ]


def _at(paragraphs: Sequence[Told], place: tuple[int, int]) -> Move:
    return paragraphs[place[0]].moves[place[1]]


def _behind(preface: Move, move: Move) -> Move:
    """A deed with its preface, of whose list only what the deed answers is said."""
    if move.deed is None:
        return move
    bullet = content_stems(plain_text(move.deed.highlight.text.markdown))
    forms = tuple(tuple(_shortened(said, bullet) for said in form) for form in preface.forms)
    return replace(move, preface=replace(preface, forms=forms))


def _shortened(preface: Sentence, bullet: frozenset[str]) -> Sentence:
    """The sentence with one thing of its list of things, that of which the bullet speaks most; as
    it is where it has no list, or a list inside of one thing ("the systems behind the feed, …"),
    or the bullet speaks of none.
    """
    found = _TASK.match(preface.text)
    things = _LISTED.split(found["things"]) if found else []
    shared = [len(content_stems(thing) & bullet) for thing in things]
    inner = bool(things) and bool({*words_of(things[0])} & word_list("prepositions"))
    if found is None or inner or len(things) < FEWEST_LISTED or not max(shared):
        return preface
    best = shared.index(max(shared))
    if best and Form.BASE in forms_of(things[best].split()[0]):
        return preface  # it may be a thing to do: "review plans, design parts and test samples"
    return replace(preface, text=f"{found['task']} {things[best]}.")


def _is_preface(move: Move) -> bool:
    """Whether a move says one thing that the company asks for or does."""
    said = {form[0].text.split()[0] for form in move.forms if len(form) == 1}
    return move.theirs and move.deed is None and bool(said) and said <= _OF_THEM


def with_preface(preface: Move, forms: Sequence[Sentences]) -> Iterator[Sentences]:
    """The forms of a deed behind a preface, in one sentence where that is not too long; else the
    preface stands by itself where a note asks for it, and is left out where none does.
    """
    joined = [
        form
        for told in forms
        for said in preface.forms
        if (form := _joined(said[0], told)) is not None
    ]
    if joined:
        yield from joined
    elif preface.is_asked:
        yield from ((*said, *told) for said in preface.forms for told in forms)
    else:
        yield from forms


def _joined(preface: Sentence, told: Sentences) -> Sentences | None:
    """Both in one sentence; what a deed brought is a sentence of its own, where it can be."""
    first, *others = told
    if first.own or ";" in preface.text:
        return None
    for deed, brought in _parted(first.text):
        text = f"{preface.text.rstrip('.')}; {lowered(deed).rstrip('.')}."
        if is_sound(text):
            sources = tuple(dict.fromkeys((*preface.sources, *first.sources)))
            after = (replace(first, text=capital(brought)),) if brought else ()
            return (replace(first, text=text, sources=sources), *after, *others)
    return None


def _parted(text: str) -> Iterator[tuple[str, str]]:
    """A deed whole, where no semicolon stands in it, and without what it brought."""
    deed, semicolon, brought = text.partition("; ")
    if semicolon:
        yield deed, brought
        return
    yield text, ""
    deed, comma, brought = text.rpartition(", and ")
    if comma and is_sentence(brought.rstrip(".").split()):
        yield deed, brought
