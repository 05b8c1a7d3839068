"""The wide blanks of the contact line: one blank each, to whoever reads the page's text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from pypdfium2 import PdfDocument

from lapel.document.tree import Document, Section
from lapel.rendering.pdf import document as written
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme
from lapel.theme.scripts import theme_for
from tests.given import locale_words
from tests.rendering.documents import block, one_page
from tests.rendering.readers import READERS


@pytest.fixture
def page(theme: Theme, cache: Path) -> Callable[[], bytes]:
    """Writes the one-page resume."""
    setting = setting_of(theme, "letter", "normal")
    return lambda: render_pdf(one_page(), setting, 0, cache).data


@pytest.mark.parametrize("reader", READERS)
def test_a_separator_has_one_blank_at_each_side(page: Callable[[], bytes], reader: str) -> None:
    """Not another one for the width that the theme gives it."""
    text = READERS[reader](page())
    assert "Duluth, Minnesota · +1 218-555-0142 · marisol.okafor@example.org" in text


def test_stretched_blanks_move_nothing(
    page: Callable[[], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is seen as it was."""
    stretched = page()
    monkeypatch.setattr(written, "stretch_blanks", lambda *_: None)
    assert drawn(stretched) == drawn(page())
    assert stretched != page()


def drawn(pdf: bytes) -> bytes:
    """The first page as pixels."""
    return bytes(PdfDocument(pdf)[0].render(scale=2).to_pil().tobytes())


def test_a_font_with_a_second_space(theme: Theme, cache: Path) -> None:
    """Where Hangul and Latin stand in one document, each has its own; both are stretched."""
    words = locale_words("ko")
    korean = theme_for(theme, words.script, frozenset("냉장 창고"))
    runs = tuple(Run(part) for part in re.split("( · )", "+44 20 5550 0100 · rowe.example"))
    contact = replace(block("c", BlockKind.CONTACT, ""), text=runs)
    text = block("p", BlockKind.PARAGRAPH, "냉장 창고 4곳과 직원")
    page = Document("x", "x", "ko", (contact,), (Section("s", None, (text,)),))
    setting = setting_of(korean, "letter", "normal")
    pdf = render_pdf(page, setting, 0, cache).data
    for read in READERS.values():
        assert "+44 20 5550 0100 · rowe.example" in read(pdf)
