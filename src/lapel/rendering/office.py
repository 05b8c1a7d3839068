"""Other people's Word files, and how LibreOffice, where it is installed, lays ours out."""

import io
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from pypdf import PageObject

NAMES = ("soffice", "libreoffice")
MOST_SECONDS = 120


class WordFileError(Exception):
    """A file could not have been written by Word; the message says why."""


class LaidOut(Struct, frozen=True):
    """A Word file in LibreOffice: the text of each page, and the fonts it was set in."""

    texts: tuple[str, ...]
    fonts: frozenset[str]

    def lacks(self, family: str) -> bool:
        """Tell whether this family was not among the fonts, so that another stood in for it."""
        wanted = _normalize_name(family)
        return not any(_normalize_name(font).startswith(wanted) for font in self.fonts)


def page_texts_of_docx(docx: bytes) -> tuple[str, ...] | None:
    """Return the text of each page of a Word file in LibreOffice; None where it is not installed or
    fails.
    """
    laid = lay_out_docx(docx)
    return None if laid is None else laid.texts


def lay_out_docx(docx: bytes) -> LaidOut | None:
    """Return a Word file as LibreOffice sets it; None where that is not installed or fails."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        return None
    import pypdf  # noqa: PLC0415 - only where pages are counted

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "file.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder]
        try:
            subprocess.run(  # noqa: S603
                [*command, str(Path(folder, "file.docx"))],
                check=True,
                capture_output=True,
                timeout=MOST_SECONDS,
            )
            pdf = Path(folder, "file.pdf").read_bytes()
        except (OSError, subprocess.SubprocessError):
            return None
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    fonts = (font for page in pages for font in _fonts_of(page))
    return LaidOut(tuple(page.extract_text() for page in pages), frozenset(fonts))


def _fonts_of(page: "PageObject") -> Iterator[str]:
    """Yield the names of a page's fonts, without the prefix of a subset ("ABCDEF+Carlito")."""
    fonts: Any = page.get("/Resources", {}).get("/Font", {})
    for font in fonts.values():
        yield str(font.get_object().get("/BaseFont", "")).lstrip("/").rpartition("+")[2]


def _normalize_name(name: str) -> str:
    return re.sub(r"[\W_]", "", name).casefold()
