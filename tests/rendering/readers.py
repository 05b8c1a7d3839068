"""The text of a file as the usual readers give it."""

import io
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
from pdfminer.high_level import extract_text


def by_pdftotext(data: bytes, *flags: str) -> str:
    """Poppler's text, in its reading order or with the flags given."""
    command = ["pdftotext", "-enc", "UTF-8", *flags, "-", "-"]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()


def by_pdftotext_layout(data: bytes) -> str:
    """Poppler's text as it stands on the page."""
    return by_pdftotext(data, "-layout")


def by_pypdf(data: bytes) -> str:
    """Pypdf's text."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    return "\n".join(page.extract_text() for page in reader.pages)


def by_pdfminer(data: bytes) -> str:
    """Pdfminer's text."""
    return extract_text(io.BytesIO(data))


AS_TYPED = {ord("’"): "'", ord("“"): '"', ord("”"): '"', ord("„"): '"'}
"""The marks that a theme sets, as they are typed."""

READERS: dict[str, Callable[[bytes], str]] = {
    "pdftotext": by_pdftotext,
    "pdftotext -layout": by_pdftotext_layout,
    "pypdf": by_pypdf,
    "pdfminer": by_pdfminer,
}


def lines_of(text: str) -> list[str]:
    """The lines that hold anything, blanks made single."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


def words_of(text: str) -> list[str]:
    """The words in order, without bullets."""
    return text.replace("•", " ").split()


def write(path: Path, data: bytes) -> Path:
    """The data in a file, for programs that want one."""
    path.write_bytes(data)
    return path
