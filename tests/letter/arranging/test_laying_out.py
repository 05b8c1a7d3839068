"""How deeds are laid out in paragraphs, and which job came first."""

from msgspec.structs import replace

from lapel.letter.arranging.chronology import is_before, newest_first
from lapel.letter.arranging.connecting import with_connection
from lapel.letter.arranging.layout import arrange_deeds, regroup_deeds
from lapel.letter.arranging.settling import settle_paragraphs
from lapel.letter.model import Sentence, Source, SourceKind
from lapel.letter.moves import Move, Told
from lapel.letter.points.model import Part
from lapel.profile.model import SectionKind
from tests.letter.arranging.builders import MIDDLE, NEW, OLD, deed, role, texts, told


def test_a_job_is_before_another_where_the_dates_leave_no_doubt() -> None:
    """It was over when the other began; a year alone may be any month of it."""
    assert is_before(OLD, MIDDLE)
    assert is_before(MIDDLE, NEW)
    assert is_before(OLD, NEW)
    assert not is_before(NEW, OLD)
    assert not is_before(role("a", "A", "2012", "2015"), role("b", "B", "2015", ""))
    assert not is_before(NEW, MIDDLE)


def test_only_work_is_put_in_time() -> None:
    """A course or a post of honour runs beside a job."""
    course = role("course", "School", "2010", "2012", SectionKind.EDUCATION)
    assert not is_before(course, MIDDLE)


def test_what_began_last_comes_first() -> None:
    assert sorted((OLD, NEW, MIDDLE), key=newest_first) == [NEW, MIDDLE, OLD]


def test_deeds_nobody_asked_for_go_back_in_time() -> None:
    """The newest employer first, its roles together, figures at the end of a role."""
    run = told(deed(OLD, "o"), deed(MIDDLE, "m"), deed(NEW, "cut waste by 9%"), deed(NEW, "n"))
    assert texts(arrange_deeds(run)) == ["n", "cut waste by 9%", "m", "o"]


def test_the_role_that_answers_a_note_stays_in_front() -> None:
    run = told(deed(OLD, "o"), deed(NEW, "n"), deed(OLD, "p"), notes=("letter-1",))
    assert texts(arrange_deeds(run)) == ["o", "p", "n"]


def test_no_deed_passes_what_is_said_between() -> None:
    """What a note says after a deed may speak of it."""
    run = told(deed(OLD, "o"), Move(()), deed(NEW, "n"))
    assert texts(arrange_deeds(run)) == ["o", "-", "n"]


def test_what_nobody_asked_for_is_told_by_employer() -> None:
    """Few deeds in each paragraph, ended where an employer's are told, none alone."""
    three, one = told(deed(NEW, "a"), deed(NEW, "b"), deed(OLD, "c")), told(deed(OLD, "d"))
    assert [texts(p) for p in regroup_deeds([three, one])] == [["a", "b"], ["c", "d"]]
    four = told(*(deed(NEW, text) for text in "abcd"), deed(OLD, "e"))
    assert [texts(p) for p in regroup_deeds([four])] == [["a", "b", "c"], ["d", "e"]]


def test_one_more_deed_joins_those_that_were_asked_for() -> None:
    """Where a note asks for it and they are no list yet; behind a list it joins none."""
    asked = told(deed(NEW, "a"), deed(NEW, "b"), notes=("letter-1",))
    listed = told(deed(NEW, "a"), deed(NEW, "b"), deed(OLD, "c"), notes=("letter-1",))
    one = told(deed(OLD, "d"), notes=("letter-2",))
    opening, closing = Told(Part.OPENING, "", ()), Told(Part.CLOSING, "", ())
    assert [texts(p) for p in settle_paragraphs([opening, asked, one, closing])[1:-1]] == [
        ["a", "b", "d"]
    ]
    apart = settle_paragraphs([opening, listed, one, closing])[1:-1]
    assert [texts(p) for p in apart] == [["a", "b", "c"], ["d"]]


def test_a_deed_nobody_asked_for_joins_none_that_was_asked_for() -> None:
    """What is not named is not told beside what is: it stands by itself, or with its like."""
    asked, one = told(deed(NEW, "a"), notes=("letter-1",)), told(deed(NEW, "d"))
    opening, closing = Told(Part.OPENING, "", ()), Told(Part.CLOSING, "", ())
    assert [texts(p) for p in settle_paragraphs([opening, asked, one, closing])[1:-1]] == [
        ["a"],
        ["d"],
    ]
    free = told(deed(OLD, "b"), deed(OLD, "c"))
    assert [texts(p) for p in settle_paragraphs([opening, free, one, closing])[1:-1]] == [
        ["d", "b", "c"]
    ]


def test_a_long_letter_does_without_a_deed_that_would_stand_alone() -> None:
    """Where no note asks for it and enough is left; one that is asked for stays."""
    listed = told(deed(NEW, "word " * 80), deed(NEW, "b"), deed(OLD, "word " * 180), notes=("x",))
    opening, closing = Told(Part.OPENING, "", ()), Told(Part.CLOSING, "", ())
    assert len(settle_paragraphs([opening, listed, told(deed(OLD, "d")), closing])) == 3
    asked = told(deed(OLD, "d"), notes=("letter-2",))
    assert len(settle_paragraphs([opening, listed, asked, closing])) == 4


def test_a_deed_nobody_asked_for_stands_where_its_subject_is_named() -> None:
    """Where that paragraph ends with deeds of its employer and has room."""
    named = frozenset(h.highlight.id for h in (deed(OLD, "p").deed, deed(NEW, "n").deed) if h)
    asked = replace(told(deed(OLD, "o"), notes=("letter-1",)), subject=named)
    listed = told(deed(NEW, "a"), deed(NEW, "b"), deed(NEW, "c"), notes=("letter-2",))
    more = told(deed(NEW, "n"), deed(OLD, "p"))
    found = regroup_deeds([asked, replace(listed, subject=named), more])
    assert [texts(p) for p in found] == [["o", "p"], ["a", "b", "c"], ["n"]]
    spoken = replace(asked, moves=(*asked.moves, *said("That was hard.")))
    assert [texts(p) for p in regroup_deeds([spoken, more])] == [["o", "-"], ["n", "p"]]
    other = replace(asked, subject=frozenset())
    assert [texts(p) for p in regroup_deeds([other, more])] == [["o"], ["n", "p"]]


def test_the_deeds_of_an_employer_stand_together_whoever_asks_for_them() -> None:
    """Where the first of them is asked for, in the order of the notes."""
    first, second, third = (Source(SourceKind.NOTE, f"letter-{n}") for n in (1, 2, 3))
    moves = (
        replace(deed(NEW, "a"), asked=(first,)),
        replace(deed(OLD, "b"), asked=(second,)),
        replace(deed(NEW, "c"), asked=(third,)),
    )
    assert texts(arrange_deeds(told(*moves, notes=("letter-1", "letter-2")))) == ["a", "c", "b"]


def said(*texts_: str) -> tuple[Move, ...]:
    """What is no deed."""
    source = (Source(SourceKind.NOTE, "connection-1"),)
    return tuple(Move(((Sentence(text, source, own=True),),)) for text in texts_)


def parts(paragraphs: list[Told]) -> list[tuple[Part, int]]:
    return [(paragraph.part, len(paragraph.moves)) for paragraph in paragraphs]


NAMING = Move(((Sentence("I apply.", (Source(SourceKind.FRAME, "position"),)),),))
OPENING = Told(Part.OPENING, "opening", (*said("I sell tents."), NAMING), notes=("letter-1",))
CLOSING = Told(Part.CLOSING, "closing", said("Thank you."))
DEEDS = Told(Part.BODY, "body", (deed(NEW, "a"), deed(OLD, "b")), notes=("letter-2",))


def test_one_sentence_of_the_connection_joins_the_opening() -> None:
    """Before the position, which ends it; more of them stand by themselves before the close."""
    joined = settle_paragraphs(with_connection([OPENING, DEEDS, CLOSING], said("I slept in one.")))
    assert parts(joined) == [(Part.OPENING, 3), (Part.BODY, 2), (Part.CLOSING, 1)]
    assert [move.forms[0][0].text for move in joined[0].moves][-1] == "I apply."
    two = said("I slept in one.", "It was dry.")
    assert parts(settle_paragraphs(with_connection([OPENING, DEEDS, CLOSING], two)))[2:] == [
        (Part.COMPANY, 2),
        (Part.CLOSING, 1),
    ]


def test_the_connection_joins_what_is_said_of_the_company() -> None:
    """Where that is no deed."""
    company = Told(Part.COMPANY, "company", said("You repair what you sell."), notes=("letter-3",))
    two = said("I slept in one.", "It was dry.")
    joined = settle_paragraphs(with_connection([OPENING, DEEDS, company, CLOSING], two))
    assert parts(joined)[2:] == [(Part.COMPANY, 3), (Part.CLOSING, 1)]


def test_an_answer_that_points_back_stays_behind_the_one_before_it() -> None:
    """Where a point had that one told elsewhere."""
    two = said("It leaks a little.", "I would keep the old zips.")
    opening = replace(OPENING, moves=(*said("Your Alp tent was my first."), NAMING))
    joined = settle_paragraphs(with_connection([opening, DEEDS, CLOSING], two))
    assert [move.forms[0][0].text for move in joined[0].moves] == [
        "Your Alp tent was my first.",
        "It leaks a little.",
        "I would keep the old zips.",
        "I apply.",
    ]


def test_a_lone_sentence_stands_before_the_deeds_that_follow() -> None:
    lone = Told(Part.OTHER, "", said("I keep people."), notes=("letter-3",))
    joined = settle_paragraphs([OPENING, lone, DEEDS, CLOSING])
    assert parts(joined) == [(Part.OPENING, 2), (Part.BODY, 3), (Part.CLOSING, 1)]
    assert joined[1].moves[0].deed is None
    assert joined[1].notes == ("letter-3", "letter-2")


def test_work_is_told_before_what_runs_beside_it() -> None:
    project = role("project", "Guild", "2021", "", SectionKind.PROJECTS)
    run = told(deed(project, "p"), deed(OLD, "o"))
    assert [texts(p) for p in regroup_deeds([run])] == [["o", "p"]]
