"""What points wish for of the letter itself is granted, or left to the person."""

from pathlib import Path

import pytest

from tests.letter.one_job import drafted, said_in

OPENING = "Opening: I have used Thistledown for years."
BODY = "Body: Connect leadership experience and recommendation systems to Thistledown's challenges"


def test_the_sign_off_and_the_salutation_are_the_persons(tmp_path: Path) -> None:
    """What a point asks to sign off with and how to greet stands there, from that note."""
    letter = drafted(tmp_path, "sign off with 'Kind regards'", 'address it to "Dear Ms. Ito"')
    assert letter.sign_off.text == "Kind regards,"
    assert str(letter.sign_off.sources[0]) == "note letter-1"
    assert letter.salutation.text == "Dear Ms. Ito,"
    assert "regards" not in said_in(letter).casefold()


@pytest.mark.parametrize("most", [1, 2, 3])
def test_no_more_paragraphs_than_were_asked_for(tmp_path: Path, most: int) -> None:
    """The inner paragraphs are joined, and nothing that they say is lost."""
    points = [OPENING, "Body: mention forecasting", "Why you: I like maps", "Closing: thank them"]
    free = drafted(tmp_path, *points)
    bound = drafted(tmp_path, *points, f"no more than {most} paragraphs")
    assert len(free.paragraphs) > most
    assert len(bound.paragraphs) == most
    assert said_in(bound) == said_in(free)


def test_a_short_letter_is_shorter(tmp_path: Path) -> None:
    """A wish for fewer words leaves out what may leave."""
    points = (OPENING, BODY, "Second body: mention experiments", "Third body: mention forecasting")
    long = said_in(drafted(tmp_path, *points)).split()
    assert len(said_in(drafted(tmp_path, *points, "keep it short")).split()) < len(long)
    assert len(said_in(drafted(tmp_path, OPENING, "under 180 words")).split()) <= 180


def test_what_is_not_to_be_mentioned_is_not_told(tmp_path: Path) -> None:
    """A deed that a point asks to leave out is told no more."""
    words = "holdout"
    assert words in said_in(drafted(tmp_path, "Body: the holdout at URBN"))
    letter = drafted(tmp_path, "Body: experiments at URBN", f"don't mention the {words}")
    assert words not in said_in(letter)


def test_a_tone_is_a_to_do(tmp_path: Path) -> None:
    """Nobody but a reader hears a tone: it is no sentence, and it is not lost."""
    letter = drafted(tmp_path, OPENING, "warm tone")
    assert [todo.text for todo in letter.todos()] == ["warm"]


def test_what_is_asked_twice_is_asked_at_its_first_place(tmp_path: Path) -> None:
    """A to-do with the words of an earlier one is left out, and the earlier one stays."""
    mars, yeti = "Show how I flew to Mars", "Show how I tamed the yeti"
    asked = [todo.text for todo in drafted(tmp_path, mars, yeti, mars).todos()]
    assert [text for text in asked if text in (mars, yeti)] == [mars, yeti]
