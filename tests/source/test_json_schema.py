"""What an editor is told of a shape."""

from enum import StrEnum
from typing import Annotated, Any

from lapel.source.json_schema import DIALECT, json_schema
from lapel.source.marks import Form, Length, Limits
from lapel.source.placed import PlacedText
from lapel.source.shapes import Shape, described, needed


class Size(StrEnum):
    """A choice."""

    SMALL = "small"


class Part(Shape, is_open=True):
    """A part."""

    name: Annotated[PlacedText, Length(1, 9)] = needed("Its name", "name", "title")
    ranges: Annotated[tuple[tuple[float, float], ...], Length(1)] = described("From, to")


class Whole(Shape, caption="whole.yaml"):
    """Of parts."""

    part: Part
    sizes: dict[str, Size] | None = None
    color: Annotated[str, Form("#.*", "#fff")] = described("Its colour", default="#000")
    share: Annotated[int, Limits(ge=1, lt=9)] = 1
    other: Any = None


def test_a_schema_says_what_reading_takes() -> None:
    """Types, bounds, choices, spellings, and what has to be there."""
    assert json_schema(Whole) == {
        "$schema": DIALECT,
        "title": "whole.yaml",
        "description": "Of parts.",
        "type": "object",
        "properties": {
            "part": {"$ref": "#/$defs/Part"},
            "sizes": {
                "anyOf": [
                    {
                        "type": "object",
                        "additionalProperties": {"enum": ["small"], "type": "string"},
                    },
                    {"type": "null"},
                ]
            },
            "color": {
                "type": "string",
                "pattern": "#.*",
                "examples": ["#fff"],
                "description": "Its colour",
            },
            "share": {"type": "integer", "minimum": 1, "exclusiveMaximum": 9},
            "other": {},
        },
        "required": ["part"],
        "additionalProperties": False,
        "$defs": {
            "Part": {
                "title": "Part",
                "description": "A part.",
                "type": "object",
                "properties": {
                    "name": NAME,
                    "title": NAME,
                    "ranges": {
                        "type": "array",
                        "items": {
                            "type": "array",
                            "prefixItems": [{"type": "number"}, {"type": "number"}],
                            "minItems": 2,
                            "maxItems": 2,
                        },
                        "minItems": 1,
                        "description": "From, to",
                    },
                },
                "allOf": [{"anyOf": [{"required": ["name"]}, {"required": ["title"]}]}],
                "additionalProperties": True,
            }
        },
    }


NAME = {
    "type": ["string", "number"],
    "minLength": 1,
    "maxLength": 9,
    "description": "Its name",
}


def test_a_shape_without_parts_defines_nothing_else() -> None:
    """The schema of one mapping stands alone."""
    assert "$defs" not in json_schema(Part)
