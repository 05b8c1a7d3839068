"""Problems of a file: what is wrong, where, and what to do about it."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Severity(StrEnum):
    """The severity of a problem: an error stops the run, a warning does not; a hint is a matter of
    taste.
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(Struct, frozen=True, order=True):
    """A stretch of one line of a file; line and column count from 1, in characters. The line is 0
    for a file that does not exist.
    """

    path: Path
    line: int
    column: int = 1
    width: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}" if self.line else str(self.path)


def on_lines(first: Place, other: Place) -> str:
    """Say two places in words: "on line 3 and on line 4"."""
    if first.line == other.line:
        return f"both on line {first.line}"
    return f"on line {first.line} and on line {other.line}"


class Diagnostic(Struct, frozen=True):
    """One problem, complete in itself: the message says what was found, the help what to do."""

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    excerpt: str = ""
    help: str = ""


def sort_by_place(problems: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort the problems of a file by their places, those without one first."""

    def where(problem: Diagnostic) -> tuple[int, int, int]:
        place = problem.place
        return (place.line, place.column, place.width) if place else (0, 0, 0)

    return tuple(sorted(problems, key=where))


class Outcome(Struct, Generic[T], frozen=True):
    """The result of a reader: a value, unless an error forbids one, and every problem."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The problems that stop the run."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)
