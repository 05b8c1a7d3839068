"""Every line that would not be read as the text it seems to be, after a YAML syntax error.

The parser stops at its first error. So each bullet and each field is cut out of the file and parsed
alone, at its own line and column: a value that fails alone, or alone is no text, is reported with
its quoted spelling. Only when nothing is found so is the parser's own place reported.
"""

import re

import yaml

from lapel.source.diagnostics import Diagnostic, Place
from lapel.source.nodes import Mapping, Node
from lapel.source.quoting import (
    Written,
    advise_quotes,
    find_value_end,
    in_quotes,
    is_structure,
    split_line,
)
from lapel.source.source import Source
from lapel.source.yaml_composing import (
    CUTTING_COMMENT,
    CUTTING_LINE,
    TEXT_LOST,
    Composer,
    events_of,
    place_of_mark,
    report_text_cut,
)
from lapel.source.yaml_slips import Slip, find_missing_colon, find_slip
from lapel.text.plurals import count, join_and
from lapel.text.regexes import regex

_BLOCK_HEADER = regex(r"[|>](?:[+-][1-9]?|[1-9][+-]?)?(?:\s+#.*)?")
_ANCHOR = regex(r"[&*]([A-Za-z0-9_-]+)")
_NO_TEXT = ("#", "---", "...", "\t", "]", "}", ",")
_CUT_IN_FLOW = regex(r"[:,\[{]\s+(#[^\s#,\]}\"'][^\s,\]}]*)")
_CLOSING = ("]", "}")
_FLOW = ("[", "{")
_FIELD = regex(r" *(?:- +)?(?P<key>[A-Za-z]\w*) *:(?: |$)")
_INDENT = regex(r" *(?=[^ #])")
CLOSED_BY = {'"': '"', "'": "'", "[": "]", "{": "}"}
MEANINGS = {
    "*": "repeats an anchor",
    "&": "sets an anchor",
    "!": "sets a tag",
    "|": "begins a block of lines",
    ">": "begins a block of lines",
    "%": "begins a directive",
    "@": "is reserved",
    "`": "is reserved",
    "[": "begins a list",
    "{": "begins a mapping",
    '"': "begins a quoted text",
    "'": "begins a quoted text",
    "?": "begins a key",
    "-": "begins a list",
    ",": "separates items",
    "]": "ends a list",
    "}": "ends a mapping",
}


def syntax_problems(
    source: Source, first_line: int, text: str, error: yaml.MarkedYAMLError
) -> tuple[Diagnostic, ...]:
    """Return the lines that explain the parser's error, or the error at its own place."""
    found = _find_failing_texts(source, first_line, text)
    return tuple(found) or (_explain_error(source, first_line, error),)


def _find_failing_texts(source: Source, first_line: int, text: str) -> list[Diagnostic]:
    anchors = {match[1] for match in _ANCHOR.finditer(text) if match[0].startswith("&")}
    end = first_line + text.count("\n")
    lines = source.lines[:end]
    found: list[Diagnostic] = []
    number = first_line
    while number <= end:
        written = split_line(lines[number - 1])
        last = find_value_end(lines, number, written.owner)
        if not written.value or (written.owner < 0 and written.value.startswith(_NO_TEXT)):
            number += 1
        elif _BLOCK_HEADER.fullmatch(written.value):
            number = last + 1
        elif _is_anchor(written.value, anchors) or any(map(is_structure, lines[number:last])):
            number += 1
        else:
            if written.value.startswith(_FLOW):
                last = _include_closing_line(lines, last)
            found += _try_text_alone(source, lines, number, last)
            number = last + 1
    return found


def _is_anchor(value: str, anchors: set[str]) -> bool:
    match = _ANCHOR.fullmatch(value)
    return match is not None and match[1] in anchors


def _include_closing_line(lines: tuple[str, ...], last: int) -> int:
    return last + (last < len(lines) and lines[last].strip().startswith(_CLOSING))


def _try_text_alone(
    source: Source, lines: tuple[str, ...], number: int, last: int
) -> list[Diagnostic]:
    """Parse one value with everything around it blanked out, so that its places stay true."""
    written = split_line(lines[number - 1])
    if written.is_field and re.match(r"-(?: |$)", written.value):
        return [unreadable_text(source, number)]
    if CUTTING_LINE.match(written.value):
        return [report_text_cut(source, number, source.place(number, written.column + 1))]
    blanked = " " * written.column + written.value
    alone = Composer(source, number)
    node: Node | None = None
    try:
        node = alone.compose(events_of("\n".join([blanked, *lines[number:last]])))
    except yaml.YAMLError:
        return [unreadable_text(source, number)]
    if isinstance(node, Mapping) and _is_sentence(written):
        return [report_text_as_mapping(source, number, written)]
    return [problem for problem in alone.problems if problem.code in TEXT_LOST]


def _is_sentence(written: Written) -> bool:
    """Tell whether a value with a colon is a text: a field's own value on its line ("name: Ines: a
    life"), or one with several words before the colon, and no bracket.
    """
    value = written.value
    return not value.startswith("{") and (
        written.is_field or " " in value.partition(":")[0].strip()
    )


def unreadable_text(source: Source, line: int) -> Diagnostic:
    """Report the bullet or field of a line that YAML does not read as a text."""
    written = split_line(source.lines[line - 1])
    value = written.value
    place = source.place(line, written.column + 1, len(value))
    first = value[0]
    help = advise_quotes(source.lines, line)
    is_list = written.is_field or (first == "{" and ": " in value)  # a bullet is a text
    if first in _FLOW and is_list and (cut := _CUT_IN_FLOW.search(value)):
        where = source.place(line, written.column + cut.start(1) + 1, len(cut[1]))
        message = f"`{cut[1]}` is lost with all behind it: ` #` begins a comment in YAML"
        return source.diagnostic("yaml-flow-comment", message, where, help=f'write "{cut[1]}"')
    if first in CLOSED_BY and CLOSED_BY[first] not in value[1:]:
        message, help = f"this `{first}` is never closed", f"close it, or {help}"
    elif first == '"' and value.endswith('"') and "\\" in value:
        message = "between double quotes a `\\` begins an escape, and this one is not known"
        help = f"use single quotes: {written.label}{in_quotes(value[1:-1])}"
    elif value.startswith("* ") and not written.label:
        message, help = "a list's line begins with `*`, expected `- `", f"write -{value[1:]}"
    elif first in MEANINGS:
        shown = "a backtick" if first == "`" else f"`{first}`"
        message = f"a text cannot begin with {shown}: in YAML it {MEANINGS[first]}"
    elif comment := CUTTING_COMMENT.search(value):
        return report_text_cut(
            source, line, source.place(line, written.column + comment.start(1) + 1)
        )
    elif ": " in value or value.endswith(":"):
        return report_text_as_mapping(source, line, written)
    else:
        message = "YAML does not read this as one text"
    return source.diagnostic("yaml-text", message, place, help=help)


def report_text_as_mapping(source: Source, line: int, written: Written) -> Diagnostic:
    """Report a bullet or field on a line whose colon YAML takes for a key's."""
    colon = re.search(r":(?=\s|$)", written.value)
    at = written.column + (colon.start() if colon else 0)
    message = "this text is read as a key and its value, because of its `:`"
    help = advise_quotes(source.lines, line, written)
    below = source.lines[line : find_value_end(source.lines, line, written.owner)]
    if written.value.endswith(":") and any(map(is_structure, below)):
        help = "a bullet has no bullets of its own: write those below it as deep as this one"
    return source.diagnostic("yaml-colon", message, source.place(line, at + 1), help=help)


def _explain_error(source: Source, first_line: int, error: yaml.MarkedYAMLError) -> Diagnostic:
    """Return the error where the line that the parser stopped at, or the one before it, shows
    why.
    """
    problem = place_of_mark(source, first_line, error.problem_mark)
    for number in (problem.line, problem.line - 1):
        slip = find_slip(source.lines[number - 1]) if number >= first_line else None
        if slip is not None:
            return _report_slip(source, number, slip)
    above = first_line + (error.problem_mark.line if error.problem_mark else 1) - 1
    bare = _find_line_without_colon(source, above)
    if bare is not None and (slip := find_missing_colon(source.lines[bare - 1])):
        return _report_slip(source, bare, slip)
    place, message = problem, "this does not fit the lines above it"
    place, message = _find_odd_indentation(source, problem.line) or (place, message)
    help = "compare its indentation with theirs; a list's line begins with `- `, a field's with "
    return source.diagnostic("yaml-syntax", message, place, help=f"{help}`key: `")


def _report_slip(source: Source, number: int, slip: Slip) -> Diagnostic:
    place = source.place(number, slip.column + 1, slip.width)
    return source.diagnostic(slip.code, slip.message, place, help=slip.help)


def _find_line_without_colon(source: Source, last: int) -> int | None:
    """Return the line above a line whose key has no colon behind it: as deep as the field before
    it.
    """
    lines = source.lines[:last]
    above = next((n for n in range(len(lines), 0, -1) if _FIELD.match(lines[n - 1])), 0)
    field = _FIELD.match(lines[above - 1]) if above else None
    for number, line in enumerate(lines[above:], start=above + 1):
        slip = find_missing_colon(line)
        if field and slip and slip.column == field.start("key"):
            return number
    return None


def _find_odd_indentation(source: Source, number: int) -> tuple[Place, str] | None:
    """Return place and message for a line whose indentation matches no open line above; else
    None.
    """
    own = _INDENT.match(source.lines[number - 1])
    above: list[int] = []
    for line in reversed(source.lines[: number - 1]):
        if (indent := _INDENT.match(line)) and (not above or indent.end() < above[-1]):
            above.append(indent.end())
    if own is None or not above or own.end() in above:
        return None
    expected = join_and([str(depth) for depth in reversed(above)], "or")
    deep = count("space", own.end())
    return source.place(number, own.end() + 1), f"indented by {deep}, the lines above by {expected}"
