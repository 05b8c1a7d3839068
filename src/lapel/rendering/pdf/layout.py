"""HTML laid out on pages by weasyprint, and the place of every leaf."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import redirect_stdout
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lapel.fitting.model import Placed
from lapel.rendering.lines import Line, keep_inked
from lapel.rendering.pdf.objects import Box, Rendered
from lapel.rendering.templates import STYLE, TemplateError, complaints_as_errors

if TYPE_CHECKING:
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

PT_PER_PX = 0.75
MARK = "mark"
"""The class of a bullet's glyph, which is not part of its text."""


def lay_out(html: str, fonts: Path) -> "weasyprint.Document":
    """Lay out HTML that loads nothing, inside ``only_fonts_of``, whose result is ``fonts``.

    Raises TemplateError for a stylesheet with anything that would be ignored.
    """
    with redirect_stdout(sys.stderr):  # where a native library is missing it prints advice
        import weasyprint  # noqa: PLC0415 - half a second, paid only where pages are laid out
        from weasyprint.urls import URLFetcher  # noqa: PLC0415 - as above

    bare, styles = _split_styles(html)
    sheets = [_style_sheet(css, fonts) for css in styles]
    page = weasyprint.HTML(string=bare, url_fetcher=URLFetcher(allowed_protocols=("data",)))
    with complaints_as_errors(html):
        return page.render(font_config=_font_configuration(fonts), stylesheets=sheets)


def _split_styles(html: str) -> tuple[str, Sequence[str]]:
    """Return HTML without its stylesheets, and these; the HTML whole where a comment might hide
    one.
    """
    if "<!--" in html:
        return html, ()
    return STYLE.sub("", html), STYLE.findall(html)


@lru_cache(maxsize=8)
def _style_sheet(css: str, fonts: Path) -> "weasyprint.CSS":
    """Return a page's stylesheet, read once: most edits of a text leave it as it is."""
    import weasyprint  # noqa: PLC0415 - as above

    with complaints_as_errors(f"<style>{css}</style>"):
        return weasyprint.CSS(string=css, font_config=_font_configuration(fonts))


@lru_cache(maxsize=4)
def _font_configuration(_fonts: Path) -> "FontConfiguration":
    """Return one configuration for each set of fonts: its memory beyond Python is never given
    back.
    """
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415 - loads weasyprint

    return FontConfiguration()


def has_laid_out() -> bool:
    """Tell whether this process laid out a page before."""
    return _font_configuration.cache_info().currsize > 0


def placed_leaves(rendered: Rendered, ids: Sequence[str], top_pt: float) -> Iterator[Placed]:
    """Yield the place of each leaf's border box, by the anchors "b0", "b1", … of the pages.

    Raises TemplateError where the theme did not draw one.
    """
    found = {}
    for number, page in enumerate(rendered.pages, 1):
        for name, (_, y1, _, y2) in page.anchors.items():
            found[name] = (number, y1 * PT_PER_PX, y2 * PT_PER_PX)
    if lost := [id for index, id in enumerate(ids) if f"b{index}" not in found]:
        more = f" and {len(lost) - 1} more" if lost[1:] else ""
        raise TemplateError(f"the theme's templates or its stylesheet leave out “{lost[0]}”{more}")
    for index, id in enumerate(ids):
        number, y1, y2 = found[f"b{index}"]
        yield Placed(id, number, y1 - top_pt, y2 - y1)


def lines_of(rendered: Rendered, ids: Sequence[str]) -> Mapping[str, Sequence[Line]]:
    """Return the lines of each leaf's text and aside, by the leaf's id."""
    found: dict[str, list[Line]] = {id: [] for id in ids}
    for page in rendered.pages:
        for leaf, line in _find_line_boxes(page._page_box, None):
            texts = [box for box in _find_texts(line) if box.element.get("class") != MARK]
            left, right = leaf.content_box_x(), leaf.content_box_x() + leaf.width
            before = min(box.position_x for box in texts) - left
            after = right - max(box.position_x + box.width for box in texts)
            free_pt = (max(0, before) + max(0, after)) * PT_PER_PX
            length = sum(len(keep_inked(box.text)) for box in texts)
            found[ids[int(leaf.element.get("id")[1:])]].append(Line(length, free_pt))
    return found


def _find_line_boxes(box: Box, leaf: Box) -> Iterator[tuple[Box, Box]]:
    """Yield the lines of text under a box, each with its leaf, the only box with an id."""
    from weasyprint.formatting_structure.boxes import LineBox  # noqa: PLC0415 - as above

    for child in getattr(box, "children", ()):
        if isinstance(child, LineBox):
            yield from [(leaf, child)] if leaf is not None else []
        else:
            is_leaf = child.element is not None and child.element.get("id")
            yield from _find_line_boxes(child, child if is_leaf else leaf)


def _find_texts(box: Box) -> Iterator[Box]:
    """Yield the texts on a line, leaders and blanks left out."""
    for child in getattr(box, "children", ()):
        if hasattr(child, "text"):
            yield from [child] if keep_inked(child.text) else []
        elif not child.is_leader:
            yield from _find_texts(child)
