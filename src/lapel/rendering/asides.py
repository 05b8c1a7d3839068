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


@dataclass(frozen=True, slots=True)
class Gap:
    """The empty stretch between a line's text and its aside, in CSS px of its page."""

    x: float
    baseline: float
    width: float
    font_size: float


def find_gaps(rendered: Any) -> list[list[Gap | None]]:  # noqa: ANN401 - weasyprint has no types
    """One item for each text box of blanks, page by page and in drawing order: the gap that it
    stands for, or None. Each gap keeps one empty box, as the place for its space.
    """
    return [list(_blanks(page._page_box)) for page in rendered.pages]  # noqa: SLF001 - the only way to the boxes


def _blanks(box: Any) -> Iterator[Gap | None]:  # noqa: ANN401 - as above
    for child in getattr(box, "children", ()):
        if child.is_leader:
            first = child.children[0]
            child.children = (first,)
            baseline = first.position_y + first.baseline
            yield Gap(child.position_x, baseline, child.width, first.style["font_size"])
        elif not getattr(child, "text", "x").strip():
            yield None
        else:
            yield from _blanks(child)


def fill_gaps(rendered: Any, pdf: Any, gaps: list[list[Gap | None]]) -> None:  # noqa: ANN401 - as above
    """Draw the stretched spaces into the pages' streams; weasyprint's ``finisher``."""
    if not any(gaps):
        return
    font, glyph = _space(rendered)
    streams = [pdf.objects[int(page["Contents"].split()[0])] for page in _pages(pdf)]
    for stream, blanks in zip(streams, gaps, strict=True):
        items = stream.stream
        places = [n for n, item in enumerate(items) if item == b"BT" and items[n + 1] == b"ET"]
        for place, gap in reversed(list(zip(places, blanks, strict=True))):
            if gap is not None:
                items[place : place + 2] = [_space_operators(font, glyph, gap)]


def _pages(pdf: Any) -> list[Any]:  # noqa: ANN401 - as above
    return [item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page"]


def _space(rendered: Any) -> tuple[Any, int]:  # noqa: ANN401 - as above
    """A font of the document and the glyph of its space."""
    for font in rendered.fonts.values():
        for glyph, text in font.to_unicode.items():
            if text == " ":
                return font, glyph
    raise LookupError("no font of the document has a space")


def _space_operators(font: Any, glyph: int, gap: Gap) -> bytes:  # noqa: ANN401 - as above
    natural = font.widths[glyph] / 1000 * gap.font_size
    stretch = 100 * gap.width / natural
    return (
        f"/Span <</ActualText (  )>> BDC BT /{font.hash} {gap.font_size:.4f} Tf {stretch:.4f} Tz "
        f"1 0 0 -1 {gap.x:.4f} {gap.baseline:.4f} Tm <{glyph:04x}> Tj 100 Tz ET EMC"
    ).encode()
