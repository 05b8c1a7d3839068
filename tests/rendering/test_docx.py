"""What Word, and a parser of DOCX, finds in the file."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from fontTools.ttLib import TTFont
from msgspec.structs import replace

from lapel.document.tree import Document
from lapel.rendering.docx.document import render_docx
from lapel.rendering.docx.fonts import obfuscate
from lapel.rendering.metrics import bullet_width_em
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme
from lapel.theme.scripts import theme_for
from tests.given import locale_words
from tests.rendering.documents import (
    HEADER,
    block,
    bullets,
    letter,
    one_page,
    section,
    theme_named,
    two_pages,
)
from tests.rendering.readers import by_pypdf, words_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


@pytest.fixture(scope="module")
def two(theme: Theme) -> bytes:
    """The two-page resume."""
    return rendered(two_pages(), theme)


def rendered(
    document: Document, theme: Theme, paper: str = "letter", step: str = "normal", scale: float = 0
) -> bytes:
    setting = setting_of(theme, paper, step)
    return render_docx(document, setting, scale)


def part(data: bytes, name: str) -> ElementTree.Element:
    """One part of the package as XML."""
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def text_of(data: bytes) -> str:
    """All text, paragraph by paragraph, with tabs and breaks as blanks."""
    blanks = {f"{W}tab": "\t", f"{W}br": "\n"}
    lines = []
    for paragraph in part(data, "word/document.xml").iter(f"{W}p"):
        pieces = [blanks.get(node.tag, node.text or "") for node in paragraph.iter()]
        lines.append("".join(pieces))
    return "\n".join(lines)


def style_of(paragraph: Paragraph) -> ParagraphStyle:
    assert paragraph.style is not None
    return paragraph.style


def test_words_and_links_are_those_of_the_pdf(theme: Theme, cache: Path, two: bytes) -> None:
    """Both files say the same words in the same order, and link to the same places."""
    setting = setting_of(theme, "letter", "normal")
    pdf = render_pdf(two_pages(), setting, 0, cache)
    assert words_of(text_of(two)) == words_of(by_pypdf(pdf.data))
    expected = [run.href for leaf in two_pages().blocks() for run in leaf.text if run.href]
    relations = {
        relation.attrib["Id"]: relation.attrib["Target"]
        for relation in part(two, "word/_rels/document.xml.rels")
    }
    links = part(two, "word/document.xml").iter(f"{W}hyperlink")
    assert [relations[link.attrib[f"{R}id"]] for link in links] == expected


def test_a_letter_says_the_same_in_both_files(theme: Theme, cache: Path) -> None:
    """Its words and its styles are in the DOCX, and every style it names is there."""
    theme = theme.for_letter()
    setting = setting_of(theme, "letter", "normal")
    data = render_docx(letter(), setting, 0)
    pdf = render_pdf(letter(), setting, 0, cache)
    assert words_of(text_of(data)) == words_of(by_pypdf(pdf.data))
    ids = [style.attrib[f"{W}val"] for style in part(data, "word/document.xml").iter(f"{W}pStyle")]
    kinds = {id.split("Under")[0] for id in ids}
    assert {"Date", "Recipient", "Salutation", "LetterText", "Closing", "Signature"} <= kinds
    styles = part(data, "word/styles.xml").iter(f"{W}style")
    assert set(ids) <= {style.attrib[f"{W}styleId"] for style in styles}


def test_nothing_is_formatted_by_hand(two: bytes) -> None:
    """Paragraphs and runs carry a named style and nothing else; no tables, no text boxes."""
    body = part(two, "word/document.xml")
    for properties in body.iter(f"{W}pPr"):
        assert [child.tag for child in properties] == [f"{W}pStyle"]
    for properties in body.iter(f"{W}rPr"):
        assert [child.tag for child in properties] == [f"{W}rStyle"]
    found = {node.tag.removeprefix(W) for node in body.iter()}
    assert found <= {
        *("document", "body", "p", "pPr", "pStyle", "r", "rPr", "rStyle", "t", "tab", "br"),
        *("hyperlink", "sectPr", "pgSz", "pgMar"),
    }


def test_it_has_no_theme_part(two: bytes) -> None:
    """So that every colour and font comes from its styles, whatever a program's theme says."""
    package = zipfile.ZipFile(io.BytesIO(two))
    assert [name for name in package.namelist() if "theme" in name] == []
    assert b"theme" not in package.read("word/styles.xml").lower()


def test_every_style_that_is_named_exists(two: bytes) -> None:
    """No paragraph or run names a style that the file does not define."""
    styles = {style.attrib[f"{W}styleId"] for style in part(two, "word/styles.xml")[1:]}
    body = part(two, "word/document.xml")
    used = {
        node.attrib[f"{W}val"] for node in body.iter() if node.tag in (f"{W}pStyle", f"{W}rStyle")
    }
    assert used <= styles


def test_headings_and_lists_are_real(theme: Theme, two: bytes) -> None:
    """Word's outline shows the sections; bullets are a list with a hanging indent."""
    word = docx.Document(io.BytesIO(two))
    names = [style_of(paragraph).name for paragraph in word.paragraphs]
    kinds = [leaf.kind for leaf in two_pages().blocks()]
    assert names.count("Title") == 1
    headings = [name for name in names if name.split(" Under ")[0] == "Heading 1"]
    assert len(headings) == kinds.count(BlockKind.HEADING)
    lists = [name for name in names if name in ("List Bullet", "List Bullet Kept")]
    assert len(lists) == kinds.count(BlockKind.BULLET)
    level = part(two, "word/numbering.xml").find(f".//{W}lvl")
    assert level is not None
    indent = level.find(f"{W}pPr/{W}ind")
    assert indent is not None
    size = theme.styles[BlockKind.BULLET].size_pt
    assert indent.attrib[f"{W}left"] == str(round(theme.bullet.indent_em * size * 20))
    assert "•" not in text_of(two)


def test_spacing_is_exact_and_above_only(two: bytes) -> None:
    """Every paragraph style has an exact line, space before, and none after."""
    for style in part(two, "word/styles.xml").iter(f"{W}style"):
        if style.attrib[f"{W}type"] == "paragraph":
            spacing = style.find(f"{W}pPr/{W}spacing")
            assert spacing is not None
            assert spacing.attrib[f"{W}lineRule"] == "exact"
            assert spacing.attrib.get(f"{W}after", "0") == "0"


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("step", ["roomy", "normal", "compact"])
def test_dates_stand_at_the_right_edge(theme: Theme, paper: str, step: str) -> None:
    """The tab stop of lines with an aside is the width of the text, at any paper and step."""
    data = rendered(one_page(), theme, paper, step)
    width = setting_of(theme, paper, step).width_pt
    stops = [tab.attrib for tab in part(data, "word/styles.xml").iterfind(f".//{W}tabs/{W}tab")]
    assert stops
    for stop in stops:
        assert stop[f"{W}val"] == "right"
        assert abs(int(stop[f"{W}pos"]) / 20 - width) <= 0.05


def test_a_title_too_long_takes_words_down_to_its_date(theme: Theme) -> None:
    """The break is written where the PDF has it, so that Word does not tear the date."""
    long = "Professor of Comparative Historical Linguistics, Director of the Graduate School of Art"
    leaves = [
        block("r1", BlockKind.ROLE, f"{long}, interim", "September 2019 – Present"),
        block("r2", BlockKind.NEXT_ROLE, "Lecturer", "2012 – 2019"),
        block("r3", BlockKind.NEXT_ROLE, "x" * 100, "September 2010 – October 2012"),
    ]
    document = Document("x", "x", "en", HEADER, (section("w", "Work", *leaves),))
    lines = text_of(rendered(document, theme)).replace("\u00a0", " ").split("\n")
    head, tail = f"{long}, interim".split("Director")
    assert lines[-5:] == [
        head.strip(),
        f"Director{tail}\tSeptember 2019 – Present",
        "Lecturer\t2012 – 2019",
        "x" * 100,
        "\tSeptember 2010 – October 2012",
    ]


def test_a_link_that_wraps_before_its_date_is_one_link(theme: Theme) -> None:
    """The written break stands inside the link, in the order of its words."""
    text = (
        f"Grazing, recruitment and collapse in sixty-one sites, {'Cold Water ' * 3}Ecology 31 (12)"
    )
    runs = (Run(text, href="https://kelp.example"),)
    leaf = block("p", BlockKind.LINE, runs, "September 2019")
    data = rendered(Document("x", "x", "en", HEADER[:1], (section("p", "P", leaf),)), theme)
    (link,) = part(data, "word/document.xml").iter(f"{W}hyperlink")
    assert [node.tag.removeprefix(W) for node in link.iter()].count("br") == 1
    first, second = text_of(data).replace("\u00a0", " ").split("\n")[-2:]
    assert f"{first} {second}" == f"{text}\tSeptember 2019"


def test_what_has_no_glyph_is_the_same_in_both_files(theme: Theme, cache: Path) -> None:
    """Pictures are in neither, and a letter that no font draws is a mark in both."""
    leaf = block("x", BlockKind.PARAGRAPH, "Taught 中文 to adults 🎉, twice")
    document = Document("x", "x", "en", HEADER[:1], (section("s", "S", leaf),))
    setting = setting_of(theme, "letter", "normal")
    pdf = render_pdf(document, setting, 0, cache)
    assert words_of(text_of(rendered(document, theme))) == words_of(by_pypdf(pdf.data))
    assert "Taught ?? to adults, twice" in " ".join(words_of(by_pypdf(pdf.data)))


def test_a_contact_line_too_long_breaks_where_the_pdf_does(theme: Theme) -> None:
    """The line break takes the place of a separator in both."""
    items = [Run(f"{letter * 30}.example.org") for letter in "abcd"]
    runs = [run for item in items for run in (item, Run(" · "))][:-1]
    header = block("c", BlockKind.CONTACT, tuple(runs))
    lines = text_of(rendered(Document("x", "x", "en", (header,), ()), theme)).split("\n")
    assert [line.count("·") for line in lines] == [1, 1]


def test_colours_of_the_theme_are_styles(theme: Theme) -> None:
    """A kind or an aside with a colour of its own has it through its style."""
    look = theme.styles[BlockKind.ROLE]
    muted = replace(look, color="#444444", aside=replace(look.aside, color="#555555"))
    styles = {**theme.styles, BlockKind.ROLE: muted}
    leaf = block("r", BlockKind.ROLE, "Cook", "2017", keep=True)
    data = rendered(Document("x", "x", "en", (leaf,), ()), replace(theme, styles=styles))
    colors = {
        style.attrib[f"{W}styleId"]: color.attrib[f"{W}val"]
        for style in part(data, "word/styles.xml").iter(f"{W}style")
        for color in style.iter(f"{W}color")
    }
    assert colors == {"Role": "444444", "Color555555": "555555"}


def test_language_title_and_author(two: bytes) -> None:
    """The file says what it is, in which language, and by whom; it has no dates of its own."""
    properties = docx.Document(io.BytesIO(two)).core_properties
    assert (properties.title, properties.author) == ("Marisol Okafor-Lind",) * 2
    language = part(two, "word/styles.xml").find(f".//{W}lang")
    assert language is not None
    assert language.attrib[f"{W}val"] == "en-US"
    assert b"dcterms" not in zipfile.ZipFile(io.BytesIO(two)).read("docProps/core.xml")


def test_the_same_document_gives_the_same_bytes(theme: Theme, two: bytes) -> None:
    """No time of day is in the package."""
    assert rendered(two_pages(), theme) == two
    times = {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(two)).infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_the_themes_fonts_travel_with_it(theme: Theme, two: bytes) -> None:
    """Four faces are embedded, and are the theme's once their key is applied."""
    package = zipfile.ZipFile(io.BytesIO(two))
    font = part(two, "word/fontTable.xml")[0]
    assert font.attrib[f"{W}name"] == theme.font.family
    assert part(two, "word/settings.xml").find(f"{W}embedTrueTypeFonts") is not None
    keys = [node.attrib[f"{W}fontKey"].strip("{}") for node in font if f"{W}fontKey" in node.attrib]
    faces = []
    for number, key in enumerate(keys, 1):
        data = obfuscate(package.read(f"word/fonts/font{number}.odttf"), key)
        faces.append(TTFont(io.BytesIO(data))["name"].getDebugName(2))
    assert faces == ["Regular", "Bold", "Italic", "Bold Italic"]


def test_emphasis_inside_an_italic_title_is_upright(theme: Theme) -> None:
    """As in the PDF, emphasis turns the look of its line around."""
    leaf = block("r", BlockKind.ROLE, (Run("Lecturer with "), Run("venia legendi", emphasis=True)))
    document = Document("x", "x", "en", (), (section("w", "Work", leaf),))
    runs = docx.Document(io.BytesIO(rendered(document, theme))).paragraphs[1].runs
    assert [(run.text, run.style.name) for run in runs] == [
        ("Lecturer with ", "Emphasis"),
        ("venia legendi", "Default Paragraph Font"),
    ]


def test_a_role_that_lets_go_has_a_style_that_does(theme: Theme) -> None:
    """Whether a line stays with the next one is in its style, too."""
    leaves = [
        block("r1", BlockKind.ROLE, "Kept", keep=True),
        *bullets("b", ["x"]),
        block("r2", BlockKind.ROLE, "Loose"),
    ]
    document = Document("x", "x", "en", (), (section("w", "Work", *leaves),))
    paragraphs = docx.Document(io.BytesIO(rendered(document, theme))).paragraphs
    kept = {p.text: bool(style_of(p).paragraph_format.keep_with_next) for p in paragraphs}
    assert kept == {"WORK": True, "Kept": True, "x": False, "Loose": False}


def test_hostile_text_is_only_text(theme: Theme) -> None:
    """Control characters, markup and odd addresses neither stop it nor break the file."""
    runs = (
        Run("a\x00\x07b <w:t> & ]]> \ud800 \ufffe c\td\ne "),
        Run("link", href="https://example.org/a b?x=<y>&z=ü"),
    )
    part_of_it = section("w", "W", block("x", BlockKind.PARAGRAPH, runs))
    document = Document("T\x00<x>", "A\x01&", "en", (), (part_of_it,))
    data = rendered(document, theme)
    assert "ab <w:t> & ]]> c d e link" in text_of(data).replace("\u00a0", " ")
    relations = part(data, "word/_rels/document.xml.rels")
    targets = [r.attrib["Target"] for r in relations if "TargetMode" in r.attrib]
    assert targets == ["https://example.org/a%20b?x=%3Cy%3E&z=%C3%BC"]


def test_fonts_that_travel_cut_have_names_of_their_own(theme: Theme) -> None:
    """Two files open at once do not draw with each other's characters; a whole family is itself."""
    words = locale_words("ja")
    found = []
    for text in ("品質管理", "応用化学"):
        leaf = block("x", BlockKind.PARAGRAPH, text)
        japanese = theme_for(theme, words.script, frozenset(text))
        document = Document("x", "x", "ja", HEADER[:1], (section("s", "S", leaf),))
        package = zipfile.ZipFile(io.BytesIO(rendered(document, japanese)))
        font = ElementTree.fromstring(package.read("word/fontTable.xml"))[0]
        name, regular = font.attrib[f"{W}name"], font.find(f"{W}embedRegular")
        assert regular is not None
        assert f'w:eastAsia="{name}"' in package.read("word/styles.xml").decode()
        key = regular.attrib[f"{W}fontKey"].strip("{}")
        face = TTFont(io.BytesIO(obfuscate(package.read("word/fonts/font1.odttf"), key)))
        assert face["name"].getDebugName(1) == name
        found.append(name.rpartition(" "))
    assert found[0][0] == found[1][0] == japanese.font.family
    assert found[0][2] != found[1][2]


@pytest.mark.parametrize("name", ["academic", "compact"])
def test_fonts_that_travel_cut_have_what_a_footer_and_a_bullet_show(name: str) -> None:
    """The glyph before a bullet, the person's name and every figure, whatever the text has."""
    words = locale_words("ja")
    theme = theme_for(theme_named(name), words.script, frozenset("品質"))
    bullet = block("x", BlockKind.BULLET, "品質")
    document = Document("x", "山田", "ja", HEADER[:1], (section("s", "S", bullet),))
    package = zipfile.ZipFile(io.BytesIO(rendered(document, theme)))
    font = ElementTree.fromstring(package.read("word/fontTable.xml"))[0]
    regular = font.find(f"{W}embedRegular")
    assert regular is not None
    key = regular.attrib[f"{W}fontKey"].strip("{}")
    face = TTFont(io.BytesIO(obfuscate(package.read("word/fonts/font1.odttf"), key)))
    shown = theme.bullet.glyph + "山田0123456789"
    assert [c for c in shown if ord(c) not in face.getBestCmap()] == []


def test_a_bullet_from_right_to_left_hangs_by_its_middle() -> None:
    """Word and LibreOffice disagree on which side of it is "left"; the middle is inset and half
    the glyph from the edge.
    """
    words = locale_words("ar")
    theme = theme_for(theme_named("executive"), words.script, frozenset("سيرة"))
    numbering = part(rendered(one_page(), theme), "word/numbering.xml")
    (justified,) = numbering.iter(f"{W}lvlJc")
    (indents,) = numbering.iter(f"{W}ind")
    assert justified.attrib[f"{W}val"] == "center"
    size_pt = theme.step("normal").size_pt(theme.styles[BlockKind.BULLET])
    glyph_pt = bullet_width_em(theme, theme.styles[BlockKind.BULLET]) * size_pt
    middle_pt = (int(indents.attrib[f"{W}left"]) - int(indents.attrib[f"{W}hanging"])) / 20
    assert middle_pt == pytest.approx(theme.bullet.inset_em * size_pt + glyph_pt / 2, abs=0.1)
