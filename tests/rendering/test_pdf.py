"""What a reader of the PDF finds in it."""

import io
import random
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.fonts import only_fonts_of
from lapel.rendering.html import document_html
from lapel.rendering.pdf.document import RenderedPdf, render_pdf
from lapel.rendering.pdf.layout import _style_sheet, lay_out
from lapel.rendering.setting import setting_of
from lapel.rendering.templates import TemplateError
from lapel.rendering.tidying import tidy_runs
from lapel.rendering.typography import prepare_runs
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme
from tests.quick import one_quick
from tests.rendering.documents import (
    HEADER,
    block,
    bullets,
    one_page,
    random_subset,
    section,
    two_pages,
)
from tests.rendering.leaves import laid_out_leaves
from tests.rendering.readers import READERS, by_pdftotext, by_pypdf, lines_of, words_of

LONG = " and then so much more of it that the line is full to its end and goes on below"
RENDERED: dict[tuple[Document, str, float, Path], RenderedPdf] = {}
PdfValue = Any
WITH_ASIDE = (BlockKind.ORGANISATION, BlockKind.ROLE, BlockKind.BRIEF, BlockKind.LINE)
EVERY_STEP = pytest.mark.parametrize("step", one_quick(["compact", "normal", "roomy"]))
EVERY_READER = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


@pytest.fixture(scope="module")
def two(theme: Theme, cache: Path) -> RenderedPdf:
    """The two-page resume."""
    return rendered(two_pages(), theme, cache)


def rendered(
    document: Document, theme: Theme, cache: Path, step: str = "normal", scale: float = 0.0
) -> RenderedPdf:
    """The document on Letter, rendered once for all tests that ask for it."""
    key = (document, step, scale, cache)
    if key not in RENDERED:
        setting = setting_of(theme, "letter", step)
        RENDERED[key] = render_pdf(document, setting, scale, cache)
    return RENDERED[key]


def jobs(tail: str) -> Document:
    """Two employers and a role of each, with bullets that end in ``tail``."""
    return resume(
        block("o1", BlockKind.ORGANISATION, "Harbour Kitchen", "Lyon, France", keep=True),
        block("r1", BlockKind.ROLE, "Head Chef", "Mar 2021 – Present", keep=True),
        *bullets("b1", [f"Ran a team of six{tail}.", f"Cut waste by half{tail}."]),
        block("r2", BlockKind.NEXT_ROLE, "Sous Chef", "Jan 2018 – Feb 2021", keep=True),
        *bullets("b2", [f"Led pastry{tail}.", f"Won a star{tail}.", f"Fed 90 a night{tail}."]),
        block("o2", BlockKind.ORGANISATION, "Blue Door", "Paris", keep=True),
        block("r3", BlockKind.ROLE, "Cook", "2012 – 2017", keep=True),
        *bullets("b3", [f"Fish{tail}."]),
        block("f1", BlockKind.BRIEF, "Dishwasher, The Anchor", "2011"),
    )


def resume(*leaves: Block) -> Document:
    """A resume of one section."""
    work = section("work", "Experience", *leaves)
    return Document("Ada Cook", "Ada Cook", "en-US", HEADER, (work,))


def text_of(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in tidy_runs(runs))


@EVERY_READER
def test_every_bullet_is_read_verbatim_with_its_marker(
    two: RenderedPdf, read: Callable[[bytes], str]
) -> None:
    """Each bullet comes out word by word, the marker on the line of its first word."""
    text = read(two.data)
    flowing = " ".join(text.split())
    lines = lines_of(text)
    for leaf in two_pages().blocks():
        if leaf.kind is BlockKind.BULLET:
            bullet = text_of(leaf.text)
            assert f"• {bullet}" in flowing
            assert any(line.startswith(f"• {bullet[:20]}") for line in lines)


@EVERY_READER
@pytest.mark.parametrize("tail", ["", LONG], ids=["short", "long"])
def test_dates_are_read_with_their_role(
    theme: Theme, cache: Path, read: Callable[[bytes], str], tail: str
) -> None:
    """An aside is read on the line of its title or the one after, however short the bullets."""
    document = jobs(tail)
    lines = lines_of(read(rendered(document, theme, cache).data))
    for leaf in document.blocks():
        if leaf.aside:
            title = next(n for n, line in enumerate(lines) if line.startswith(text_of(leaf.text)))
            assert text_of(leaf.aside) in " ".join(lines[title : title + 2])


def test_a_reader_of_the_file_sees_entries_apart_and_dates_by_themselves(
    theme: Theme, cache: Path
) -> None:
    """To pypdf a blank line stands before every entry but a section's first, and dates have a line
    of their own.
    """
    lines = [line.strip() for line in by_pypdf(rendered(jobs(""), theme, cache).data).splitlines()]
    for first in ("Sous Chef", "Blue Door", "Dishwasher, The Anchor"):
        assert lines[lines.index(first) - 1] == ""
    assert lines[lines.index("Harbour Kitchen") - 1] == "EXPERIENCE"
    for dates in ("Mar 2021 – Present", "Jan 2018 – Feb 2021", "2012 – 2017", "2011"):
        assert dates in lines


@EVERY_READER
@EVERY_STEP
@pytest.mark.parametrize("scale", one_quick([-1.0, 1.0]))
def test_the_header_is_read_line_by_line(
    theme: Theme, cache: Path, read: Callable[[bytes], str], step: str, scale: float
) -> None:
    """Name, headline and contact come out as lines of their own at every step and scale."""
    lines = lines_of(read(rendered(jobs(""), theme, cache, step, scale).data))
    assert lines[:2] == ["Marisol Okafor-Lind", "Charge Nurse, Intensive Care"]
    assert lines[2].split(" · ")[-1] == "okafor-lind.example.org"
    assert lines[3] == "EXPERIENCE"


@EVERY_STEP
def test_contact_items_are_never_torn(theme: Theme, cache: Path, step: str) -> None:
    """However near the line is to full, each item stands whole on a line."""
    fixed = ["Stockton, CA", "+1 209 555-0117", "t.reyes@example.com"]
    last = [f"a-b-c/{'x-' * length}z" for length in range(2, 40)]
    leaves = [
        block(item, BlockKind.CONTACT, tuple(run for i in (*fixed, item) for run in with_dot(i)))
        for item in last
    ]
    document = Document("x", "x", "en", tuple(leaves), ())
    lines = lines_of(READERS["pdftotext"](rendered(document, theme, cache, step).data))
    items = [item for line in lines for item in line.split(" · ")]
    assert items == [item for end in last for item in (*fixed, end)]


def with_dot(item: str) -> list[Run]:
    return [Run(item)] if item.startswith("a-b") else [Run(item), Run(" · ")]


@EVERY_READER
def test_words_come_in_the_order_of_the_document(
    two: RenderedPdf, theme: Theme, read: Callable[[bytes], str]
) -> None:
    """All words and only these, in reading order."""
    assert words_of(read(two.data)) == expected_words(two_pages(), theme)


def expected_words(document: Document, theme: Theme) -> list[str]:
    return [
        word
        for leaf in document.blocks()
        for runs in (prepare_runs(leaf.text, theme.styles[leaf.kind], theme), leaf.aside)
        for word in words_of(text_of(runs))
    ]


def test_only_the_themes_fonts_are_in_it(two: RenderedPdf) -> None:
    """Every font is a face of the theme's family, embedded; weights are true ones."""
    names = set()
    for page in pypdf.PdfReader(io.BytesIO(two.data)).pages:
        resources: Any = page["/Resources"]
        names |= {font["/BaseFont"].split("+")[1] for font in resources["/Font"].values()}
    family = "Source-Serif-Pro"
    assert names == {
        family,
        f"{family}-Italic",
        f"{family}-Semi-Bold",
    }


def test_links_are_live(two: RenderedPdf) -> None:
    """Each link of the document is one of the PDF, in order."""
    expected = list(
        dict.fromkeys(run.href for leaf in two_pages().blocks() for run in leaf.text if run.href)
    )
    assert list(dict.fromkeys(links_of(two.data))) == expected


def links_of(data: bytes) -> list[str]:
    reader = pypdf.PdfReader(io.BytesIO(data))
    annotations: list[Any] = [item for page in reader.pages for item in page.get("/Annots", [])]
    return [str(annotation.get_object()["/A"]["/URI"]) for annotation in annotations]


def test_every_link_is_tagged_once(theme: Theme, cache: Path) -> None:
    """A link in any look or in the header is one annotation inside one Link element."""
    runs = (
        Run("See "),
        Run("this", strong=True, href="https://a.example"),
        Run(" and "),
        Run("that", emphasis=True, strong=True, href="https://b.example"),
    )
    data = rendered(resume(block("x", BlockKind.PARAGRAPH, runs)), theme, cache).data
    root: Any = pypdf.PdfReader(io.BytesIO(data)).trailer["/Root"]
    assert len(links_of(data)) == 5
    assert tags_of(root["/StructTreeRoot"]).count("/Link") == 5


def test_it_is_tagged_and_says_what_it_is(two: RenderedPdf) -> None:
    """Language, title and author are there, and the structure has headings and lists."""
    reader = pypdf.PdfReader(io.BytesIO(two.data))
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-US"
    assert root["/MarkInfo"]["/Marked"]
    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Marisol Okafor-Lind",) * 2
    tags = list(tags_of(root["/StructTreeRoot"]))
    assert tags.count("/H1") == 1
    assert tags.count("/H2") == 6
    assert tags.count("/LI") == tags.count("/LBody") == count(two_pages(), BlockKind.BULLET)
    assert "pdfuaid" in root["/Metadata"].get_data().decode()


def tags_of(element: PdfValue) -> list[str]:
    kids = element.get("/K", [])
    found = [str(element["/S"])] if "/S" in element else []
    for kid in kids if isinstance(kids, list) else [kids]:
        value = kid.get_object()
        if isinstance(value, dict):
            found += tags_of(value)
    return found


def count(document: Document, kind: BlockKind) -> int:
    return sum(leaf.kind is kind for leaf in document.blocks())


def test_the_same_document_gives_the_same_bytes(theme: Theme, cache: Path, tmp_path: Path) -> None:
    """Neither the time nor the state of the cache changes a byte."""
    assert rendered(one_page(), theme, cache).data == rendered(one_page(), theme, tmp_path).data


def test_a_stylesheet_is_read_once_and_complained_of_each_time(theme: Theme, cache: Path) -> None:
    """Two pages in one look share their stylesheet; what is wrong in it is said of both."""
    page = "<html><head><title>a</title><style>p { %s }</style></head><body><p>%s</p></body></html>"
    with only_fonts_of(theme, cache) as fonts:
        lay_out(page % ("margin-left: 3pt", "a"), fonts)
        before = _style_sheet.cache_info()
        rendered = lay_out(page % ("margin-left: 3pt", "b"), fonts)
        assert _style_sheet.cache_info().misses == before.misses
        assert len(rendered.pages) == 1
        for text in "ab":
            with pytest.raises(TemplateError, match="margin-lefft"):
                lay_out(page % ("margin-lefft: 3pt", text), fonts)
        hidden = page.replace("<style>", "<!-- <style>").replace("</style>", "</style> -->")
        lay_out(hidden % ("margin-lefft: 3pt", "a"), fonts)


def test_nothing_of_the_draft_leaks(two: RenderedPdf) -> None:
    """The ids of slots and variants stay at home."""
    assert b"charge" not in two.data
    assert "lakeside" not in str(pypdf.PdfReader(io.BytesIO(two.data)).named_destinations)


def test_no_heading_stands_alone_at_the_foot(theme: Theme, cache: Path) -> None:
    """A heading, its employer and its role go to the next page with their first bullet."""
    pages = set()
    setting = setting_of(theme, "letter", "normal")
    last = replace(jobs("").sections[0], id="next")
    for filler in range(39, 47):
        lines = [block(f"l{n}", BlockKind.LINE, "x") for n in range(filler)]
        document = Document("x", "x", "en", (), (section("lines", "Lines", *lines), last))
        html = document_html(document, setting, 0)
        leaves = laid_out_leaves(html, tuple(document.blocks()), theme, 0, cache)
        page = {leaf.id: leaf.page for leaf in leaves}
        assert page["section/work"] == page["o1"] == page["r1"] == page["b1/0"]
        pages.add(page["o1"])
    assert pages == {1, 2}


@EVERY_STEP
def test_nothing_leaves_the_page(theme: Theme, cache: Path, step: str) -> None:
    """A word, an address or a date longer than a line breaks inside it, in any kind of leaf."""
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
    two_looks = (Run(word[:90], strong=True), Run(word[90:]), Run(" and more"))
    url = f"https://example.org/{word}"
    leaves = [
        *(block(f"k/{kind}", kind, word) for kind in theme.styles if kind is not BlockKind.BULLET),
        *(block(f"a/{kind}", kind, f"to {word} it", "2012 – 2016") for kind in WITH_ASIDE),
        *(block(f"d/{kind}", kind, "Diver", f"since {word}") for kind in WITH_ASIDE),
        *bullets("b", [word, f"Led {word} to an end", two_looks, (Run(word, href=url),)]),
        block("c", BlockKind.CONTACT, (Run("Ulm"), Run(" · "), Run(f"{word}@a.b"), Run(" · "))),
    ]
    document = Document("x", "x", "en", (), (section("s", word, *leaves),))
    data = rendered(document, theme, cache, step).data
    page = setting_of(theme, "letter", step).geometry
    for left, right in edges_of(data):
        assert page.side_margin_pt - 0.5 <= left
        # Where a look changes just at the edge, the engine puts one letter more there.
        assert right <= page.width_pt - page.side_margin_pt + 5
    read = "".join(by_pypdf(data).split())
    assert read.count(word) == len(leaves) - 1
    assert read.count(word.upper()) == 2  # headings


def edges_of(data: bytes) -> list[tuple[float, float]]:
    """The left and right edges of all words, by poppler."""
    found = re.findall(r'xMin="([\d.-]+)".*xMax="([\d.-]+)"', by_pdftotext(data, "-bbox"))
    return [(float(left), float(right)) for left, right in found]


def test_hostile_text_is_only_text(theme: Theme, cache: Path) -> None:
    """Markup, control characters and odd blanks neither break the page nor vanish as words."""
    text = "</p><script>x</script> &amp; {{ 7*7 }} \x07bell\x00 tab\there no\u00a0break \u200bzero"
    document = resume(block("x", BlockKind.PARAGRAPH, text))
    read = by_pypdf(rendered(document, theme, cache).data)
    assert "</p><script>x</script> &amp; {{ 7*7 }} bell tab here no break zero" in read


def test_a_missing_glyph_spoils_nothing_else(theme: Theme, cache: Path) -> None:
    """Where the font lacks a character, the words around it are still read."""
    document = resume(block("x", BlockKind.PARAGRAPH, "Taught 中文 and Ελληνικά to adults"))
    assert "Taught ?? and Ελληνικά to adults" in by_pypdf(rendered(document, theme, cache).data)


@EVERY_READER
def test_a_blank_between_two_looks_is_read(
    theme: Theme, cache: Path, read: Callable[[bytes], str]
) -> None:
    """A blank that is a run of its own still parts two words."""
    runs = (Run("One", strong=True), Run(" "), Run("two", emphasis=True), Run(" "), Run("three"))
    document = resume(block("x", BlockKind.PARAGRAPH, runs))
    assert "One two three" in read(rendered(document, theme, cache).data)


def test_a_document_without_a_blank_is_written(theme: Theme, cache: Path) -> None:
    """Where no text has a space glyph, the date is still there."""
    leaves = [block("n", BlockKind.NAME, "Ada"), block("r", BlockKind.ROLE, "Cook", "2017")]
    document = Document("x", "x", "en", tuple(leaves), ())
    words = words_of(by_pypdf(rendered(document, theme, cache).data))
    assert "".join(words) == "AdaCook2017"


def test_a_hyphenated_word_is_never_broken(theme: Theme, cache: Path) -> None:
    """Readers that drop a hyphen at a line's end find none there."""
    words = " ".join(f"cross-functional end-to-end n{n}-th" for n in range(60))
    read = READERS["pdftotext"](rendered(resume(*bullets("b", [words])), theme, cache).data)
    assert not any(line.endswith("-") for line in lines_of(read))
    assert "".join(read.split()).count("cross-functional") == 60


@EVERY_READER
def test_a_title_of_any_length_is_read_before_its_date(
    theme: Theme, cache: Path, read: Callable[[bytes], str]
) -> None:
    """The title wraps, the date stays whole, and both are read in order, whatever the gap."""
    titles = [("Chief " * 20)[:length].strip() for length in range(60, 118, 2)]
    leaves = [block(f"r{n}", BlockKind.ROLE, t, "May 2019 – Present") for n, t in enumerate(titles)]
    text = " ".join(read(rendered(resume(*leaves), theme, cache).data).split())
    for title in titles:
        assert f"{title} May 2019 – Present" in text


def test_placed_leaves_are_all_leaves(two: RenderedPdf) -> None:
    """The plan can be checked leaf by leaf: ids in reading order, pages from 1."""
    assert [leaf.id for leaf in two.placed] == [leaf.id for leaf in two_pages().blocks()]
    assert {leaf.page for leaf in two.placed} == {1, 2}
    assert two.pages == 2


@pytest.mark.slow
@pytest.mark.parametrize("step", ["roomy", "normal", "compact"])
def test_words_come_in_order_in_any_document(theme: Theme, cache: Path, step: str) -> None:
    """Every reader gives the words of ten random resumes in order, at any step and gap scale."""
    chance = random.Random(step)
    for _ in range(10):
        whole = chance.choice((one_page(), two_pages(), jobs("")))
        document = random_subset(whole, chance, chance.uniform(0.2, 1))
        data = rendered(document, theme, cache, step, chance.uniform(-1, 1)).data
        expected = expected_words(document, theme)
        for name, read in READERS.items():
            assert words_of(read(data)) == expected, name


def test_advice_about_missing_libraries_stays_out_of_the_output(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """What WeasyPrint prints where Pango is missing goes to standard error."""
    (tmp_path / "weasyprint.py").write_text("print('install Pango')\nraise OSError('no Pango')\n")
    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(OSError, match="no Pango"):
        lay_out("", Path())
    assert capsys.readouterr() == ("", "install Pango\n")
