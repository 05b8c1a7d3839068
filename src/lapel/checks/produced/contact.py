"""The name is alone on the first line; e-mail, telephone and addresses are each whole."""

from collections.abc import Iterator

from lapel.checks.produced.alignment import Alignment, words_of
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.theme.model import BlockKind


def check_contact(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:
    """Report a name that is not the first thing read, and contact items over several lines."""
    first = next((number for number, line in enumerate(file.lines, 1) if line.strip()), 1)
    for index, line in enumerate(alignment.lines):
        if line.kind == BlockKind.NAME and index == 0:
            read = _squeeze_blanks(file.lines[first - 1]) if file.lines else ""
            if read.casefold() != _squeeze_blanks(line.text).casefold():
                message = f"the first line a parser reads is not the name “{line.text}” alone"
                yield file.problem("name-not-first", Severity.WARNING, message, first)
        if line.kind == BlockKind.CONTACT:
            for link in line.links:
                if not any(
                    _squeeze_blanks(link.text) in _squeeze_blanks(read) for read in file.lines
                ):
                    near = alignment.first_line(index)
                    message = f"“{link.text}” is on no line whole"
                    yield file.problem("torn-contact", Severity.ERROR, message, near)


def _squeeze_blanks(text: str) -> str:
    return " ".join(words_of(text))
