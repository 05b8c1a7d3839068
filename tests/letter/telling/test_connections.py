"""The literate cases of the personal connection: questions, answers, and what the letter says."""

from pathlib import Path

import pytest

from lapel.job.markdown_job import read_markdown_job
from lapel.job.model import NoteKind
from lapel.letter.telling.connecting.answers import YES
from lapel.letter.telling.connecting.connection import tell_connection
from tests.given import source_of
from tests.literate import Case, cases_of, expected

PAGE = Path(__file__).parent / "cases" / "connections.md"
ANSWERS = Path(__file__).parent / "cases" / "answers.md"
ASKED = {
    "use": "Have you used their product/service?",
    "experience": "If yes, describe your experience:",
    "duration": "How long have you used it?",
    "impact": "What impact has it had on you?",
    "features": "Any specific features or aspects you particularly value?",
    "relation": "How does this connection relate to your professional interest in the company?",
}
"""The questions of the template."""


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


def tell_answers(text: str) -> str:
    """For each line of answers what the letter says of them, below it."""
    told = []
    for line in text.strip().splitlines():
        company, *answers = line.split(" | ")
        answered = [answer.partition(": ")[::2] for answer in answers]
        used = "" if answered[0][0] == "use" else f"- {ASKED['use']} Yes\n"
        asked = "\n".join(f"- {ASKED[topic]} {answer}" for topic, answer in answered)
        job = read_markdown_job(
            source_of(f"## Company\n{company}\n## Personal Connection\n{used}{asked}\n", "job.md")
        ).value
        assert job is not None
        connection = tell_connection(job.notes_of(NoteKind.CONNECTION), company)
        left = [f"({why})" for _, why in connection.left if why != YES]
        said = [*(sentence.text for sentence in connection.sentences), *left]
        told.append(f"{line}\n  {' '.join(said) or '(nothing)'}")
    return "\n".join(told) + "\n"


@pytest.mark.parametrize("case", cases_of(ANSWERS), ids=lambda case: case.name)
def test_answers_of_few_words_are_told_through_their_questions(case: Case, update: bool) -> None:
    """Half sentences of the template's answers become the sentences of the page."""
    answer = tell_answers(case.text)
    assert answer == expected(case, answer, update=update)
