"""The values that the statements gave, as they are gathered, and the sections under unknown
headings.
"""

from collections import Counter
from collections.abc import Collection

from msgspec import Struct, field
from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.model import Field, Line, OtherSection
from lapel.job.outline.statements import Outlined, Statement
from lapel.job.parts.leftovers import report_placeholder
from lapel.job.settings.tailoring import Tailoring
from lapel.job.words.errands import heads_errands
from lapel.job.words.headings import heading_name, is_bookkeeping, nearest_heading
from lapel.job.words.labels import strip_markdown
from lapel.job.words.placeholders import is_placeholder
from lapel.job.words.topics import NOTES, SINGLE, Topic
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.kinds import MARKDOWN
from lapel.source.source import Source


class Parts(Struct):
    """The values read from the statements so far, by field."""

    source: Source
    fields: dict[Topic, Field] = field(default_factory=dict)
    labels: list[Written] = field(default_factory=list)
    numbers: dict[Topic, int] = field(default_factory=dict)
    links: list[Statement] = field(default_factory=list)
    status: list[Field] = field(default_factory=list)
    recipient: list[Field] = field(default_factory=list)
    description: list[Line] = field(default_factory=list)
    company_details: list[Line] = field(default_factory=list)
    others: dict[tuple[int, str], list[Line]] = field(default_factory=dict)
    headings: dict[tuple[int, str], Written] = field(default_factory=dict)
    warned: set[tuple[int, str]] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def begin_others(self, outlined: Outlined) -> None:
        """Begin a section for each unknown heading, with a warning unless it is bookkeeping."""
        sealed = (s.context for s in outlined.statements if s.context.sealed)
        seconds = {context.other for context in sealed if context.other}
        holding = {s.context.other for s in outlined.statements if s.context.topic not in NOTES}
        holding -= _find_bookkeeping(outlined)
        for heading in outlined.unknown:
            self.others[_key(heading)] = []
            self.headings[_key(heading)] = heading
            if heading in holding:
                self.diagnostics.append(_warn_of_unknown(self.source, heading, seconds))

    def other_sections(self) -> tuple[OtherSection, ...]:
        """Return the sections under unknown headings, in the file's order."""
        return tuple(
            OtherSection(key[1], self.headings[key].place(self.source), tuple(lines))
            for key, lines in sorted(self.others.items())
        )

    def keep(self, statement: Statement, *, reported: bool = False) -> None:
        """Keep a statement that nothing uses, with a warning for the first under no heading."""
        heading = statement.context.other
        is_used = heading is None or not is_bookkeeping(heading.text, 0)
        if is_used and is_placeholder(statement.text) and not reported:
            self.diagnostics.extend(report_placeholder(self.source, statement))
            return
        if heading is None:
            title = title_of(statement.context.topic) if statement.context.topic in SINGLE else ""
            heading = replace(statement.lines[0], text=title)
            key = (0, title)
            if key not in self.warned and not reported:
                self.warned.add(key)
                self.diagnostics.append(_warn_of_unclaimed(self.source, statement, title))
        else:
            key = _key(heading)
        self.others.setdefault(key, []).append(line_of(self.source, statement))
        self.headings.setdefault(key, heading)


def line_of(source: Source, statement: Statement) -> Line:
    """Return a statement as a `Line` of the job."""
    place = statement.start.place(source)
    return Line(statement.text, statement.context.path, statement.is_item, place, statement.end)


def _find_bookkeeping(outlined: Outlined) -> set[Written]:
    """Return the headings over a few words that people write down for themselves; nobody needs a
    warning that these are not used.
    """
    told = Counter[Written]()
    for statement in outlined.statements:
        if heading := statement.context.other:
            told[heading] += len(statement.text.split())
    return {
        heading
        for heading, words in told.items()
        if is_bookkeeping(heading.text, words) or heads_errands(heading.text)
    }


def _key(heading: Written) -> tuple[int, str]:
    return heading.line, strip_markdown(heading.text).rstrip(":")


def _warn_of_unknown(source: Source, heading: Written, seconds: Collection[Written]) -> Diagnostic:
    """Return the warning for an unknown heading, or for one that begins a second opening."""
    title = strip_markdown(heading.text).rstrip(":")
    if heading in seconds:
        return source.diagnostic(
            "job-second",
            f"another opening begins at “{title}”: what stands below is left aside",
            heading.place(source),
            help="give each opening a job file of its own",
            severity=Severity.WARNING,
        )
    return source.diagnostic(
        "heading-unknown",
        f"unknown heading “{title}”: what stands under it is kept, but nothing uses it",
        heading.place(source),
        help=_suggest_heading(title, source),
        severity=Severity.WARNING,
    )


def _suggest_heading(title: str, source: Source) -> str:
    """Return what to do about an unknown heading, such as the nearest known one."""
    name = heading_name(title)
    if name in Tailoring.model_fields:
        if source.path.suffix.lower() in MARKDOWN:
            where = "above everything else, between two lines of three dashes"
        else:
            where = "under `tailoring:`"
        return f"rename it if lapel should use it; the setting is `{name}: …` {where}"
    near = nearest_heading(title)
    if near is None or near == name:
        return "rename it if lapel should use it"
    return f"did you mean “{near.title()}”?"


def _warn_of_unclaimed(source: Source, statement: Statement, title: str) -> Diagnostic:
    """Return the warning for text under no heading, or below the value of the field ``title``."""
    message = (
        f"more than one line under {title}: this one is kept, but nothing uses it"
        if title
        else "text under no heading: it is kept, but nothing uses it"
    )
    return source.diagnostic(
        "text-unclaimed",
        message,
        statement.lines[0].place(source),
        help="put it under a heading such as “Job Description” or “Notes”",
        severity=Severity.WARNING,
    )


def title_of(topic: Topic) -> str:
    """Return a topic's name in plain words: "application date"."""
    return topic.value.replace("-", " ")
