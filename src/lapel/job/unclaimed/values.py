"""Labels and headings that nobody knows over a value: read together where they are no field's, and
as settings where they name one.
"""

from collections.abc import Iterable

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Outlined, Statement
from lapel.job.settings.stated import can_be_followed
from lapel.job.words.headings import is_for_own_use
from lapel.job.words.labels import plain_label, strip_markdown


def is_value(statement: Statement) -> bool:
    """Tell whether a statement is the value of an unknown label, other than of bookkeeping."""
    other = statement.context.other
    return (
        other is not None and other.line == statement.start.line and not is_for_own_use(other.text)
    )


def with_label(statement: Statement) -> Statement:
    """Return a statement with the unknown label before it: "North Quay: the designs"."""
    label, first = statement.context.other, statement.lines[0]
    if label is None or not is_value(statement):
        return statement
    if statement.is_row:
        return replace(statement, lines=(label, *statement.lines))
    said = replace(first, text=f"{plain_label(label.text)}: {first.text}", column=label.column)
    return replace(statement, lines=(said, *statement.lines[1:]))


def without_values(outlined: Outlined, read: Iterable[Statement]) -> Outlined:
    """Return the outline without the labels that are now part of these statements."""
    labels = {s.context.other for s in read if is_value(s)}
    unknown = tuple(heading for heading in outlined.unknown if heading not in labels)
    return replace(outlined, unknown=unknown)


def with_settings(outlined: Outlined) -> Outlined:
    """Return the outline with a setting under its own heading among those stated: "## Profile" over
    "ada-lund".
    """
    stated = [(h, value) for h in outlined.unknown if (value := _setting(outlined, h))]
    headings = [heading for heading, _ in stated]
    values = {value for _, value in stated}
    return replace(
        outlined,
        statements=tuple(s for s in outlined.statements if s.start not in values),
        headings=(*outlined.headings, *values),
        unknown=tuple(heading for heading in outlined.unknown if heading not in headings),
        stated=(*outlined.stated, *stated),
    )


def _setting(outlined: Outlined, heading: Written) -> Written | None:
    """Return the only line under a heading where it is this setting's value, or None."""
    below = [s for s in outlined.statements if s.context.other == heading]
    lines = [line for s in below for line in s.lines]
    if len(lines) != 1 or lines[0].line == heading.line:
        return None
    return (
        lines[0]
        if can_be_followed(plain_label(heading.text), strip_markdown(lines[0].text))
        else None
    )
