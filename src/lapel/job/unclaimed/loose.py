"""The person's notes under no heading, in a file that has the employer's text elsewhere.

What stands in the first paragraph is of the opening (where, how much, since when); a paragraph
further down is a note, unless it tells of the application. In a file without any other notes the
first one is, too, where its writer speaks of themselves.
"""

from collections.abc import Collection, Mapping
from math import inf

from msgspec.structs import replace

from lapel.job.markup.wrapping import begins_named
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.parts.from_sentences import closes_mail, is_about_application
from lapel.job.parts.prose import is_for_letter
from lapel.job.unclaimed.own_headings import employer_speaks
from lapel.job.unclaimed.values import is_value, with_label, without_values
from lapel.job.words.headings import is_bookkeeping, speaks_of_own
from lapel.job.words.labels import begins_with_verb, is_only_link, strip_markdown
from lapel.job.words.topics import NOTES, Topic
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source
from lapel.text.regexes import regex

_LONGEST_TOLD = 50
"""The most words of a line that tells of the application; a longer one is a diary's, with notes."""
_OF_ENTRY = regex(
    r"(?i:for|at|under|from|with|on|für|bei|unter|pour|chez|sous|para|en) "
    r"(?:(?i:the|my|die|das|den|le|la|el) )?[^\W\d_a-zß-ÿ]|(?i:from|at) (?:the|my) \w"
)
"""Before the name of an employer, or what it is: "At Greenlee Markets: …", "from the café: …"."""


def with_loose_notes(source: Source, outlined: Outlined) -> tuple[Outlined, tuple[Diagnostic, ...]]:
    """Return the outline with such paragraphs as notes, and a warning where there are any."""
    own = _find_loose_notes(outlined)
    if not own:
        return outlined, ()
    noted = replace(
        outlined,
        statements=tuple(as_note(with_label(s)) if s in own else s for s in outlined.statements),
        opened=outlined.opened | {Topic.NOTES},
    )
    return without_values(noted, own), (_report_loose_notes(source, own[0]),)


def _find_loose_notes(outlined: Outlined) -> tuple[Statement, ...]:
    topics = {s.context.topic for s in outlined.statements}
    notes = [s.start.line for s in outlined.statements if s.context.topic in NOTES]
    end = inf if Topic.DESCRIPTION in topics else min(notes, default=0)
    loose = tuple(filter(is_loose, outlined.statements))
    if not outlined.statements:
        return ()
    listed = (s for s in outlined.statements if is_loose(s) and s.is_item and _is_plainly_note(s))
    head = min(_find_last_of_head(outlined), next((s.start.line - 1 for s in listed), inf))
    beside = _find_beside_notes(outlined)
    said = (s for s in outlined.statements if is_loose(s) or _is_of_entry(s) or s in beside)
    below = tuple(s for s in said if head < s.start.line < end and not _is_of_opening(s))
    described = Topic.DESCRIPTION in outlined.opened and not outlined.demanded
    if below or not described or outlined.opened & NOTES:
        return below
    return loose if any(speaks_of_own(s.text) for s in loose) else ()


def _is_of_entry(statement: Statement) -> bool:
    """Tell whether what stands behind a label that nobody knows is said of an employer, is a plain
    note, or goes on with other names: "For Greenlee Markets: the cooler rebuild".
    """
    label = statement.context.other
    if label is None or not is_value(statement):
        return False
    several = any(map(begins_named, statement.lines[1:]))  # and a field has one name
    return several or bool(_OF_ENTRY.match(label.text)) or _is_plainly_note(statement)


def _find_beside_notes(outlined: Outlined) -> Collection[Statement]:
    """Return what stands behind labels that nobody knows in a paragraph with notes behind a label:
    "Boots: the blister packs" above "Letter: the robot".
    """
    lines = {line.line for s in outlined.statements for line in s.lines}
    found: list[Statement] = []
    run: list[Statement] = []
    for statement in outlined.statements:
        if run and not lines.issuperset(range(run[-1].end, statement.start.line)):
            run = []
        run.append(statement)
        if any(s.context.topic in NOTES and s.context.by_label for s in run):
            found += (s for s in run if is_value(s) and s not in found)
    return found


def _find_last_of_head(outlined: Outlined) -> int:
    """Return the last line of the file's first paragraph with its title, or of the next one where
    the title stands alone, unless that is plainly a note.
    """
    lines = [line for s in outlined.statements for line in s.lines]
    ends = {written.line: written.end for written in (*outlined.headings, *lines)}
    first = min(ends)
    last = _find_end_of_paragraph(first, ends)
    following = next((s for s in outlined.statements if s.start.line > last), None)
    alone = last == ends[first] and following is not None and is_loose(following)
    if not alone or following is None or _is_plainly_note(following):
        return last
    return _find_end_of_paragraph(following.start.line, ends)


def _find_end_of_paragraph(first: int, ends: Mapping[int, int]) -> int:
    last = ends[first]
    while last + 1 in ends:
        last = ends[last + 1]
    return last


def _is_plainly_note(statement: Statement) -> bool:
    """Tell whether words speak of their writer, or say what to do or what the letter says."""
    text = statement.text
    return speaks_of_own(text) or is_for_letter(text) or begins_with_verb(text)


def _is_of_opening(statement: Statement) -> bool:
    """Tell whether words may be an employer's, or tell of the contact, the link or the progress."""
    lines = [strip_markdown(line.text) for line in statement.lines]
    short = (line for line in lines if len(line.split()) <= _LONGEST_TOLD)
    told = any(is_about_application(line) or is_only_link(line) or "@" in line for line in short)
    is_mail = closes_mail(lines[0])
    return statement.is_row or told or is_mail or employer_speaks(statement.text)


def is_loose(statement: Statement) -> bool:
    """Tell whether words stand under no heading at all."""
    return is_unclaimed(statement) and statement.context.other is None


def is_unclaimed(statement: Statement) -> bool:
    """Tell whether nothing claims the words; the value of a field that nothing uses ("Commute: 25
    minutes") stays with its name.
    """
    if statement.context.topic not in (Topic.TITLE, Topic.OTHER):
        return False
    heading = statement.context.other
    words = len(statement.text.split())
    return heading is None or not (
        heading.line == statement.start.line or is_bookkeeping(heading.text, words)
    )


def as_note(statement: Statement) -> Statement:
    """Return a statement as a note of no kind."""
    return replace(statement, context=Context(Topic.NOTES))


def _report_loose_notes(source: Source, first: Statement) -> Diagnostic:
    return source.diagnostic(
        "job-notes-without-heading",
        "text under no heading is taken for your notes",
        first.start.place(source),
        help="begin it with a heading such as “## Notes”",
        severity=Severity.WARNING,
    )
