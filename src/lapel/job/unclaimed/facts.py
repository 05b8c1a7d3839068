"""Facts of the application among the person's notes, or below company or position without a blank
line: "applied Nov 12", "link https://…".

Whoever keeps one page of notes begins it with where the opening was seen, when they applied and who
the contact is: a line that says so is no wish.
"""

from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.parts.from_sentences import is_about_application
from lapel.job.words.headings import topic_of
from lapel.job.words.labels import begins_with_verb, is_only_link, strip_markdown
from lapel.job.words.topics import Topic

_AMONG = (Topic.NOTES, Topic.COMPANY, Topic.POSITION)
_LONGEST_WORDS = 14


def with_facts(outlined: Outlined) -> Outlined:
    """Return the outline with such lines as if they stood at the head of the file."""
    parts = (part for statement in outlined.statements for part in _split_facts(statement))
    return replace(outlined, statements=tuple(parts))


def _split_facts(statement: Statement) -> Iterator[Statement]:
    """Yield a statement, or its lines one by one where they tell a fact, below a name too."""
    if statement.context.topic not in _AMONG or statement.is_row:
        yield statement
        return
    named = 0 if statement.context.topic is Topic.NOTES else statement.lines[0].line
    for is_fact, lines in groupby(statement.lines, lambda w: w.line != named and _is_fact(w)):
        if is_fact:
            yield from (Statement(Context(Topic.TITLE), (line,)) for line in lines)
        else:
            yield replace(statement, lines=tuple(lines))


def _is_fact(line: Written) -> bool:
    text = strip_markdown(line.text)
    first, _, behind = text.partition(" ")
    if is_only_link(text) or (topic_of(first.rstrip(":")) is Topic.URL and is_only_link(behind)):
        return True
    short = len(text.split()) <= _LONGEST_WORDS and not begins_with_verb(text)
    return short and is_about_application(text)
