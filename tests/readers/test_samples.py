"""What others read of every sample in every theme: text, tags, fonts, Word's own schema.

Each promise is held by a reader or validator that somebody else wrote.
"""

import functools
import io
import re
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import outloud
import pypdf
import pypdfium2
import pytest
from openxml_audit import OpenXmlValidator

from lapel.checks.produced.alignment import align, compared, words_of
from lapel.checks.produced.folder import READERS as OWN_READERS
from lapel.checks.produced.folder import check_folder
from lapel.checks.produced.links import each_once
from lapel.checks.produced.model import ReadFile, without_footers
from tests.readers import sdk
from tests.readers.made import Made, made
from tests.readers.sdk import violations_by_sdk
from tests.rendering.documents import THEMES
from tests.rendering.readers import READERS
from tests.samples import NAMES, ROOT

PDFJS = ROOT / ".venv" / "pdfjs"
LARGEST_PAGE_BYTES = 150_000
# ECMA-376 part 1, 14.2.7: a document may have a theme part, and need not.
NO_THEME_PART = "Sem_MissingRelationshipType"
pytestmark = pytest.mark.slow


@pytest.fixture(params=[(theme, name) for theme in THEMES for name in NAMES], ids="/".join)
def documents(request: pytest.FixtureRequest) -> tuple[Made, ...]:
    """The documents of each sample in each theme."""
    return made(*request.param)


def by_pdfium(data: bytes) -> str:
    """The text as Chromium's PDF reader gives it."""
    pages = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in pages)


def by_pdfjs(data: bytes) -> str:
    """The text as Firefox's PDF reader gives it; skipped where pdf.js is not installed."""
    if not (PDFJS / "node_modules").is_dir():
        pytest.skip("pdf.js is not installed; bin/setup dev installs it where there is npm")
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(data)
        file.flush()
        return read_by_node(file.name)


def read_by_node(path: str) -> str:
    """What the one process of pdf.js that all tests share says of a file."""
    node = pdfjs_process()
    assert node.stdin is not None
    assert node.stdout is not None
    node.stdin.write(f"{path}\n")
    node.stdin.flush()
    text = ""
    while not text.endswith("\f"):
        read = node.stdout.read(1)
        assert read, "pdf.js ended"
        text += read
    return text[:-1]


@functools.cache
def pdfjs_process() -> subprocess.Popen[str]:
    """It ends with the tests, when nobody writes to it any more."""
    script = ROOT / "tests" / "readers" / "pdfjs" / "read.mjs"
    command = ["node", str(script), str(PDFJS)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8")


@pytest.mark.parametrize("reader", [*READERS, "pdfium", "pdf.js"])
def test_every_reader_reads_all_words_in_order(documents: tuple[Made, ...], reader: str) -> None:
    """No word is lost, torn, moved or added, whichever library a parser is built on."""
    for each in documents:
        readers: dict[str, Callable[[bytes], str]] = {
            **READERS,
            "pdfium": by_pdfium,
            "pdf.js": by_pdfjs,
        }
        text = readers[reader](each.pdf.read_bytes())
        lines = tuple(re.split(r"[\r\n\f]+", text))
        file = ReadFile(each.pdf, lines, (), "", "", "", tagged=True)
        found = align(each.document.lines, without_footers(file, each.document.footer))
        assert (found.lost, found.torn, found.moved, found.added) == ((), (), (), ())


def test_lapel_finds_nothing_wrong(documents: tuple[Made, ...]) -> None:
    """Words, links, contact, roles, characters and properties of both files."""
    for each in documents:
        assert check_folder(each.folder, ROOT).diagnostics == ()


def test_both_files_say_the_same(documents: tuple[Made, ...]) -> None:
    """The words of PDF and DOCX, read back, are equal and in order, and so are the links."""
    for each in documents:
        pdf, docx = read(each.pdf), read(each.docx)
        body = without_footers(pdf, each.document.footer)
        assert list(words_in(body)) == list(words_in(docx))
        assert each_once(pdf.links) == each_once(docx.links)


@functools.cache
def read(path: Path) -> ReadFile:
    """A file of a sample as `lapel check` reads it."""
    found = OWN_READERS[path.suffix](path).value
    assert found is not None
    return found


def words_in(file: ReadFile) -> Iterator[str]:
    for line in file.lines:
        yield from map(compared, words_of(line))


def test_it_conforms_to_pdf_ua(documents: tuple[Made, ...]) -> None:
    """A checker of PDF/UA-1 and WCAG finds no error and no warning."""
    for each in documents:
        assert faults(each.pdf) == []


def faults(path: Path) -> list[str]:
    found: list[Any] = outloud.check(str(path)).findings
    return [f"{f.rule}: {f.message}" for f in found if f.severity in ("error", "warning")]


def test_the_checker_of_pdf_ua_bites(tmp_path: Path) -> None:
    """Without its structure a file is found faulty."""
    writer = pypdf.PdfWriter(clone_from=made(THEMES[0], NAMES[0])[0].pdf)
    del writer.root_object["/StructTreeRoot"]
    writer.write(tmp_path / "flat.pdf")
    assert faults(tmp_path / "flat.pdf")


def test_fonts_are_embedded_and_subset(documents: tuple[Made, ...]) -> None:
    """Every font is in the file, and only the glyphs that are used."""
    for each in documents:
        assert read(each.pdf).loose_fonts == ()
        for page in pypdf.PdfReader(each.pdf).pages:
            resources: Any = page["/Resources"]
            for font in resources["/Font"].values():
                assert re.fullmatch(r"/[A-Z]{6}\+.+", str(font["/BaseFont"]))


def test_a_page_is_small(documents: tuple[Made, ...]) -> None:
    """At most 150 KB a page."""
    for each in documents:
        pages = len(pypdf.PdfReader(each.pdf).pages)
        assert each.pdf.stat().st_size <= LARGEST_PAGE_BYTES * pages


def violations(path: Path) -> list[str]:
    found = OpenXmlValidator().validate(str(path)).errors
    return [str(error.description) for error in found if error.id != NO_THEME_PART]


VALIDATORS = [
    violations,
    pytest.param(
        violations_by_sdk,
        marks=pytest.mark.skipif(not sdk.is_here(), reason="the Open XML SDK is not installed"),
    ),
]


@pytest.mark.parametrize("validator", VALIDATORS)
def test_word_opens_it_without_repair(
    documents: tuple[Made, ...], validator: Callable[[Path], list[str]]
) -> None:
    """The schemas and rules of the Open XML SDK hold for every part."""
    for each in documents:
        assert validator(each.docx) == []


@pytest.mark.parametrize("validator", VALIDATORS)
def test_the_validators_of_word_files_bite(
    tmp_path: Path, validator: Callable[[Path], list[str]]
) -> None:
    """An element that the schema does not know is found."""
    package = zipfile.ZipFile(made(THEMES[0], NAMES[0])[0].docx)
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(broken, "w") as target:
        for name in package.namelist():
            data = package.read(name)
            if name == "word/document.xml":
                data = data.replace(b"<w:pgSz ", b"<w:pgSize ", 1)
            target.writestr(name, data)
    assert validator(broken)


def test_a_docx_says_what_it_is(documents: tuple[Made, ...]) -> None:
    """Title, author and language are properties of the file, and the text has its language."""
    for each in documents:
        docx = read(each.docx)
        assert docx.title == docx.author == each.ledger.name
        assert docx.language
        styles = (
            zipfile.ZipFile(io.BytesIO(each.docx.read_bytes())).read("word/styles.xml").decode()
        )
        assert f'w:lang w:val="{docx.language}"' in styles


def test_no_paragraph_is_empty(documents: tuple[Made, ...]) -> None:
    """Space is a style's, never a line with nothing on it."""
    for each in documents:
        assert all(line.strip() for line in read(each.docx).lines)
