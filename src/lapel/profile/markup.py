"""Inline Markdown that a document prints as it was typed, since it means nothing there."""

from collections.abc import Iterator

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

_LINK = regex(r"\[[^\[\]]+\]\([^()\s]*[./:][^()\s]*\)")
_ESCAPED = r"\*"


def printed_as_typed(node: Node, source: Source) -> Iterator[Diagnostic]:
    """Warn of each text with a link that leads nowhere, or with ``**`` that nothing closes."""
    match node:
        case Mapping():
            for _, value in node.entries:
                yield from printed_as_typed(value, source)
        case Sequence():
            for item in node.items:
                yield from printed_as_typed(item, source)
        case Scalar() if "](" in node.text or "**" in node.text:
            plain = plain_text(node.text)
            if link := _LINK.search(plain):
                message = f"“{link[0]}” is no link and is printed as written"
                help = "expected an address that begins with https://, mailto: or tel:"
                yield _warning(message, node, source, help)
            if "**" in plain and _ESCAPED not in node.text:
                message = "a `**` has no partner and is printed as written"
                help = r"write `**strong**`; `\*\*` stands for the characters themselves"
                yield _warning(message, node, source, help)


def _warning(message: str, node: Node, source: Source, help: str) -> Diagnostic:
    place, severity = node.place, Severity.WARNING
    return source.diagnostic("printed-markup", message, place, help=help, severity=severity)
