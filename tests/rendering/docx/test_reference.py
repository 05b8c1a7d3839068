"""A company's own Word file gives the looks, the page, the header and the footer."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Inches, Pt, RGBColor

from lapel.document.tree import Document
from lapel.rendering import office
from lapel.rendering.docx.document import render_docx
from lapel.rendering.docx.named_fonts import find_named_fonts
from lapel.rendering.docx.reference import open_reference, render_into_reference
from lapel.rendering.docx.settling import pages_of, settle_page_turns
from lapel.rendering.docx.turns import DEALT
from lapel.rendering.office import WordFileError, lay_out_docx, page_texts_of_docx
from lapel.rendering.setting import setting_of
from lapel.theme.model import BlockKind, Theme
from tests.rendering.documents import block, bullets, one_page, section, two_pages
from tests.rendering.readers import by_pdftotext
from tests.rendering.test_office import convert, needs_office


def company() -> WordDocument:
    """A file as a company might have it: Word's usual styles, changed here and there."""
    word = docx.Document()
    title = word.styles["Title"]
    title.font.size, title.font.color.rgb = Pt(27), RGBColor(0x99, 0x00, 0x33)
    [section] = word.sections
    section.left_margin, section.right_margin = Inches(1.25), Inches(0.75)
    section.header.paragraphs[0].text = "Brightwater Staffing"
    section.footer.paragraphs[0].text = "brightwater.example"
    word.add_paragraph("Replace this text.")
    word.add_table(1, 1)
    return word


def bytes_of(word: WordDocument) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def archive(name: str) -> bytes:
    """An archive of one file that is empty."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr(name, "")
    return file.getvalue()


@pytest.fixture(scope="module")
def made(theme: Theme) -> WordDocument:
    """The one-page resume in the company's looks, read back."""
    data = render_into_reference(one_page(), theme, theme.step("normal"), bytes_of(company()))
    return docx.Document(io.BytesIO(data))


def test_the_words_are_ours_and_nothing_else(made: WordDocument) -> None:
    """What stood in the file is gone, tables too; every leaf is a paragraph."""
    assert "Replace" not in "".join(p.text for p in made.paragraphs)
    assert made.tables == []
    assert len(made.paragraphs) == len(list(one_page().blocks()))
    assert made.core_properties.author == "Marisol Okafor-Lind"


def test_page_header_and_footer_stay(made: WordDocument) -> None:
    """Margins and the lines around the text are the company's."""
    [section] = made.sections
    assert section.left_margin == Inches(1.25)
    assert section.header.paragraphs[0].text == "Brightwater Staffing"
    assert section.footer.paragraphs[0].text == "brightwater.example"


def test_a_title_has_no_line_of_the_theme_s(theme: Theme) -> None:
    """Its own font ends the lines of a name and a headline, however long they are."""
    texts = ("Ada of the " + "Long " * 30 + "Name", "Deputy Director " * 20 + "Emerita")
    header = (
        block("name", BlockKind.NAME, texts[0]),
        block("headline", BlockKind.HEADLINE, texts[1]),
    )
    document = Document("Ada", "Ada", "en-US", header, ())
    data = render_into_reference(document, theme, theme.step("normal"), bytes_of(company()))
    paragraphs = docx.Document(io.BytesIO(data)).paragraphs
    assert tuple(" ".join(p.text.split(" ")) for p in paragraphs) == texts


def test_styles_of_the_file_are_taken_as_they_are(made: WordDocument) -> None:
    """The name is a Title, headings are headings, bullets are in the file's own list."""
    names = {p.text: p.style.name for p in made.paragraphs if p.style is not None}
    assert names["Marisol Okafor-Lind"] == "Title"
    assert names["Experience"] == "Heading 1"
    assert names["Trained float staff."] == "List Bullet"
    assert made.styles["Title"].font.size == Pt(27)


def test_what_the_file_lacks_is_based_on_what_it_has(made: WordDocument) -> None:
    """Roles and contact are on Normal; employers, with a date, on the file's second heading."""
    [role] = [s for s in made.styles if s.name == "Role With Date"]
    [employer] = [s for s in made.styles if s.name == "Heading 2 With Date"]
    assert (role.base_style.name, employer.base_style.name) == ("Normal", "Heading 2")
    [tab] = role.paragraph_format.tab_stops
    assert tab.position == Inches(8.5 - 2)
    fonts = {s.font.name for s in made.styles if s.type == WD_STYLE_TYPE.PARAGRAPH}
    assert "Source Serif Pro" not in fonts


def test_a_file_without_lists_gets_one(theme: Theme) -> None:
    """Bullets are a real list, whether the file has a numbering part or none."""
    word = company()
    styles = word.styles.element
    for style in styles.xpath('w:style[@w:styleId="ListBullet"]'):
        styles.remove(style)
    with_part = bytes_of(word)
    for id, relation in list(word.part.rels.items()):
        if relation.reltype.endswith("/numbering"):
            del word.part.rels[id]
    for reference in (with_part, bytes_of(word)):
        data = render_into_reference(one_page(), theme, theme.step("normal"), reference)
        written = docx.Document(io.BytesIO(data))
        [style] = [s for s in written.styles if s.name == "List Bullet"]
        [number] = style.element.xpath(".//w:numId/@w:val")
        numbering = written.part.numbering_part.element
        assert numbering.xpath(f'w:num[@w:numId="{number}"]')


def test_a_template_serves_as_well(theme: Theme) -> None:
    """A DOTX is a DOCX by another name."""
    source = zipfile.ZipFile(io.BytesIO(bytes_of(company())))
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data.replace(b"document.main+xml", b"template.main+xml"))
    data = render_into_reference(one_page(), theme, theme.step("normal"), file.getvalue())
    assert b"document.main+xml" in zipfile.ZipFile(io.BytesIO(data)).read("[Content_Types].xml")


def test_lapels_own_file_is_a_reference(theme: Theme) -> None:
    """A file that lapel wrote, edited in Word, gives its styles to the next."""
    reference = render_docx(two_pages(), setting_of(theme, "letter", "normal"), 0)
    step = theme.step("normal")
    once = render_into_reference(one_page(), theme, step, reference)
    assert once == render_into_reference(one_page(), theme, step, reference)
    names = [style.name for style in docx.Document(io.BytesIO(once)).styles]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    "data",
    [b"", b"no word", b"PK\x05\x06" + bytes(18), archive("notes.txt")],
    ids=["empty", "text", "empty archive", "archive"],
)
def test_another_file_is_told_as_such(data: bytes) -> None:
    """What is no Word file is one error, no traceback."""
    with pytest.raises(WordFileError, match="it is not a Word document"):
        open_reference(data)


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("[Content_Types].xml", b""),
        ("_rels/.rels", b"<a/>"),
        ("word/document.xml", b"<w:document"),
        ("word/document.xml", b"<a/>"),
        ("word/styles.xml", b"<a/>"),
        ("word/styles.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&d;</a>"),
        ("docProps/core.xml", b"<a/>"),
    ],
)
def test_a_damaged_part_is_told_as_such(part: str, content: bytes, theme: Theme) -> None:
    """Whatever of the file cannot be read, it is one error, no traceback."""
    whole, damaged = io.BytesIO(bytes_of(company())), io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(damaged, "w") as target:
        assert part in source.namelist()
        for name in source.namelist():
            target.writestr(name, content if name == part else source.read(name))
    with pytest.raises(WordFileError, match="damaged"):
        render_into_reference(one_page(), theme, theme.step("normal"), damaged.getvalue())


@pytest.mark.slow
@needs_office
def test_no_title_stays_behind_alone(theme: Theme) -> None:
    """LibreOffice deals a file's paragraphs out, 25 to a page, and forgets what the last holds."""
    word = company()
    texts = [f"Line {number} of those that stand on page one." for number in range(DEALT - 2)]
    title = block("title", BlockKind.ROLE, "Nurse", "2016", keep=True)
    leaves = (*bullets("one", texts), title, *bullets("two", ["Came after it."]))
    document = Document("Ada", "Ada", "en-US", (), (section("work", "Work", *leaves),))
    step = theme.step("normal")

    def pages(height_pt: float, told: frozenset[str]) -> bytes:
        word.sections[0].page_height = Pt(height_pt)
        return render_into_reference(document, theme, step, bytes_of(word), told)

    blocks = tuple(document.blocks())

    def torn(height_pt: float) -> bool:
        texts = page_texts_of_docx(pages(height_pt, frozenset()))
        assert texts is not None
        found = pages_of(blocks, texts)
        return found[-2] != found[-1]

    height_pt = next(height for height in range(560, 700, 6) if torn(height))
    data = settle_page_turns(blocks, lambda told: pages(height_pt, told))
    texts_of_pages = page_texts_of_docx(data)
    assert texts_of_pages is not None
    assert pages_of(blocks, texts_of_pages)[-3:] == [0, 1, 1]


def test_a_heading_that_holds_nothing_gets_a_style_that_does(theme: Theme) -> None:
    """A company's own heading may let go of what is under it; ours does not."""
    word = company()
    for keeps in word.styles.element.xpath("w:style//w:keepNext"):
        keeps.getparent().remove(keeps)
    data = render_into_reference(one_page(), theme, theme.step("normal"), bytes_of(word))
    made = docx.Document(io.BytesIO(data))
    names = {p.text: p.style.name for p in made.paragraphs if p.style is not None}
    assert names["Experience"] == "Heading 1 Kept"
    assert made.styles["Heading 1 Kept"].paragraph_format.keep_with_next


@pytest.mark.slow
@needs_office
def test_a_date_beside_a_title_in_the_files_own_size_is_whole(theme: Theme, tmp_path: Path) -> None:
    """Titles of any length in a large heading, whatever font stands for the file's."""
    word = company()
    word.styles["Heading 2"].font.size = Pt(17)
    titles = [("Chief " * 20)[:length].strip() for length in range(30, 80, 2)]
    leaves = [
        block(f"r{n}", BlockKind.ORGANISATION, title, "May 2019 – Present")
        for n, title in enumerate(titles)
    ]
    document = Document("Ada", "Ada", "en-US", (), (section("work", "Work", *leaves),))
    (tmp_path / "0.docx").write_bytes(
        render_into_reference(document, theme, theme.step("normal"), bytes_of(word))
    )
    convert(tmp_path)
    lines = by_pdftotext((tmp_path / "0.pdf").read_bytes(), "-layout").splitlines()
    dated = [line for line in lines if "May" in line or "Present" in line]
    assert len(dated) == len(titles)
    assert [line for line in dated if not re.search("May 2019 – Present$", line)] == []


@pytest.mark.slow
@needs_office
def test_pages_are_counted(theme: Theme) -> None:
    """LibreOffice counts the pages that a file needs."""
    setting = setting_of(theme, "letter", "normal")
    laid = lay_out_docx(render_docx(two_pages(), setting, 0))
    assert laid is not None
    assert len(laid.texts) == 2


@pytest.mark.slow
@needs_office
def test_a_font_that_another_stands_in_for_is_known(theme: Theme) -> None:
    """A company's own typeface is seldom installed where a resume is written."""
    reference = company()
    reference.styles["Normal"].font.name = "Brightwater Grotesk"
    step = theme.step("normal")
    data = render_into_reference(one_page(), theme, step, bytes_of(reference))
    assert find_named_fonts(data) >= {"Brightwater Grotesk"}
    laid = lay_out_docx(data)
    assert laid is not None
    assert laid.lacks("Brightwater Grotesk")
    assert not any(map(laid.lacks, laid.fonts))


def test_without_libreoffice_nothing_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody pretends to have looked."""
    monkeypatch.setattr(office, "NAMES", ("no-such-office",))
    assert lay_out_docx(b"") is None
