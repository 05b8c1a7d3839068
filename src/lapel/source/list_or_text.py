"""A text in place of a list is read as a list, and a list in place of a text as a text."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.source.keys import DATES, field_at
from lapel.source.lists import as_list, as_named_list, as_text
from lapel.source.nodes import (
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    existing_path,
    is_null,
    node_at,
)
from lapel.source.quoting import find_value_end
from lapel.source.source import Source
from lapel.text.plurals import count
from lapel.text.words import shorten_text

LONGEST_ITEM = 30
NO_LIST = frozenset({"tuple_type", "list_type"})
NO_TEXT = "is_instance_of"
"""The codes of pydantic's errors for both."""


def listed_otherwise(
    model: type[BaseModel], errors: list[ErrorDetails], node: Node
) -> Iterator[tuple[Path, Sequence | Scalar]]:
    """Yield the texts and mappings found where a list is expected, as lists, and lists found where
    one text is expected, as texts; each with its path.
    """
    for error in errors:
        path = error["loc"]
        if existing_path(path, node) != path:
            continue
        held, name = node_at(node, path), path[-1] if path else 0
        field = field_at(model, path) if error["type"] in NO_LIST else None
        items: Sequence | Scalar | None = None
        if error["type"] == NO_TEXT and isinstance(name, str) and name not in DATES:
            items = as_text(held)
        if field and isinstance(held, Scalar):
            items = as_list(held, field.annotation)
        elif field and isinstance(held, Mapping):
            items = as_named_list(held, field.annotation)
        if items is not None:
            yield path, items


def report_listed(
    listed: Table[Path, Sequence | Scalar], node: Node, source: Source
) -> Iterator[Diagnostic]:
    """Yield the diagnostics for nodes at these paths that are read as another kind."""
    for path, held in listed.items():
        if isinstance(held, Scalar) or len(held.items) > 1:
            yield _read_otherwise(path, held, source)
    for path, held in listed.items():
        there = node_at(node, path)
        is_one = isinstance(held, Sequence) and len(held.items) == 1
        if is_one and (lines := _count_bullet_lines(there, source)) > 1:
            yield _report_missing_dashes(path, there.place, lines, source)
    for path, held in listed.items():
        yield from _warn_of_texts_beside(path, held, node, source)


def _read_otherwise(path: Path, held: Sequence | Scalar, source: Source) -> Diagnostic:
    if isinstance(held, Scalar):
        code, message = "list-as-text", f"`{path[-1]}` is read as one text: “{_shorten_item(held)}”"
    else:
        parts = ", ".join(f"“{_shorten_item(item)}”" for item in held.items)
        code, message = "text-as-list", f"`{path[-1]}` is read as a list: {parts}"
    return source.diagnostic(code, message, held.place, severity=Severity.HINT)


def _count_bullet_lines(held: Node, source: Source) -> int:
    """Count the lines of a text, if each of them begins as a bullet's text does."""
    if not isinstance(held, Scalar) or held.quoted:
        return 0
    line, column = held.place.line, held.place.column - 1
    lines = source.lines[line - 1 : find_value_end(source.lines, line, column - 1)]
    begins = not lines[0][:column].strip()
    are_bullets = begins and all(re.match(r"\s*[^\W_a-z]", each) for each in lines)
    return len(lines) if are_bullets else 0


def _report_missing_dashes(path: Path, place: Place, lines: int, source: Source) -> Diagnostic:
    message = f"`{path[-1]}`: expected a list, found a text over {count('line', lines)}"
    help = "begin each bullet with `- `; if it is one bullet, its first line only"
    return source.diagnostic("lines-as-text", message, place, help=help)


def _warn_of_texts_beside(
    path: Path, held: Sequence | Scalar, node: Node, source: Source
) -> Iterator[Diagnostic]:
    """Warn of each text beside a list when only the list is read."""
    whole = node_at(node, path)
    entries = whole.entries if isinstance(whole, Mapping) else ()
    if any(value is held for _, value in entries):
        for key, value in entries:
            if isinstance(value, Scalar) and not is_null(value):
                message = f"`{key.text}` is told of all of `{path[-1]}` and left aside"
                help = "put it into one of the entries, or into `summary:` at the top"
                yield source.diagnostic(
                    "list-beside", message, key.place, help=help, severity=Severity.WARNING
                )


def _shorten_item(item: Node) -> str:
    first = item.entries[0][1] if isinstance(item, Mapping) else item
    text = first.text if isinstance(first, Scalar) else ""
    return shorten_text(text, LONGEST_ITEM)
