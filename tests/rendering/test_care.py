"""Typographic care as it is seen on the pages of every theme."""

import io
import re
from collections.abc import Iterator
from functools import cache as once
from pathlib import Path

import docx
import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTComponent, LTContainer

from lapel.document.tree import Block, Document
from lapel.rendering.docx.document import render_docx
from lapel.rendering.metrics import text_width_em
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.text.inline import parse_inline
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import AsidePosition
from tests.rendering.documents import block, bullets, section, with_dates
from tests.rendering.readers import by_pdfminer, by_pdftotext, by_pypdf
from tests.rendering.test_pdf import links_of

NO_BREAK = "\u00a0"
EDGES = re.compile(
    r'<word xMin="(?P<x>[\d.]+)" yMin="[\d.]+" xMax="(?P<r>[\d.]+)" yMax="(?P<y>[\d.]+)">'
    "(?P<text>.*?)</word>"
)
ENDS = ("a", "it", "of", "as", "by 4", "all", "unit", "wards")
FILLER = "Rewrote handover notes with night staff and halved the discrepancies found at change"


def page_of(*leaves: Block) -> Document:
    return Document("Ada", "Ada", "en-US", (), (section("s", "Work", *leaves),))


def pdf_of(theme: Theme, cache: Path, *leaves: Block) -> bytes:
    setting = setting_of(theme, "letter", "normal")
    return render_pdf(page_of(*leaves), setting, 0, cache).data


@once
def lines_of(pdf: bytes) -> list[list[tuple[str, float, float]]]:
    """The words of each line with their left and right edges, in points."""
    lines: dict[int, list[tuple[str, float, float]]] = {}
    for found in EDGES.finditer(by_pdftotext(pdf, "-bbox")):
        word = (found["text"], float(found["x"]), float(found["r"]))
        lines.setdefault(round(float(found["y"])), []).append(word)
    return [sorted(line, key=lambda word: word[1]) for _, line in sorted(lines.items())]


def test_bullets_hang(each: Theme, cache: Path) -> None:
    """The lines of a bullet begin where its first word does, to a twentieth of a point."""
    text = " ".join([FILLER] * 3)
    _, first, *others = lines_of(pdf_of(each, cache, *bullets("b", [text])))
    assert first[0][0] == each.bullet.glyph
    assert len(others) >= 2
    for line in others:
        assert line[0][1] == pytest.approx(first[1][1], abs=0.05)


def test_dates_are_flush_with_the_right_edge(each: Theme, cache: Path) -> None:
    """Whatever their last character, and whatever their look, they end at the text's edge."""
    moved = with_dates(each, AsidePosition.RIGHT)
    dates = ("Mar 2021 – Present", "2010 – 2011", "Remote", "Duluth, MN", "Jul 2014")
    kinds = (BlockKind.ORGANISATION, BlockKind.ROLE, BlockKind.LINE)
    leaves = [block(f"{k}{n}", k, "x", d) for k in kinds for n, d in enumerate(dates)]
    page = setting_of(each, "letter", "normal").geometry
    edge = page.width_pt - page.side_margin_pt
    _, *lines = lines_of(pdf_of(moved, cache, *leaves))
    assert [line[-1][2] for line in lines] == [pytest.approx(edge, abs=0.1)] * len(leaves)


def test_no_short_word_ends_a_bullet_alone(each: Theme, cache: Path) -> None:
    """Of bullets of every length around one line, none leaves a stub on the next."""
    words = FILLER.split()
    texts = [" ".join([*(words * 3)[:n], end]) for n in range(10, 22) for end in ENDS]
    lines = lines_of(pdf_of(each, cache, *bullets("b", texts)))
    last = [line for line in lines[1:] if line[0][0] != each.bullet.glyph]
    assert last
    assert [line for line in last if len(line) == 1 and len(line[0][0]) < 4] == []


def test_pairs_are_kerned(each: Theme, cache: Path) -> None:
    """A "V" comes nearer to an "A" than their widths say."""
    text = "AVAVAVAVAVAVAV"
    leaf = block("x", BlockKind.PARAGRAPH, text)
    [_, [(_, left, right)]] = lines_of(pdf_of(each, cache, leaf))
    size_pt = each.step("normal").size_pt(each.styles[BlockKind.PARAGRAPH])
    assert right - left < 0.98 * size_pt * text_width_em(text, each.font.faces[:1])


def test_tracked_capitals_are_whole_words(each: Theme, cache: Path) -> None:
    """Wherever two capitals stand beside each other, no reader takes their distance for a blank."""
    capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÉÓŁŚ"
    halves = (capitals[:16], capitals[16:])
    words = ["".join(one + other for other in half) for one in capitals for half in halves]
    leaves = [block(word, BlockKind.HEADING, word) for word in words]
    pdf = pdf_of(each, cache, *leaves)
    for read in (by_pypdf, by_pdftotext, by_pdfminer):
        found = [word.upper() for word in read(pdf).split()]
        assert [word for word in words if word not in found] == [], read


def test_ligatures_are_off(each: Theme, cache: Path) -> None:
    """Each glyph is one letter, so that every reader finds the words."""
    text = "An efficient office filed flawless affidavits of fjords"
    pdf = pdf_of(each, cache, block("x", BlockKind.PARAGRAPH, text))
    glyphs = list(glyphs_of(next(iter(extract_pages(io.BytesIO(pdf))))))
    assert [glyph for glyph in glyphs if len(glyph) != 1] == []
    assert "".join(text.split()) in "".join(glyphs).replace(" ", "")


def glyphs_of(item: LTComponent) -> Iterator[str]:
    """What each glyph under an item of a page stands for."""
    if isinstance(item, LTChar):
        yield item.get_text().replace(NO_BREAK, " ")
    elif isinstance(item, LTContainer):
        for child in item:
            yield from glyphs_of(child)


def test_the_docx_breaks_where_the_pdf_does(each: Theme) -> None:
    """Dates, numbers with units and last words are held together by the same blanks."""
    text = "Saved 12 kg of copper in 2019 and told Dr. Abara so in the end"
    setting = setting_of(each, "letter", "normal")
    data = render_docx(page_of(*bullets("b", [text])), setting, 0)
    [_, bullet] = docx.Document(io.BytesIO(data)).paragraphs
    held = ["12 kg", "in 2019", "Dr. Abara", "the end"]
    assert all(part.replace(" ", NO_BREAK) in bullet.text for part in held)


def test_nothing_in_a_word_file_undoes_it(each: Theme) -> None:
    """Kerning is on, widow control is off, and lines have their exact height."""
    setting = setting_of(each, "letter", "normal")
    word = docx.Document(io.BytesIO(render_docx(page_of(), setting, 0)))
    styles = word.styles.element
    assert styles.xpath("w:docDefaults//w:kern/@w:val") == ["2"]
    assert styles.xpath("w:docDefaults//w:widowControl/@w:val") == ["0"]
    rules = styles.xpath('w:style[@w:type="paragraph"]//w:spacing/@w:lineRule')
    assert set(rules) == {"exact"}


ADDRESSES = {
    "https://kiln-and-co.example/press/cold": "https://kiln-and-co.example/press/cold",
    "https://kiln.example/p?id=42&lang=en": "https://kiln.example/p?id=42&lang=en",
    f"https://kiln.example/press/{'a-' * 40}z": "https://kiln.example/press/…",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_within_a_text_is_whole_and_short(
    each: Theme, cache: Path, address: str
) -> None:
    """Wherever a line would end within it; its link is whole in both formats."""
    texts = [f"{FILLER[:30]} {'and on ' * n}see {address}, and kept it so" for n in range(4, 9)]
    leaves = bullets("b", [parse_inline(text) for text in texts])
    pdf = pdf_of(each, cache, *leaves)
    for read in (by_pdftotext, by_pypdf):
        words = [word.rstrip(",") for word in read(pdf).split()]
        assert words.count(ADDRESSES[address]) == len(texts)
    data = render_docx(page_of(*leaves), setting_of(each, "letter", "normal"), 0)
    word = docx.Document(io.BytesIO(data))
    links = [link.address for line in word.paragraphs for link in line.hyperlinks]
    assert links == links_of(pdf) == [address] * len(texts)


def test_asides_keep_their_words(each: Theme, cache: Path) -> None:
    """A date is never torn, wherever a theme sets it."""
    leaf = block("r", BlockKind.ROLE, "Head of " + "Lengthening " * 9, "Mar 2021 – Present")
    text = by_pypdf(pdf_of(each, cache, leaf))
    assert "Mar 2021 – Present" in " ".join(text.split())
    assert any("Mar 2021 – Present" in line for line in text.replace(NO_BREAK, " ").splitlines())
