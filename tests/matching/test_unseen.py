"""The unseen set keeps its form: what is graded stands in the job file and in the profile."""

import pytest
from bench.matching import SETS, Opening, read_openings

OPENINGS = tuple(opening for name in ("shown", "held") for opening in read_openings(SETS[name]))


def test_four_were_shown_and_eight_held_back() -> None:
    """Twelve lives, each of a trade of its own."""
    assert [len(tuple(read_openings(SETS[name]))) for name in ("shown", "held")] == [4, 8]
    assert len({opening.profession for opening in OPENINGS}) == len(OPENINGS)


@pytest.mark.parametrize("opening", OPENINGS, ids=lambda opening: opening.profession)
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
