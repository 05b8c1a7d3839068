"""A job file says whose opening it is, and which."""

from pathlib import Path

import pytest

from lapel.job.reading import parse_job
from lapel.job.unnamed import unnamed_fields
from lapel.source.source import Source

COMPANY = "## Company\nHearth\n"
POSITION = "## Position\nBaker\n"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (COMPANY + POSITION, ""),
        (COMPANY, "names no position,"),
        (POSITION, "names no company,"),
        ("", "names no company and no position,"),
        ("## Company\n[Company Name]\n" + POSITION, "names no company,"),
    ],
)
def test_what_is_not_named_is_reported(fields: str, missing: str) -> None:
    """One warning for both, with how to write them."""
    path = Path("job.md")
    job = parse_job(Source(path, f"# Application Details\n{fields}## Notes\n- rye\n", "")).value
    assert job is not None
    found = list(unnamed_fields(job, path))
    assert [missing in problem.message for problem in found] == ([True] if missing else [])


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("job.md", "Company: Hearth\n", "“## Position”"),
        ("job.yaml", "company: Hearth\n", "`position: …`"),
    ],
)
def test_the_help_is_in_the_files_own_form(name: str, text: str, form: str) -> None:
    """How to write what is missing is told in Markdown or in YAML, as the file is."""
    path = Path(name)
    job = parse_job(Source(path, text, "")).value
    assert job is not None
    assert [form in problem.help for problem in unnamed_fields(job, path)] == [True]
