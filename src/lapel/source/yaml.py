"""YAML as nodes with their places: every scalar is the text that was typed, nothing is guessed."""

import re

import yaml

from lapel.source.diagnostics import Diagnostic, Outcome
from lapel.source.nodes import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    is_null,
    key_at,
    node_at,
    place_of,
    plain_value,
)
from lapel.source.source import Source
from lapel.source.yaml_composing import Composer, events_of
from lapel.source.yaml_traps import syntax_problems

__all__ = [
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "is_null",
    "key_at",
    "node_at",
    "parse_yaml",
    "place_of",
    "plain_value",
]

# What YAML 1.1 takes for a newline but no editor counts as one; as a space, lines stay true.
_OTHER_LINE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")
# The complement of c-printable (YAML 1.1, 5.1), a byte order mark inside the text included.
_NOT_PRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)


def parse_yaml(source: Source, first_line: int = 1, text: str | None = None) -> Outcome[Node]:
    """The one document of a file, or of ``text`` that begins at ``first_line`` of it."""
    written = (source.text if text is None else text).translate(_OTHER_LINE_BREAKS)
    unprintable = _unprintable(source, first_line, written)
    if unprintable:
        return Outcome(None, unprintable)
    composer = Composer(source, first_line)
    try:
        node = composer.compose(events_of(written))
    except yaml.MarkedYAMLError as error:
        return Outcome(None, syntax_problems(source, first_line, written, error))
    problems = tuple(composer.problems)
    return Outcome(None, problems) if problems else Outcome(node)


def _unprintable(source: Source, first_line: int, text: str) -> tuple[Diagnostic, ...]:
    found: dict[int, tuple[int, str]] = {}
    for match in _NOT_PRINTABLE.finditer(text):
        line = first_line + text.count("\n", 0, match.start())
        column = match.start() - (text.rfind("\n", 0, match.start()) + 1) + 1
        found.setdefault(line, (column, match[0]))
    return tuple(
        source.diagnostic(
            "control-character",
            f"the invisible character U+{ord(character):04X}",
            source.place(line, column),
            help="delete it; it may have come with a copied text",
        )
        for line, (column, character) in found.items()
    )
