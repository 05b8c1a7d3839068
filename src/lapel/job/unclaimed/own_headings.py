"""Headings that the person made up, over notes of no kind, or over an answer to "why them?".

Whoever keeps a file for lapel writes in it what lapel should do, under words of their own. Text
under such a heading is theirs where the heading says so, or where the file has a place for the
employer's text and this is none of it: it neither speaks for the employer nor is it about something
other than the documents.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.unclaimed.kinds import kind_under
from lapel.job.words.errands import heads_errands
from lapel.job.words.headings import (
    asks_of_connection,
    heading_name,
    heads_instructions,
    heads_refusals,
    is_aside,
    is_for_own_use,
    is_own_heading,
    is_posting_heading,
    nearest_heading,
    speaks_of_own,
    topic_of,
)
from lapel.job.words.labels import begins_with_verb, plain_label
from lapel.job.words.phrased import heads_own_part
from lapel.job.words.topics import EMPLOYERS, FIELDS, NOTES, Topic
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.regexes import regex

_EMPLOYER = (
    r"(?i)\b(?:we|our|ours|(?:join|with|tell|send|contact|about|to|for|at|of) us|you'll|you’ll"
    r"|candidates?|applicants?"
    r"|thank you for your|your application|ihr interesse|ihre bewerbung|votre candidature"
    r"|wir (?:suchen|bieten|freuen|erwarten|sind|haben)|unsere?[mnrs]?|bewerber(?:innen)?"
    r"|nous (?:recherchons|cherchons|offrons|proposons|sommes)|notre|nos|candidate?s?)\b"
)
_SEEKS = regex(
    r"\b(?:is|are|we['’]re) (?:now |currently )?(?:hiring|seeking|recruiting|accepting applications"
    r"|(?:looking|searching) for)\b|\bsucht\b|\brecherche\b",
    re.IGNORECASE,
)
_PERSONAL = "personal"
_YOURS = regex(r"(?i)\byou(?:rs?|['’]\w+)?\b")
_THEIRS = frozenset({"they", "their", "them", "they're"})
LONGEST_NOTE_WORDS = 40
FEWEST_POSTED = 25
"""The fewest words under a heading that are an employer's text."""
_CALLED = {
    Topic.NOTES: "notes of yours",
    Topic.HINT: "hints, each for the employer it names",
    Topic.LETTER_POINT: "points of your letter",
    Topic.CONNECTION: "your connection to them",
}
"""What people are told that their text is taken for."""


def with_own_notes(
    source: Source, outlined: Outlined, company: str
) -> tuple[Outlined, tuple[Diagnostic, ...]]:
    """Return the outline with text under the person's own headings as notes, each with a hint."""
    own = _find_own_headings(outlined)
    noted = _with_own_notes(outlined, own, company) if own else outlined
    told = (_report_own(source, h, _find_kind_under(outlined, h, company)) for h in own)
    return noted, tuple(told)


def _find_own_headings(outlined: Outlined) -> tuple[Written, ...]:
    """Return the unknown headings over notes of the person."""
    sealed = {s.context.other for s in outlined.statements if s.context.sealed}
    has_place = _has_place(outlined)
    return tuple(
        heading
        for heading in outlined.unknown
        if heading not in sealed
        and not is_over_posting(outlined, heading)
        and _is_over_notes(plain_label(heading.text), has_place=has_place)
        and _are_notes([s for s in outlined.statements if s.context.other == heading], heading)
    )


def _has_place(outlined: Outlined) -> bool:
    """Tell whether a file has a place for the employer's text, or for notes: a heading that names
    it, or says "they", or an unknown one over text in which an employer speaks.
    """
    described = [s.context for s in outlined.statements if s.context.topic is Topic.DESCRIPTION]
    begun = {context.number for context in described} - {0, *outlined.demanded}
    theirs = any(_speaks_of_employer(heading) for context in described for heading in context.path)
    told = any(is_over_posting(outlined, heading) for heading in outlined.unknown)
    return bool(begun or theirs or told or outlined.opened & NOTES)


def _speaks_of_employer(title: str) -> bool:
    return not _THEIRS.isdisjoint(heading_name(title).split())


def is_over_posting(outlined: Outlined, heading: Written) -> bool:
    """Tell whether an employer speaks under a heading, and nobody else: at length, but for one that
    says whose words they are ("Their call").
    """
    below = [s for s in outlined.statements if s.context.other == heading]
    texts = [s.text for s in below if s.start.line != heading.line and not s.context.sealed]
    words = sum(len(text.split()) for text in texts)
    theirs = any(employer_speaks(text) or says_they_seek(text) for text in texts)
    fewest = 1 if _speaks_of_employer(plain_label(heading.text)) else FEWEST_POSTED
    return words >= fewest and theirs and not any(map(speaks_of_own, texts))


def _with_own_notes(outlined: Outlined, headings: Sequence[Written], company: str) -> Outlined:
    """Return the outline with the text under these headings as notes."""
    kinds: dict[Written | None, Topic] = {
        heading: _find_kind_under(outlined, heading, company) for heading in headings
    }
    statements = tuple(
        _as_note(statement, kinds[statement.context.other])
        if statement.context.other in kinds
        else statement
        for statement in outlined.statements
    )
    unknown = tuple(heading for heading in outlined.unknown if heading not in headings)
    opened = outlined.opened | {*kinds.values()}
    return replace(outlined, statements=statements, unknown=unknown, opened=opened)


def _find_kind_under(outlined: Outlined, heading: Written, company: str) -> Topic:
    below = [s for s in outlined.statements if s.context.other == heading]
    return kind_under(plain_label(heading.text), below, company)


def with_own_skills(outlined: Outlined) -> Outlined:
    """Return the outline with "Skills: …" as skills to emphasize, in a file of only fields and
    notes.

    In such a file no employer wrote it.
    """
    others = any(
        s.context.topic in (Topic.TITLE, Topic.COMPANY_DETAILS) for s in outlined.statements
    )
    described = [s.context for s in outlined.statements if s.context.topic is Topic.DESCRIPTION]
    begun = {context.number for context in described} - {0, *outlined.demanded}
    if others or begun or not all(map(_is_skills, described)) or not outlined.opened & NOTES:
        return outlined
    statements = (
        replace(s, context=Context(Topic.EMPHASIS)) if _is_skills(s.context) else s
        for s in outlined.statements
    )
    return replace(outlined, statements=tuple(statements))


def _is_skills(context: Context) -> bool:
    label = context.path[-1:] if context.topic is Topic.DESCRIPTION else ()
    return any(topic_of(name, in_notes=True) is Topic.EMPHASIS for name in label)


def _report_own(source: Source, heading: Written, kind: Topic) -> Diagnostic:
    """Return the hint that the text under an unknown heading is taken for notes of this kind."""
    title = plain_label(heading.text)
    return source.diagnostic(
        "heading-own",
        f"what stands under “{title}” is taken for {_CALLED[kind]}",
        heading.place(source),
        help="put what lapel should pass over between <!-- and -->",
        severity=Severity.HINT,
    )


def employer_speaks(text: str) -> bool:
    """Tell whether a text has words of an employer: "we", "candidates", "your application"."""
    return re.search(_EMPLOYER, text) is not None


def says_they_seek(text: str) -> bool:
    """Tell whether a text says that an employer looks for somebody: "Acme is hiring a cook"."""
    return _SEEKS.search(text) is not None and not speaks_of_own(text)


def _is_over_notes(title: str, *, has_place: bool) -> bool:
    if heads_refusals(title) or asks_of_connection(title) or heads_own_part(title):
        return True
    if is_aside(title) or is_for_own_use(title) or heads_errands(title):
        return False
    if is_own_heading(title) or heads_instructions(title):
        return True
    others = _speaks_of_employer(title) or is_posting_heading(title)
    near = nearest_heading(title)
    is_slip = near is not None and topic_of(near) in (*FIELDS, *EMPLOYERS)
    return has_place and not (others or is_slip)


def _are_notes(statements: Sequence[Statement], heading: Written) -> bool:
    """Tell whether the statements under a heading are the person's notes.

    None is an employer's or long, and none is a field's value, unless the heading refuses, begins
    with a verb of orders ("Show: …") or is in the first person ("My thoughts: …"). Under a question
    on the connection, one of them must be in the first person.
    """
    title = plain_label(heading.text)
    if asks_of_connection(title) and not heads_refusals(title):
        texts = [statement.text for statement in statements]
        told = heading_name(title) == _PERSONAL and not any(map(_YOURS.search, texts))
        return bool(statements) and (told or any(map(speaks_of_own, (title, *texts))))
    refused = heads_refusals(title) or is_own_heading(title) or begins_with_verb(title)
    return bool(statements) and not any(
        (statement.start.line == heading.line and not refused)
        or employer_speaks(statement.text)
        or any(len(line.text.split()) > LONGEST_NOTE_WORDS for line in statement.lines)
        for statement in statements
    )


def _as_note(statement: Statement, kind: Topic) -> Statement:
    context, heading = statement.context, statement.context.other
    title = plain_label(heading.text) if heading else ""
    path = (title, *context.path)
    asks = asks_of_connection(title) and not heads_refusals(title)
    topic = Topic.CONNECTION if asks else Topic.NOTES if context.path else kind
    if topic is Topic.CONNECTION and begins_with_verb(statement.text):
        topic, asks = Topic.NOTES, False
    label = title if asks else context.label
    context = replace(context, topic=topic, label=label, stem=path, path=path, other=None)
    return replace(statement, context=context)
