"""Texts that know their place, so that a checked value leads back to its file."""

from typing import TYPE_CHECKING

from lapel.source.diagnostics import Place
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null

if TYPE_CHECKING:
    from pydantic_core.core_schema import CoreSchema


class PlacedText(str):
    """A text of a file with its place; a pydantic field of this type keeps the place.

    ``known_as`` is the text itself, or where it was chosen among several languages the text that
    ids are made of, which is the same in every language.
    """

    __slots__ = ("known_as", "place")
    place: Place
    known_as: str

    @classmethod
    def at(cls, place: Place, text: str, known_as: str = "") -> "PlacedText":
        """Return a text with its place."""
        placed = cls(text)
        placed.place = place
        placed.known_as = known_as or text
        return placed

    @classmethod
    def of(cls, scalar: Scalar) -> "PlacedText":
        """Return the text of a scalar at the scalar's place."""
        return cls.at(scalar.place, scalar.text, scalar.known_as)

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> "CoreSchema":
        """Pass the text on as it is: pydantic copies a ``str``, which would lose the place."""
        from pydantic_core import core_schema  # noqa: PLC0415  (only where pydantic is at work)

        return core_schema.is_instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: object, _handler: object) -> dict[str, object]:
        """Allow numbers as texts: ``2021`` and ``3.9`` mean what was typed."""
        return {"type": ["string", "number"]}


def placed_value(node: Node) -> object:
    """Return the node as dicts, lists and None like ``plain_value``, but its texts keep their
    places.
    """
    match node:
        case Scalar():
            return None if is_null(node) else PlacedText.of(node)
        case Sequence():
            return [placed_value(item) for item in node.items]
        case Mapping():
            return {key.text: placed_value(value) for key, value in node.entries}
