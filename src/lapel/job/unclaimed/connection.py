"""The personal connection where it stands at the end of the letter's points, under a question.

"Why them" is a paragraph of a letter among its others, and the answer of the person where nothing
of the letter comes after it: people who keep no part for their connection write it there.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.words.headings import asks_of_connection, speaks_of_own, topic_of
from lapel.job.words.labels import Labelled, names_paragraph, split_label
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import Topic
from lapel.text.regexes import regex

FEWEST_ANSWER_WORDS = 4
_ASKED = regex(r"(?P<question>[^.?!]{6,80}\?)\s+(?P<answer>\S.*)", re.DOTALL)
_TIES = regex(
    r"^why\b|\b(?:them|there|here|know|used?|visit(?:ed)?|met|connection|link|company|firm)\b",
    re.IGNORECASE,
)
_WITHIN = (Topic.NOTES, Topic.LETTER_POINT, Topic.HINT)


def with_connection(outlined: Outlined) -> Outlined:
    """The outline with the answers at the end of the letter's points as the personal connection."""
    statements: list[Statement] = []
    for is_letter, run in groupby(outlined.statements, key=_is_letter):
        said = tuple(run)
        statements += _answers_apart(said) if is_letter else said
    answered = any(s.context.topic is Topic.CONNECTION for s in statements)
    opened = outlined.opened | ({Topic.CONNECTION} if answered else set())
    return replace(outlined, statements=tuple(statements), opened=opened)


def with_answers(outlined: Outlined) -> Outlined:
    """The outline with what a line of notes asks and answers of the person's ties to the employer
    ("Do I know anyone there? Yes, my aunt …") as the personal connection, to its paragraph's end.
    """
    statements: list[Statement] = []
    questions: list[Written] = []
    for statement in outlined.statements:
        start, asked = _first_asked(statement)
        if asked is None:
            statements.append(statement)
            continue
        lines = statement.lines
        parted = Labelled(asked["question"], asked["answer"])
        question, *answer = part_label(lines[start:], parted)
        questions.append(question)
        context = Context(Topic.CONNECTION, label=asked["question"])
        statements += [replace(statement, lines=lines[:start])] if start else []
        statements.append(replace(statement, context=context, lines=tuple(answer)))
    if not questions:
        return outlined
    return replace(
        outlined,
        statements=tuple(statements),
        headings=(*outlined.headings, *questions),
        opened=outlined.opened | {Topic.CONNECTION},
    )


def _first_asked(statement: Statement) -> tuple[int, re.Match[str] | None]:
    """The first line of a note that asks and answers so, and the two; none for a table's row."""
    if statement.context.topic in _WITHIN and not statement.is_row:
        for index, line in enumerate(statement.lines):
            asked = _ASKED.match(line.text)
            if asked is not None and _asks_own(asked):
                return index, asked
    return 0, None


def _asks_own(asked: re.Match[str]) -> bool:
    """Whether the person asks themselves of the employer, and gives more than a word."""
    question, answer = asked["question"], asked["answer"]
    own = speaks_of_own(question) and asks_of_connection(question) and _TIES.search(question)
    return bool(own) and len(answer.split()) >= FEWEST_ANSWER_WORDS


def _is_letter(statement: Statement) -> bool:
    return statement.context.topic is Topic.LETTER_POINT


def _answers_apart(points: Sequence[Statement]) -> Iterator[Statement]:
    """Points of a letter, the answers behind them as such; answers alone are points."""
    groups = [tuple(group) for _, group in groupby(points, key=_label)]
    said = len(groups)
    while said and _answers(groups[said - 1], groups[: said - 1]):
        said -= 1
    for number, group in enumerate(groups):
        yield from map(_as_answer, group) if 0 < said <= number else group


def _label(statement: Statement) -> str:
    """The heading or label above a statement, or the one that a paragraph begins with."""
    if statement.context.label or statement.is_item or statement.is_row:
        return statement.context.label
    question, mark, _ = statement.text.partition("? ")
    is_asked = mark and asks_of_connection(question)
    return question if is_asked else split_label(statement.text).label


def _answers(group: Sequence[Statement], before: Sequence[Sequence[Statement]]) -> bool:
    """Whether statements under a label answer why: in the person's own words, where other labels
    name paragraphs, and behind a label of their own line.
    """
    label = _label(group[0])
    if not asks_of_connection(label):
        return False
    texts = [s.text if s.context.label else s.text.removeprefix(label) for s in group]
    alone, unnamed = bool(group[0].context.label), not _name_paragraphs(before)
    if all(map(is_placeholder, texts)) or any(map(speaks_of_own, (label, *texts))):
        return alone or unnamed
    return alone and unnamed


def _name_paragraphs(groups: Sequence[Sequence[Statement]]) -> bool:
    labels = (s.context.label or split_label(s.text).label for group in groups for s in group)
    return any(label and names_paragraph(label) for label in labels)


def _as_answer(statement: Statement) -> Statement:
    label = statement.context.label
    named = topic_of(label) is Topic.CONNECTION
    context = replace(statement.context, topic=Topic.CONNECTION, label="" if named else label)
    return replace(statement, context=context)
