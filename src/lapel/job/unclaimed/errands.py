"""Errands among the letter's points, skills and hints: what the person has to do before applying.

People write them below their notes, where the heading above is the letter's. An item of a list is
an errand by its own words, and so is a line of a paragraph; a paragraph that begins with one is
nothing else.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.markup.wrapping import begin_with_capitals, find_next_start
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.words.errands import is_errand
from lapel.job.words.topics import Topic
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.plurals import count

_AMONG = (Topic.LETTER_POINT, Topic.EMPHASIS, Topic.HINT)


def with_errands(source: Source, outlined: Outlined) -> tuple[Outlined, tuple[Diagnostic, ...]]:
    """Return the outline with errands under a heading nothing uses, and a hint if there are any."""
    statements: list[Statement] = []
    errands: list[Statement] = []
    for statement in outlined.statements:
        if statement.context.topic not in _AMONG:
            statements.append(statement)
            continue
        for part in _cut_at_errands(statement):
            if is_errand(part.lines[0].text):
                errands.append(part)
                aside = Context(Topic.OTHER, other=replace(errands[0].start, text=""))
                statements.append(replace(part, context=aside))
            else:
                statements.append(part)
    if not errands:
        return outlined, ()
    told = _report_errands(source, [errand.start for errand in errands])
    return replace(outlined, statements=tuple(statements)), (told,)


def _cut_at_errands(statement: Statement) -> Iterator[Statement]:
    """Yield a paragraph cut where an errand begins or ends; whole if it begins with one."""
    lines = statement.lines
    if statement.is_item or statement.is_row or is_errand(lines[0].text):
        yield statement
        return
    capitals, start = begin_with_capitals(lines), 0
    for index in range(1, len(lines)):
        ends = find_next_start(lines, index - 1, capitals=capitals) == index
        if ends and (is_errand(lines[index].text) or is_errand(lines[start].text)):
            yield replace(statement, lines=lines[start:index])
            start = index
    yield replace(statement, lines=lines[start:])


def _report_errands(source: Source, errands: list[Written]) -> Diagnostic:
    first, number = errands[0], len(errands)
    said = f"{count('note', number)}, this one first, are" if number > 1 else "this is"
    return source.diagnostic(
        "note-errand",
        f"{said} for you to do: neither document says {'it' if number == 1 else 'them'}",
        first.place(source),
        help="write a sentence of what should be said",
        severity=Severity.HINT,
    )
