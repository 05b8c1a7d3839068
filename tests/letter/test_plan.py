"""The plan of a letter: its paragraphs, and what opens it."""

from pathlib import Path

import pytest

from lapel.job.model import Note, NoteKind
from lapel.letter.plan import PlannedPoint, part_of, plan_letter, with_topic, without_topic
from lapel.letter.points.context import Context
from lapel.letter.points.model import Part, Seek
from lapel.letter.points.reading import read_point
from lapel.source.diagnostics import Place


@pytest.mark.parametrize(
    ("note", "opens"),
    [
        ("Why: I grew up on your gravel roads", True),
        ("Start with the tent", True),
        ("I want to bake again", True),
        ("Evidence: I baked for nine years", False),
    ],
)
def test_what_opens_a_letter(note: str, opens: bool) -> None:
    """The first point, where it says why, only says something, or names the beginning."""
    label, _, body = note.rpartition(": ")
    read = _planned(note, label, body)
    assert (plan_letter([read])[0].points == (read,)) is opens


def test_what_stands_below_a_label_shares_its_paragraph() -> None:
    """A label that is given again begins another one, unless it is that of opening or close."""
    plan = plan_letter(
        [
            _planned("Opening: I bake", "Opening", "I bake"),
            _planned("Opening: I live here", "Opening", "I live here"),
            _planned("Body: I baked rye", "Body", "I baked rye"),
            _planned("I baked wheat", "Body", "I baked wheat"),
            _planned("Body: I led six", "Body", "I led six"),
            _planned("Closing: Mondays are fine", "Closing", "Mondays are fine"),
        ]
    )
    assert [[one.note.body for one in paragraph.points] for paragraph in plan] == [
        ["I bake", "I live here"],
        ["I baked rye", "I baked wheat"],
        ["I led six"],
        ["Mondays are fine"],
    ]


def test_points_without_a_label_part_where_deeds_end_and_words_begin() -> None:
    """Deeds that are asked for share a paragraph, and so does what is only said behind them."""
    plan = plan_letter(
        [
            _planned("I want to bake again", "", "I want to bake again"),
            _planned("Highlight the rye", "", "Highlight the rye"),
            _planned("Mention the sourdough", "", "Mention the sourdough"),
            _planned("My youngest starts school", "", "My youngest starts school"),
            _planned("We buy your bread", "", "We buy your bread"),
        ]
    )
    assert [[one.note.body for one in paragraph.points] for paragraph in plan][:3] == [
        ["I want to bake again"],
        ["Highlight the rye", "Mention the sourdough"],
        ["My youngest starts school", "We buy your bread"],
    ]


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("Start", Part.OPENING),
        ("Sign-off", Part.CLOSING),
        ("Einleitung", Part.OPENING),
        ("Schlussteil", Part.CLOSING),
        ("Conclusión", Part.CLOSING),
        ("About them", Part.COMPANY),
        ("The Department", Part.COMPANY),
        ("Main part", Part.BODY),
        ("The ward", Part.OTHER),
    ],
)
def test_a_label_names_a_part_of_the_letter(label: str, part: Part) -> None:
    """In whichever of the usual words."""
    assert part_of(label) is part


def _planned(note: str, label: str, body: str) -> PlannedPoint:
    place = Place(Path("j"), 1)
    return PlannedPoint(
        Note("letter-1", NoteKind.LETTER_POINT, note, label, body, "", False, place, 1),
        read_point(body, Context(part=part_of(label))),
    )


@pytest.mark.parametrize(
    ("point", "said"),
    [
        ("Kiln paragraph: Describe the work with kilns", "Describe the work with kilns"),
        ("Pay: mention that I expect 40k", "mention that I expect 40k"),
        ("Layoff: mention it briefly", "Layoff: mention it briefly"),
        ("Gap year: address honestly at the end", "Gap year: address honestly at the end"),
        ("Why: I grew up here", "Why: I grew up here"),
    ],
)
def test_an_instruction_needs_no_topic_before_it(point: str, said: str) -> None:
    """A topic heads what is to be done; where that only says how, it is what it is done to."""
    assert without_topic(point) == said


@pytest.mark.parametrize(
    ("topic", "sought"),
    [
        ("Kubernetes", "Kubernetes clusters at Midland"),
        ("Clusters", "clusters at Midland"),
        ("Second paragraph", "clusters at Midland"),
        ("Body", "clusters at Midland"),
    ],
)
def test_a_topic_is_looked_for_with_what_stands_below_it(topic: str, sought: str) -> None:
    """It says which of several deeds is meant, unless it only names a paragraph."""
    point = with_topic(read_point("Discuss the clusters at Midland", Context()), topic)
    assert [act.targets[0] for act in point.acts if isinstance(act, Seek)] == [sought]
