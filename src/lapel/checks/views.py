"""The documented JSON shape: what `lapel check --json` prints."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity


class Problem(Struct, frozen=True):
    """One problem. For a PDF or DOCX ``line`` is one of what a parser sees, from 1."""

    code: str
    severity: Severity
    message: str
    file: str | None
    line: int | None
    column: int | None
    help: str | None


class SeenFile(Struct, frozen=True):
    """What a parser sees of a produced file."""

    file: str
    lines: tuple[str, ...]
    links: tuple[str, ...]


class CheckedView(Struct, frozen=True):
    """What `lapel check FILE… --json` prints."""

    files: tuple[str, ...]
    errors: int
    warnings: int
    hints: int
    problems: tuple[Problem, ...]
    seen: tuple[SeenFile, ...]


def checked_view(
    files: Sequence[str], problems: Sequence[Diagnostic], seen: Sequence[ReadFile]
) -> CheckedView:
    """Return everything one run of `lapel check` found, as one value."""
    counts = Counter(problem.severity for problem in problems)
    return CheckedView(
        tuple(files),
        counts[Severity.ERROR],
        counts[Severity.WARNING],
        counts[Severity.HINT],
        tuple(map(_to_problem, problems)),
        tuple(SeenFile(str(file.path), file.lines, file.links) for file in seen),
    )


def _to_problem(found: Diagnostic) -> Problem:
    place = found.place
    return Problem(
        found.code,
        found.severity,
        found.message,
        str(place.path) if place else None,
        place.line if place and place.line else None,
        place.column if place and place.line else None,
        found.help or None,
    )
