"""Where the lines of a Word file end: where the PDF's do, whatever a program takes for a width."""

from math import ceil
from pathlib import Path

import pytest
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.lines import (
    DOUBT_PT,
    KEPT,
    MOST_SHORTER_PT,
    SPARE_PT,
    Line,
    keep_inked,
    with_lines,
)
from lapel.rendering.metrics import runs_width_em
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.rendering.tidying import NO_BREAK_SPACE
from lapel.rendering.typography import set_typography
from lapel.text.inline import LINE_BREAK, Run, runs_text
from lapel.theme.model import BlockKind, Theme
from tests.rendering.documents import block, letter, one_page, theme_named, two_pages

SETTING = setting_of(theme_named("classic"), "letter", "normal")
KIND = BlockKind.PARAGRAPH
ENOUGH_PT = DOUBT_PT + 0.1


def paragraph(*lines: str, over_pt: float) -> tuple[Block, list[Line]]:
    """A text on these lines; what begins the second passes the first by so much."""
    begins = [Run(" " + lines[1].split(" ")[0])]
    size_pt, style = SETTING.size_pt(KIND), SETTING.theme.styles[KIND]
    free_pt = size_pt * runs_width_em(begins, style, SETTING.theme) - over_pt
    room_pt = [free_pt, *(12.0 for _ in lines[1:])]
    made = [Line(len(keep_inked(line)), room) for line, room in zip(lines, room_pt, strict=True)]
    return block("p", KIND, " ".join(lines)), made


@pytest.mark.parametrize("over_pt", [0, SPARE_PT, DOUBT_PT - 0.1])
def test_a_word_that_just_finds_no_room_is_tied_to_the_next(over_pt: float) -> None:
    """Together the two are too long for any program."""
    text, lines = paragraph("Kept the books", "of four entities", "closed early", over_pt=over_pt)
    drawn, shorter_pt = with_lines(text, lines, SETTING)
    assert runs_text(drawn.text) == f"Kept the books of{NO_BREAK_SPACE}four entities closed early"
    assert shorter_pt == 0


def test_a_word_that_finds_no_room_at_all_is_left() -> None:
    """Most lines need nothing, and have nothing that a person who edits the file would meet."""
    text, lines = paragraph("Kept the books", "of four entities", over_pt=ENOUGH_PT)
    assert with_lines(text, lines, SETTING) == (text, 0)


def test_last_words_that_just_find_no_room_make_lines_shorter() -> None:
    """There is nothing to tie them to; where another line is full already, they are left."""
    text, lines = paragraph("Kept the books of", f"four{NO_BREAK_SPACE}entities", over_pt=1)
    assert with_lines(text, lines, SETTING) == (text, 2)
    full = [*lines[:1], Line(lines[1].length, 0.5)]
    assert with_lines(text, full, SETTING) == (text, 0)


def test_only_the_hyphen_that_would_end_a_line_is_kept() -> None:
    """What stands before it would find room, what stands before the next would not."""
    long = "once-a-quarter"
    text, lines = paragraph("Wrote one-page plans", f"{long} for all", over_pt=40)
    drawn, _ = with_lines(text, lines, SETTING)
    assert runs_text(drawn.text) == f"Wrote one-page plans once{KEPT}a-quarter for all"


@pytest.mark.parametrize("begin", ["2019–", "and/", "Basel–"])
def test_what_stands_before_a_dash_is_kept_from_a_line(begin: str) -> None:
    """All lines are shorter by what would be left behind the dash, and no character is added; where
    another line is too full for that, they stay as they are.
    """
    text, [first, last] = paragraph("Ran the stores", f"{begin}2023 for all", over_pt=15)
    begin_pt = SETTING.size_pt(KIND) * runs_width_em(
        [Run(f" {begin}")], SETTING.theme.styles[KIND], SETTING.theme
    )
    left_pt = first.free_pt + DOUBT_PT - begin_pt
    assert with_lines(text, [first, Line(last.length, 40)], SETTING) == (text, ceil(left_pt))
    assert with_lines(text, [first, Line(last.length, left_pt)], SETTING) == (text, 0)


def test_what_has_its_date_at_the_right_is_broken_before_a_dash() -> None:
    """Its lines cannot be shorter: the date needs the whole width."""
    text, lines = paragraph("Sorting on the Po,", "1954–2019, Geomorphology", over_pt=9)
    dated = replace(text, aside=(Run("2024"),))
    told = [lines[0], Line(lines[1].length + 4, 0)]
    whole = f"Sorting on the Po,{LINE_BREAK}1954–2019, Geomorphology"
    drawn, shorter_pt = with_lines(dated, told, SETTING)
    assert (runs_text(drawn.text), shorter_pt) == (whole, 0)


def test_an_address_keeps_its_plain_hyphens() -> None:
    """Some readers of Word files drop the sign, and nobody finds the page any more; nor are lines
    much shorter for it.
    """
    text, lines = paragraph("Wrote plans at", "https://oak-lane.example for all", over_pt=45)
    drawn, shorter_pt = with_lines(text, [lines[0], Line(lines[1].length, 400)], SETTING)
    assert drawn == text
    assert 0 < shorter_pt <= MOST_SHORTER_PT


def test_lines_of_another_text_change_nothing() -> None:
    """As they would where a renderer draws what the other does not."""
    text, lines = paragraph("Kept the books", "of four entities", over_pt=0)
    assert with_lines(text, [*lines, Line(1, 0)], SETTING) == (text, 0)
    assert with_lines(text, [], SETTING) == (text, 0)


def test_a_line_that_was_told_to_end_is_left() -> None:
    """The other program's ends there for the same reason, however much room there is."""
    broken = Block("p", KIND, (Run("Kept"), Run(LINE_BREAK), Run("books and more")))
    lines = [Line(len("Kept"), 400), Line(len("booksandmore"), 40)]
    assert with_lines(broken, lines, SETTING) == (broken, 0)


def test_a_pdf_tells_all_lines(each: Theme, cache: Path) -> None:
    """Of every leaf each character, with no bullet's glyph, and the room there is."""
    pages = [(one_page(), each), (two_pages(), each), (letter(), each.for_letter())]
    for document, theme in pages:
        setting = setting_of(theme, "letter", "normal")
        lines = render_pdf(document, setting, 0, cache).lines
        for leaf in document.blocks():
            drawn = set_typography(leaf, setting)
            told = sum(line.length for line in lines[leaf.id])
            assert told == len(keep_inked(runs_text((*drawn.text, *drawn.aside)))), leaf.id
            assert all(0 <= line.free_pt < setting.width_pt for line in lines[leaf.id])
