"""HTML laid out on pages by weasyprint, and where every leaf came to stand."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lapel.fitting.model import Placed
from lapel.rendering.pdf.objects import Rendered
from lapel.rendering.templates import STYLE, complaints_as_errors

if TYPE_CHECKING:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

PT_PER_PX = 0.75


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


def has_laid_out() -> bool:
    """Whether this process laid out a page before."""
    return _font_configuration.cache_info().currsize > 0


def placed_leaves(rendered: Rendered, ids: Sequence[str], top_pt: float) -> Iterator[Placed]:
    """Where each leaf's border box stands, by the anchors "b0", "b1", … of the pages."""
    found = {}
    for number, page in enumerate(rendered.pages, 1):
        for name, (_, y1, _, y2) in page.anchors.items():
            found[name] = (number, y1 * PT_PER_PX, y2 * PT_PER_PX)
    for index, id in enumerate(ids):
        number, y1, y2 = found[f"b{index}"]
        yield Placed(id, number, y1 - top_pt, y2 - y1)
