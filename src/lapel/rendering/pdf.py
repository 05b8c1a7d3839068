"""HTML laid out and written as tagged PDF, with the place of every leaf."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from lapel.document.tree import Block, Document, Section
from lapel.fitting.model import PageGeometry, Placed
from lapel.rendering.asides import Pdf, Rendered, fill_gaps, find_gaps
from lapel.rendering.blanks import stretch_blanks
from lapel.rendering.fonts import only_fonts_of
from lapel.rendering.footers import mark_footers
from lapel.rendering.html import document_html
from lapel.rendering.rules import draw_rules_as_lines
from lapel.rendering.templates import STYLE, complaints_as_errors
from lapel.text.inline import Run
from lapel.theme.model import Step, Theme

if TYPE_CHECKING:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

PT_PER_PX = 0.75
PRINT_FLAG = 4
LaidOutBy = tuple[Document, Theme, PageGeometry, Step, float]


class RenderedPdf(Struct, frozen=True):
    """The file's bytes, and each leaf where it came to stand, in reading order."""

    data: bytes
    placed: tuple[Placed, ...]
    pages: int


def render_pdf(
    document: Document,
    theme: Theme,
    geometry: PageGeometry,
    step: Step,
    scale: float,
    cache_folder: Path,
) -> RenderedPdf:
    """The document as PDF/UA-1; the same input gives the same bytes."""
    html = document_html(document, theme, geometry, step, scale)
    ids = [block.id for block in document.blocks()]
    top_pt = geometry.top_margin.at(scale)
    with only_fonts_of(theme, cache_folder) as fonts:
        rendered = lay_out(html, fonts)
        data = _written(rendered)
    return RenderedPdf(data, tuple(placed_leaves(rendered, ids, top_pt)), len(rendered.pages))


def warm_up(theme: Theme, geometry: PageGeometry, step: Step, cache_folder: Path) -> None:
    """Have all that the first page needs loaded (fonts, templates, the types of native libraries),
    by writing one for nobody; nothing, where a page was laid out before.
    """
    if not _font_configuration.cache_info().currsize:
        leaves = tuple(Block(kind.value, kind, (Run("a"),)) for kind in theme.styles)
        page = Document("a", "a", "en", (), (Section("", None, leaves),))
        render_pdf(page, theme, geometry, step, 0, cache_folder)


def render_combined(parts: Sequence[LaidOutBy], cache_folder: Path) -> bytes:
    """Documents of one theme's fonts one after the other as PDF/UA-1, each on pages of its own."""
    with only_fonts_of(parts[0][1], cache_folder) as fonts:
        rendered = [lay_out(document_html(*part), fonts) for part in parts]
        pages = [page for document in rendered for page in document.pages]
        return _written(rendered[0].copy(pages))


def _written(rendered: Rendered) -> bytes:
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
    """Let links be there on paper as on the screen (ISO 32000-1, 12.5.3, bit 3)."""
    for item in pdf.objects:
        if isinstance(item, dict) and item.get("Subtype") == "/Link":
            item["F"] = PRINT_FLAG


def lay_out(html: str, fonts: Path) -> "weasyprint.Document":
    """The pages of HTML that loads nothing, inside ``only_fonts_of``, which gives ``fonts``.

    Raises TemplateError for a stylesheet with anything that would be ignored.
    """
    with redirect_stdout(sys.stderr):  # where a native library is missing it prints advice
        import weasyprint  # noqa: PLC0415 - half a second, paid only where pages are laid out
        from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    bare, styles = _without_styles(html)
    sheets = [_style_sheet(css, fonts) for css in styles]
    page = weasyprint.HTML(string=bare, url_fetcher=URLFetcher(allowed_protocols=("data",)))
    with complaints_as_errors(html):
        return page.render(font_config=_font_configuration(fonts), stylesheets=sheets)


def _without_styles(html: str) -> tuple[str, Sequence[str]]:
    """HTML without its stylesheets, and these; whole where a comment might hide one of them."""
    if "<!--" in html:
        return html, ()
    return STYLE.sub("", html), STYLE.findall(html)


@lru_cache(maxsize=8)
def _style_sheet(css: str, fonts: Path) -> "weasyprint.CSS":
    """A page's stylesheet, read once: most edits of a text leave it as it is."""
    import weasyprint  # noqa: PLC0415 - as above

    with complaints_as_errors(f"<style>{css}</style>"):
        return weasyprint.CSS(string=css, font_config=_font_configuration(fonts))


@lru_cache(maxsize=4)
def _font_configuration(_fonts: Path) -> "FontConfiguration":
    """One for each set of fonts: what a configuration holds beyond Python is never given back."""
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - loads weasyprint

    return FontConfiguration()


def placed_leaves(rendered: Rendered, ids: Sequence[str], top_pt: float) -> Iterator[Placed]:
    """Where each leaf's border box stands, by the anchors "b0", "b1", … of the pages."""
    found = {}
    for number, page in enumerate(rendered.pages, 1):
        for name, (_, y1, _, y2) in page.anchors.items():
            found[name] = (number, y1 * PT_PER_PX, y2 * PT_PER_PX)
    for index, id in enumerate(ids):
        number, y1, y2 = found[f"b{index}"]
        yield Placed(id, number, y1 - top_pt, y2 - y1)
