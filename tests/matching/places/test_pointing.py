"""A note points at a bullet by quoting it, or by a figure that only it has."""

from pathlib import Path

import pytest

from lapel.matching.model import Candidate, CandidateKind
from lapel.matching.places.pointing import find_pointed_at
from lapel.source.diagnostics import Place

KITCHEN = (
    "Cooked for 480 guests a night in the tent on the lawn",
    "Cooked for 60 guests a night in 2015",
    "Wrote the menu on one side of paper and the orders on the other",
)


def _candidates() -> tuple[Candidate, ...]:
    place = Place(Path("profile.yaml"), 1)
    return tuple(
        Candidate(f"tent/{n}", CandidateKind.HIGHLIGHT, "tent", text, (), place)
        for n, text in enumerate(KITCHEN)
    )


@pytest.mark.parametrize(
    ("note", "position", "by"),
    [
        ("large events, I've done 480", 0, "480"),
        ("order: the menu on one side of paper", 2, "the menu on one side of"),
    ],
)
def test_a_note_points_at_a_bullet(note: str, position: int, by: str) -> None:
    """What is quoted, or has the only such figure, is meant."""
    assert find_pointed_at(note, _candidates()) == {position: by}


@pytest.mark.parametrize(
    "note", ["guests a night", "they opened in 2015", "60 covers", "on one side of it"]
)
def test_what_many_have_points_at_none(note: str) -> None:
    """A year, a small figure and a few words in a row stand in many bullets by chance."""
    assert find_pointed_at(note, _candidates()) == {}
