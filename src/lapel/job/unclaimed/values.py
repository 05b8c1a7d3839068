"""Labels that nobody knows before what is their value: read together where they are no field's."""

from collections.abc import Iterable

from msgspec.structs import replace

from lapel.job.outline.statements import Outlined, Statement
from lapel.job.words.headings import is_kept
from lapel.job.words.labels import plain_label


def is_value(statement: Statement) -> bool:
    """Tell whether a statement is the value of an unknown label, other than of bookkeeping."""
    other = statement.context.other
    return other is not None and other.line == statement.start.line and not is_kept(other.text)


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
