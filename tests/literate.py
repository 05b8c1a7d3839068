"""Literate cases: Markdown pages of a heading, a sentence, a fragment and what it is read as.

A page's test compares; `pytest FOLDER --update` writes the answers of today into the pages, and a
person reads the difference before it is kept.
"""

import re
from pathlib import Path

from msgspec import Struct

CASE = re.compile(
    r"^## (?P<name>[^\n]+)\n\n?(?P<sentence>[^\n]+)\n\n"
    r"````(?P<form>\w+)\n(?P<text>.*?)````\n"
    r"(?P<answer>\n````text\n(?P<expected>.*?)````\n)?",
    re.DOTALL | re.MULTILINE,
)
FENCED = re.compile(r"^````.*?^````$", re.DOTALL | re.MULTILINE)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


class Case(Struct, frozen=True):
    """One case, the ``number``th of its page; ``form`` is its fragment's language, such as yaml."""

    page: Path
    number: int
    name: str
    form: str
    text: str
    expected: str


def cases_of(page: Path) -> list[Case]:
    """The cases of a page in order; a heading without a well-formed case is an error."""
    text = page.read_text("utf-8")
    cases = [
        Case(page, number, found["name"], found["form"], found["text"], found["expected"] or "")
        for number, found in enumerate(CASE.finditer(text))
    ]
    headings = HEADING.findall(FENCED.sub("", text))
    assert [case.name for case in cases] == headings, f"{page.name}: a case is not well formed"
    return cases


def cases_under(folder: Path) -> list[Case]:
    """The cases of all pages of a folder."""
    return [case for page in sorted(folder.glob("*.md")) for case in cases_of(page)]


def expected(case: Case, answer: str, *, update: bool) -> str:
    """What its page expects of a case: today's answer, which is written there, in an ``update``."""
    if not update:
        return case.expected
    text = case.page.read_text("utf-8")
    found = list(CASE.finditer(text))[case.number]
    start = found.start("answer") if found["answer"] else found.end()
    answered = f"{text[:start]}\n````text\n{answer}````\n{text[found.end() :]}"
    case.page.write_text(answered, "utf-8")
    return answer
