"""The warnings for what is left of a template: placeholders, and questions without answers."""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.job.markup.markdown import Written
from lapel.job.outline.statements import Statement
from lapel.job.words.placeholders import placeholders_in
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source


def report_placeholder(source: Source, statement: Statement) -> tuple[Diagnostic, ...]:
    """Return a warning for each line of a text that is nothing but placeholders."""
    lines = {line.line: line for line in reversed(statement.lines)}
    return tuple(
        _warn_of_placeholder(
            source,
            replace(line, line=number, last_line=0),
            statement.text if len(lines) == 1 else line.text,
        )
        for line in reversed(lines.values())
        for number in range(line.line, line.end + 1)
    )


def _warn_of_placeholder(source: Source, written: Written, text: str) -> Diagnostic:
    return source.diagnostic(
        "placeholder",
        f"“{text}” is a placeholder and counts as empty",
        written.place(source),
        help="fill it in, or remove the line",
        severity=Severity.WARNING,
    )


def report_unsaid(
    source: Source, statement: Statement, label: str, *, is_question: bool
) -> tuple[Diagnostic, ...]:
    """Return a warning for each line of a question or label with nothing behind it."""
    wanted = "the answer" if is_question else "what it asks for"
    return tuple(
        source.diagnostic(
            "question-unanswered" if is_question else "note-empty",
            f"no answer to “{label}”" if is_question else f"nothing stands behind “{label}”",
            replace(line, line=number, last_line=0).place(source),
            help=f"write {wanted} behind it, or remove the line",
            severity=Severity.WARNING,
        )
        for line in {line.line: line for line in statement.lines}.values()
        for number in range(line.line, line.end + 1)
    )


def report_leftovers(source: Source, statement: Statement) -> Iterator[Diagnostic]:
    """Yield a warning for each placeholder within a text that says more."""
    for line in statement.lines:
        for found in placeholders_in(line.text):
            inner = replace(line, text=found, column=line.column + line.text.find(found))
            yield source.diagnostic(
                "placeholder-inside",
                f"“{found}” is still to be filled in",
                inner.place(source),
                help="write what it stands for, or remove it",
                severity=Severity.WARNING,
            )
