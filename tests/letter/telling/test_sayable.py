"""What is made of a bullet is told only where a person would say it aloud."""

import pytest

from lapel.letter.telling.bullets.reading import read_bullet
from lapel.letter.telling.clauses import Clause, Subject, Unread
from lapel.letter.telling.sayable import is_sayable, is_unclosed

FALLS = (
    (Subject.OTHER, "homeowners combined ratio from 118 to 97 in a year", ""),
    (Subject.WORK, "included queue 9 weeks to 3", ""),
    (Subject.WORK, "included 1,100 aids dispensed", ""),
    (Subject.WORK, "includes a low alcohol beer", ""),
    (Subject.WORK, "includes the tasting room, open since 2019, sells a third of the wine", ""),
    (Subject.PERSON, "tested four recipes, with the plain one is the best", ""),
    (Subject.PERSON, 'stopped the line" cards were used nine times', ""),
    (Subject.OTHER, "the foreman signs", "after the claim, checks at 60%, markups in red"),
)
SAYABLE = (
    (Subject.OTHER, "winter losses fell from 38 to 17 percent", ""),
    (Subject.WORK, "included 650 trays three times a day", ""),
    (Subject.WORK, "includes an outreach clinic", ""),
    (Subject.PERSON, "cut flour waste from 8% to 3%, with no day lost", ""),
    (Subject.PERSON, 'bent conduit up to 4" (rigid and EMT)', ""),
    (Subject.PERSON, "opened three shops", "in Ohio, Kentucky and Indiana"),
)
MISREAD = (
    ("File review of 25 accounts a month for the department", "a file review"),
    ("Checkout flow from nine steps to four", "checkout flow"),
    ("Contract sewing for the theatre: cut and finished 60 coats", "cut and finished 60 coats"),
    ("Load rated 212 county bridges", "load rated 212"),
    ("Crane removals over roofs, planned with the operator", "includes crane removals"),
    ("Deposed twice as a fact witness", "was deposed twice"),
    ("Certified instructor in first aid", "am a certified instructor"),
    ("Rebuilt the queue; failed logins down 38%", "failed logins went down 38%"),
    ("Tested four pages; the plain one won by 11%", "; the plain one won"),
    ("Mapped twelve years of claims; now in the handbook", "claims, now in the handbook"),
    ("Sales of the shop, $3M; was $2.2M when I came", ", which was $2.2M"),
)


@pytest.mark.parametrize(("subject", "text", "front"), FALLS)
def test_what_nobody_would_say_falls(subject: Subject, text: str, front: str) -> None:
    """Figures without a verb, sentences taken for things, products, what does not close."""
    assert not is_sayable(Clause(subject, text, front), of_project=False)


@pytest.mark.parametrize(("subject", "text", "front"), SAYABLE)
def test_what_a_person_would_say_stands(subject: Subject, text: str, front: str) -> None:
    """Deeds, things of the work, changes that have their verb."""
    assert is_sayable(Clause(subject, text, front), of_project=False)


def test_a_project_may_be_a_product() -> None:
    """It is what the project is."""
    assert is_sayable(Clause(Subject.WORK, "includes a low alcohol beer"), of_project=True)


@pytest.mark.parametrize(("bullet", "said"), MISREAD)
def test_nouns_are_not_taken_for_verbs(bullet: str, said: str) -> None:
    """What follows a word, and what is behind the colon, says what it is."""
    clauses = read_bullet(bullet, ended=False)
    assert not isinstance(clauses, Unread)
    (clause,) = clauses
    assert said in f"{clause.front} {clause.text}"


def test_inches_and_numbered_brackets_close() -> None:
    """Only what is opened has to be closed."""
    assert not is_unclosed('up to 4" of 1) copper 2) steel')
    assert is_unclosed("(rigid and EMT")
    assert is_unclosed('hire "underwriters who can say no.')
