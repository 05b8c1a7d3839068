"""A document as one HTML file that looks like its pages and needs nothing else.

It is the HTML for the layout engine, with the theme's fonts inside, cut down to the characters in
use, and the little that a screen needs besides.
"""

import base64
from collections.abc import Iterator

from msgspec import Struct

from lapel.document.tree import Document
from lapel.rendering.html import WORD_JOINER, document_html, page_of
from lapel.rendering.setting import Setting
from lapel.rendering.subsetting import web_font
from lapel.rendering.templates import own_template
from lapel.rendering.tidying import NO_BREAK_SPACE
from lapel.theme.model import Theme

HEAD = '<meta charset="utf-8"/>\n<meta name="viewport" content="width=device-width"/>\n'


class _Face(Struct, frozen=True):
    family: str
    weight: int
    style: str
    data: str


def render_web(document: Document, setting: Setting, scale: float) -> str:
    """Return the document as HTML; the same input gives the same text."""
    html = document_html(document, setting, scale)
    # Browsers keep a blank from breaking in another way than the engine.
    html = html.replace(f" {WORD_JOINER}", NO_BREAK_SPACE).replace(WORD_JOINER, "")
    faces = tuple(_embed_faces(setting.theme, frozenset(html)))
    css = own_template("screen.css.j2").render(page=page_of(setting.geometry, scale), faces=faces)
    html = html.replace("<head>\n", f"<head>\n{HEAD}", 1).replace("</style>", f"{css}\n</style>", 1)
    return f"<!DOCTYPE html>\n{html}\n"


def _embed_faces(theme: Theme, characters: frozenset[str]) -> Iterator[_Face]:
    others = ((other.family, other.faces) for other in theme.fallbacks)
    for family, faces in ((theme.font.family, theme.font.faces), *others):
        for face in faces:
            data = base64.b64encode(web_font(face, characters)).decode()
            yield _Face(family, face.weight, face.style, data)
