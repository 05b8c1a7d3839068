"""A produced file as a machine reads it."""

from dataclasses import dataclass
from pathlib import Path

from lapel.source.diagnostics import Diagnostic, Place, Severity


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a parser sees of one file.

    ``lines`` is its text, line by line; ``links`` the addresses in reading order; ``title``,
    ``author`` and ``language`` what the file says of itself, "" where it says nothing; ``tagged``
    whether headings and lists are marked as such; ``loose_fonts`` the fonts it names and does not
    hold.
    """

    path: Path
    lines: tuple[str, ...]
    links: tuple[str, ...]
    title: str
    author: str
    language: str
    tagged: bool
    loose_fonts: tuple[str, ...] = ()

    def problem(
        self,
        code: str,
        severity: Severity,
        message: str,
        line: int | None = None,
        *,
        column: int = 1,
        width: int = 1,
        help: str = "",
    ) -> Diagnostic:
        """A problem of this file, at a line of what a parser sees (from 1) or of the whole."""
        excerpt = self.lines[line - 1] if line and line <= len(self.lines) else ""
        place = Place(self.path, line or 1, column, width)
        return Diagnostic(code, severity, message, place, excerpt, help)
