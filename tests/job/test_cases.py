"""The literate cases of job files: what a person typed, and what lapel reads in it."""

from pathlib import Path

import pytest

from lapel.job.markdown_job import read_markdown_job
from lapel.job.model import Job
from lapel.job.yaml_job import read_yaml_job
from lapel.source.diagnostics import Outcome
from tests.given import source_of
from tests.job.dump import dump
from tests.literate import Case, cases_under, expected

PAGES = Path(__file__).parent / "cases"


def read(case: Case) -> Outcome[Job]:
    """The job of a case, with its problems."""
    source = source_of(case.text, f"job.{case.form}")
    return read_yaml_job(source) if case.form == "yaml" else read_markdown_job(source)


@pytest.mark.parametrize("case", cases_under(PAGES), ids=lambda case: case.name)
def test_a_job_file_is_read_as_its_page_says(case: Case, update: bool) -> None:
    """What a person typed is read as the page says, value by value and problem by problem."""
    answer = dump(read(case))
    assert answer == expected(case, answer, update=update)
