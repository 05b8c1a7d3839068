"""The JSON Schema of a shape, for editors: what reading takes, no more and no less."""

from collections.abc import Mapping
from enum import Enum
from inspect import cleandoc
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from lapel.source.placed import PlacedText
from lapel.source.shapes import Field, Mark, Shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": ["string", "number"]}
"""A number is a text too: ``2021`` and ``3.9`` mean what was typed."""
_SINGLE: Mapping[object, dict[str, Any]] = {
    str: {"type": "string"},
    PlacedText: TEXT,
    Path: {"type": "string", "format": "path"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
}

_Schema = dict[str, Any]


def json_schema(shape: type[Shape]) -> _Schema:
    """The JSON Schema of a file."""
    definitions: dict[str, _Schema] = {}
    whole = _object(shape, definitions)
    return {"$schema": DIALECT, **whole, **({"$defs": definitions} if definitions else {})}


def _object(shape: type[Shape], definitions: dict[str, _Schema]) -> _Schema:
    """A mapping with a shape's fields; every spelling of a field stands for it, one of them where
    it is needed.
    """
    properties: dict[str, _Schema] = {}
    required: list[str] = []
    one_of_each: list[_Schema] = []
    for field in shape.fields.values():
        written = _field(field, definitions)
        properties |= dict.fromkeys(field.spellings, written)
        if field.is_needed and len(field.spellings) == 1:
            required += field.spellings
        elif field.is_needed:
            one_of_each.append({"anyOf": [{"required": [each]} for each in field.spellings]})
    return {
        "title": shape.caption,
        **({"description": cleandoc(shape.__doc__)} if shape.__doc__ else {}),
        "type": "object",
        "properties": properties,
        **({"required": required} if required else {}),
        **({"allOf": one_of_each} if one_of_each else {}),
        "additionalProperties": shape.is_open,
    }


def _field(field: Field, definitions: dict[str, _Schema]) -> _Schema:
    written = _marked(_type(field.annotation, definitions), field.marks)
    described = {"description": field.description} if field.description else {}
    return written | described


def _type(annotation: Any, definitions: dict[str, _Schema]) -> _Schema:  # noqa: ANN401 - any type
    origin, arguments = get_origin(annotation), get_args(annotation)
    if annotation in _SINGLE:
        return dict(_SINGLE[annotation])
    if origin is Annotated:
        return _marked(_type(arguments[0], definitions), arguments[1:])
    if origin in (Union, UnionType):
        return {"anyOf": [_type(each, definitions) for each in arguments]}
    if origin is Literal:
        return {"enum": list(arguments), "type": "string"}
    if origin is tuple and arguments[-1] is not ...:
        items = [_type(each, definitions) for each in arguments]
        return {
            "type": "array",
            "prefixItems": items,
            "minItems": len(items),
            "maxItems": len(items),
        }
    if origin in (tuple, list):
        return {"type": "array", "items": _type(arguments[0], definitions)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _type(arguments[1], definitions)}
    if issubclass(annotation, Enum):
        return {"enum": [each.value for each in annotation], "type": "string"}
    name = annotation.__name__
    if name not in definitions:
        definitions[name] = {}  # which keeps its place among them
        definitions[name] |= _object(annotation, definitions)
    return {"$ref": f"#/$defs/{name}"}


def _marked(written: _Schema, marks: tuple[Mark, ...]) -> _Schema:
    for mark in marks:
        written = mark.json_schema(written)
    return written
