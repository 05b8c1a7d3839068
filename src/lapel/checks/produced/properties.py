"""The file has its title, author, language and headings; and it holds its fonts."""

from collections.abc import Iterator

from lapel.checks.produced.alignment import Alignment
from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Severity


def check_properties(file: ReadFile, alignment: Alignment) -> Iterator[Diagnostic]:  # noqa: ARG001
    """Report what a screen reader or an archive misses in the file."""
    said = {"title": file.title, "author": file.author, "language": file.language}
    for what, value in said.items():
        if not value:
            message = f"the file does not say its {what}"
            yield file.problem("no-property", Severity.WARNING, message)
    if not file.tagged:
        message = "headings and lists are not marked as such, so a screen reader reads one block"
        yield file.problem("not-tagged", Severity.WARNING, message)
    for font in file.loose_fonts:
        message = f"the font {font} is not in the file, so another may stand in for it"
        yield file.problem("loose-font", Severity.ERROR, message)
