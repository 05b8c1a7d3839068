"""Layout that a reader of a PDF's text cannot see, said in the text itself: where the dates at the
right edge belong, and where an entry begins. None of it is visible on the page.

A reader that goes by place sees a wide gap and takes the text right of it for another column, to be
read after the bullets. So the gap is filled by one space glyph, stretched to the gap's width, which
joins both ends for readers that look at glyphs (pdfminer); it is marked as replacing two spaces
(``ActualText``, ISO 32000-1, 14.9.4), which joins them for readers that skip single spaces
(poppler). A reader that goes by the file's order (pypdf) gets the dates on a separate line, since
after the space the text position moves away and back: parsers know dates by their line.

Text has no gaps between entries, and parsers look for blank lines there. So each entry's first line
has a small space above it, which is a blank line to readers that go by the file's order.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from lapel.rendering.pdf.objects import Box, Font, Pdf, Rendered, object_at, objects_of

Point = tuple[float, float]

OPENS_ENTRY = "opens"
"""The class of a leaf before which the text has a blank line."""
TEXT_MATRIX = re.compile(rb"1 0 0 -1 (\S+) (\S+) Tm")
SAME_PLACE_PX = 0.01
BLANK_LINE_PX = 1.0
"""The size of the space that makes a blank line: too small to touch the lines above and below."""


class Gap(Struct, frozen=True):
    """The empty stretch between a line's text and its aside, in CSS px of its page."""

    x: float
    baseline: float
    width: float
    font_size: float


class Shown(Struct, frozen=True):
    """Hints about layout to be put into a page's text, in CSS px of the page.

    ``gaps`` has an item for each text box of blanks in drawing order: the gap that it fills, or
    None. ``entries`` are those that begin on the page: where the first text of each is drawn, and
    where its blank line is.
    """

    gaps: tuple[Gap | None, ...]
    entries: tuple[tuple[Point, Point], ...]


def find_gaps(rendered: Rendered) -> list[Shown]:
    """Return the hints for each page. Each gap is left with one box of a blank, as the place for
    its space.
    """
    pages = (list(_walk_drawn(page._page_box)) for page in rendered.pages)
    return [Shown(tuple(_mark_gaps(drawn)), tuple(_find_entry_starts(drawn))) for drawn in pages]


def _walk_drawn(box: Box, opening: Box | None = None) -> Iterator[tuple[Box, Box | None]]:
    """Yield the leaders and the text boxes under a box, each with the leaf that it is in if that
    opens an entry.
    """
    opening = opening or (box if _opens_entry(box) else None)
    for child in getattr(box, "children", ()):
        if child.is_leader or hasattr(child, "text"):
            yield child, opening
        else:
            yield from _walk_drawn(child, opening)


def _opens_entry(box: Box) -> bool:
    return box.element is not None and OPENS_ENTRY in box.element.get("class", "").split()


def _mark_gaps(drawn: Sequence[tuple[Box, Box | None]]) -> Iterator[Gap | None]:
    for (child, _), (following, _) in zip(drawn, [*drawn[1:], (None, None)], strict=True):
        if child.is_leader:
            place = following.copy()
            place.text = " "
            child.children = (place,)
            _, baseline = _find_origin(place)
            yield Gap(child.position_x, baseline, child.width, place.style["font_size"])
        elif not child.text.strip():
            yield None


def _find_entry_starts(drawn: Sequence[tuple[Box, Box | None]]) -> Iterator[tuple[Point, Point]]:
    previous = None
    for child, leaf in drawn:
        if leaf is not None and leaf is not previous:
            yield _find_origin(child), (leaf.position_x, leaf.border_box_y())
        previous = leaf


def _find_origin(text: Box) -> Point:
    return text.position_x, text.position_y + text.baseline


def fill_gaps(rendered: Rendered, pdf: Pdf, shown: Sequence[Shown]) -> None:
    """Draw the stretched spaces and the blank lines into the pages' streams; weasyprint's
    ``finisher``.
    """
    space = _find_space_glyph(rendered)
    if space is None:
        return
    for dictionary, page in zip(objects_of(pdf, "/Page"), shown, strict=True):
        items = object_at(pdf, dictionary["Contents"]).stream
        places = [n for n, item in enumerate(items) if item == b"BT" and items[n + 1] == b"ET"]
        for place, gap in reversed(list(zip(places, page.gaps, strict=True))):
            if gap is not None:
                items[place : place + 2] = [_space_operators(*space, gap)]
        for text, blank_line in page.entries:
            items.insert(_find_text_start(items, text), _blank_line_operators(*space, *blank_line))


def _find_text_start(items: Sequence[Any], text: Point) -> int:
    """Return the index among a page's operators at which the text at a point begins."""
    for place, item in enumerate(items):
        match = TEXT_MATRIX.match(item) if isinstance(item, bytes) else None
        if match and max(abs(float(match[n + 1]) - text[n]) for n in (0, 1)) < SAME_PLACE_PX:
            return next(n for n in range(place, 0, -1) if items[n] == b"BT")
    raise LookupError(text)


def _find_space_glyph(rendered: Rendered) -> tuple[Font, int] | None:
    """Return a font of the document and the glyph of its space, if any text has one."""
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
