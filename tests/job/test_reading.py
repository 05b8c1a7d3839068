"""Job files as files: what is one, what stays the same however it is written."""

from pathlib import Path

import pytest

from lapel.job.model import Job, NoteKind
from lapel.job.reading import read_job

MARKDOWN = """\
# Application Details
## Company
Harbor Bakery
## Position
Head Baker
## Job Description
We bake at night.
### Requirements
- early rising
## Company Details
Four shops.
## Application Date
2026-03-03
## Personal Connection
- Have you eaten there? Yes
## Notes
- Key skills to emphasize:
  - dough
- Resume customization ideas:
  - show the night shift
- Resume bullet points to highlight or modify:
  - Work experience:
    - Old Mill: rye, if applicable
  - Education:
    - Leeds: chemistry
- Cover letter points:
  - Opening: the smell
"""
TWIN = """\
company: Harbor Bakery
position: Head Baker
description:
  - We bake at night.
  - requirements: [early rising]
companyDetails: Four shops.
applicationDate: 2026-03-03
connection:
  - {question: Have you eaten there?, answer: Yes}
notes:
  emphasize: [dough]
  ideas: [show the night shift]
  hints:
    work: {Old Mill: "rye, if applicable"}
    education: {Leeds: chemistry}
  letter:
    - {paragraph: Opening, text: the smell}
"""


def job_of(folder: Path, name: str, data: str | bytes) -> Job:
    """The job in a file of this name and content."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    outcome = read_job(path)
    assert outcome.value is not None
    return outcome.value


def notes_of(job: Job) -> list[tuple[str, str, str, str, bool]]:
    """What the notes say, without where they stand."""
    return [(note.id, note.label, note.body, note.section, note.optional) for note in job.notes]


def test_the_yaml_form_is_the_twin_of_the_markdown_form(tmp_path: Path) -> None:
    """The same job in both forms gives the same fields and the same notes."""
    one, other = job_of(tmp_path, "a.md", MARKDOWN), job_of(tmp_path, "a.yaml", TWIN)
    assert sorted(notes_of(one)) == sorted(notes_of(other))
    assert one.company is not None
    assert other.company is not None
    assert one.company.text == other.company.text
    assert one.applied_on == other.applied_on
    assert [line.text for line in one.description] == [line.text for line in other.description]
    assert [line.text for line in one.company_details] == ["Four shops."]


@pytest.mark.parametrize(
    "data",
    [
        MARKDOWN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + MARKDOWN.encode(),
        MARKDOWN.rstrip().encode(),
        MARKDOWN.replace("  ", "\t").encode(),
        MARKDOWN.replace("- ", "* ").encode(),
        MARKDOWN.replace("- ", "+   ").encode(),
        MARKDOWN.replace("- ", "• ").encode(),
        MARKDOWN.replace("- ", "1. ").encode(),
        MARKDOWN.replace("\n", "\n\n").encode(),
        MARKDOWN.replace("\n", "  \n").encode(),
        MARKDOWN.upper().replace("IF APPLICABLE", "if applicable").encode(),
    ],
    ids=[
        "crlf",
        "bom",
        "no-end",
        "tabs",
        "stars",
        "plus",
        "dots",
        "numbers",
        "airy",
        "trailing",
        "shouted",
    ],
)
def test_the_bytes_around_the_words_do_not_matter(data: bytes, tmp_path: Path) -> None:
    """Newlines, marks, indentation and case change nothing of what is asked for."""
    expected = notes_of(job_of(tmp_path, "a.md", MARKDOWN))
    found = notes_of(job_of(tmp_path, "b.md", data))
    assert [tuple(map(str.casefold, map(str, n))) for n in found] == [
        tuple(map(str.casefold, map(str, n))) for n in expected
    ]


def test_notes_are_numbered_by_kind_in_the_files_order(tmp_path: Path) -> None:
    """An id tells the kind and the place among its kind."""
    ids = [note.id for note in job_of(tmp_path, "a.md", MARKDOWN).notes]
    assert ids == ["connection-1", "emphasis-1", "idea-1", "hint-1", "hint-2", "letter-1"]


def test_the_notes_never_mix_with_the_employers_text(tmp_path: Path) -> None:
    """No line is both an instruction and the employer's."""
    job = job_of(tmp_path, "a.md", MARKDOWN)
    employers = {line.place.line for line in (*job.description, *job.company_details)}
    assert employers.isdisjoint(note.place.line for note in job.notes)
    assert len(job.notes_of(NoteKind.HINT)) == 2


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("job.docx", b"x", "a job file ends in .md or .yaml, this one in “.docx”"),
        ("job.md", b"caf\xe9", "the byte 0xE9 is not UTF-8"),
        ("job.yaml", b"just a text", "this is not a job file: expected keys such as `company:`"),
        ("job.yaml", b"company: a\ncompany: b\n", "the key `company` stands"),
    ],
)
def test_what_is_no_job_file_is_said_so(
    name: str, data: bytes, message: str, tmp_path: Path
) -> None:
    """A file that cannot be read as a job gives one plain reason and no job."""
    path = tmp_path / name
    path.write_bytes(data)
    outcome = read_job(path)
    assert outcome.value is None
    assert [problem.message[: len(message)] for problem in outcome.diagnostics] == [message]


@pytest.mark.parametrize("name", ["job.md", "job.yaml", "job.json"])
@pytest.mark.parametrize("text", ["", "\n\n", "---\n", "<!-- -->\n"])
def test_an_empty_file_breaks_nothing(name: str, text: str, tmp_path: Path) -> None:
    """A file with nothing in it is an empty job, or a plain problem."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    outcome = read_job(path)
    assert outcome.value is None or outcome.value.notes == ()


def test_more_text_than_any_posting_has_is_refused_at_once(tmp_path: Path) -> None:
    """A file of megabytes is no posting: it is told how long it is and what to do."""
    path = tmp_path / "job.md"
    path.write_text("Company: Mill\n\n## Job description\n" + "- bake good bread\n" * 10_000)
    outcome = read_job(path)
    assert outcome.value is None
    assert [problem.message for problem in outcome.diagnostics] == [
        "this job file has 140,028 characters, and lapel reads 100,000"
    ]


def test_what_nobody_reads_does_not_make_a_job_file_too_long(tmp_path: Path) -> None:
    """Tags and comments count for nothing: saved pages are full of them."""
    path = tmp_path / "job.md"
    path.write_text(
        "Company: Mill\n<!-- "
        + "old " * 40_000
        + "-->\n\n## Job description\n<ul>\n"
        + '<li class="a-very-long-class-of-a-page-builder-and-more">bake</li>\n' * 3_000
        + "</ul>\n"
    )
    job = read_job(path).value
    assert job is not None
    assert len(job.description) == 3_000
