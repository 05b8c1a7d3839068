"""Diagnostics for people, as lines with a caret, and for programs, as dicts."""

import unicodedata

from lapel.source.diagnostics import Diagnostic

TAB_WIDTH = 4
LONGEST_CARET = 60


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """``file:line:col: error: message``, the line, a caret under the place, and the help."""
    place = diagnostic.place
    head = f"{place.path}:{place.line}:{place.column}: " if place else ""
    lines = [f"{head}{diagnostic.severity}: {diagnostic.message}"]
    if place and diagnostic.excerpt.strip():
        lines += _excerpt(diagnostic.excerpt, place.column, place.width)
    if diagnostic.help:
        lines.append(f"  help: {diagnostic.help}")
    return "\n".join(lines)


def _excerpt(line: str, column: int, width: int) -> list[str]:
    before, marked = line[: column - 1], line[column - 1 : column - 1 + width]
    caret = "^" * max(1, min(LONGEST_CARET, _display_width(marked)))
    shown = line.replace("\t", " " * TAB_WIDTH)
    return [f"    {shown}", f"    {' ' * _display_width(before)}{caret}"]


def _display_width(text: str) -> int:
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if character == "\t":
        return TAB_WIDTH
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def as_dict(diagnostic: Diagnostic) -> dict[str, object]:
    """The diagnostic for ``--json``."""
    place = diagnostic.place
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "file": str(place.path) if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "help": diagnostic.help or None,
    }
