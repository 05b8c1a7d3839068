"""What a posting says of whoever holds the position is a task of the position."""

from pathlib import Path

from lapel.job.reading import read_job
from lapel.letter.telling.posting import tell_posting

JOB = """## Company
Harrow & Vale
## Position
Pricing Actuary, Agriculture and Weather
## Job Description
Harrow & Vale reinsures crop and weather risks in eleven countries.
- The Pricing Actuary builds and maintains models for hail, drought and frost.
- The successful candidate guides two trainees through their exams.
- Our office hosts a choir on Fridays.
"""


def test_the_holder_of_the_position_does_its_tasks(tmp_path: Path) -> None:
    """Called by the position or as the candidate; what the company does is no task."""
    path = tmp_path / "job.md"
    path.write_text(JOB, "utf-8")
    job = read_job(path).value
    assert job is not None
    assert {phrase.text for phrase in tell_posting(job, ())} == {
        "building and maintaining models for hail, drought and frost",
        "guiding two trainees through their exams",
    }
