"""What a reader of a PDF's text cannot see of its layout, said in the text itself: where the dates
at the right edge belong, and where an entry begins. Nothing of it is seen on the page.

A reader that goes by place sees a wide gap and takes what is right of it for a column of its own,
to be read after the bullets. So the gap is filled by one space glyph, stretched to the gap's width,
which joins both ends for readers that look at glyphs (pdfminer); it is marked as standing for two
spaces (``ActualText``, ISO 32000-1, 14.9.4), which joins them for readers that skip single spaces
(poppler). A reader that goes by the file's order (pypdf) gets the dates as a line of their own,
since after the space the text position moves away and back: parsers know dates by their line.

Text has no gaps between entries, and parsers look for blank lines there. So each entry's first
line has a small space above it, which is a blank line to readers that go by the file's order.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Weasyprint and pydyf have no types; these names say at least what is meant.
Rendered = Any
Box = Any
Pdf = Any
Font = Any

OPENS_ENTRY = "opens"
"""The class of a leaf before which the text has a blank line."""
BLANK_LINE_PX = 1.0
"""The size of the space that is a blank line: too small to touch the lines above and below."""


@dataclass(frozen=True, slots=True)
class Gap:
    """The empty stretch between a line's text and its aside, in CSS px of its page."""

    x: float
    baseline: float
    width: float
    font_size: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A text box as it is drawn: the gap that it stands for, and where the blank line above it
    is, in CSS px of its page; None where there is none.
    """

    gap: Gap | None = None
    blank_line_at: tuple[float, float] | None = None


def find_gaps(rendered: Rendered) -> list[list[Shown]]:
    """What each text box of a page stands for, page by page and in drawing order. Each gap is
    left with one box of a blank, as the place for its space.
    """
    return [list(_shown(list(_drawn(page._page_box)))) for page in rendered.pages]


def _drawn(box: Box, opening: Box | None = None) -> Iterator[tuple[Box, Box | None]]:
    """The leaders and the text boxes under a box in drawing order, each with the leaf that it is
    in if that opens an entry.
    """
    opening = opening or (box if _opens_entry(box) else None)
    for child in getattr(box, "children", ()):
        if child.is_leader or hasattr(child, "text"):
            yield child, opening
        else:
            yield from _drawn(child, opening)


def _opens_entry(box: Box) -> bool:
    return box.element is not None and OPENS_ENTRY in box.element.get("class", "").split()


def _shown(drawn: list[tuple[Box, Box | None]]) -> Iterator[Shown]:
    previous = None
    for (child, leaf), following in zip(drawn, [*drawn[1:], (None, None)], strict=True):
        gap = None
        if child.is_leader:
            place = following[0].copy()
            place.text = " "
            child.children = (place,)
            baseline = place.position_y + place.baseline
            gap = Gap(child.position_x, baseline, child.width, place.style["font_size"])
        blank = None
        if leaf is not None and leaf is not previous:
            blank = (leaf.position_x, leaf.border_box_y())
        yield Shown(gap, blank)
        previous = leaf


def fill_gaps(rendered: Rendered, pdf: Pdf, shown: list[list[Shown]]) -> None:
    """Draw the stretched spaces and the blank lines into the pages' streams; weasyprint's
    ``finisher``.
    """
    space = _space(rendered)
    if space is None:
        return
    streams = [pdf.objects[int(page["Contents"].split()[0])] for page in _pages(pdf)]
    for stream, boxes in zip(streams, shown, strict=True):
        items = stream.stream
        places = [number for number, item in enumerate(items) if item == b"BT"]
        for place, box in reversed(list(zip(places, boxes, strict=True))):
            if box.gap is not None:
                items[place : place + 2] = [_space_operators(*space, box.gap)]
            if box.blank_line_at is not None:
                items.insert(place, _blank_line_operators(*space, *box.blank_line_at))


def _pages(pdf: Pdf) -> list[Pdf]:
    return [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]


def _space(rendered: Rendered) -> tuple[Font, int] | None:
    """A font of the document and the glyph of its space, if any text has one."""
    for font in rendered.fonts.values():
        for glyph, text in font.to_unicode.items():
            if text == " ":
                return font, glyph
    return None


def _space_operators(font: Font, glyph: int, gap: Gap) -> bytes:
    natural = font.widths[glyph] / 1000 * gap.font_size
    stretch = 100 * gap.width / natural
    away = gap.baseline + 2 * gap.font_size
    return (
        f"/Span <</ActualText (  )>> BDC BT /{font.hash} {gap.font_size:.4f} Tf {stretch:.4f} Tz "
        f"1 0 0 -1 {gap.x:.4f} {gap.baseline:.4f} Tm <{glyph:04x}> Tj 100 Tz "
        f"1 0 0 -1 {gap.x:.4f} {away:.4f} Tm ET EMC"
    ).encode()


def _blank_line_operators(font: Font, glyph: int, x: float, y: float) -> bytes:
    size = BLANK_LINE_PX
    return (
        f"BT /{font.hash} {size:.4f} Tf 1 0 0 -1 {x:.4f} {y:.4f} Tm <{glyph:04x}> Tj ET"
    ).encode()
