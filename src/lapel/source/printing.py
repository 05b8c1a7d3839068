"""Diagnostics for people: lines with a caret."""

import unicodedata

from lapel.source.diagnostics import Diagnostic

TAB_WIDTH = 4
WIDEST_EXCERPT = 100
WIDEST_CARET = 60
BEFORE_CARET = 40
INDENT = "    "


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """``file:line:col: error: message``, the line, a caret under the place, and the help."""
    place = diagnostic.place
    head = f"{place.path}:{place.line}:{place.column}: " if place else ""
    lines = [f"{head}{diagnostic.severity}: {diagnostic.message}", *excerpt_lines(diagnostic)]
    if diagnostic.help:
        lines.append(f"  help: {diagnostic.help}")
    return "\n".join(lines)


def excerpt_lines(diagnostic: Diagnostic) -> list[str]:
    """The offending line, or what of a long line stands around the caret, and the caret below it;
    nothing where there is no line to show.
    """
    place, line = diagnostic.place, diagnostic.excerpt
    if place is None or not line.strip():
        return []
    column, width = place.column, place.width
    first, before, after = 0, "", ""
    if display_width(line) > WIDEST_EXCERPT:
        first = max(0, column - 1 - BEFORE_CARET)
        before = "…" if first else ""
        after = "…" if len(line) > first + WIDEST_EXCERPT else ""
    shown = before + line[first : first + WIDEST_EXCERPT] + after
    gap = display_width(before + line[first : column - 1])
    marked = display_width(line[column - 1 : column - 1 + width])
    caret = "^" * max(1, min(WIDEST_CARET, marked))
    return [INDENT + "".join(map(_visible, shown)), INDENT + " " * gap + caret]


def display_width(text: str) -> int:
    """How many columns of a terminal a text takes (Unicode Standard Annex 11)."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_columns, text))


def _columns(character: str) -> int:
    if character == "\t":
        return TAB_WIDTH
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _visible(character: str) -> str:
    """The character, or a sign for one that a terminal would obey."""
    if character == "\t":
        return " " * TAB_WIDTH
    return "\ufffd" if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character
