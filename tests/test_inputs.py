"""Which of command, job file, `lapel.yaml` and default holds, for each option."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from lapel.inputs import Inputs, read_here
from lapel.letter.model import MOST_WORDS
from lapel.options import Request
from tests.baker import JOB, PROFILE, lay

UNASKED = Request()


def read(folder: Path, request: Request = UNASKED, front_matter: str = "") -> Inputs:
    """The inputs of the baker's job with this front matter."""
    (folder / "jobs" / "hearth.md").write_text(f"---\n{front_matter}\n---\n{JOB}")
    outcome = read_here(folder / "jobs" / "hearth.md", request, folder)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


@pytest.mark.parametrize(
    ("option", "of", "default", "in_settings", "in_job", "asked"),
    [
        ("pages", lambda inputs: inputs.options.pages, 1, 2, 3, 1),
        ("paper", lambda inputs: inputs.options.paper, "letter", "a4", "letter", "a4"),
        ("theme", lambda inputs: inputs.theme.name, "classic", "plain", "modern", "compact"),
        ("language", lambda inputs: inputs.words.language, "en", "fr", "de", "es"),
        ("personal", lambda inputs: inputs.options.personal, False, True, False, True),
    ],
    ids=["pages", "paper", "theme", "language", "personal"],
)
def test_the_nearer_counts_before_the_farther(
    tmp_path: Path,
    option: str,
    of: Callable[[Inputs], object],
    default: object,
    in_settings: object,
    in_job: object,
    asked: Any,  # noqa: ANN401 - of each option another
) -> None:
    """The command before the job file, that before `lapel.yaml`, that before the default."""
    lay(tmp_path)
    assert of(read(tmp_path)) == default
    (tmp_path / "lapel.yaml").write_text(f"{option}: {in_settings}\n".lower())
    assert of(read(tmp_path)) == in_settings
    line = f"{option}: {in_job}".lower()
    assert of(read(tmp_path, front_matter=line)) == in_job
    assert of(read(tmp_path, replace(UNASKED, **{option: asked}), line)) == asked


@pytest.mark.parametrize(
    ("language", "paper"),
    [("en", "letter"), ("en-GB", "a4"), ("de", "a4"), ("es", "a4"), ("es-MX", "letter")],
)
def test_the_language_says_the_paper_where_the_profile_names_no_country(
    tmp_path: Path, language: str, paper: str
) -> None:
    """A German resume is on A4, whoever sends it."""
    lay(tmp_path)
    assert read(tmp_path, replace(UNASKED, language=language)).options.paper == paper


def test_the_letters_length_and_date(tmp_path: Path) -> None:
    """As asked, else as the job file's settings have it, else the usual length and no date."""
    lay(tmp_path)
    asked = Request(letter_words=200, letter_date=date(2026, 5, 6))
    line = "words: 300\ndate: 2026-03-04"
    assert [
        (inputs.options.letter_words, inputs.options.letter_date)
        for inputs in (
            read(tmp_path),
            read(tmp_path, front_matter=line),
            read(tmp_path, asked, line),
        )
    ] == [(MOST_WORDS, None), (300, date(2026, 3, 4)), (200, date(2026, 5, 6))]


def test_the_settings_date_counts_before_the_application_date(tmp_path: Path) -> None:
    """The job's own heading is asked last."""
    lay(tmp_path)
    with_heading = JOB.replace("## Notes", "## Application Date\n2026-01-02\n\n## Notes")
    job = tmp_path / "jobs" / "hearth.md"
    for front_matter, day in (("", 2), ("---\ndate: 2026-01-09\n---\n", 9)):
        job.write_text(front_matter + with_heading)
        inputs = read_here(job, Request(), tmp_path).value
        assert inputs is not None
        assert inputs.options.letter_date == date(2026, 1, day)


@pytest.mark.parametrize(("since", "pages"), [(2012, 1), (2006, 2)])
def test_long_work_has_two_pages(tmp_path: Path, since: int, pages: int) -> None:
    """More than about twelve years, where nobody asks for a number."""
    lay(tmp_path, PROFILE.replace("startDate: 2018", f"startDate: {since}"))
    options = read(tmp_path).options
    assert (options.pages, options.grows) == (pages, True)
