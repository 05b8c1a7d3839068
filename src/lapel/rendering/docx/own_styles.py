"""What the paragraph styles of a Word file say, with what each takes from the one it is based on
(ECMA-376 Part 1, 17.7.2).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lapel.rendering.docx.namespaces import in_word

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

USUAL_HALF_POINTS = 20
"""The size where a file says none (17.3.2.38)."""
OFF = frozenset({"0", "false", "off"})


class OwnStyles:
    """The styles of a file as it came; ``ids`` by type and name in lower case."""

    def __init__(self, word: "WordDocument") -> None:
        self._element: Any = word.part._styles_part.element
        self._styles = {
            s.get(in_word("styleId")): s for s in self._element.findall(in_word("style"))
        }
        self.ids: dict[tuple[str, str], str] = {
            (
                style.get(in_word("type")),
                style.find(in_word("name")).get(in_word("val")).lower(),
            ): id
            for id, style in self._styles.items()
            if style.find(in_word("name")) is not None
        }

    def named(self, name: str) -> str | None:
        """The id of the paragraph style of this name."""
        return self.ids.get(("paragraph", name.lower()))

    def has(self, id: str, property: str) -> bool:
        """Whether a style has a property that is on or off, such as "keepNext" or "b"."""
        value = self._value(id, property)
        return value is not None and value not in OFF

    def size_pt(self, id: str) -> float:
        """The size of a style's type."""
        default = self._element.find(f"{in_word('docDefaults')}//{in_word('sz')}")
        usual = USUAL_HALF_POINTS if default is None else default.get(in_word("val"))
        return int(self._value(id, "sz") or usual) / 2

    def _value(self, id: str, property: str) -> str | None:
        """What a style says of a property, "" where it only has it, None where no style does."""
        for style in self._chain(id):
            for part in ("pPr", "rPr"):
                found = style.find(f"{in_word(part)}/{in_word(property)}")
                if found is not None:
                    return str(found.get(in_word("val")) or "")
        return None

    def _chain(self, id: str) -> Iterator[Any]:
        """The style and those that it is based on, the nearest first."""
        chain: list[Any] = []
        while (style := self._styles.get(id)) is not None and style not in chain:
            chain.append(style)
            base = style.find(in_word("basedOn"))
            id = "" if base is None else base.get(in_word("val"))
        return iter(chain)
