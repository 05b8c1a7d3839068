"""Lists of skills among the person's notes of no kind: "for the cv", "my points".

What no list of headings can tell the lines show: they are a few words each that are no order, no
sentence and nothing about an employer or the page. Two of them are a list.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.job.markup.wrapping import begin_with_capitals, begins_named, runs_of_lines
from lapel.job.outline.statements import Outlined, Statement
from lapel.job.parts.from_sentences import is_about_application
from lapel.job.words.errands import is_errand
from lapel.job.words.headings import refuses
from lapel.job.words.labels import CROSS, begins_with_verb, is_only_link, plain, speaks_of_page
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import Topic
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_LONGEST_SKILL = 14
_FEWEST = 2
_SHARE = 0.4
_COMMAS = regex(r"\s*[,;]\s+")
_MARKS = regex(r"\s+[–—·•|/]\s+")
_FEWEST_MARKED = 3
"""The fewest parts between marks of a line that is a list; of two the first may be a name."""


def with_skills(outlined: Outlined) -> Outlined:
    """Return the outline with such lists as skills to emphasize."""
    capitals = begin_with_capitals([s.lines[0] for s in outlined.statements])
    statements: list[Statement] = []
    for context, run in groupby(outlined.statements, key=lambda s: s.context):
        said = tuple(run)
        if context.topic is Topic.NOTES and not any(map(refuses, context.path)):
            notes = [note for s in said for note in _apart(s, capitals=capitals)]
            said = tuple(map(_as_skill, notes)) if _lists_skills(notes) else said
        statements += said
    return replace(outlined, statements=tuple(statements))


def _lists_skills(said: Sequence[Statement]) -> bool:
    """Tell whether two texts or more, and four in ten of those without a name, are skills."""
    texts = [plain(text) for s in said if not _is_named(s) for text in _parts(s)]
    skills = sum(map(_is_skill, texts))
    return skills >= _FEWEST and skills >= _SHARE * len(texts)


def _apart(statement: Statement, *, capitals: bool) -> Iterator[Statement]:
    """Yield the notes of a paragraph one by one; an item or a row as it is."""
    if statement.is_item or statement.is_row:
        yield statement
        return
    for lines in runs_of_lines(statement.lines, capitals=capitals):
        yield replace(statement, lines=lines)


def _parts(statement: Statement) -> Sequence[str]:
    """Return the texts that a statement lists: an item's one, a line's between commas or marks."""
    parts = _MARKS.split(statement.text)
    if len(parts) >= _FEWEST_MARKED:
        return parts
    return [statement.text] if statement.is_item else _COMMAS.split(statement.text)


def _is_named(statement: Statement) -> bool:
    is_list = len(_MARKS.split(statement.text)) >= _FEWEST_MARKED
    return statement.is_row or (begins_named(statement.lines[0]) and not is_list)


def _is_skill(text: str) -> bool:
    """Tell whether a text may be a skill: a few words, no order, sentence, link or errand."""
    return len(text.split()) <= _LONGEST_SKILL and not (
        text.startswith(("(", "?"))
        or CROSS.match(text)
        or text.endswith((".", "?"))
        or begins_with_verb(text)
        or speaks_of_page(text)
        or is_only_link(text)
        or is_about_application(text)
        or is_placeholder(text)
        or is_errand(text)
        or len(split_sentences(text)) > 1
    )


def _as_skill(statement: Statement) -> Statement:
    if _is_named(statement) or not all(map(_is_skill, map(plain, _parts(statement)))):
        return statement
    return replace(statement, context=replace(statement.context, topic=Topic.EMPHASIS))
