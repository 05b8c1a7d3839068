"""What the posting asks for, in one sentence with the deed that answers it.

A sentence that only reads the posting back to who wrote it has no reason to be there; before a
deed it says why the deed is told.
"""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from lapel.letter.model import Sentence
from lapel.letter.moves import Form, Move, Told
from lapel.letter.style import is_sound
from lapel.letter.telling.verbs import is_sentence
from lapel.letter.telling.words import capital, lowered

_OF_THEM = frozenset(("You", "Your", "Part"))


def prefaced(paragraph: Told) -> Told:
    """The paragraph with what it says of the posting as the preface of the deed behind it."""
    moves: list[Move] = []
    for move in paragraph.moves:
        before = moves[-1] if moves else None
        if before is not None and _is_preface(before) and move.deed:
            moves[-1] = replace(move, preface=before)
        else:
            moves.append(move)
    return replace(paragraph, moves=tuple(moves))


def _is_preface(move: Move) -> bool:
    """Whether a move says one thing that the company asks for or does."""
    said = {form[0].text.split()[0] for form in move.forms if len(form) == 1}
    return move.theirs and move.deed is None and bool(said) and said <= _OF_THEM


def with_preface(preface: Move, forms: Sequence[Form]) -> Iterator[Form]:
    """The forms of a deed behind a preface, in one sentence where that is not too long; else the
    preface stands by itself where a note asks for it, and is left out where none does.
    """
    joined = [
        form
        for said in preface.forms
        for told in forms
        if (form := _joined(said[0], told)) is not None
    ]
    if joined:
        yield from joined
    elif preface.is_asked:
        yield from ((*said, *told) for said in preface.forms for told in forms)
    else:
        yield from forms


def _joined(preface: Sentence, told: Form) -> Form | None:
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
