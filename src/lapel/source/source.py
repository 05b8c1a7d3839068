"""A text file as lapel sees it: its text, its lines, its digest."""

from functools import cached_property
from pathlib import Path

from msgspec import Struct

from lapel.source.diagnostics import Diagnostic, Place, Severity

_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x2060, 0xFEFF))
"""Invisible characters inside words of copied pages: a soft hyphen, a zero-width space, and
more.
"""


def without_unseen(text: str) -> str:
    """Return the text without invisible characters, which would split its words."""
    return text if text.isascii() else text.translate(_UNSEEN)


class Source(Struct, frozen=True, dict=True):
    """The decoded text of a file, newlines as LF, and the SHA-256 of its bytes."""

    path: Path
    text: str
    digest: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; line 1 is the first item."""
        return tuple(self.text.split("\n"))

    def place(self, line: int, column: int = 1, width: int = 1) -> Place:
        """Return the place of ``width`` characters from ``line`` and ``column``, both from 1."""
        return Place(self.path, line, column, width)

    def diagnostic(
        self,
        code: str,
        message: str,
        place: Place,
        *,
        help: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Diagnostic:
        """Return a problem at ``place`` with the offending line as its excerpt."""
        excerpt = self.lines[place.line - 1] if 0 < place.line <= len(self.lines) else ""
        return Diagnostic(code, severity, message, place, excerpt, help)
