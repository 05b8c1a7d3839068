"""Word files of others, and what LibreOffice, where it is installed, makes of ours."""

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

NAMES = ("soffice", "libreoffice")
MOST_SECONDS = 120


class WordFileError(Exception):
    """A file is none that Word could have written; the message says why."""


def pages_of_docx(docx: bytes) -> int | None:
    """How many pages LibreOffice needs for a Word file; None where it is not installed or fails."""
    texts = page_texts_of_docx(docx)
    return None if texts is None else len(texts)


def page_texts_of_docx(docx: bytes) -> tuple[str, ...] | None:
    """What stands on each page of a Word file in LibreOffice; None as above."""
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
    return tuple(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)
