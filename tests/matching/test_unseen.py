"""The unseen set keeps its form: what is graded stands in the job file and in the profile."""

from pathlib import Path

import pytest
import yaml
from bench.matching import SETS, Opening, read_openings

OPENINGS = tuple(opening for name in ("shown", "held") for opening in read_openings(SETS[name]))


def test_seventeen_were_shown_and_twenty_five_held_back() -> None:
    """Forty-two lives, each of a trade of its own."""
    shown, held = ({o.profession for o in read_openings(SETS[n])} for n in ("shown", "held"))
    assert (len(shown), len(held)) == (17, 25)
    assert shown.isdisjoint(held)


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda o: f"{o.profession}-{o.job.position.text}")
def test_what_is_graded_is_there(opening: Opening) -> None:
    """Each graded text is a note or stands in the posting; each bullet is one of the profile's."""
    asked = {note.text for note in opening.job.notes}
    posting = "\n".join(line.text for line in opening.job.description)
    graded = [text for text, _ in opening.graded]
    assert sorted(set(graded)) == sorted(graded)
    assert [text for text in graded if text not in asked and text not in posting] == []

    bullets = {h.id for entry in opening.profile.entries for h in entry.highlights}
    assert {id for _, grades in opening.graded for id in grades} <= bullets
    assert {grade for _, grades in opening.graded for grade in grades.values()} <= {1, 2, 3}
    assert any(not grades for _, grades in opening.graded)


LABELS = sorted(path for name in ("shown", "held") for path in SETS[name].glob("*/labels.yaml"))


@pytest.mark.parametrize("path", LABELS, ids=lambda path: path.parent.name)
def test_what_is_graded_beside_bullets_is_there(path: Path) -> None:
    """Certificates, degrees, languages, roles and skills are of the profile; pay asks nothing."""
    openings = [one for one in OPENINGS if one.profession == path.parent.name]
    profile = openings[0].profile
    known = {skill.id for skill in profile.skills} | {entry.id for entry in profile.entries}
    posting = "\n".join(line.text for one in openings for line in one.job.description)
    for one in (one for job in yaml.safe_load(path.read_text("utf-8")).values() for one in job):
        others = one.get("others", {})
        assert set(others) <= known
        assert set(others.values()) <= {1, 2, 3}
        if "asks" in one:
            assert one["asks"] == "nothing"
            assert one["note"] in posting
            assert not one["grades"]


WANTED = sorted(path for name in ("shown", "held") for path in SETS[name].glob("*/wanted.yaml"))


@pytest.mark.parametrize("path", WANTED, ids=lambda path: path.parent.name)
def test_what_is_wanted_of_a_note_is_said_of_all_letter_points(path: Path) -> None:
    """Orders and letter points are notes of the job, no point is missing, each has its good."""
    wanted = yaml.safe_load(path.read_text("utf-8"))
    (opening,) = (one for one in OPENINGS if one.profession == path.parent.name)
    points = [note.text for note in opening.job.notes if note.id.startswith("letter-")]
    assert [one["point"] for one in wanted["letter"]] == points
    assert {one["note"] for one in wanted["orders"]} <= {note.text for note in opening.job.notes}
    assert all(one["good"] for one in wanted["letter"] + wanted["orders"])
