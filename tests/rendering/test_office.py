"""The DOCX as LibreOffice lays it out: the pages of the PDF, word for word, point for point."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Document
from lapel.rendering.docx.document import render_docx
from lapel.rendering.docx.turns import DEALT, find_marked_turns
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.theme.model import BlockKind
from tests.rendering.documents import (
    THEMES,
    block,
    bullets,
    letter,
    one_page,
    section,
    theme_named,
    two_pages,
)
from tests.rendering.readers import by_pdftotext
from tests.samples import NAMES, tailored

FARTHEST_PT = 6
MOST_ELSEWHERE = 0.02
"""The share of words that may stand elsewhere in their paragraph, such as an address that is longer
than a line, which the two cut in different places.
"""
PARTS = re.compile(r"\s+|(?<=-)")
WORD = re.compile(
    r'<page |<word xMin="(?P<x>[\d.]+)" yMin="[\d.]+" xMax="[\d.]+" yMax="(?P<y>[\d.]+)">'
    "(?P<text>.*?)</word>"
)
RANGES = [
    f"{'m' * (n % 7)} Ran the programme for {'far ' * (n // 7)}clinics and their suppliers with "
    "four teams and two budgets of their own in 2019–2023 and went on to found one more house"
    for n in range(35)
]
"""A range of years is at the end of a line or near it, in one place after the other."""
PAPERS = [
    block(
        f"p{n}",
        BlockKind.LINE,
        f"{'m' * (n % 7)} What the {'fjord ' * (n // 7)}knew of all of "
        "our boats and their crews in the years 1954–2019 and before, by those of the north",
        "2021",
    )
    for n in range(49)
]
"""Such a range in a line with its date at the right."""
TITLE = (
    "Acting Deputy Assistant Regional Vice President for Cross-Functional Business Transformation, "
    "Enterprise Programme Delivery and Continuous Improvement"
)
"""Of two lines, each nearly full where a letter's are short."""
TITLED = (block("name", BlockKind.NAME, "Ada"), block("headline", BlockKind.HEADLINE, TITLE))
DOCUMENTS = {
    "one page": one_page(),
    "two pages": two_pages(),
    "ranges": Document("Ada", "Ada", "en-US", (), (section("s", "Work", *bullets("b", RANGES)),)),
    "papers": Document("Ada", "Ada", "en-US", TITLED, (section("s", "Papers", *PAPERS),)),
    "letter": letter(),
    "titled letter": replace(letter(), header=TITLED),
}
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


class Word(Struct, frozen=True):
    """A word on its page; the place of its lower left corner in points from the upper left."""

    page: int
    text: str
    x_pt: float | None
    y_pt: float


@needs_office
@pytest.mark.slow
def test_made_up_documents_look_alike(tmp_path: Path, cache: Path) -> None:
    """Resumes and letters in every theme, at gap scales between floor and ceiling."""
    pairs = {}
    for number, name in enumerate(THEMES):
        for title, document in DOCUMENTS.items():
            theme = theme_named(name).for_letter() if "letter" in title else theme_named(name)
            step, scale = theme.steps[number % 3], (-0.8, 0.0, 0.7)[number % 3]
            page = (document, setting_of(theme, "a4", step.name), scale)
            pdf = render_pdf(*page, cache)
            pairs[f"{name}, {title}"] = (pdf.data, render_docx(*page, lines=pdf.lines))
    assert differences(pairs, tmp_path) == []


@needs_office
@pytest.mark.slow
def test_a_hold_that_was_dealt_in_two_is_kept(tmp_path: Path, cache: Path) -> None:
    """A title is the last of the 25 paragraphs that LibreOffice deals to page one, which has room
    for it and not for its bullet: the two stand on page two, as they do in the PDF.
    """
    texts = [f"Line {number} of those that stand on page one." for number in range(DEALT - 2)]
    title = block("title", BlockKind.ROLE, "Nurse", "2016", keep=True)
    leaves = (*bullets("one", texts), title, *bullets("two", ["Came after it."]))
    document = Document("Ada", "Ada", "en-US", (), (section("work", "Work", *leaves),))
    assert [leaf.id for leaf in document.blocks()].index("title") == DEALT - 1
    setting = setting_of(theme_named("classic"), "letter", "normal")
    page = setting.geometry
    end = next(
        leaf.top_pt + leaf.height_pt
        for leaf in render_pdf(document, setting, 0, cache).placed
        if leaf.id == "title"
    )
    margins_pt = page.height_pt - page.content_height_pt(0)
    setting = replace(setting, geometry=replace(page, height_pt=end + margins_pt + 3))
    pdf = render_pdf(document, setting, 0, cache)
    told = find_marked_turns(tuple(document.blocks()), pdf.placed)
    docx = render_docx(document, setting, 0, told=told, lines=pdf.lines)
    assert differences({"dealt": (pdf.data, docx)}, tmp_path) == []


@needs_office
@pytest.mark.slow
@pytest.mark.parametrize("theme", THEMES)
def test_samples_look_alike(theme: str, tmp_path: Path) -> None:
    """What `lapel tailor` writes for each sample, resume and letter: the same words in the same
    lines on as many pages, the last of which ends at the same height. On A4 each theme is laid out
    with half of the samples, and each sample in half of the themes.

    Each theme has a LibreOffice of its own, which holds one bold of a family for all open files.
    """
    on_a4 = NAMES[THEMES.index(theme) % 2 :: 2]
    pairs = dict([*tailored_pairs(theme, NAMES, "letter"), *tailored_pairs(theme, on_a4, "a4")])
    assert differences(pairs, tmp_path) == []


Pair = tuple[bytes, bytes]


def tailored_pairs(theme: str, names: Sequence[str], paper: str) -> Iterator[tuple[str, Pair]]:
    """Each document of the samples on this paper as PDF and DOCX."""
    for name in names:
        usual = tailored(name, theme)
        on_it = usual.ledger["fit"]["paper"] == paper
        made = usual if on_it else tailored(name, theme, "--paper", paper)
        for document, files in made.documents.items():
            yield f"{name}, {paper}, {document}", (files[".pdf"], files[".docx"])


def differences(pairs: Mapping[str, Pair], folder: Path) -> list[str]:
    """What stands elsewhere in the DOCX, or does not stand there."""
    for number, (_, data) in enumerate(pairs.values()):
        (folder / f"{number}.docx").write_bytes(data)
    convert(folder)
    found = []
    for number, (name, (pdf, _)) in enumerate(pairs.items()):
        expected = placed_words(pdf)
        laid_out = placed_words((folder / f"{number}.pdf").read_bytes())
        found += [f"{name}: {line}" for line in unlike(expected, laid_out)]
    return found


def convert(folder: Path) -> None:
    """All Word files of the folder as PDF, by one LibreOffice with a profile of its own."""
    files = sorted(str(path) for path in folder.glob("*.docx"))
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", str(folder), *files], check=True, capture_output=True)


def placed_words(pdf: bytes) -> list[Word]:
    """Every word with its place. What joins a line to its date is in the text of a PDF, so that
    poppler takes the two for one word with blanks: its parts have the height of the whole. Words
    are parted at hyphens, where a line of the DOCX may end and one of the PDF may not.
    """
    words, page = [], 0
    for match in WORD.finditer(by_pdftotext(pdf, "-bbox")):
        if match["text"] is None:
            page += 1
            continue
        text = unescape(match["text"])
        parts = [part for part in PARTS.split(text) if part]
        for part in parts:
            x_pt = float(match["x"]) if part == text else None
            words.append(Word(page, part, x_pt, float(match["y"])))
    return words


def unlike(expected: list[Word], found: list[Word]) -> Iterator[str]:
    """The words that are missing or too much, and those that are too far from their place."""

    def by_text(words: list[Word]) -> list[Word]:
        return sorted(words, key=lambda word: (word.text, word.page, round(word.y_pt / 9)))

    if expected[-1].page != found[-1].page:
        yield f"{found[-1].page} pages, not {expected[-1].page}"
        return
    if sorted(w.text for w in expected) != sorted(w.text for w in found):
        lost = {w.text for w in expected} ^ {w.text for w in found}
        yield f"other words: {sorted(lost)[:8] or 'as many times as before'}"
        return
    pairs = list(zip(by_text(expected), by_text(found), strict=True))
    if moved := [(one, other) for one, other in pairs if one.page != other.page]:
        yield f"on other pages: {[one.text for one, _ in moved][:8]}"
        return
    ends = [max(w.y_pt for w in words if w.page == words[-1].page) for words in (expected, found)]
    if abs(ends[0] - ends[1]) > FARTHEST_PT:
        yield f"the last page ends at {ends[0]:.1f} pt, in the DOCX at {ends[1]:.1f} pt"
    far = [(one, other) for one, other in pairs if distance_pt(one, other) > FARTHEST_PT]
    if len(far) > MOST_ELSEWHERE * len(pairs):
        yield f"{len(far)} of {len(pairs)} words are elsewhere, as {far[0]}"


def distance_pt(one: Word, other: Word) -> float:
    across = [0.0] if one.x_pt is None or other.x_pt is None else [abs(one.x_pt - other.x_pt)]
    return max(*across, abs(one.y_pt - other.y_pt))
