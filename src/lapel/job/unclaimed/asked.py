"""Questions and answers among the letter's points, as "Q: Why nights?" and "A: I sleep by day".

The answer is what the letter says, and the question is what it is said to.
"""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Outlined, Statement
from lapel.job.words.labels import question_label
from lapel.job.words.topics import Topic


def with_asked_points(outlined: Outlined) -> Outlined:
    """Return the outline with each answered question of the letter's points as a label."""
    questions: list[Written] = []
    parts = (part for statement in outlined.statements for part in _split_questions(statement))
    statements = (*_join_answers(parts, questions),)
    headings = (*outlined.headings, *questions)
    return replace(outlined, statements=statements, headings=headings)


def _split_questions(statement: Statement) -> Iterator[Statement]:
    """Yield a paragraph of the letter's points, its questions parted from their answers."""
    if not _is_point(statement) or len(statement.lines) < 2:
        yield statement
        return
    start = 0
    for index in range(1, len(statement.lines)):
        if question_label(statement.lines[index].text):
            yield replace(statement, lines=statement.lines[start:index])
            start = index
    yield replace(statement, lines=statement.lines[start:])


def _join_answers(statements: Iterable[Statement], questions: list[Written]) -> Iterator[Statement]:
    """Yield the statements, of a question and the answer below it the answer alone; the question
    goes to ``questions``.
    """
    asked: Statement | None = None
    for statement in statements:
        mark = question_label(statement.start.text) if _is_point(statement) else None
        if asked is not None:
            if mark and mark["answer"]:
                yield _label_answer(asked, statement, questions)
                asked = None
                continue
            yield asked
            asked = None
        if mark and not mark["answer"]:
            asked = statement
        else:
            yield statement
    if asked is not None:
        yield asked


def _label_answer(asked: Statement, answer: Statement, questions: list[Written]) -> Statement:
    """Return an answer without its mark, below its question as a label."""
    question, first = asked.start, answer.start
    asks, answers = question_label(question.text), question_label(first.text)
    assert asks is not None
    assert answers is not None
    at = answers.end()
    questions += (*asked.lines, replace(first, text=first.text[:at].strip()))
    said = first.text[at:].lstrip()
    column = first.column + len(first.text) - len(said)
    lines = (replace(first, text=said, column=column), *answer.lines[1:])
    context = replace(answer.context, label=question.text[asks.end() :].strip())
    return replace(answer, context=context, lines=lines)


def _is_point(statement: Statement) -> bool:
    return statement.context.topic is Topic.LETTER_POINT and not statement.is_row
