"""Asides at the right edge (dates, places) that every reader still finds on their own line.

A reader of PDF text sees a wide gap and takes what is right of it for a column of its own, to be
read after the bullets. So the gap is filled by one space glyph, stretched to the gap's width, which
joins both ends for readers that look at glyphs (pdfminer); it is marked as standing for two spaces
(``ActualText``, ISO 32000-1, 14.9.4), which joins them for readers that skip single spaces
(poppler). Nothing of it is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

# Weasyprint and pydyf have no types; these names say at least what is meant.
Rendered = Any
Box = Any
Pdf = Any
Font = Any


@dataclass(frozen=True, slots=True)
class Gap:
    """The empty stretch between a line's text and its aside, in CSS px of its page."""

    x: float
    baseline: float
    width: float
    font_size: float


def find_gaps(rendered: Rendered) -> list[list[Gap | None]]:
    """One item for each text box of blanks, page by page and in drawing order: the gap that it
    stands for, or None. Each gap is left with one such box, as the place for its space.
    """
    return [list(_blanks(list(_drawn(page._page_box)))) for page in rendered.pages]


def _drawn(box: Box) -> Iterator[Box]:
    """The leaders and the text boxes under a box, in drawing order."""
    for child in getattr(box, "children", ()):
        if child.is_leader or hasattr(child, "text"):
            yield child
        else:
            yield from _drawn(child)


def _blanks(drawn: list[Box]) -> Iterator[Gap | None]:
    for child, following in zip(drawn, [*drawn[1:], None], strict=True):
        if child.is_leader:
            place = following.copy()
            place.text = " "
            child.children = (place,)
            baseline = place.position_y + place.baseline
            yield Gap(child.position_x, baseline, child.width, place.style["font_size"])
        elif not child.text.strip():
            yield None


def fill_gaps(rendered: Rendered, pdf: Pdf, gaps: list[list[Gap | None]]) -> None:
    """Draw the stretched spaces into the pages' streams; weasyprint's ``finisher``."""
    if not any(gaps):
        return
    space = _space(rendered)
    if space is None:
        return
    streams = [pdf.objects[int(page["Contents"].split()[0])] for page in _pages(pdf)]
    for stream, blanks in zip(streams, gaps, strict=True):
        items = stream.stream
        places = [n for n, item in enumerate(items) if item == b"BT" and items[n + 1] == b"ET"]
        for place, gap in reversed(list(zip(places, blanks, strict=True))):
            if gap is not None:
                items[place : place + 2] = [_space_operators(*space, gap)]


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
    return (
        f"/Span <</ActualText (  )>> BDC BT /{font.hash} {gap.font_size:.4f} Tf {stretch:.4f} Tz "
        f"1 0 0 -1 {gap.x:.4f} {gap.baseline:.4f} Tm <{glyph:04x}> Tj 100 Tz ET EMC"
    ).encode()
