"""Reading on after a problem: text that YAML would lose, change or not read, taken as it was
meant.
"""

from collections.abc import Iterable

from lapel.source.diagnostics import Diagnostic
from lapel.source.quoting import find_value_end, is_structure, quoted_spelling, split_line
from lapel.source.source import Source

TEXT_MISREAD = frozenset(
    {
        *("yaml-text", "yaml-colon", "yaml-comment", "yaml-tag"),
        *("yaml-anchor", "yaml-alias", "yaml-quote"),
    }
)


def mend_text(source: Source, first_line: int, text: str, problems: Iterable[Diagnostic]) -> str:
    """Return the YAML text with each misread bullet or field in quotes and each slip put right,
    every line where it was.
    """
    last_line = first_line + text.count("\n")
    within = source.lines[:last_line]
    lines = text.split("\n")
    for problem in problems:
        if problem.place is None:
            continue
        if problem.code not in TEXT_MISREAD:
            from lapel.source.yaml_slips import meant_line  # noqa: PLC0415 - few files need it

            at = problem.place.line - first_line
            lines[at] = meant_line(problem.code, lines[at])
            continue
        number = _find_beginning(within, first_line, problem.place.line)
        raw = within[number - 1]
        indent = len(raw) - len(raw.lstrip())
        last = find_value_end(within, number, split_line(raw).owner)
        lines[number - first_line] = raw[:indent] + quoted_spelling(within, number)
        for blanked in range(number + 1, last + 1):
            lines[blanked - first_line] = ""
    return "\n".join(lines)


def _find_beginning(lines: tuple[str, ...], first_line: int, line: int) -> int:
    """Return the line on which the bullet or field begins that goes on in ``line``."""
    return next(
        (number for number in range(line, first_line, -1) if is_structure(lines[number - 1])),
        first_line if line == first_line or is_structure(lines[first_line - 1]) else line,
    )


def drop_consequences(
    problems: Iterable[Diagnostic], found: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """Return the problems on lines without an earlier problem: a consequence of one is not new."""
    lines = {(d.place.path, d.place.line) for d in found if d.place}
    return [d for d in problems if d.place is None or (d.place.path, d.place.line) not in lines]
