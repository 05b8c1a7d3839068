"""Nothing is said twice in one letter, and no short sentence is a paragraph."""

import pytest
from msgspec.structs import replace

from lapel.letter.arranging.answered import without_answered
from lapel.letter.arranging.repeating import says_same, without_repeats, without_years_again
from lapel.letter.arranging.settling import settle_paragraphs
from lapel.letter.model import SourceKind
from lapel.letter.points.model import Part
from lapel.text.content import content_stems
from tests.letter.arranging.builders import OLD, deed, paragraph, say


def test_what_was_said_is_not_said_again() -> None:
    """The earlier sentence stays, and answers the later note too."""
    first = say("Your drivers don't complain at the docks; I noticed.")
    again = say("Your drivers never complain at docks.", "connection-1")
    kept = without_repeats([paragraph(Part.OPENING, first), paragraph(Part.COMPANY, again)])
    assert [len(paragraph.moves) for paragraph in kept] == [1, 0]
    (sentence,) = kept[0].moves[0].forms[0]
    assert [source.id for source in sentence.sources] == ["letter-1", "connection-1"]


@pytest.mark.parametrize(
    ("made", "stays"),
    [
        ("I use the energy unit with seventh graders and the graph you fixed.", False),
        ("I admire the teacher notes.", False),
        ("I admire the energy unit.", True),
        ("I have not used the energy unit with seventh graders.", True),
        ("I can share sample labs.", True),
        ("I use the energy unit with 140 seventh graders.", True),
    ],
)
def test_what_the_answers_say_is_not_said_by_a_point_again(made: str, stays: bool) -> None:
    """They answer its note; what is new, denied or only valued by the point stays."""
    answers = (
        say("I have used it with my seventh graders.", "connection-1"),
        say("I used the energy unit and wrote about a graph, which you fixed.", "connection-2"),
        say("I particularly value the teacher notes.", "connection-3"),
    )
    ids = frozenset(source.id for move in answers for source in move.forms[0][0].sources)
    (kept,) = without_answered([paragraph(Part.COMPANY, say(made), *answers)], ids)
    assert len(kept.moves) == 3 + stays
    notes = [source.id for move in kept.moves for source in move.forms[0][0].sources]
    assert "letter-1" in notes


def test_half_of_what_a_point_says_is_left_to_the_answer_that_says_it() -> None:
    """Whichever half it is; who is a customer, or was treated at the company, says no more."""
    answers = (
        say("My father spent his last month on Ward 6.", "connection-1"),
        say("We have had a crate every Thursday for three years.", "connection-2"),
    )
    points = (
        say("I'm happy to join the rota, and my father was cared for on Ward 6."),
        say("We have been customers for three years, and I respect a fair wage."),
    )
    (kept,) = without_answered(
        [paragraph(Part.COMPANY, *answers, *points)],
        frozenset(("connection-1", "connection-2")),
        "Crate Co",
    )
    assert [move.text for move in kept.moves[2:]] == [
        "I'm happy to join the rota.",
        "I respect a fair wage.",
    ]


def test_a_year_is_said_once_of_one_person() -> None:
    """What is told of somebody else in that year keeps it."""
    first = say("My father was a patient here in 2019.")
    again = say("My father was in your ICU in March 2019, after an operation.", "connection-1")
    other = say("Our street flooded in March 2019.", "connection-2")
    kept = without_years_again(
        [paragraph(Part.OPENING, first), paragraph(Part.COMPANY, again, other)]
    )
    assert [move.forms[0][0].text for move in kept[1].moves] == [
        "My father was in your ICU that March, after an operation.",
        "Our street flooded in March 2019.",
    ]


def test_a_deed_is_no_repetition_of_what_it_answers() -> None:
    """The posting's words in a bullet are why it is told."""
    posting = say("You train nurses on dialysis pumps.", kind=SourceKind.POSTING)
    asked = replace(posting, theirs=True)
    trained = deed(OLD, "Train nurses on dialysis pumps at night")
    trained = replace(trained, forms=say("I train nurses on dialysis pumps at night.").forms)
    kept = without_repeats([paragraph(Part.BODY, asked, trained)])
    assert [bool(move.deed) for move in kept[0].moves] == [False, True]


def test_a_deed_says_what_the_writer_says_right_behind_it() -> None:
    """A sentence of the notes without a word that the bullet has not is needless."""
    trained = deed(OLD, "Took on three apprentices from the village")
    trained = replace(trained, forms=say("I took on three apprentices.").forms)
    (kept,) = without_repeats([paragraph(Part.BODY, trained, say("I took on three myself."))])
    assert [bool(move.deed) for move in kept.moves] == [True]
    (kept,) = without_repeats([paragraph(Part.BODY, trained, say("I took on three lodgers."))])
    assert len(kept.moves) == 2


def test_half_a_sentence_that_was_said_is_left_out() -> None:
    """What is new of it stands, and the earlier sentence answers its note too."""
    first = say("I have planned for coasts from the shore.", "connection-1")
    later = say("I have planned from the shore, but my boat years were on a radio watch.")
    (kept,) = without_repeats([paragraph(Part.BODY, first, later)])
    assert [move.forms[0][0].text for move in kept.moves] == [
        "I have planned for coasts from the shore.",
        "My boat years were on a radio watch.",
    ]
    sources = [source.id for source in kept.moves[0].forms[0][0].sources]
    assert sources == ["connection-1", "letter-1"]


def test_what_the_writer_would_do_is_said_behind_what_was_told_already() -> None:
    """Of "I lead three educators and would be ready for more" the second half is new."""
    lead = deed(OLD, "I lead a team of three educators and 25 volunteers.")
    both = say("I lead three educators and 25 volunteers and would be ready for a bigger team.")
    (kept,) = without_repeats([paragraph(Part.CLOSING, lead, both)])
    assert [move.text for move in kept.moves] == [
        "I lead a team of three educators and 25 volunteers.",
        "I would be ready for a bigger team.",
    ]


def test_other_things_and_frames_are_said() -> None:
    """Small words in common are no repetition, and lapel's own sentences say nothing."""
    one = say("I would welcome the chance to talk about the position.")
    two = say("I would be glad to talk about the position.", "close", SourceKind.FRAME)
    kept = without_repeats([paragraph(Part.CLOSING, one, two)])
    assert len(kept[0].moves) == 2
    assert not says_same(*map(content_stems, ("I can start in May.", "I can start a team.")))


def test_a_lone_sentence_joins_a_neighbour() -> None:
    """Before the deeds of the next paragraph; else what is of the company begins the close, and
    what is not ends the paragraph before.
    """
    opening = paragraph(Part.OPENING, say("Hello."))
    lone = paragraph(Part.COMPANY, say("You lost hives."))
    body = paragraph(Part.BODY, deed(OLD, "led"))
    closing = paragraph(Part.CLOSING, say("Thank you."))
    before_deeds = settle_paragraphs([opening, lone, body, closing])
    assert [len(p.moves) for p in before_deeds] == [1, 2, 1]
    assert before_deeds[1].moves[1].deed
    assert [len(p.moves) for p in settle_paragraphs([opening, body, lone, closing])] == [1, 1, 2]
    other = paragraph(Part.OTHER, say("You lost hives."))
    assert [len(p.moves) for p in settle_paragraphs([opening, body, other, closing])] == [1, 2, 1]
    assert [len(p.moves) for p in settle_paragraphs([opening, lone, closing])] == [1, 2]


def test_what_only_points_at_the_sentence_before_is_not_said() -> None:
    """None of its words is new, or none of the sentence's before it: the longer one says both."""
    longer = say("I know the lake and want to be the one who fixes it.")
    shorter = say("I'd like to fix it.")
    for moves in ((longer, shorter), (shorter, longer)):
        kept = without_repeats([paragraph(Part.OPENING, *moves)])
        assert [move.forms[0][0].text for move in kept[0].moves] == [longer.forms[0][0].text]
