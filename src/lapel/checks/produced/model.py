"""A produced file as a machine reads it."""

import re
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Place, Severity


class ReadFile(Struct, frozen=True):
    """What a parser sees of one file.

    ``lines`` is its text, line by line; ``links`` the addresses in reading order; ``title``,
    ``author`` and ``language`` the file's properties, "" where it has none; ``tagged`` whether
    headings and lists are marked as headings and lists; ``loose_fonts`` the fonts it names but does
    not hold.
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
        """Return a problem of this file, at a line of what a parser sees (from 1) or of the
        whole.
        """
        excerpt = self.lines[line - 1] if line and line <= len(self.lines) else ""
        place = Place(self.path, line or 1, column, width)
        return Diagnostic(code, severity, message, place, excerpt, help)


def without_footers(file: ReadFile, footer: str) -> ReadFile:
    """Return the file with the text of its pages' feet blanked out, so that its lines keep their
    numbers.

    ``footer`` is as in the ledger, with ``{page}`` and ``{pages}`` for the numbers.
    """
    if not footer:
        return file
    parts = re.split(r"\{pages?\}", footer)
    written = r"\d+".join(_to_spaced_pattern(part) for part in parts)
    pattern = re.compile(rf"(?:^|\s){written}\s*$")
    return replace(file, lines=tuple(pattern.sub("", line) for line in file.lines))


def _to_spaced_pattern(part: str) -> str:
    """Return a piece of the footer as a pattern that does not mind how many blanks there are."""
    words = r"\s+".join(map(re.escape, part.split()))
    left, right = (r"\s*" if part[:1].isspace() else ""), (r"\s*" if part[-1:].isspace() else "")
    return f"{left}{words}{right}" if words else left
