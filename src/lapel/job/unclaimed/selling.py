"""Lists of skills under headings of the person's own that name no topic but say what they are for:
"Which of my abilities should come forward", "Good things about me".

What the headings cannot be listed for, the lists show: each line is a few words that are no order,
no sentence and nothing said of an employer.
"""

from collections.abc import Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.job.markup.wrapping import begins_named
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.words.headings import refuses, sells
from lapel.job.words.labels import begins_with_verb, plain
from lapel.job.words.topics import Topic

_LONGEST_SKILL = 14
_FEWEST = 2
_SHARE = 0.6


def with_skills(outlined: Outlined) -> Outlined:
    """The outline with such lists of notes as skills to emphasize."""
    statements: list[Statement] = []
    for context, run in groupby(outlined.statements, key=lambda s: s.context):
        said = tuple(run)
        statements += map(_as_skill, said) if _lists_skills(context, said) else said
    return replace(outlined, statements=tuple(statements))


def _lists_skills(context: Context, said: tuple[Statement, ...]) -> bool:
    title = context.path[-1] if context.path else ""
    if context.topic is not Topic.NOTES or not sells(title) or refuses(title):
        return False
    return lists_skills(said)


def lists_skills(said: Sequence[Statement]) -> bool:
    """Whether most of what statements list are skills."""
    texts = [plain(text) for statement in said for text in _parts(statement)]
    skills = sum(map(_is_skill, texts))
    return skills >= _FEWEST and skills >= _SHARE * len(texts)


def _parts(statement: Statement) -> list[str]:
    """What a statement lists: a row's cells are one, a paragraph's lines and what commas part."""
    if statement.is_item or statement.is_row:
        return [statement.text]
    return [part for line in statement.lines for part in line.text.split(",")]


def _is_skill(text: str) -> bool:
    return len(text.split()) <= _LONGEST_SKILL and not (
        text.endswith((".", "?")) or begins_with_verb(text)
    )


def _as_skill(statement: Statement) -> Statement:
    named = not statement.is_row and any(map(begins_named, statement.lines))
    if named or (statement.is_item and not _is_skill(plain(statement.text))):
        return statement
    return replace(statement, context=replace(statement.context, topic=Topic.EMPHASIS))
