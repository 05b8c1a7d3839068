"""What the posting asks for, in one sentence with the deed that answers it."""

from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move
from lapel.letter.points.model import Part
from lapel.letter.prefacing import prefaced, with_preface
from tests.letter.test_arranging import NEW, deed, told

POSTING = Source(SourceKind.POSTING, "description-1")
BULLET = Source(SourceKind.HIGHLIGHT, "new/a")
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


def test_what_is_too_long_stands_alone_where_a_note_asks_for_it() -> None:
    """And is left out where none does."""
    long = "At Bar, I " + " ".join(["cut"] * 36) + "."
    asked = said("You need someone to cut waste.", POSTING, NOTE)
    assert forms_of(asked, long) == [["You need someone to cut waste.", long]]
    assert forms_of(said("You need someone to cut waste.", POSTING), long) == [[long]]


def test_only_what_is_said_of_the_company_is_a_preface() -> None:
    """What the writer says of themselves is a sentence of its own."""
    theirs, mine = said("You plan to open.", NOTE), said("I cleaned it, so I know.", NOTE)
    assert [m.preface for m in prefaced(told(theirs, deed(NEW, "a"))).moves] == [theirs]
    assert len(prefaced(told(mine, deed(NEW, "a"))).moves) == 2
    assert prefaced(told(theirs)).part is Part.BODY
