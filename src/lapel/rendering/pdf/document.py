"""A document tree as tagged PDF, with the place of every leaf."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block, Document, Section
from lapel.fitting.model import Placed
from lapel.rendering.fonts import only_fonts_of
from lapel.rendering.html import document_html
from lapel.rendering.lines import Line
from lapel.rendering.pdf.asides import fill_gaps, find_gaps
from lapel.rendering.pdf.blanks import stretch_blanks
from lapel.rendering.pdf.footers import mark_footers
from lapel.rendering.pdf.layout import has_laid_out, lay_out, lines_of, placed_leaves
from lapel.rendering.pdf.objects import Pdf, Rendered
from lapel.rendering.pdf.rules import draw_rules_as_lines
from lapel.rendering.setting import Setting
from lapel.text.inline import Run

PRINT_FLAG = 4


class RenderedPdf(Struct, frozen=True):
    """The place of each leaf, in reading order, its lines by its id, and the file's bytes once it
    is drawn.
    """

    placed: tuple[Placed, ...]
    pages: int
    lines: Mapping[str, Sequence[Line]]
    data: bytes = b""


def render_pdf(
    document: Document, setting: Setting, scale: float, cache_folder: Path
) -> RenderedPdf:
    """Return the document as PDF/UA-1; the same input gives the same bytes."""
    *_, drawn = render_in_steps(document, setting, scale, cache_folder)
    return drawn


def render_in_steps(
    document: Document, setting: Setting, scale: float, cache_folder: Path
) -> Iterator[RenderedPdf]:
    """Yield the PDF twice: as soon as it is laid out, since a DOCX waits for no more, and drawn."""
    html = document_html(document, setting, scale)
    ids = [block.id for block in document.blocks()]
    top_pt = setting.geometry.top_margin.at(scale)
    with only_fonts_of(setting.theme, cache_folder) as fonts:
        rendered = lay_out(html, fonts)
        placed = tuple(placed_leaves(rendered, ids, top_pt))
        laid_out = RenderedPdf(placed, len(rendered.pages), lines_of(rendered, ids))
        yield laid_out
        yield replace(laid_out, data=_finish_pdf(rendered))


def warm_up(setting: Setting, cache_folder: Path) -> None:
    """Load all that the first page needs (fonts, templates, the types of native libraries) by
    writing a page and discarding it; do nothing if a page was laid out before.
    """
    if not has_laid_out():
        leaves = tuple(Block(kind.value, kind, (Run("a"),)) for kind in setting.theme.styles)
        page = Document("a", "a", "en", (), (Section("", None, leaves),))
        render_pdf(page, setting, 0, cache_folder)


def render_combined(parts: Sequence[tuple[Document, Setting, float]], cache_folder: Path) -> bytes:
    """Render documents in one theme's fonts one after the other as PDF/UA-1, each on new pages."""
    with only_fonts_of(parts[0][1].theme, cache_folder) as fonts:
        rendered = [lay_out(document_html(*part), fonts) for part in parts]
        pages = [page for document in rendered for page in document.pages]
        return _finish_pdf(rendered[0].copy(pages))


def _finish_pdf(rendered: Rendered) -> bytes:
    gaps = find_gaps(rendered)

    def finish(document: Rendered, pdf: Pdf) -> None:
        fill_gaps(document, pdf, gaps)
        mark_footers(pdf)
        draw_rules_as_lines(pdf)
        stretch_blanks(document, pdf)
        _print_links(pdf)

    data: bytes = rendered.write_pdf(pdf_variant="pdf/ua-1", finisher=finish)
    return data


def _print_links(pdf: Pdf) -> None:
    """Make links exist on paper as on the screen (ISO 32000-1, 12.5.3, bit 3)."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link":
            item["F"] = PRINT_FLAG
