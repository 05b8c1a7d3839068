"""Diagnostics for people: lines with a caret."""

import unicodedata
from collections.abc import Iterable, Iterator

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.reading import read_source
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.words import shorten_text

TAB_WIDTH = 4
WIDEST_EXCERPT = 100
WIDEST_CARET = 60
BEFORE_CARET = 40
INDENT = "    "
FEWEST_TOLD_TOGETHER = 3
MOST_LINES_TOLD = 12
MOST_NAMED = 8
_NAMED = regex(r"`[^`]+`|“[^”]+”")


def format_diagnostics(diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    """Yield each problem as text, in the order found. Three or more warnings of a file with the
    same code and help become the first of them with the lines of the others.
    """
    alike: dict[object, list[Diagnostic]] = {}
    for diagnostic in dict.fromkeys(diagnostics):
        alike.setdefault(_make_likeness_key(diagnostic), []).append(diagnostic)
    for found in alike.values():
        if len(found) < FEWEST_TOLD_TOGETHER:
            yield from ((one, format_diagnostic(one)) for one in found)
        else:
            lines = list(dict.fromkeys(str(one.place.line) for one in found[1:] if one.place))
            if len(lines) > MOST_LINES_TOLD:
                lines = [
                    *lines[: MOST_LINES_TOLD - 1],
                    f"{len(lines) - MOST_LINES_TOLD + 1} others",
                ]
            rest = (
                f"  and {len(found) - 1} more like it{_list_others(found)},"
                f" on {'lines' if lines[1:] else 'line'} {join_and(lines)}"
            )
            yield found[0], f"{format_diagnostic(found[0])}\n{rest}"


def _list_others(found: list[Diagnostic]) -> str:
    """Return the names in the other messages, where each message names something."""
    named = [_NAMED.search(one.message) for one in found]
    if not all(named):
        return ""
    quoted = (name[0] for name in named if name)
    _, *names = dict.fromkeys(f"{name[0]}{shorten_text(name[1:-1])}{name[-1]}" for name in quoted)
    shown = names[:MOST_NAMED] + (["others"] if names[MOST_NAMED:] else [])
    return f" ({join_and(shown)})" if shown else ""


def _make_likeness_key(diagnostic: Diagnostic) -> object:
    """Return a key that similar warnings share; each error has its own, since each has to be
    mended.
    """
    place = diagnostic.place
    if place is None or diagnostic.severity is Severity.ERROR:
        return diagnostic
    return diagnostic.code, place.path, diagnostic.help


def format_diagnostic(diagnostic: Diagnostic) -> str:
    """Format as ``file:line:col: error: message``, the line, a caret under the place, and the
    help.
    """
    place = diagnostic.place
    column = f":{place.column}" if place and place.line else ""
    head = f"{place}{column}: " if place else ""
    lines = [f"{head}{diagnostic.severity}: {diagnostic.message}", *excerpt_lines(diagnostic)]
    if diagnostic.help:
        lines.append(f"  help: {diagnostic.help}")
    return "\n".join(lines)


def format_warnings(problems: Iterable[Diagnostic]) -> tuple[str, ...]:
    """Return the warnings among these problems, each as text."""
    return tuple(format_diagnostic(d) for d in problems if d.severity is Severity.WARNING)


def excerpt_lines(diagnostic: Diagnostic) -> list[str]:
    """Return the offending line, or the part of a long line around the caret, and the caret below
    it; nothing where there is no line to show.
    """
    place, line = diagnostic.place, diagnostic.excerpt or _read_line(diagnostic)
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
    return [INDENT + "".join(map(_make_visible, shown)), INDENT + " " * gap + caret]


def _read_line(diagnostic: Diagnostic) -> str:
    """Return the line that a problem is about, read from its file; nothing where it is about the
    file.
    """
    place = diagnostic.place
    if place is None or (place.line, place.column, place.width) in ((0, 1, 1), (1, 1, 1)):
        return ""
    source = read_source(place.path).value
    return source.lines[place.line - 1] if source and place.line <= len(source.lines) else ""


def display_width(text: str) -> int:
    """Return the columns of a terminal that a text takes (Unicode Standard Annex 11)."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(_measure_columns, text))


def _measure_columns(character: str) -> int:
    if character == "\t":
        return TAB_WIDTH
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def _make_visible(character: str) -> str:
    """Return the character, or a sign for one that a terminal would obey."""
    if character == "\t":
        return " " * TAB_WIDTH
    return "\ufffd" if unicodedata.category(character) in {"Cc", "Cs", "Zl", "Zp"} else character
