"""What the posting asks for, in one sentence with the deed that answers it."""

import pytest

from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.points.model import Part
from lapel.letter.prefacing import prefaced, with_preface
from tests.letter.test_arranging import NEW, deed, told

POSTING = Source(SourceKind.POSTING, "description-1")
BULLET = Source(SourceKind.HIGHLIGHT, "new/a")
FRAME = Source(SourceKind.FRAME, "posting")
NOTE = Source(SourceKind.NOTE, "letter-1")


def said(text: str, *sources: Source) -> Move:
    return Move(((Sentence(text, sources),),), theirs=True)


def forms_of(preface: Move, text: str) -> list[list[str]]:
    deed_form = (Sentence(text, (BULLET,)),)
    return [[s.text for s in form] for form in with_preface(preface, (deed_form,))]


def test_the_deed_says_why_the_posting_is_spoken_of() -> None:
    """One sentence with the sources of both."""
    ask = said("You need someone to cut waste.", POSTING)
    found = [*with_preface(ask, ((Sentence("At Bar, I cut waste by 9%.", (BULLET,)),),))]
    sentence = found[0][0]
    assert sentence.text == "You need someone to cut waste; at Bar, I cut waste by 9%."
    assert sentence.sources == (POSTING, BULLET)


def test_what_a_deed_brought_is_a_sentence_of_its_own() -> None:
    ask = said("You need someone to cut waste.", POSTING)
    assert forms_of(ask, "At Bar, I moved the bins; waste fell by 9%.") == [
        ["You need someone to cut waste; at Bar, I moved the bins.", "Waste fell by 9%."]
    ]


def test_what_the_writer_says_stands_alone_where_it_is_too_long() -> None:
    """And is left out where none does."""
    long = "At Bar, I " + " ".join(["cut"] * 36) + "."
    asked = said("You need someone to cut waste.", POSTING, NOTE)
    assert forms_of(asked, long) == [["You need someone to cut waste.", long]]
    assert forms_of(said("You need someone to cut waste.", POSTING), long) == [[long]]


def test_the_deed_that_answers_it_most_comes_first() -> None:
    """Of those told behind a preface; the others keep their order."""
    ask = said("You want someone who can plan for tsunami.", FRAME, POSTING, NOTE)
    deeds = [deed(NEW, text) for text in ("Ran the center", "Wrote the tsunami plan", "Drilled")]
    (one,) = prefaced([told(ask, *deeds)])
    assert [m.deed.highlight.text.markdown if m.deed else "" for m in one.moves] == [
        "Wrote the tsunami plan",
        "Ran the center",
        "Drilled",
    ]


def test_the_posting_is_not_read_back_without_a_deed() -> None:
    """A second sentence of lapel's with the posting's words goes; the deed answers its line."""
    asked = said("You plan to open.", NOTE)
    read = said("You want someone who can cut waste.", FRAME, POSTING, NOTE)
    first, second = prefaced([told(asked, deed(NEW, "a")), told(read, deed(NEW, "b"))])
    assert first.moves[0].preface == asked
    assert [(m.preface, m.asked) for m in second.moves] == [(None, (POSTING, NOTE))]
    long = (Sentence("At Bar, I " + " ".join(["cut"] * 36) + ".", (BULLET,)),)
    ((alone,),) = with_preface(read, (long,))
    assert alone.sources == (BULLET, POSTING, NOTE)


def test_only_what_is_said_of_the_company_is_a_preface() -> None:
    """What the writer says of themselves is a sentence of its own."""
    theirs, mine = said("You plan to open.", NOTE), said("I cleaned it, so I know.", NOTE)
    (one,) = prefaced([told(theirs, deed(NEW, "a"))])
    assert [move.preface for move in one.moves] == [theirs]
    (apart,) = prefaced([told(mine, deed(NEW, "a"))])
    assert len(apart.moves) == 2
    (alone,) = prefaced([told(theirs)])
    assert alone.part is Part.BODY


def test_one_deed_of_a_letter_has_a_preface() -> None:
    """Where a note asks for one it is that; another that is asked for stands by itself, and one
    that is not asked for is left out.
    """
    free, asked = said("You need someone to cut waste.", POSTING), said("You plan to open.", NOTE)
    again = said("You want to grow.", NOTE)
    letter = [told(one, deed(NEW, str(n))) for n, one in enumerate((free, asked, again))]
    first, second, third = prefaced(letter)
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
            "own the close, reconciliations and audits",
            "Sang",
            "own the close, reconciliations and audits",
        ),
    ],
)
def test_of_a_list_only_what_the_deed_answers_is_said(task: str, bullet: str, short: str) -> None:
    """A list of doings, a list inside of one thing, and one that the deed does not name stay."""
    ask = said(f"You need someone to {task}.", POSTING)
    ((move,),) = (one.moves for one in prefaced([told(ask, deed(NEW, bullet))]))
    assert move.preface is not None
    assert move.preface.forms[0][0].text == f"You need someone to {short}."
