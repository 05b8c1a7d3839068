"""What readers make of Arabic, on lapel's pages and LibreOffice's: a table of docs/readers.md."""

import re
from collections.abc import Callable
from functools import cache

import pytest

from lapel.document.tree import Document
from lapel.rendering.docx.document import render_docx
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.theme.model import BlockKind
from lapel.theme.scripts import theme_for
from tests.folders import new_folder
from tests.given import locale_words
from tests.readers.test_samples import by_pdfium, by_pdfjs
from tests.rendering.documents import block, section, theme_named
from tests.rendering.readers import READERS, lines_of
from tests.rendering.test_office import convert, needs_office
from tests.samples import ROOT

EVERY: dict[str, Callable[[bytes], str]] = {**READERS, "pdfium": by_pdfium, "pdf.js": by_pdfjs}
TEXTS = {
    "letters": "مستشفى الجبل التخصصي",
    "lam and alef": "صيدلانية أولى للأخطاء",
    "vowel marks": "صيدلياً درّبت ثانٍ",
    "figures": "أدير 14 فنيين في 3 نوبات",
}
ROW = re.compile(
    r"^\| (?P<reader>\S[^|]*) \| (?P<own>[^|]*) \| (?P<office>[^|]*) \|$", re.MULTILINE
)
DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("reader", EVERY)
def test_arabic_is_read_as_the_docs_tell(reader: str) -> None:
    """Which texts come whole and in order, of the PDF and of what LibreOffice makes of the DOCX."""
    page = (ROOT / "docs" / "readers.md").read_text().partition("## Arabic")[2]
    (row,) = (row for row in ROW.finditer(page) if row["reader"] == reader)
    found = [in_order(EVERY[reader](pdf)) for pdf in pages()]
    assert [row["own"], row["office"]] == found


@cache
def pages() -> tuple[bytes, bytes]:
    """The texts on a page of lapel's, and on one that LibreOffice made of its DOCX."""
    folder = new_folder("arabic")
    paragraphs = (block(name, BlockKind.PARAGRAPH, text) for name, text in TEXTS.items())
    document = Document("Ada", "Ada", "ar", (), (section("s", "Ada", *paragraphs),))
    written = frozenset("".join(TEXTS.values()))
    theme = theme_for(theme_named("classic"), locale_words("ar").script, written)
    setting = setting_of(theme, "a4", "normal")
    (folder / "page.docx").write_bytes(render_docx(document, setting, 0))
    convert(folder)
    return render_pdf(document, setting, 0, folder).data, (folder / "page.pdf").read_bytes()


def in_order(text: str) -> str:
    """The names of the texts that a reader gives as a line of their own."""
    lines = lines_of(DIRECTIONS.sub("", text))
    return ", ".join(name for name, text in TEXTS.items() if text in lines) or "none"
