"""Reading a DOCX back through python-docx, as parsers of resumes do."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph


def read_docx(path: Path) -> Outcome[ReadFile]:
    """Return the text, links and properties of a DOCX; an error where it cannot be read."""
    import docx  # noqa: PLC0415 - only where a DOCX is read back
    from docx.opc.exceptions import PackageNotFoundError  # noqa: PLC0415 - as above
    from lxml.etree import XMLSyntaxError  # noqa: PLC0415 - python-docx's own parser

    try:
        word = docx.Document(str(path))
        paragraphs = list(_walk_paragraphs(word))
    except (PackageNotFoundError, BadZipFile, XMLSyntaxError, KeyError, ValueError):
        message = "this cannot be read as a Word document"
        help = "make it anew: lapel tailor JOB writes the DOCX of a job"
        place = Place(path, 1)
        return Outcome(
            None, (Diagnostic("unreadable-output", Severity.ERROR, message, place, help=help),)
        )
    facts = word.core_properties
    styles = {paragraph.style.name for paragraph in paragraphs if paragraph.style}
    lines = (line for paragraph in paragraphs for line in paragraph.text.split("\n"))
    return Outcome(
        ReadFile(
            path,
            tuple(lines),
            tuple(
                link.url for paragraph in paragraphs for link in paragraph.hyperlinks if link.url
            ),
            facts.title or "",
            facts.author or "",
            facts.language or "",
            any((name or "").startswith(("Heading", "Title")) for name in styles),
        )
    )


def _walk_paragraphs(container: "Document | _Cell") -> "Iterator[Paragraph]":
    """Yield the paragraphs in order, those of tables cell by cell."""
    from docx.text.paragraph import Paragraph  # noqa: PLC0415 - as above

    for item in container.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item
        else:
            for row in item.rows:
                for cell in row.cells:
                    yield from _walk_paragraphs(cell)
