"""Reading the statements that are no notes: fields, the employer's text, and sections of unknown
headings.
"""

from collections.abc import Collection, Mapping
from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.markup.wrapping import hanging_words
from lapel.job.model import Field, Line
from lapel.job.outline.blocks import part_label
from lapel.job.outline.statements import Context, Outlined, Statement
from lapel.job.parts.dates import day_without_year, is_to_come, list_day_spellings, read_day_said
from lapel.job.parts.from_sentences import (
    address_in,
    find_progress,
    find_sending,
    is_about_application,
)
from lapel.job.parts.gathered import Parts, line_of, title_of
from lapel.job.parts.leftovers import report_leftovers, report_placeholder
from lapel.job.parts.unmarked import list_items
from lapel.job.words.headings import heading_name, topic_of
from lapel.job.words.labels import (
    address_of,
    is_only_link,
    linked_address,
    split_label,
    strip_markdown,
    web_address_in,
)
from lapel.job.words.pages import is_of_page
from lapel.job.words.placeholders import is_placeholder, without_brackets
from lapel.job.words.topics import EMPLOYERS, NOTES, SINGLE, Topic
from lapel.locale.days import read_day
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.quoting import without_typed_quotes
from lapel.source.source import Source
from lapel.text.data import read_data

_FULL_NAME = 40
"""The fewest characters of a name that may have been broken by its width."""


def read_parts(source: Source, outlined: Outlined) -> Parts:
    """Return the fields and lines of all statements that are no notes."""
    parts = Parts(source)
    parts.begin_others(outlined)
    for statement in outlined.statements:
        if statement.context.topic not in NOTES:
            _read_statement(parts, statement)
    for link in parts.links:  # last, since an address that is given by name counts
        _read_field(parts, link)
    _check_date(parts)
    return parts


def read_link(parts: Parts) -> None:
    """Take the first web address among unused text, or the only one in the posting, as the URL."""
    kept = (line for lines in parts.others.values() for line in lines)
    found = next(filter(None, map(_find_link, kept)), None)
    theirs = [link for line in parts.description if (link := _find_link(line))]
    if found is None and len({link.text for link in theirs}) == 1:
        found = theirs[0]
    if found is not None:
        parts.fields[Topic.URL] = found


def _find_link(line: Line) -> Field | None:
    """Return the first web address of a line, with its scheme or a path behind it."""
    address = web_address_in(line.text)
    return Field(address, line.place, line.last_line) if address else None


def _read_statement(parts: Parts, statement: Statement) -> None:
    """Read one statement by its topic."""
    topic = statement.context.topic
    if topic is Topic.TITLE and not statement.is_row:
        rest = tuple(line for line in statement.lines if not _read_unlabelled(parts, line))
        if rest:
            told = any(is_about_application(strip_markdown(line.text)) for line in rest)
            parts.keep(replace(statement, lines=rest), reported=told)
    elif topic is Topic.TITLE or topic is Topic.OTHER:
        for line in statement.lines:
            _read_progress(parts, line)
        parts.keep(statement)
    elif topic in EMPLOYERS:
        _read_employers_text(parts, statement)
    elif topic in SINGLE:
        _read_field(parts, statement)
    else:
        _read_lines(parts, statement)


# Fields


def _read_lines(parts: Parts, statement: Statement) -> None:
    """Read a status or a recipient, each of its lines as a value."""
    found = parts.status if statement.context.topic is Topic.STATUS else parts.recipient
    for line in statement.lines:
        text = line.text.removesuffix("\\").strip()
        labelled = split_label(text)
        value = labelled.rest if labelled.label and labelled.rest else text
        if is_placeholder(value):
            parts.diagnostics.extend(
                report_placeholder(parts.source, replace(statement, lines=(line,)))
            )
        elif found is parts.recipient and _read_progress(parts, line) == strip_markdown(text):
            continue
        else:
            found.append(Field(strip_markdown(text), line.place(parts.source), line.end))


def _read_field(parts: Parts, statement: Statement) -> None:
    """Read a field's value, and keep or report the lines below it."""
    topic = statement.context.topic
    found = _read_value(statement)
    value, rest = found.written, found.rest
    parts.labels += [found.label] if found.label else []
    if is_placeholder(value.text):
        empty = replace(statement, lines=(value,))
        parts.diagnostics.extend(report_placeholder(parts.source, empty))
    elif topic in parts.fields:
        _read_second(parts, statement, value)
        return
    else:
        if topic is not Topic.URL:
            text = without_typed_quotes(without_brackets(strip_markdown(value.text)))
        else:
            text = address_of(value.text)
            parts.labels += [value] if text != value.text else []
        if topic is not Topic.URL and (address := linked_address(value.text)):
            linked = replace(value, text=address, last_line=0)
            if topic is Topic.POSITION:
                parts.links.append(Statement(Context(Topic.URL), (linked,)))
            else:
                rest = (linked, *rest)
        parts.diagnostics.extend(report_leftovers(parts.source, statement))
        parts.numbers[topic] = statement.context.number
        parts.fields[topic] = Field(text, value.place(parts.source), value.end)
    if rest:
        _read_rest(parts, statement, rest)


class Value(Struct, frozen=True):
    """The value of a field as one line, the lines that are none of it, and the label before it."""

    written: Written
    rest: tuple[Written, ...]
    label: Written | None


def _read_value(statement: Statement) -> Value:
    """Return the value in a statement: its first line, with the lines on which a name goes on."""
    lines = list(statement.lines)
    first = lines[0]
    own: Written | None = None
    labelled = split_label(first.text)
    if heading_name(labelled.label) in _load_repeated_labels().get(statement.context.topic, ()):
        own, *rest = part_label((first,), labelled)
        first = rest[0] if rest else first
    count = 1
    if statement.is_row or statement.context.topic is Topic.URL:
        count = len(lines)
    while count < len(lines) and _continues_name(lines[count - 1].text, lines[count].text):
        count += 1
    text = " ".join([first.text, *(line.text for line in lines[1:count])])
    taken = replace(statement, lines=tuple(lines[:count]))
    value = replace(first, text=text, line=taken.start.line, last_line=taken.end)
    return Value(value, tuple(lines[count:]), own)


@cache
def _load_repeated_labels() -> Mapping[Topic, Collection[str]]:
    """Return the labels that may stand before a field's value: "Title: Cook" below "# Job"."""
    fields = read_data("lapel.job.words", "keys.yaml")["again"]
    return {Topic(field): names for field, names in fields.items()}


def _continues_name(before: str, after: str) -> bool:
    """Tell whether a name goes on from one line to the next: "Head of" and "Catering"."""
    if before.endswith((",", "-", "–", "/", "&", " and", " of", " for")):
        return True
    joined = after.split(maxsplit=1)[0] in hanging_words() or len(before) >= _FULL_NAME
    return (joined and after[:1].islower()) or after.startswith(("(", "&", "– "))


def _read_second(parts: Parts, statement: Statement, value: Written) -> None:
    """Read a further value of a field: as more of the same, or with a warning."""
    topic = statement.context.topic
    first = parts.fields[topic]
    if statement.context.number == parts.numbers.get(topic):
        _read_rest(parts, statement, statement.lines)
        return
    if value.text == first.text and len(statement.lines) == 1:
        parts.labels.append(value)
        return
    counts = f"“{first.text}” on line {first.place.line} counts"
    message = f"a second {title_of(topic)}, “{value.text}”; {counts}"
    parts.diagnostics.append(
        parts.source.diagnostic(
            "field-repeated",
            message,
            value.place(parts.source),
            help="keep the right one and remove the other",
            severity=Severity.WARNING,
        )
    )
    parts.keep(statement, reported=True)


def _read_rest(parts: Parts, statement: Statement, rest: tuple[Written, ...]) -> None:
    below = replace(statement, lines=rest)
    if statement.context.topic is Topic.COMPANY:
        parts.company_details.append(line_of(parts.source, below))
    else:
        parts.keep(below)


def _check_date(parts: Parts) -> None:
    """Settle the application date: read its day, take one from the status where there is none, and
    warn of a date that cannot be read.

    A date still to come is kept as the status.
    """
    written = parts.fields.get(Topic.APPLICATION_DATE) or _date_in_status(parts)
    if written is None:
        return
    if is_to_come(written.text):
        parts.status = parts.status or [written]
        parts.fields[Topic.APPLICATION_DATE] = written
        return
    if read_day(written.text) is None and (day := read_day_said(written.text, parts.source.text)):
        parts.labels.append(_as_written(written))
        written = replace(written, text=day.isoformat())
    parts.fields[Topic.APPLICATION_DATE] = written
    if read_day(written.text) is None:
        parts.diagnostics.append(_report_date(parts.source, written))


def _date_in_status(parts: Parts) -> Field | None:
    """Return the day on which a status says that the application was sent, perhaps without its
    year; None for none.
    """
    said = [(one, sent) for one in parts.status if (sent := find_sending(one.text))]
    days = ((one, read_day_said(sent, parts.source.text)) for one, sent in said)
    whole = next((replace(one, text=day.isoformat()) for one, day in days if day), None)
    short = ((one, day_without_year(sent)) for one, sent in said)
    return whole or next((replace(one, text=day) for one, day in short if day), None)


def _report_date(source: Source, written: Field) -> Diagnostic:
    says, shown = "is not a day lapel can read", "write it as"
    if day_without_year(written.text):
        says, shown = "has no year", "write it with its year, such as"
    return source.diagnostic(
        "date-unknown",
        f"the application date “{written.text}” {says}",
        written.place,
        help=f"{shown} {list_day_spellings(written.text)}",
        severity=Severity.WARNING,
    )


def _as_written(field: Field) -> Written:
    return Written(field.text, field.place.line, field.place.column)


# Lines above everything that say what they are without a label


def _read_unlabelled(parts: Parts, line: Written) -> bool:
    """Read a line without a label that is a link or tells of the application ("applied 2 April
    2026"); tell whether it is nothing more.
    """
    first, _, behind = strip_markdown(line.text).partition(" ")
    value = replace(line, text=behind) if topic_of(first) is Topic.URL else line
    read = Field(value.text, value.place(parts.source), line.end)
    if is_only_link(value.text) and Topic.URL not in parts.fields:
        parts.fields[Topic.URL] = read
        parts.labels += [replace(line, text=first)] if value is not line else []
        return True
    if (address := address_in(line.text)) and Topic.URL not in parts.fields:
        parts.fields[Topic.URL] = replace(read, text=address)
    return _read_progress(parts, line) == read.text


def _read_progress(parts: Parts, line: Written) -> str:
    """Take what a line tells of the application as an unknown status; return it or ""."""
    said = "" if parts.status else find_progress(strip_markdown(line.text))
    if said:
        parts.status.append(Field(said, line.place(parts.source), line.end))
    return said


# The employer's text


def _read_employers_text(parts: Parts, statement: Statement) -> None:
    """Read a paragraph or item of the description or the company's details."""
    parts.labels += (line for line in statement.lines if is_of_page(line.text))
    lines = tuple(line for line in statement.lines if not is_of_page(line.text))
    if not lines:
        return
    statement = replace(statement, lines=lines)
    text = statement.text
    if is_placeholder(text) and any(
        character.isalnum() or character in "?.[" for character in text
    ):
        parts.diagnostics.extend(report_placeholder(parts.source, statement))
        return
    is_description = statement.context.topic is Topic.DESCRIPTION
    if is_description and Topic.URL not in parts.fields and is_only_link(text):
        place = statement.start.place(parts.source)
        parts.fields[Topic.URL] = Field(address_of(text), place, statement.end)
        parts.labels += statement.lines
        return
    parts.diagnostics.extend(report_leftovers(parts.source, statement))
    if is_description:
        parts.description.extend(line_of(parts.source, item) for item in list_items(statement))
    else:
        parts.company_details.append(line_of(parts.source, statement))
