"""Text under no known heading as the description, where a file is only a posting."""

import re
from collections.abc import Collection
from itertools import takewhile
from math import inf

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.parts.from_sentences import closes_mail, is_about_application
from lapel.job.parts.prose import is_for_letter
from lapel.job.unclaimed.loose import as_note, is_loose, is_unclaimed
from lapel.job.unclaimed.own_headings import (
    FEWEST_POSTED,
    employer_speaks,
    is_over_posting,
    says_they_seek,
)
from lapel.job.words.headings import (
    is_posting_heading,
    nearest_heading,
    speaks_of_own,
)
from lapel.job.words.labels import (
    begins_with_verb,
    is_short,
    plain_label,
    split_label,
    strip_markdown,
)
from lapel.job.words.topics import NOTES, Topic
from lapel.text.regexes import regex

_QUOTES = tuple("\"“„«'‘")
_CLAUSE_ENDS = regex(r"[.,;:!?–—]\s+(?:(?:so|and|but|then|please|do not|don't)\s+)*", re.IGNORECASE)
FEWEST_PASTED = 3


def is_only_posting(outlined: Outlined) -> bool:
    """Tell whether a file has neither notes nor a named description, but unclaimed text.

    A heading that comes near a known one is a slip, and one with "my" in it the person's own: then
    nothing is guessed. Above notes it is a posting where it is long and under no heading.
    """
    if outlined.opened & NOTES and not _stands_above_notes(outlined):
        return False
    described = {
        statement.context.number
        for statement in outlined.statements
        if statement.context.topic is Topic.DESCRIPTION
    }
    titles = [strip_markdown(heading.text) for heading in outlined.unknown]
    return (
        described <= {0, *outlined.demanded}
        and any(is_unclaimed(statement) for statement in outlined.statements)
        and not any(nearest_heading(title) or speaks_of_own(title) for title in titles)
    )


def without_head(outlined: Outlined) -> Outlined:
    """Return the outline with what stands at the head of the file under a heading such as "The job"
    unclaimed, where the employer's text has its own and does not begin there.
    """
    named = {0, *outlined.demanded}
    described = (s for s in outlined.statements if s.context.topic is Topic.DESCRIPTION)
    if all(s.context.number in named for s in described):
        return outlined
    head = [*takewhile(lambda s: s.context.number in outlined.demanded, outlined.statements)]
    words = sum(len(s.text.split()) for s in head)
    if words >= FEWEST_POSTED or any(
        employer_speaks(s.text) or says_they_seek(s.text) for s in head
    ):
        return outlined
    loose = (replace(s, context=Context(), is_item=False) for s in head)
    return replace(outlined, statements=(*loose, *outlined.statements[len(head) :]))


def with_beginning(outlined: Outlined) -> Outlined:
    """Return the outline with the unclaimed paragraphs right above the employer's text as its
    beginning, from the first in which they speak.
    """
    statements = outlined.statements
    described = (n for n, s in enumerate(statements) if s.context.topic is Topic.DESCRIPTION)
    below = next(described, 0)
    above = [*takewhile(_may_begin_posting, reversed(statements[:below]))][::-1]
    begins = (n for n, s in enumerate(above) if employer_speaks(s.text) or says_they_seek(s.text))
    start = below - len(above) + next(begins, len(above))
    begun = (replace(s, context=_as_employers_context(s.context)) for s in statements[start:below])
    return replace(outlined, statements=(*statements[:start], *begun, *statements[below:]))


def _may_begin_posting(statement: Statement) -> bool:
    marked = statement.is_item or statement.is_row
    return is_loose(statement) and not marked and not speaks_of_own(statement.text)


def with_told_posting(outlined: Outlined) -> Outlined:
    """Return the outline with what stands under the first unknown heading over an employer's text
    as the description, where there is none.
    """
    if any(s.context.topic is Topic.DESCRIPTION for s in outlined.statements):
        return outlined
    heading = next((h for h in outlined.unknown if is_over_posting(outlined, h)), None)
    if heading is None:
        return outlined
    statements = tuple(
        replace(s, context=_as_employers_context(s.context)) if s.context.other == heading else s
        for s in outlined.statements
    )
    unknown = tuple(h for h in outlined.unknown if h != heading)
    return replace(outlined, statements=statements, unknown=unknown)


def _stands_above_notes(outlined: Outlined) -> bool:
    """Tell whether a posting was pasted above the notes without a heading of its own."""
    unclaimed = [s for s in outlined.statements if is_unclaimed(s)]
    notes = [s.start.line for s in outlined.statements if s.context.topic in NOTES]
    first = min(notes, default=0)
    above = [s for s in outlined.statements if s.start.line < first]
    demands = any(s.context.number in outlined.demanded for s in above)
    if not (demands or any(employer_speaks(s.text) or says_they_seek(s.text) for s in above)):
        return False
    fewest = 1 if demands else FEWEST_PASTED
    return len(unclaimed) >= fewest and all(
        _may_be_theirs(s.context.other) and s.end < min(notes, default=s.end) for s in unclaimed
    )


def _may_be_theirs(heading: Written | None) -> bool:
    """Tell whether an employer may have written under a heading ("Duties will include") or none."""
    return heading is None or is_posting_heading(plain_label(heading.text))


def first_unclaimed(outlined: Outlined) -> Written:
    """Return the first words of the file that no known heading claims."""
    found = (s.start for s in outlined.statements if is_unclaimed(s))
    return min(found, key=lambda written: written.line)


def as_posting(outlined: Outlined, quoted: Collection[int]) -> Outlined:
    """Return the outline with the text that no topic claims as the employer's.

    In it a line of a few words above a list is a heading, if an employer would use one so. The
    person's notes are lines typed in a hurry above all of it ("keep yahoo short"), paragraphs in
    the first person that say what to do, and lines between ``quoted`` ones. Lines that tell of a
    contact or of the application, above the posting, are neither.
    """
    statements: list[Statement] = []
    first = outlined.statements[0]
    headings = list(outlined.headings)
    first_quoted = _find_first_answered(outlined, quoted)
    above: Statement | None = None
    following = (*outlined.statements[1:], None)
    for statement, after in zip(outlined.statements, following, strict=True):
        line, unclaimed = statement.start.line, is_unclaimed(statement)
        answers = line > first_quoted and line not in quoted
        if answers and (unclaimed or statement.context.topic is Topic.DESCRIPTION):
            statements.append(as_note(statement))
            continue
        if not unclaimed:
            statements.append(statement)
            continue
        if is_loose(statement) and not (statement.is_item or statement.is_row):
            hurried = statement is first and _is_hurried(statement)
            if hurried or _gives_instructions(statement):
                own = as_note(statement)
                parts = [(line,) for line in own.lines] if hurried else [own.lines]
                statements += (replace(own, lines=lines) for lines in parts)
                continue
            told = is_about_application(strip_markdown(statement.text))
            theirs = any(map(_is_theirs, [*statements, statement]))
            if closes_mail(statement.lines[0].text) or (told and not theirs):
                statements.append(statement)
                continue
        if above and (not statement.is_item or statement.context != above.context):
            above = None
        if _heads_list(statement, after):
            above = statement
            headings.extend(statement.lines)
            continue
        context = _as_employers_context(statement.context)
        if above:
            context = context.under(plain_label(above.text))
        statements.append(replace(statement, context=context))
    values = {s.context.other for s in statements if s.context.topic is Topic.OTHER}
    unknown = tuple(heading for heading in outlined.unknown if heading in values)
    return replace(
        outlined, statements=tuple(statements), headings=tuple(headings), unknown=unknown
    )


def _find_first_answered(outlined: Outlined, quoted: Collection[int]) -> float:
    """Return the first line of a mail that is quoted and answered below its lines, or infinity.

    There is none where fewer than three lines are quoted, or fewer than are not.
    """
    first = min(quoted, default=inf)
    lines = {line.line for s in outlined.statements for line in s.lines if line.line >= first}
    cited = len(lines.intersection(quoted))
    return first if cited >= FEWEST_PASTED and 2 * cited >= len(lines) else inf


def _is_theirs(statement: Statement) -> bool:
    return statement.context.topic is Topic.DESCRIPTION or employer_speaks(statement.text)


def _is_hurried(statement: Statement) -> bool:
    """Tell whether all lines are in small letters and one tells lapel what to do."""
    orders = any(begins_with_verb(line.text) for line in statement.lines)
    return orders and all(line.text[:1].islower() for line in statement.lines)


def _gives_instructions(statement: Statement) -> bool:
    """Tell whether a paragraph in the first person, no employer's, tells lapel what to do."""
    text = statement.text
    if not speaks_of_own(text) or employer_speaks(text) or text[:1] in _QUOTES:
        return False
    return is_for_letter(text) or any(map(begins_with_verb, _CLAUSE_ENDS.split(text)))


def _heads_list(statement: Statement, after: Statement | None) -> bool:
    if statement.is_item or statement.is_row or after is None or not after.is_item:
        return False
    labelled = split_label(statement.text)
    if labelled.label and labelled.rest:  # "Requirements: Excel" says something
        return False
    short = is_short(statement.text)
    return short and not statement.text.endswith(".") and is_posting_heading(statement.text)


def _as_employers_context(context: Context) -> Context:
    """Return the context of the employer's text under the unknown heading of ``context``."""
    heading = (plain_label(context.other.text),) if context.other else ()
    path = (*heading, *context.path)
    return replace(context, topic=Topic.DESCRIPTION, stem=path, path=path, other=None)
