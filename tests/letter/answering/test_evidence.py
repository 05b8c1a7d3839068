"""What a letter claims is shown by deeds, or left to its writer."""

from pathlib import Path

import pytest

from tests.letter.answering import one_letter

PROFILE = """basics: {name: Ines Varga}
work:
  - name: Quarry Lane Ciders
    position: Cellar Manager
    startDate: 2019
    highlights:
      - Run a cider tasting every Thursday at noon for anyone who works here
      - Took 14 pickers through the food hygiene course, 13 passed, four with merit
      - Press backlog down from 40 orders to 6 by adding a Saturday shift
      - Only cellar hand on site through three winters; taught the night guard to read the gauges
      - Moved 9,000 bottles a year to kegs, which cut glass costs from £21,000 to £12,500
      - Opened the farm shop nine weeks after the lease was signed and wrote its ten procedures
      - Won £30,000 from the county for a wheelchair path through the orchard
      - Took the cellar's margin from 41% to 48% without putting the counter jug above £4
      - Planted a hedge
  - name: Stour Advice Trust
    position: Mentor
    startDate: 2022
    highlights:
      - Meet three young trainees a month and train people to speak for themselves
certificates:
  - {name: Certified Cider Maker, date: 2016-05}
  - {name: Forklift License}
"""


def letter_of(folder: Path, *points: str, answers: str = "") -> tuple[list[str], list[str]]:
    """The sentences of the letter that the points are told in, and its to-dos."""
    return one_letter.letter_of(folder, PROFILE, *points, answers=answers)


def test_a_deed_that_no_bullet_shows_is_a_todo(tmp_path: Path) -> None:
    """Naming a time when something was done is no story of it."""
    point = "Body: Mention a time I presented figures to a board of directors"
    said, todos = letter_of(tmp_path, point)
    assert said == []
    assert "Mention a time I presented figures to a board of directors" in todos


def test_how_something_was_done_is_told_by_what_it_was_done_to(tmp_path: Path) -> None:
    """The bullet has another verb."""
    (told,), todos = letter_of(tmp_path, "Body: Explain how I emptied the press backlog")
    assert "from 40 orders to 6" in told
    assert todos == ["say why you want this job"]


def test_what_a_reader_is_assured_of_is_told_by_the_deed_that_shows_it(tmp_path: Path) -> None:
    """One deed stands for the claim; a claim that none shows stands as it was written."""
    point = "Body: Reassure them that I am comfortable being the only cellar hand on site"
    (told,), _ = letter_of(tmp_path, point)
    assert "I was the only cellar hand on site" in told
    said, _ = letter_of(tmp_path, "Body: Reassure them that I am comfortable on ladders")
    assert [text.replace("I am", "I'm") for text in said] == ["I'm comfortable on ladders."]


def test_what_something_consists_of_is_told_for_it(tmp_path: Path) -> None:
    """Not the deed that only has the words of what heads the list."""
    said, todos = letter_of(
        tmp_path, "Body: Explain how I train people, the Thursday tastings and the course results"
    )
    assert len(said) == 2
    assert not any("trainees" in text for text in said)
    assert todos == ["say why you want this job"]


def test_savings_are_deeds_that_cost_less_money(tmp_path: Path) -> None:
    """How many are to be told is no part of what is looked for; fundraising is what came in."""
    said, todos = letter_of(tmp_path, "Body: Demonstrate financial sense with one concrete savings")
    assert any("£21,000 to £12,500" in text for text in said)
    assert todos == ["say why you want this job"]
    said, _ = letter_of(tmp_path, "Body: Emphasize fundraising")
    assert any("£30,000" in text for text in said)


@pytest.mark.parametrize(
    "point",
    [
        "Describe the farm shop, including the timeline and the procedures I wrote",
        "Explain the press backlog and what changed for the crew",
        "Discuss the food hygiene course and how many passed",
        "Tell them about the rise in margin and that the counter pour stayed affordable",
    ],
)
def test_a_measure_that_the_told_deed_has_is_not_asked_for(point: str, tmp_path: Path) -> None:
    """Nine weeks are a timeline, and 40 to 6 is what changed."""
    said, todos = letter_of(tmp_path, f"Body: {point}")
    assert said
    assert todos == ["say why you want this job"]


def test_a_why_without_a_reason_is_a_todo_unless_an_answer_gives_it(tmp_path: Path) -> None:
    """That something matters is no reason; what the writer likes about it is."""
    point = "Company: Share why a family cellar appeals to me"
    said, todos = letter_of(tmp_path, point)
    assert said == []
    assert "why a family cellar appeals to me" in todos
    answer = "- Do you know us? I like that whoever signs the label has pressed the apples."
    said, todos = letter_of(tmp_path, point, answers=answer)
    assert said == ["I like that whoever signs the label has pressed the apples."]
    assert "why a family cellar appeals to me" not in todos


def test_what_the_posting_names_is_not_answered_by_the_connection(tmp_path: Path) -> None:
    """It was noticed, and the connection is told beside it; why it matters is the writer's."""
    point = "Company: Reference the paid study day and say why it matters for good work"
    answer = "- Have you visited us? I bought a jug at your gate in 2022."
    said, todos = letter_of(tmp_path, point, answers=answer)
    assert any("paid study day" in text for text in said)
    assert not any("matters" in text or "jug" in text for text in said)
    assert "why it matters for good work" in todos


def test_since_when_something_is_held_is_told_by_its_certificate(tmp_path: Path) -> None:
    """A certificate without a date does not say it."""
    said, _ = letter_of(tmp_path, "Body: State how long I have been certified")
    assert said == ["I have been a Certified Cider Maker since 2016."]
    said, todos = letter_of(tmp_path, "Body: Say how many years I have been licensed")
    assert said == []
    assert "how many years I have been licensed" in todos


def test_an_introduction_says_what_the_writer_is(tmp_path: Path) -> None:
    """The newest role that goes on, with the year in which it began."""
    said, _ = letter_of(tmp_path, "Opening: Introduce myself and name the position")
    assert any("I have been" in text and "since 20" in text.casefold() for text in said)


def test_an_errand_is_a_todo_and_no_deed_is_looked_for(tmp_path: Path) -> None:
    """Why a letter should be short is not said, either."""
    said, todos = letter_of(
        tmp_path,
        "Body: Check with Ada whether I may name the growers before sending this",
        "Body: Not too long here, they get hundreds of these",
    )
    assert said == []
    assert "Check with Ada whether I may name the growers before sending this" in todos
