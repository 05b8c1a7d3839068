"""The personal connection where no heading of its own says so.

"Why them" is a paragraph of a letter among its others, and the person's answer where no other point
comes after it: people who keep no part for their connection write it there. Among notes of no kind
it is a paragraph that tells what the person or their family had to do with the employer: "My mum
sang in their choir for two years".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.markup.wrapping import begin_with_capitals, runs_of_lines
from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.words.headings import asks_of_connection, speaks_of_own, topic_of
from lapel.job.words.labels import Labelled, names_paragraph, split_label
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.ties import names_company, tells_tie
from lapel.job.words.topics import Topic
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

FEWEST_ANSWER_WORDS = 4
_ASKED = regex(r"(?P<question>[^.?!]{6,80}\?)\s+(?P<answer>\S.*)", re.DOTALL)
_TIES = regex(
    r"^why\b|\b(?:them|there|here|know|used?|visit(?:ed)?|met|connection|link|company|firm)\b",
    re.IGNORECASE,
)
_WHOSE = (
    r"(?:(?:my|our) (?:\w+ ){1,3}?|(?:mum|mom|mam|dad|gran|nan|grandma|grandpa|granny|grandad) )"
)
_TELLS = regex(
    rf"(?:(?:and|also|because|since) )?(?:(?:i|we) |{_WHOSE}|i['’]ve |we['’]ve )"
    r"(?!(?:\w+ ){0,2}(?:rang|called|spoke|spoken|talked|e-?mailed|wrote|written|applied|sent|asked"
    r"|heard|told|messaged|texted|should|would|could|want|can|must|will)\b)"
    r"(?:[\w'’-]+ ){0,3}?(?:was|were|is|had|has|have|been|did|used|went|came|took|got|grew|met|saw"
    r"|sang|drove|worked|\w{2,}ed)\b|i['’]ve "
    r"|(?:ate|went|grew up|lived|volunteered|shopped|bought|stayed|visited|used to"
    r"|was (?:an?|born))\b",
    re.IGNORECASE,
)
"""How somebody begins who tells what they, or theirs, did."""
_OF_THEM = regex(r"\b(?:them|their|theirs|there|they)\b", re.IGNORECASE)
_WITHIN = (Topic.NOTES, Topic.LETTER_POINT, Topic.HINT)


def with_connection(outlined: Outlined) -> Outlined:
    """Return the outline with answers at the end of the letter's points as the connection."""
    statements: list[Statement] = []
    for is_letter, run in groupby(outlined.statements, key=_is_letter):
        said = tuple(run)
        statements += _set_answers_apart(said) if is_letter else said
    answered = any(s.context.topic is Topic.CONNECTION for s in statements)
    opened = outlined.opened | ({Topic.CONNECTION} if answered else set())
    return replace(outlined, statements=tuple(statements), opened=opened)


def with_told_ties(outlined: Outlined, company: str) -> Outlined:
    """Return the outline with what tells of such a tie as the personal connection: paragraphs among
    notes of no kind, and lines there. Among the letter's points such a line is a point.
    """
    statements = [
        _as_tie(part) if _tells_tie(part, company) else part
        for statement in outlined.statements
        for part in _split_ties(statement, company)
    ]
    told = any(s.context.topic is Topic.CONNECTION for s in statements)
    opened = outlined.opened | ({Topic.CONNECTION} if told else set())
    return replace(outlined, statements=tuple(statements), opened=opened)


def _split_ties(statement: Statement, company: str) -> Iterator[Statement]:
    """Yield the lines of a paragraph among notes one by one where one tells a tie."""
    is_prose = statement.context.topic is Topic.NOTES and not (
        statement.is_item or statement.is_row
    )
    capitals = begin_with_capitals(statement.lines)
    runs = [*runs_of_lines(statement.lines, capitals=capitals)] if is_prose else []
    parts = [replace(statement, lines=lines) for lines in runs]
    yield from parts if any(_tells_tie(part, company) for part in parts) else [statement]


def _tells_tie(statement: Statement, company: str) -> bool:
    if statement.context.topic is not Topic.NOTES or statement.is_row:
        return False
    if tells_tie(statement.text, company):
        return True
    if statement.is_item or not _TELLS.match(statement.text):
        return False
    of_them = _OF_THEM.search(split_sentences(statement.text)[0])
    return bool(of_them) or names_company(statement.text, company)


def _as_tie(statement: Statement) -> Statement:
    return replace(statement, context=Context(Topic.CONNECTION))


def with_answers(outlined: Outlined) -> Outlined:
    """Return the outline with a question on ties to the employer and its answer, within notes, as
    the personal connection: "Do I know anyone there? Yes, my aunt …", to its paragraph's end.
    """
    statements: list[Statement] = []
    questions: list[Written] = []
    for statement in outlined.statements:
        start, asked = _find_first_question(statement)
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


def _find_first_question(statement: Statement) -> tuple[int, re.Match[str] | None]:
    """Return the index and match of the first line that asks and answers so, or 0 and None."""
    if statement.context.topic in _WITHIN and not statement.is_row:
        for index, line in enumerate(statement.lines):
            asked = _ASKED.match(line.text)
            if asked is not None and _asks_own(asked):
                return index, asked
    return 0, None


def _asks_own(asked: re.Match[str]) -> bool:
    """Tell whether the person asks about the employer, and answers in at least four words."""
    question, answer = asked["question"], asked["answer"]
    own = speaks_of_own(question) and asks_of_connection(question) and _TIES.search(question)
    return bool(own) and len(answer.split()) >= FEWEST_ANSWER_WORDS


def _is_letter(statement: Statement) -> bool:
    return statement.context.topic is Topic.LETTER_POINT


def _set_answers_apart(points: Sequence[Statement]) -> Iterator[Statement]:
    """Yield a letter's points, those behind the last point as answers; answers alone are points."""
    groups = [tuple(group) for _, group in groupby(points, key=_find_label)]
    said = len(groups)
    while said and _answers(groups[said - 1], groups[: said - 1]):
        said -= 1
    for number, group in enumerate(groups):
        yield from map(_as_answer, group) if 0 < said <= number else group


def _find_label(statement: Statement) -> str:
    """Return the label above a statement, or the label or question that a paragraph begins with."""
    if statement.context.label or statement.is_item or statement.is_row:
        return statement.context.label
    question, mark, _ = statement.text.partition("? ")
    is_asked = mark and asks_of_connection(question)
    return question if is_asked else split_label(statement.text).label


def _answers(group: Sequence[Statement], before: Sequence[Sequence[Statement]]) -> bool:
    """Tell whether the statements under a label answer "why them?".

    The label stands alone on its line, or no label before it names a paragraph; where no word is in
    the first person, both are needed.
    """
    label = _find_label(group[0])
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
