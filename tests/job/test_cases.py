"""The literate cases: a sentence, a job file, and what lapel reads in it.

`pytest tests/job --update` rewrites what is expected; read the difference before you keep it.
"""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from lapel.job.reading import read_job
from tests.job.dump import dump

PAGES = sorted((Path(__file__).parent / "cases").glob("*.md"))
CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n(?P<sentence>[^\n]+)\n\n"
    r"````(?P<form>markdown|yaml)(?P<crlf> crlf)?\n(?P<text>.*?\n)````\n"
    r"(?P<expected>\n````text\n.*?````\n)?",
    re.DOTALL | re.MULTILINE,
)
SUFFIXES = {"markdown": ".md", "yaml": ".yaml"}


@dataclass(frozen=True)
class Case:
    """One case of a page."""

    name: str
    suffix: str
    text: str
    crlf: bool
    expected: str

    def write(self, folder: Path) -> Path:
        """The job file of the case, in a folder."""
        path = folder / f"job{self.suffix}"
        text = self.text
        if self.crlf:
            text = text.replace("\n", "\r\n").removesuffix("\r\n")
        path.write_bytes(text.encode())
        return path


def cases_of(page: Path) -> list[Case]:
    """The cases of a page in order."""
    return [_case(found) for found in CASE.finditer(page.read_text("utf-8"))]


def _case(found: re.Match[str]) -> Case:
    expected = (found["expected"] or "").removeprefix("\n````text\n").removesuffix("````\n")
    return Case(
        found["name"], SUFFIXES[found["form"]], found["text"], bool(found["crlf"]), expected
    )


def all_cases() -> list[Case]:
    """Every case of every page."""
    return [case for page in PAGES for case in cases_of(page)]


def test_every_heading_of_a_page_is_a_case() -> None:
    """No case is passed over because its page is not well formed."""
    fence = re.compile(r"^````.*?^````$", re.DOTALL | re.MULTILINE)
    for page in PAGES:
        headings = re.findall(r"^## (.+)$", fence.sub("", page.read_text("utf-8")), re.MULTILINE)
        assert [case.name for case in cases_of(page)] == headings


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.name)
def test_a_job_file_is_read_as_its_page_says(case: Case, tmp_path: Path) -> None:
    """What a person typed is read as the page says, value by value and problem by problem."""
    assert dump(read_job(case.write(tmp_path))) == case.expected


def update_pages(folder: Path) -> None:
    """Write what is read today into the pages."""
    for page in PAGES:

        def rewritten(found: re.Match[str]) -> str:
            read = dump(read_job(_case(found).write(folder)))
            start = found.group()[: found.start("expected") - found.start()]
            start = start if found["expected"] else found.group()
            return f"{start}\n````text\n{read}````\n"

        page.write_text(CASE.sub(rewritten, page.read_text("utf-8")), "utf-8")
