"""What the posting asks for, told just before the deed that answers it."""

import pytest

from lapel.letter.arranging.prefacing import preface_deeds, with_preface
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.points.model import Part
from tests.letter.arranging.builders import NEW, deed, told

POSTING = Source(SourceKind.POSTING, "description-1")
BULLET = Source(SourceKind.HIGHLIGHT, "new/a")
FRAME = Source(SourceKind.FRAME, "posting")
NOTE = Source(SourceKind.NOTE, "letter-1")


def said(text: str, *sources: Source) -> Move:
    return Move(((Sentence(text, sources),),), theirs=True)


def test_the_posting_is_spoken_of_before_the_deed() -> None:
    """Each in a sentence of its own, with its own sources."""
    ask = said("You need someone to cut waste.", POSTING)
    ((first, second),) = with_preface(ask, ((Sentence("At Bar, I cut it.", (BULLET,)),),))
    assert (first.text, first.sources) == ("You need someone to cut waste.", (POSTING,))
    assert (second.text, second.sources) == ("At Bar, I cut it.", (BULLET,))


def test_the_deed_that_answers_it_most_comes_first() -> None:
    """Of those told behind a preface; the others keep their order."""
    ask = said("You want someone who can plan for tsunami.", FRAME, POSTING, NOTE)
    deeds = [deed(NEW, text) for text in ("Ran the center", "Wrote the tsunami plan", "Drilled")]
    (one,) = preface_deeds([told(ask, *deeds)])
    assert [m.deed.highlight.text.markdown if m.deed else "" for m in one.moves] == [
        "Wrote the tsunami plan",
        "Ran the center",
        "Drilled",
    ]


def test_the_posting_is_not_read_back_without_a_deed() -> None:
    """A second sentence of lapel's with the posting's words goes; the deed answers its line."""
    asked = said("You plan to open.", NOTE)
    read = said("You want someone who can cut waste.", FRAME, POSTING, NOTE)
    first, second = preface_deeds([told(asked, deed(NEW, "a")), told(read, deed(NEW, "b"))])
    assert first.moves[0].preface == asked
    assert [(m.preface, m.asked) for m in second.moves] == [(None, (POSTING, NOTE))]


def test_the_posting_is_not_read_back_for_a_note_that_is_answered_elsewhere() -> None:
    """Nothing would follow it; without such a deed it stays."""
    read = said("Your posting speaks of urgent care.", FRAME, POSTING, NOTE)
    (one,) = preface_deeds([told(read, deed(NEW, "a"))], told=("letter-1",))
    assert [move.preface for move in one.moves] == [None]
    (one,) = preface_deeds([told(read)])
    assert one.moves == (read,)


def test_only_what_is_said_of_the_company_is_a_preface() -> None:
    """What the writer says of themselves is a sentence of its own."""
    theirs, mine = said("You plan to open.", NOTE), said("I cleaned it, so I know.", NOTE)
    (one,) = preface_deeds([told(theirs, deed(NEW, "a"))])
    assert [move.preface for move in one.moves] == [theirs]
    (apart,) = preface_deeds([told(mine, deed(NEW, "a"))])
    assert len(apart.moves) == 2
    (alone,) = preface_deeds([told(theirs)])
    assert alone.part is Part.BODY


def test_one_deed_of_a_letter_has_a_preface() -> None:
    """Where a note asks for one it is that; another that is asked for stands by itself, and one
    that is not asked for is left out.
    """
    free, asked = said("You need someone to cut waste.", POSTING), said("You plan to open.", NOTE)
    again = said("You want to grow.", NOTE)
    letter = [told(one, deed(NEW, str(n))) for n, one in enumerate((free, asked, again))]
    first, second, third = preface_deeds(letter)
    assert [(m.preface, bool(m.deed)) for m in first.moves] == [(None, True)]
    assert [(m.preface, bool(m.deed)) for m in second.moves] == [(asked, True)]
    assert [(m.preface, bool(m.deed)) for m in third.moves] == [(None, False), (None, True)]


@pytest.mark.parametrize(
    ("task", "bullet", "short"),
    [
        (
            "own the close, reconciliations and audits",
            "Cut the close to five days",
            "own the close",
        ),
        ("own the close, reconciliations and audits", "Led three audits", "own audits"),
        ("build, test and run a line", "Ran a line", "build, test and run a line"),
        (
            "own tools for the shop, yard and van",
            "Packed a van",
            "own tools for the shop, yard and van",
        ),
        (
            "plan work, from roof to cellar, and defend it",
            "Dug a cellar",
            "plan work, from roof to cellar, and defend it",
        ),
        (
            "lead a fast paced, data-driven, and agile team of bakers",
            "Led an agile team",
            "lead a fast paced, data-driven, and agile team of bakers",
        ),
        (
            "lead three gardeners, a trainee and 60 volunteers",
            "Organized 22 gardeners and volunteers on Mondays",
            "lead three gardeners, a trainee and 60 volunteers",
        ),
        (
            "own the close, reconciliations and audits",
            "Sang",
            "own the close, reconciliations and audits",
        ),
    ],
)
def test_of_a_list_only_what_the_deed_answers_is_said(task: str, bullet: str, short: str) -> None:
    """A list of doings, a list inside of one thing, and one that the deed does not name stay."""
    ask = said(f"You need someone to {task}.", POSTING)
    ((move,),) = (one.moves for one in preface_deeds([told(ask, deed(NEW, bullet))]))
    assert move.preface is not None
    assert move.preface.forms[0][0].text == f"You need someone to {short}."
