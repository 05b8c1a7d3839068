"""How an opening of the writer's own is completed with the position."""

from pathlib import Path

import pytest

from tests.letter.lines import case_of

PROFILE = (
    "basics: {name: Dana Ruiz}\nwork:\n  - {name: Tri-Rivers, position: Fitter, startDate: 2017}\n"
)
JOB = """---
profile: profile.yaml
---
## Company
Penn Lifts
## Position
Route Fitter
## Cover letter points
"""


def opening_of(folder: Path, *points: str) -> list[str]:
    """The sentences of the first paragraph."""
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    job = folder / "job.md"
    job.write_text(f"{JOB}{''.join(f'- Opening: {point}{chr(10)}' for point in points)}", "utf-8")
    return [sentence.text for sentence in case_of(job).draft.paragraphs[0].sentences]


@pytest.mark.parametrize("said", ["This is the reason I'm writing.", "That is why I'm applying."])
def test_a_reason_that_only_points_back_is_said_with_the_position(
    said: str, tmp_path: Path
) -> None:
    """Both sentences would say the same."""
    told = opening_of(tmp_path, f"My aunt was stuck in one of your lifts for an hour. {said}")
    assert told[1:] == ["That is why I am applying for the position of Route Fitter."]


def test_two_sentences_in_a_row_do_not_say_that_is_why(tmp_path: Path) -> None:
    """The writer's own reason stands, and the position is named beside it."""
    told = opening_of(tmp_path, "A stuck lift in a hospital stops a bed. That is why I want this.")
    assert told[1] == "That is why I want this."
    assert not told[2].startswith("That is why")
    assert "Route Fitter" in told[2]
