"""The unseen set keeps its form: what is graded stands in the job file and in the profile."""

from functools import cache
from pathlib import Path

import pytest
from bench.matching import SETS, Opening, read_openings
from bench.pages import read_page

pytestmark = pytest.mark.slow

HALVES = ("shown", "held")
LABELS = sorted(path for name in HALVES for path in SETS[name].glob("*/labels.yaml"))
WANTED = sorted(path for name in HALVES for path in SETS[name].glob("*/wanted.yaml"))


@cache
def half(name: str) -> tuple[Opening, ...]:
    """The openings of one half of the set."""
    return tuple(read_openings(SETS[name]))


def openings_beside(path: Path) -> list[Opening]:
    """The openings of the life that a file is about."""
    return [one for one in half(path.parents[1].name) if one.profession == path.parent.name]


def test_seventeen_were_shown_and_twenty_five_held_back() -> None:
    """Forty-two lives, each of a trade of its own."""
    shown, held = ({opening.profession for opening in half(name)} for name in HALVES)
    assert (len(shown), len(held)) == (17, 25)
    assert shown.isdisjoint(held)


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.parent.name)
def test_what_is_graded_is_there(path: Path) -> None:
    """Each graded text is a note or stands in the posting; each bullet is one of the profile's."""
    for opening in openings_beside(path):
        asked = {note.text for note in opening.job.notes}
        posting = "\n".join(line.text for line in opening.job.description)
        graded = [text for text, _ in opening.graded]
        assert sorted(set(graded)) == sorted(graded)
        assert [text for text in graded if text not in asked and text not in posting] == []

        bullets = {h.id for entry in opening.profile.entries for h in entry.highlights}
        assert {id for _, grades in opening.graded for id in grades} <= bullets
        assert {grade for _, grades in opening.graded for grade in grades.values()} <= {1, 2, 3}
        assert any(not grades for _, grades in opening.graded)


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.parent.name)
def test_what_is_graded_beside_bullets_is_there(path: Path) -> None:
    """Certificates, degrees, languages, roles and skills are of the profile; pay asks nothing."""
    openings = openings_beside(path)
    profile = openings[0].profile
    known = {skill.id for skill in profile.skills} | {entry.id for entry in profile.entries}
    posting = "\n".join(line.text for one in openings for line in one.job.description)
    for one in (one for job in read_page(path).values() for one in job):
        others = one.get("others", {})
        assert set(others) <= known
        assert set(others.values()) <= {1, 2, 3}
        if "asks" in one:
            assert one["asks"] == "nothing"
            assert one["note"] in posting
            assert not one["grades"]


@pytest.mark.parametrize("path", WANTED, ids=lambda path: path.parent.name)
def test_what_is_wanted_of_a_note_is_said_of_all_letter_points(path: Path) -> None:
    """Orders and letter points are notes of the job, no point is missing, each has its good."""
    wanted = read_page(path)
    (opening,) = openings_beside(path)
    points = [note.text for note in opening.job.notes if note.id.startswith("letter-")]
    assert [one["point"] for one in wanted["letter"]] == points
    assert {one["note"] for one in wanted["orders"]} <= {note.text for note in opening.job.notes}
    assert all(one["good"] for one in wanted["letter"] + wanted["orders"])
