"""The fonts that a Word file's paragraphs ask for by style (ECMA-376 Part 1, 17.3.2.26)."""

import io
import re
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

_TYPEFACE = r"<a:{}Font>\s*<a:latin typeface=\"([^\"]+)\""


def find_named_fonts(data: bytes) -> frozenset[str]:
    """Return the families in which the file's paragraphs are to be set."""
    word = docx.Document(io.BytesIO(data))
    defaults = word.styles.element.xpath("w:docDefaults//w:rFonts")
    styles: dict[str, Any] = {p.style.style_id: p.style for p in word.paragraphs if p.style}
    found = set()
    for style in styles.values():
        fonts = [
            font for one in _find_base_styles(style) for font in one.element.xpath("w:rPr/w:rFonts")
        ]
        found |= {_find_family(font, word) for font in [*fonts, *defaults][:1]}
    return frozenset(filter(None, found))


def _find_base_styles(style: Any) -> list[Any]:  # noqa: ANN401 - python-docx's own
    """Return the style and those it is based on, the nearest first."""
    chain: list[Any] = []
    while style is not None and style not in chain:
        chain.append(style)
        style = style.base_style
    return chain


def _find_family(fonts: Any, word: Any) -> str:  # noqa: ANN401 - lxml's and python-docx's own
    """Return the family that is named, or that the file's theme part names for it."""
    role = fonts.get(qn("w:asciiTheme"))
    if role is None:
        return str(fonts.get(qn("w:ascii")) or "")
    part = word.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    kind = "major" if role.startswith("major") else "minor"
    found = re.search(_TYPEFACE.format(kind), part.blob.decode())
    return found[1] if found else ""
