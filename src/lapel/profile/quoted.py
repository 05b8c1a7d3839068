"""Quotes that a program curled: around a value they are YAML's, and not part of the text."""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.quoting import without_typed_quotes
from lapel.source.source import Source

_NEVER_QUOTED = frozenset(
    {"email", "phone", "url", "position", "institution", "company", "startDate", "endDate", "date"}
)
"""Fields whose values are never meant to have printed quotes; a title may be a quotation."""


def with_quotes_read(node: Node, source: Source) -> tuple[Node, tuple[Diagnostic, ...]]:
    """Return the node without curly quotes around its values, if an address, a date or a similar
    field has them; and a hint.
    """
    fields = [value for key, value in _walk_fields(node) if key.text in _NEVER_QUOTED]
    first = next((value for value in fields if _strip_quotes(value) != value), None)
    if not isinstance(first, Scalar):
        return node, ()
    message = "the curly quotes around values are read as quotes, and not printed"
    hint = source.diagnostic("typed-quotes", message, first.place, severity=Severity.HINT)
    return _strip_quotes(node), (hint,)


def _walk_fields(node: Node) -> Iterator[tuple[Scalar, Node]]:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        yield key, value
        yield from _walk_fields(value)
    for item in node.items if isinstance(node, Sequence) else ():
        yield from _walk_fields(item)


def _strip_quotes(node: Node) -> Node:
    match node:
        case Scalar():
            return node if node.quoted else replace(node, text=without_typed_quotes(node.text))
        case Sequence():
            return replace(node, items=tuple(map(_strip_quotes, node.items)))
        case Mapping():
            entries = ((key, _strip_quotes(value)) for key, value in node.entries)
            return replace(node, entries=tuple(entries))
