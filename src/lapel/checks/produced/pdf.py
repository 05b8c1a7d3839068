"""Reading a PDF back through pypdf, whose text is close to that of most resume parsers."""

from collections.abc import Iterator
from logging import CRITICAL, getLogger
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lapel.checks.produced.model import ReadFile
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity

if TYPE_CHECKING:
    from pypdf import PageObject

HEADER_WITHIN = 1024
"""A PDF names its kind within so many bytes of its beginning (ISO 32000-1, Annex H.3)."""
FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def read_pdf(path: Path) -> Outcome[ReadFile]:
    """Return the text, links and properties of a PDF; an error where it cannot be read."""
    import pypdf  # noqa: PLC0415 - only where a PDF is read back
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    getLogger("pypdf").setLevel(CRITICAL)  # its messages about a broken file are replaced by ours
    try:
        reader = pypdf.PdfReader(path)
        root: Any = reader.trailer["/Root"]
        facts = reader.metadata
        text = "\n".join(page.extract_text() for page in reader.pages)
        read = ReadFile(
            path,
            tuple(text.split("\n")),
            tuple(link for page in reader.pages for link in _find_links(page)),
            (facts.title if facts else None) or "",
            (facts.author if facts else None) or "",
            str(root.get("/Lang", "")),
            bool(root.get("/MarkInfo", {}).get("/Marked")) and "/StructTreeRoot" in root,
            tuple(sorted({font for page in reader.pages for font in _find_loose_fonts(page)})),
        )
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # The library meets broken files with whatever its parser stumbles over.
        return Outcome(None, (_report_unreadable(path),))
    return Outcome(read)


def _find_links(page: "PageObject") -> Iterator[str]:
    for annotation in page.get("/Annots", []):
        action = annotation.get_object().get("/A", {})
        if "/URI" in action:
            yield str(action["/URI"])


def _find_loose_fonts(page: "PageObject") -> Iterator[str]:
    """Yield a page's fonts without their program; Type 3 fonts have theirs (ISO 32000-1, 9.6)."""
    resources: Any = page.get("/Resources", {})
    for name in resources.get("/Font", {}):
        font = resources["/Font"][name]
        whole = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        held = whole.get("/FontDescriptor", {})
        if font.get("/Subtype") != "/Type3" and not any(key in held for key in FONT_FILES):
            yield str(font.get("/BaseFont", name)).removeprefix("/")


def _report_unreadable(path: Path) -> Diagnostic:
    is_pdf = b"%PDF-" in path.read_bytes()[:HEADER_WITHIN]
    why = "it is damaged or locked" if is_pdf else "it is none, whatever its name says"
    message = f"this cannot be read as a PDF: {why}"
    help = "make it anew: lapel tailor JOB writes the PDF of a job"
    return Diagnostic("unreadable-output", Severity.ERROR, message, Place(path, 1), help=help)
