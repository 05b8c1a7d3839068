"""The line at the foot of the second page: name and number, and no part of the text."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pypdf
import pytest
from msgspec.structs import replace
from pypdf.generic import NullObject

from lapel.rendering.docx.document import render_docx
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.theme.model import Theme
from tests.quick import one_quick
from tests.rendering.documents import theme_named, two_pages

WITH_FOOTER = ["academic", "compact", "executive"]
NAME = "Marisol Okafor-Lind"


@pytest.fixture(params=one_quick(WITH_FOOTER), scope="module")
def footed(request: pytest.FixtureRequest) -> Theme:
    """Each theme that has a footer."""
    return theme_named(request.param)


@pytest.fixture(scope="module")
def pages(footed: Theme, cache: Path) -> bytes:
    """Two pages and more in such a theme."""
    return render_pdf(two_pages(), setting_of(footed, "letter", "normal"), -1, cache).data


def test_it_is_on_every_page_but_the_first(pages: bytes) -> None:
    """The first page begins with the name; the others end with it, and with their number."""
    first, *others = pypdf.PdfReader(io.BytesIO(pages)).pages
    assert not re.search(rf"{NAME} . \d", first.extract_text())
    assert others
    for number, page in enumerate(others, 2):
        assert re.search(rf"{NAME} . {number}", page.extract_text())


def test_a_single_page_has_none(footed: Theme, cache: Path) -> None:
    """Nobody numbers one page."""
    whole = two_pages()
    short = replace(whole, sections=whole.sections[:1])
    rendered = render_pdf(short, setting_of(footed, "letter", "normal"), -1, cache)
    [page] = pypdf.PdfReader(io.BytesIO(rendered.data)).pages
    assert page.extract_text().count(NAME) == 1


def test_it_is_no_part_of_the_text(pages: bytes) -> None:
    """It is an artifact of pagination, and nothing else of the page is one."""
    reader = pypdf.PdfReader(io.BytesIO(pages))
    for number, page in enumerate(reader.pages):
        contents = page.get_contents()
        assert contents is not None
        assert contents.get_data().count(b"/Subtype /Footer") == (1 if number else 0)


def test_the_structure_names_what_is_marked(pages: bytes) -> None:
    """Each number of the parent tree is an element under the root, or nothing for a footer."""
    root: Any = pypdf.PdfReader(io.BytesIO(pages)).trailer["/Root"]
    tree = root["/StructTreeRoot"]
    for numbers in tree["/ParentTree"]["/Nums"]:
        for reference in numbers if isinstance(numbers, list) else []:
            element = reference.get_object()
            if isinstance(element, NullObject):
                continue
            while element.get("/Type") != "/StructTreeRoot":
                parent = element["/P"].get_object()
                assert element in [child_of(kid) for kid in kids_of(parent)]
                element = parent


def kids_of(element: Any) -> list[Any]:  # noqa: ANN401 - pypdf's
    kids = element["/K"]
    return list(kids) if isinstance(kids, list) else [kids]


def child_of(kid: Any) -> Any:  # noqa: ANN401 - pypdf's
    return kid.get_object() if hasattr(kid, "get_object") else kid


def test_a_word_file_has_the_same(footed: Theme) -> None:
    """A footer of its own part, which the first page goes without, with fields for the numbers."""
    setting = setting_of(footed, "letter", "normal")
    package = zipfile.ZipFile(io.BytesIO(render_docx(two_pages(), setting, -1)))
    footer = package.read("word/footer1.xml").decode()
    assert NAME in footer
    assert 'w:instr="PAGE"' in footer
    body = package.read("word/document.xml").decode()
    assert "<w:titlePg/>" in body
    assert 'w:type="default"' in body
