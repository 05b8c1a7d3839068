"""The literate cases of postings, and which of their lines a letter takes up."""

from pathlib import Path

import pytest

from lapel.job.markdown_job import read_markdown_job
from lapel.job.reading import read_job
from lapel.letter.telling.posting import phrase_of, tell_mission, tell_posting
from tests.given import source_of
from tests.literate import Case, cases_of, expected

PAGE = Path(__file__).parent / "cases" / "postings.md"


def tell(text: str) -> str:
    """One phrase a line."""
    company, *lines = text.splitlines()
    told = [phrase_of(line[2:], company, is_duty=line.startswith("-")) for line in lines]
    return "\n".join(phrase or "(not told)" for phrase in told) + "\n"


@pytest.mark.parametrize("case", cases_of(PAGE), ids=lambda case: case.name)
def test_lines_are_told_back_as_their_page_says(case: Case, update: bool) -> None:
    answer = tell(case.text)
    assert answer == expected(case, answer, update=update)


JOB = """
## Company
Fenwick Trails
## Job Description
### What you'll do
- Recruit and train 200 trail volunteers a year
- Write grant proposals to state and federal funders
- Write reports on grants to state and federal funders
- Work with our partners
### What we offer
- A salary of $60,000
## Company Details
Founded 1990. Their mission is to open our county's trails to everyone, and to keep them open.
"""


def test_the_lines_nearest_to_the_letter_come_first_and_none_twice() -> None:
    """What the letter tells already decides; of two lines that say nearly the same, one stays."""
    source = source_of(JOB, "job.md")
    job = read_markdown_job(source).value
    assert job is not None
    grants = [phrase.text for phrase in tell_posting(job, ["I won two grants for the library."])]
    assert grants[0] == "writing grant proposals to state and federal funders"
    assert "writing reports on grants to state and federal funders" not in grants
    people = tell_posting(job, ["I trained 40 volunteers."])
    assert people[0].text == "recruiting and training 200 trail volunteers a year"
    assert str(people[0].source) == "posting description-1"


def test_a_mission_is_said_to_the_company() -> None:
    source = source_of(JOB, "job.md")
    job = read_markdown_job(source).value
    assert job is not None
    told = tell_mission(job)
    assert told is not None
    assert told[0] == "Your mission is to open your county's trails to everyone."
    assert str(told[1]) == "posting company-details-1"


def test_only_duties_are_taken_from_lists() -> None:
    """What stands in a list under no heading of duties is no duty: a menu, names, the place."""
    posting = "- Lower Fenwick, PA\n- Nick Marsh, Trails\n"
    text = f"## Company\nFenwick Trails\n## Job Description\n{posting}"
    job = read_markdown_job(source_of(text, "job.md")).value
    assert job is not None
    assert tell_posting(job, ["I trained 40 volunteers."]) == ()


def test_nothing_is_quoted_of_a_posting_in_another_language() -> None:
    """Its words would stand in an English sentence."""
    french = """
## Company
Atelier Lune
## Job Description
### Responsibilities
- Concevoir et déployer des pipelines pour les ateliers
- Planifier et animer des formations
"""
    job = read_markdown_job(source_of(french, "job.md")).value
    assert job is not None
    assert tell_posting(job, ["I built pipelines."]) == ()


HOLDER = """## Company
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
    path.write_text(HOLDER, "utf-8")
    job = read_job(path).value
    assert job is not None
    assert {phrase.text for phrase in tell_posting(job, ())} == {
        "building and maintaining models for hail, drought and frost",
        "guiding two trainees through their exams",
    }
