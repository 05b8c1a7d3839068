"""The paragraph styles of a Word file, each with what it inherits (ECMA-376 Part 1, 17.7.2)."""

from collections.abc import Iterator
from typing import Any

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

USUAL_HALF_POINTS = 20
"""The size where a file gives none (17.3.2.38)."""
OFF = frozenset({"0", "false", "off"})


class OwnStyles:
    """The styles of a file as it came; ``ids`` by type and name in lower case."""

    def __init__(self, word: WordDocument) -> None:
        self._element: Any = word.styles.element
        self._styles = {style.styleId: style for style in self._element.style_lst}
        self.ids: dict[tuple[str, str], str] = {
            (style.get(qn("w:type")), style.name_val.lower()): id
            for id, style in self._styles.items()
            if style.name_val
        }

    def named(self, name: str) -> str | None:
        """Return the id of the paragraph style of this name."""
        return self.ids.get(("paragraph", name.lower()))

    def has(self, id: str, property: str) -> bool:
        """Tell whether a style has a property that is on or off, such as "keepNext" or "b"."""
        value = self._find_value(id, property)
        return value is not None and value not in OFF

    def size_pt(self, id: str) -> float:
        """Return the size of a style's type."""
        usual = self._element.xpath("w:docDefaults//w:sz/@w:val") or [USUAL_HALF_POINTS]
        return int(self._find_value(id, "sz") or usual[0]) / 2

    def _find_value(self, id: str, property: str) -> str | None:
        """Return the value of a style's property: "" if it only has the property, None if no style
        does.
        """
        for style in self._walk_base_styles(id):
            for found in style.xpath(f"w:pPr/w:{property} | w:rPr/w:{property}"):
                return str(found.get(qn("w:val")) or "")
        return None

    def _walk_base_styles(self, id: str) -> Iterator[Any]:
        """Return an iterator over the style and those it is based on, the nearest first."""
        chain: list[Any] = []
        while (style := self._styles.get(id)) is not None and style not in chain:
            chain.append(style)
            id = style.basedOn_val
        return iter(chain)
