"""Literate cases: Markdown pages of a heading, a sentence, a fragment and what it is read as.

A page's test compares; `pytest FOLDER --update` rewrites what is expected, and a person reads the
difference before it is kept.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n?(?P<sentence>[^\n]+)\n\n"
    r"````(?P<form>\w+)\n(?P<text>.*?)````\n"
    r"(?P<answer>\n````text\n(?P<expected>.*?)````\n)?",
    re.DOTALL | re.MULTILINE,
)
FENCED = re.compile(r"^````.*?^````$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case of a page: ``form`` is the language of its fragment, such as yaml."""

    name: str
    form: str
    text: str
    expected: str


def cases_of(page: Path) -> list[Case]:
    """The cases of a page in order; a heading without a well-formed case is an error."""
    text = page.read_text("utf-8")
    cases = [_case(found) for found in CASE.finditer(text)]
    headings = HEADING.findall(FENCED.sub("", text))
    assert [case.name for case in cases] == headings, f"{page.name}: a case is not well formed"
    return cases


def cases_under(folder: Path) -> list[Case]:
    """The cases of all pages of a folder."""
    return [case for page in sorted(folder.glob("*.md")) for case in cases_of(page)]


def _case(found: re.Match[str]) -> Case:
    return Case(found["name"], found["form"], found["text"], found["expected"] or "")


def update_pages(folder: Path, read: Callable[[Case], str]) -> None:
    """Write what is read today into the pages of a folder."""
    for page in sorted(folder.glob("*.md")):

        def rewritten(found: re.Match[str]) -> str:
            question = found.group().removesuffix(found["answer"] or "")
            return f"{question}\n````text\n{read(_case(found))}````\n"

        page.write_text(CASE.sub(rewritten, page.read_text("utf-8")), "utf-8")
