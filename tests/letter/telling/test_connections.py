"""The literate cases of the personal connection: questions, answers, and what the letter says."""

from pathlib import Path

import pytest

from lapel.job.model import NoteKind
from lapel.job.reading import read_markdown_job
from lapel.letter.telling.connection import tell_connection
from tests.given import source_of
from tests.literate import Case, cases_of, expected

PAGE = Path(__file__).parent / "cases" / "connections.md"


def tell(text: str) -> str:
    """One line a sentence with its notes, one a note that was left."""
    source = source_of(text, "job.md")
    job = read_markdown_job(source).value
    assert job is not None
    company = job.company.text if job.company else ""
    told = tell_connection(job.notes_of(NoteKind.CONNECTION), company, person="Jordan Avery")
    lines = [
        f"{sentence.text} {{{', '.join(source.id for source in sentence.sources)}}}"
        for sentence in told.sentences
    ]
    lines += [f"({note} left: {reason})" for note, reason in told.left]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("case", cases_of(PAGE), ids=lambda case: case.name)
def test_answers_are_joined_as_their_page_says(case: Case, update: bool) -> None:
    """The answers become the sentences of the page; the questions never do."""
    answer = tell(case.text)
    assert answer == expected(case, answer, update=update)
