"""Reading a job file: its lines as statements under topics, and these as the fields of a job."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.lines import Comment, hide_comments
from lapel.job.markup.mail import hide_mail_heads
from lapel.job.markup.markdown import Marks, Written, parse_markdown
from lapel.job.markup.other_marks import with_links, without_drawers
from lapel.job.markup.yaml_form import YamlForm
from lapel.job.model import Field, Job, Settings
from lapel.job.outline.headline import Headline
from lapel.job.outline.misspelt import outline_as_meant
from lapel.job.outline.statements import Outlined
from lapel.job.outline.walking import outline
from lapel.job.parts.fields import read_parts
from lapel.job.parts.notes import read_notes
from lapel.job.settings.front_matter import read_front_matter
from lapel.job.settings.reading import read_settings
from lapel.job.unclaimed.connection import with_answers, with_connection
from lapel.job.unclaimed.head import part_head
from lapel.job.unclaimed.own_headings import as_own_notes, own_headings, report_own, with_own_skills
from lapel.job.unclaimed.posting import (
    as_notes,
    as_posting,
    first_unclaimed,
    holds_own_prose,
    is_only_posting,
)
from lapel.job.unclaimed.remarks import quoted_lines, with_remarks
from lapel.job.unclaimed.ruled import with_part_below_rule
from lapel.job.unclaimed.selling import with_skills
from lapel.job.words.labels import plain
from lapel.job.words.vocabulary import NOTES, Topic, topic_of
from lapel.source.diagnostics import Diagnostic, Outcome, Severity, in_order
from lapel.source.kinds import MARKDOWN, STRUCTURED, Kind, kind_of, taken_for_a_job
from lapel.source.mending import elsewhere
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.source.structured import conflict, parse_structured
from lapel.source.validation import validate
from lapel.text.html import is_only_tags
from lapel.text.regexes import regex

ONLY_MARKS = regex(r"^[\s>*+#_=|~`:\-]*$")
STATED = ("pages", "language", "theme", "paper")
"""Settings that no other key of a job file is called like."""
CANONICAL_KEYS = {
    Topic.COMPANY: "company",
    Topic.POSITION: "position",
    Topic.URL: "url",
    Topic.STATUS: "status",
    Topic.DESCRIPTION: "description",
    Topic.COMPANY_DETAILS: "companyDetails",
    Topic.APPLICATION_DATE: "applicationDate",
    Topic.RECIPIENT: "recipient",
    Topic.CONNECTION: "connection",
    Topic.NOTES: "notes",
}


class Reading(Struct, frozen=True):
    """A file's statements with all that stands beside them."""

    source: Source
    outlined: Outlined
    keys: tuple[Written, ...] = ()
    comments: tuple[Comment, ...] = ()
    marks: frozenset[int] = frozenset()
    settings: Settings = field(default_factory=Settings)
    diagnostics: tuple[Diagnostic, ...] = ()
    headline: Headline | None = None


LONGEST_TEXT = 100_000
"""Characters without space and tags: five times the longest posting that was met."""
_UNCOUNTED = regex(r"<[^<>]*>|\s+")
_OBJECT = regex(r"\s*\{\s*\"[\w ]+\"\s*:.*\}\s*", re.DOTALL)
"""An object of JSON, whatever its file is called."""
GENDERS = regex(
    r"\s*[(\[]\s*[mwfdxhi](?:\s*[/|,*:]\s*(?:[mwfdxhi]|gn|div\.?))+\s*[)\]]", re.IGNORECASE
)
"""Who may apply, after a position's name: "(m/w/d)", "(H/F)", "(f/m/x)"."""


def read_job(path: Path) -> Outcome[Job]:
    """The job that a file describes, and every problem in it; what is sound is kept."""
    read = read_source(path)
    return parse_job(read.value) if read.value else Outcome(None, read.diagnostics)


@lru_cache(maxsize=4)  # a program that stays reads the same text again and again
def parse_job(source: Source) -> Outcome[Job]:
    """The job that a file's text describes, by the file's suffix."""
    suffix = source.path.suffix.lower()
    if not source.text.strip():
        return Outcome(None, (_empty(source),))
    if suffix in STRUCTURED or (suffix in MARKDOWN and _OBJECT.fullmatch(source.text)):
        return read_yaml_job(source)
    if suffix in MARKDOWN:
        return read_markdown_job(source)
    unknown = source.diagnostic(
        "job-format",
        f"a job file ends in .md or .yaml, this one in “{source.path.suffix}”",
        source.place(1),
        help="rename it",
    )
    return Outcome(None, (unknown,))


def read_markdown_job(source: Source) -> Outcome[Job]:
    """The job in a Markdown file."""
    if (clash := conflict(source)) is not None:
        return Outcome(None, (clash,))
    front = read_front_matter(source)
    body = "\n".join(("",) * front.last_line + source.lines[front.last_line :])
    body, heads = hide_mail_heads(body)
    body, leads = with_links(body)
    body, drawers = without_drawers(body)
    text, comments = hide_comments(body)
    if long := _too_long(source, text):
        return Outcome(None, long)
    comments = (*comments, *(Comment(said, line, line) for line, said in (*leads, *drawers)))
    blocks, marks = parse_markdown(text)
    outlined, misspelt = outline_as_meant(source, blocks, front.blocks)
    outlined = with_part_below_rule(outlined, source.lines)
    outlined, headline = part_head(with_own_skills(with_answers(with_connection(outlined))))
    problems = [*front.diagnostics, *_hidden(source, text, marks), *misspelt]
    outlined, own = _with_own_notes(source, outlined)
    problems += own
    quoted = quoted_lines(source.lines)
    if is_only_posting(outlined):
        problems.append(_only_posting(source, outlined))
        outlined = as_posting(outlined, quoted)
    elif holds_own_prose(outlined):
        problems.append(_own_prose(source, outlined))
        outlined = as_notes(outlined)
    outlined = with_remarks(outlined, frozenset() if heads else quoted)  # mails quote, too
    return _job(
        Reading(
            source,
            outlined,
            front.keys,
            (*front.comments, *heads, *comments),
            marks.lines | frozenset(range(1, front.last_line + 1)),
            front.settings,
            tuple(problems),
            headline,
        )
    )


def read_yaml_job(source: Source) -> Outcome[Job]:
    """The job in a YAML or JSON file."""
    if long := _too_long(source, source.text):
        return Outcome(None, long)
    node, unread = parse_structured(source)
    if kind_of(node, source.text) is Kind.PROFILE:
        return Outcome(None, (taken_for_a_job(source),))
    if isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    if not isinstance(node, Mapping):
        return Outcome(None, unread or (_no_mapping(source, node),))
    fields, tailoring = _without_tailoring(node)
    form = YamlForm(source)
    fields, stated = _without_stated(form.unwrapped(fields), tailoring, source)
    blocks = form.blocks(fields)
    settings = _settings(source, tailoring, stated)
    assert settings.value is not None
    from lapel.job.schema import JobKeys  # noqa: PLC0415 - most job files are Markdown

    shapes = validate(JobKeys, _canonical(fields), source)
    tailored = _lines_of(tailoring, source) if tailoring else frozenset()
    tailored |= {key.place.line for key, _ in stated.entries}
    outlined, own = _with_own_notes(source, outline(blocks, is_keyed=True))
    read = _job(
        Reading(
            source,
            outlined,
            tuple(form.keys),
            form.comments(),
            form.marks() | tailored,
            settings.value,
            (*_once_each(shapes.diagnostics), *settings.diagnostics, *own),
        )
    )
    if not unread:
        return read
    problems = (*unread, *elsewhere(read.diagnostics, unread))
    return Outcome(None, in_order(problems))


# From the reading to the job


def _with_own_notes(source: Source, outlined: Outlined) -> tuple[Outlined, tuple[Diagnostic, ...]]:
    """The outline with notes under headings of the person's own, and a hint for each of these."""
    own = own_headings(outlined)
    noted = with_skills(as_own_notes(outlined, own) if own else outlined)
    return noted, tuple(report_own(source, heading) for heading in own)


def _job(reading: Reading) -> Outcome[Job]:
    source, outlined = reading.source, reading.outlined
    parts = read_parts(source, outlined)
    if reading.headline is not None:
        for topic, name in (
            (Topic.COMPANY, reading.headline.company),
            (Topic.POSITION, reading.headline.position),
        ):
            if name is not None:
                parts.fields[topic] = Field(plain(name.text), name.place(source), name.end)
        named = reading.headline.position
        if named and (address := reading.headline.address) and Topic.URL not in parts.fields:
            parts.fields[Topic.URL] = Field(address, named.place(source))
    notes = read_notes(source, (s for s in outlined.statements if s.context.topic in NOTES))
    job = Job(
        digest=source.digest,
        company=parts.fields.get(Topic.COMPANY),
        position=_position(parts.fields),
        url=parts.fields.get(Topic.URL),
        status=tuple(parts.status),
        application_date=parts.fields.get(Topic.APPLICATION_DATE),
        recipient=tuple(parts.recipient),
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
        covered=_covered(reading),
    )
    problems = (*reading.diagnostics, *parts.diagnostics, *notes.diagnostics)
    return Outcome(job, in_order(problems))


def _covered(reading: Reading) -> frozenset[int]:
    """The lines of everything that was read."""
    written = [line for s in reading.outlined.statements for line in s.lines]
    written += [*reading.outlined.headings, *reading.keys]
    lines = {number for w in written for number in range(w.line, w.end + 1)}
    lines |= {n for c in reading.comments for n in range(c.line, c.last_line + 1)}
    numbered = enumerate(reading.source.lines, start=1)
    lines |= {number for number, line in numbered if _holds_nothing(line) and line.strip()}
    return frozenset(lines) | reading.marks


def _holds_nothing(line: str) -> bool:
    return ONLY_MARKS.match(line) is not None or is_only_tags(line)


# The YAML form


def _without_tailoring(node: Mapping) -> tuple[Mapping, Node | None]:
    """The fields of the job, and what stands under `tailoring:`."""
    fields = tuple(entry for entry in node.entries if entry[0].text != "tailoring")
    return Mapping(fields, node.place), node.get("tailoring")


def _without_stated(
    node: Mapping, tailoring: Node | None, source: Source
) -> tuple[Mapping, Mapping]:
    """The fields without the settings that stand among them and can be followed as they are: "about
    two" pages are a note, and so is what `tailoring:` says otherwise.
    """
    said = {key.text for key, _ in tailoring.entries} if isinstance(tailoring, Mapping) else set()
    named = (entry for entry in node.entries if entry[0].text in {*STATED} - said)
    alone = ((entry, Mapping((entry,), node.place)) for entry in named)
    stated = tuple(e for e, setting in alone if not read_settings(source, setting).diagnostics)
    fields = tuple(entry for entry in node.entries if entry not in stated)
    return Mapping(fields, node.place), Mapping(stated, node.place)


def _settings(source: Source, tailoring: Node | None, stated: Mapping) -> Outcome[Settings]:
    """The settings under `tailoring:`, and those among the fields that it does not say."""
    read = read_settings(source, tailoring) if tailoring else Outcome(Settings())
    among = read_settings(source, stated).value
    assert read.value is not None
    assert among is not None
    unsaid = {name: getattr(among, name) for name in STATED if getattr(among, name) is not None}
    return replace(read, value=replace(read.value, **unsaid))


def _canonical(node: Mapping) -> Mapping:
    """The mapping with its keys spelled as in the schema, to be checked against it."""
    entries: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.entries:
        topic = topic_of(key.text)
        name = CANONICAL_KEYS.get(topic, key.text) if topic else key.text
        entries.setdefault(name, (replace(key, text=name), value))
    return Mapping(tuple(entries.values()), node.place)


def _lines_of(node: Node, source: Source) -> frozenset[int]:
    """The lines of the `tailoring:` mapping, its key included."""
    own = (n for n, line in enumerate(source.lines, 1) if re.match(r"[\s{\"']*tailoring\b", line))
    first = next(own, node.place.line)  # with other keys before it on its line
    indent = len(source.lines[first - 1]) - len(source.lines[first - 1].lstrip())
    last = first
    for number in range(first + 1, len(source.lines) + 1):
        line = source.lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= indent and number > node.place.line:
            break
        last = number
    return frozenset(range(first, last + 1))


def _once_each(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One problem for each place: a value that may have several shapes fails all of them."""
    first: dict[object, Diagnostic] = {}
    for problem in problems:
        first.setdefault(problem.place, problem)
    return tuple(first.values())


# What is wrong with the file as a whole


def _hidden(source: Source, text: str, marks: Marks) -> Iterable[Diagnostic]:
    """Fences and comments that never end, and would hide the rest of the file."""
    for line in marks.open_fences:
        yield source.diagnostic(
            "fence-open",
            "this fence is never closed: its mark is passed over",
            source.place(line),
            help="close it with the same marks, or remove it",
            severity=Severity.WARNING,
        )
    for number, written in enumerate(text.split("\n"), start=1):
        if "<!--" in written:
            yield source.diagnostic(
                "comment-open",
                "this comment is never closed: what stands after its mark is read as text",
                source.place(number, written.index("<!--") + 1, 4),
                help="close it with -->, or remove it",
                severity=Severity.WARNING,
            )


def _only_posting(source: Source, outlined: Outlined) -> Diagnostic:
    has_notes = bool(outlined.opened & NOTES)
    missing = "no job description" if has_notes else "no notes and no job description"
    begin, heading = ("it", "Job Description") if has_notes else ("your own notes", "Notes")
    found = (
        f"{missing} in this file: what no known heading claims"
        if outlined.opened
        else "no known heading in this file: all of it"
    )
    return source.diagnostic(
        "job-without-headings",
        f"{found} is taken for the job description",
        source.place(first_unclaimed(outlined).line if outlined.opened else 1),
        help=f"begin {begin} with a heading such as “## {heading}”",
        severity=Severity.WARNING,
    )


def _own_prose(source: Source, outlined: Outlined) -> Diagnostic:
    return source.diagnostic(
        "job-notes-without-heading",
        "text under no heading: since you speak of yourself in it, it is taken for your notes",
        source.place(first_unclaimed(outlined).line),
        help="begin it with a heading such as “## Notes”",
        severity=Severity.WARNING,
    )


def _empty(source: Source) -> Diagnostic:
    return source.diagnostic(
        "job-empty",
        "this job file is empty",
        source.place(1),
        help="write the company, the position and your notes, or paste the posting",
    )


def _too_long(source: Source, text: str) -> tuple[Diagnostic, ...]:
    """The error for more text than any posting has: to match it all would take minutes."""
    length = len(_UNCOUNTED.sub("", text))
    if length <= LONGEST_TEXT:
        return ()
    found = source.diagnostic(
        "job-too-long",
        f"this job file has {length:,} characters, and lapel reads {LONGEST_TEXT:,}",
        source.place(1),
        help="keep what tells of this opening, or put the rest between <!-- and -->",
    )
    return (found,)


def _no_mapping(source: Source, node: Node | None) -> Diagnostic:
    if node is not None and is_null(node):
        return _empty(source)
    if isinstance(node, Sequence):
        return source.diagnostic(
            "job-shape",
            f"this file lists {len(node.items)} things; a job file is about one opening",
            node.place,
            help="give each opening a job file of its own, with keys such as `company:`",
        )
    return source.diagnostic(
        "job-shape",
        "this is no job file: expected keys such as `company:` and `notes:`",
        node.place if node else source.place(1),
        help="begin each field with its key, as in `company: Etsy`",
    )


def _position(fields: dict[Topic, Field]) -> Field | None:
    """The position's name alone, without who may apply and, at its end, the company's."""
    position, company = fields.get(Topic.POSITION), fields.get(Topic.COMPANY)
    if position is None:
        return None
    name = GENDERS.sub("", position.text).strip()
    if company is not None:
        for between in (", ", " at ", " @ ", " - ", " – ", " — ", " | "):
            name = name.removesuffix(f"{between}{company.text}")
    return replace(position, text=name)
