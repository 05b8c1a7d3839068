"""The last step of reading a job file: a `Job` made of its statements."""

import re

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.lines import Comment
from lapel.job.markup.markdown import Written
from lapel.job.model import Field, Job, Settings
from lapel.job.outline.headline import Headline
from lapel.job.outline.statements import Outlined
from lapel.job.parts.fields import read_link, read_parts
from lapel.job.parts.from_sentences import find_contact, report_contact
from lapel.job.parts.notes import read_notes
from lapel.job.words.labels import strip_markdown
from lapel.job.words.topics import NOTES, Topic
from lapel.source.diagnostics import Diagnostic, Outcome, sort_by_place
from lapel.source.source import Source
from lapel.text.html import is_only_tags
from lapel.text.regexes import regex

_ONLY_MARKS = regex(r"^[\s>*+#_=|~`:\-]*$")
_GENDERS = regex(
    r"\s*[(\[]\s*[mwfdxhi](?:\s*[/|,*:]\s*(?:[mwfdxhi]|gn|div\.?))+\s*[)\]]", re.IGNORECASE
)
"""The note on who may apply, behind a position's name: "(m/w/d)", "(H/F)", "(f/m/x)"."""
_TOLD = regex(r"(?:,|\s[-–—]|\s\()\s?[^,]*\b(?:they|she|he|it|we|you|them)\b.*$")


class Reading(Struct, frozen=True):
    """The statements of a file and all else that was read in it.

    ``keys`` are keys that only name what they hold, ``marks`` the numbers of lines without words,
    ``headline`` is what the lines at the file's head say of company and position, ``senders`` are
    those of the mails in it.
    """

    source: Source
    outlined: Outlined
    keys: tuple[Written, ...] = ()
    comments: tuple[Comment, ...] = ()
    marks: frozenset[int] = frozenset()
    settings: Settings = field(default_factory=Settings)
    diagnostics: tuple[Diagnostic, ...] = ()
    headline: Headline | None = None
    senders: tuple[Written, ...] = ()


def assemble(reading: Reading) -> Outcome[Job]:
    """Return the job that the statements of a file give, and every problem in it, in file order."""
    source, outlined = reading.source, reading.outlined
    parts = read_parts(source, outlined)
    if reading.headline is not None:
        for topic, name in (
            (Topic.COMPANY, reading.headline.company),
            (Topic.POSITION, reading.headline.position),
        ):
            given = parts.fields.get(topic)  # a line elsewhere does not gainsay a field
            if name is not None and (given is None or given.place.line == name.line):
                parts.fields[topic] = Field(strip_markdown(name.text), name.place(source), name.end)
        named = reading.headline.position
        if named and (address := reading.headline.address) and Topic.URL not in parts.fields:
            parts.fields[Topic.URL] = Field(address, named.place(source))
    if Topic.URL not in parts.fields:
        read_link(parts)
    notes = read_notes(source, (s for s in outlined.statements if s.context.topic in NOTES))
    contact = (
        None if parts.recipient else find_contact(source, outlined.statements, reading.senders)
    )
    told = (contact,) if contact else ()
    job = Job(
        digest=source.digest,
        company=parts.fields.get(Topic.COMPANY),
        position=_trim_position(parts.fields),
        url=parts.fields.get(Topic.URL),
        status=tuple(parts.status),
        application_date=parts.fields.get(Topic.APPLICATION_DATE),
        recipient=(*parts.recipient, *told),
        description=tuple(parts.description),
        company_details=tuple(parts.company_details),
        notes=notes.notes,
        others=parts.other_sections(),
        headings=(
            *(
                Field(written.text, written.place(source), written.end)
                for written in (*outlined.headings, *reading.keys, *parts.labels)
            ),
            *(written for topic, written in parts.fields.items() if topic is Topic.POSITION),
        ),
        comments=tuple(Field(c.text, source.place(c.line), c.last_line) for c in reading.comments),
        settings=reading.settings,
        covered=_find_covered_lines(reading),
    )
    unused = [d for d in parts.diagnostics if not (contact and _says_unused(d, contact.place.line))]
    problems = [*reading.diagnostics, *unused, *notes.diagnostics]
    problems += (report_contact(source, one) for one in told)
    return Outcome(job, sort_by_place(problems))


def _says_unused(diagnostic: Diagnostic, line: int) -> bool:
    """Tell whether a diagnostic says that nothing uses this line (from 1)."""
    unused = ("heading-unknown", "text-unclaimed")
    at = diagnostic.place.line if diagnostic.place else 0
    return diagnostic.code in unused and at == line


def _find_covered_lines(reading: Reading) -> frozenset[int]:
    """Return the numbers (from 1) of all lines that were read or hold marks only."""
    written = [line for s in reading.outlined.statements for line in s.lines]
    written += [*reading.outlined.headings, *reading.keys]
    lines = {number for w in written for number in range(w.line, w.end + 1)}
    lines |= {n for c in reading.comments for n in range(c.line, c.last_line + 1)}
    numbered = enumerate(reading.source.lines, start=1)
    lines |= {number for number, line in numbered if _holds_nothing(line) and line.strip()}
    return frozenset(lines) | reading.marks


def _holds_nothing(line: str) -> bool:
    return _ONLY_MARKS.match(line) is not None or is_only_tags(line)


def _trim_position(fields: dict[Topic, Field]) -> Field | None:
    """Return the position alone: "Cook (m/w/d) at Acme" -> "Cook", where Acme is the company, and
    without what is told of it: "Cook, grill chef they call it" -> "Cook".
    """
    position, company = fields.get(Topic.POSITION), fields.get(Topic.COMPANY)
    if position is None:
        return None
    name = _TOLD.sub("", _GENDERS.sub("", position.text)).strip()
    if company is not None:
        for between in (", ", " at ", " @ ", " - ", " – ", " — ", " | "):
            name = name.removesuffix(f"{between}{company.text}")
    return replace(position, text=name)
