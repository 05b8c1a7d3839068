"""What lapel makes of half-typed words stands only where it was surely understood."""

from pathlib import Path

import pytest

from lapel.job.model import Note, NoteKind
from lapel.letter.faults import NO_ANTECEDENT, NO_ORDER
from lapel.letter.gate import gate_moves
from lapel.letter.model import Sentence, Source, SourceKind, ToDo
from lapel.letter.moves import Move
from lapel.source.diagnostics import Place


def note(id: str, text: str) -> Note:
    """A letter point."""
    return Note(
        id=id,
        kind=NoteKind.LETTER_POINT,
        text=text,
        label="",
        body="",
        section="",
        optional=False,
        place=Place(Path("job.md"), 1),
        last_line=1,
    )


def said(text: str, id: str, *, own: bool = False) -> Move:
    """One sentence of a note."""
    return Move(((Sentence(text, (Source(SourceKind.NOTE, id),), own),),))


def test_what_falls_is_a_to_do_once_for_each_note() -> None:
    """The to-do has the person's words; what points at a fallen sentence falls with it."""
    point = note("letter-1", "tell us the truth: I'd do it again")
    parts = (said("Tell us the truth.", "letter-1"), said("It would do.", "letter-1"))
    kept = gate_moves(parts, {"letter-1": point})
    assert [part.text for part in kept if isinstance(part, ToDo)] == [point.text]
    assert not [part for part in kept if isinstance(part, Move)]
    assert NO_ORDER in kept[0].reason if isinstance(kept[0], ToDo) else False


def test_what_points_back_needs_something_before_it() -> None:
    """At the beginning "it" is nothing; behind a sentence it is what that one told of."""
    point = note("letter-1", "would like to learn it")
    alone = gate_moves((said("I'd like to learn it.", "letter-1"),), {"letter-1": point})
    assert isinstance(alone[0], ToDo)
    assert NO_ANTECEDENT in alone[0].reason
    before = said("You run a program for apprentices.", "letter-1")
    both = (before, said("I'd like to learn it.", "letter-1"))
    assert gate_moves(both, {"letter-1": point}) == [*both]
    wished = gate_moves((said("I'd like that to be possible.", "letter-1"),), {"letter-1": point})
    assert isinstance(wished[0], ToDo)


def test_what_points_at_words_left_to_the_person_is_left_too() -> None:
    """Behind a to-do that nothing was said before, "it" is what the to-do is of."""
    point = note("letter-1", "the ledger. I'd do it again")
    again = said("I'd like to do it again.", "letter-1")
    left = ToDo("the ledger", "nothing was found", point)
    assert not any(isinstance(part, Move) for part in gate_moves((left, again), {}, begins=False))
    before = said("I keep a ledger.", "letter-1")
    assert again in gate_moves((before, left, again), {}, begins=False)


def test_the_posting_is_read_back_only_before_an_answer() -> None:
    """Its words alone say nothing to who wrote them."""
    point = note("letter-1", 'they say "from the app to the pole", MI')
    quoted = said('You say "from the app to the pole".', "letter-1")
    answer = said("I have drawn both.", "letter-1")
    assert [isinstance(part, ToDo) for part in gate_moves((quoted,), {"letter-1": point})] == [True]
    other = said("I have drawn both.", "letter-2")
    notes = {"letter-1": point, "letter-2": note("letter-2", "both")}
    assert quoted not in gate_moves((quoted, other), notes)
    assert gate_moves((quoted, answer), {"letter-1": point}) == [quoted, answer]


def test_the_person_s_finished_sentence_is_theirs() -> None:
    """It is not judged by its grammar."""
    own = said("I keep bees, me.", "letter-1", own=True)
    assert gate_moves((own,), {}) == [own]


@pytest.mark.parametrize("text", ["I call.", "Grit → grace is what I bring."])
def test_signs_and_bare_answers_fall_whoever_wrote_them(text: str) -> None:
    """No letter has an arrow in it, nor an answer without its question."""
    (left,) = gate_moves((said(text, "letter-1", own=True),), {"letter-1": note("letter-1", text)})
    assert isinstance(left, ToDo)
