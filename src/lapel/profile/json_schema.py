"""The JSON Schema of a profile file, which tells editors what is allowed in it."""

from typing import Any

from pydantic import AliasChoices

from lapel.profile.fields import Fields
from lapel.profile.per_language import each_per_language, marker_of
from lapel.profile.schema import ProfileFields
from lapel.source.shapes import json_schema

PRIVATE_KEY = r"^([$_]|x-)"


def profile_json_schema() -> dict[str, Any]:
    """Return the JSON Schema of a profile file, for editors: exactly what reading accepts."""
    schema = json_schema(ProfileFields)
    definitions = schema.pop("$defs")
    for fields in _find_subclasses(Fields):
        definition = schema if fields is ProfileFields else definitions.get(fields.__name__)
        if definition:
            _add_spellings(fields, definition)
            definition["patternProperties"] = {PRIVATE_KEY: {}}
        if definition and fields.plain:
            text = {"type": ["string", "number"], "description": definition["description"]}
            marked = marker_of(fields.model_fields[fields.plain])
            several = [each_per_language({"type": ["string", "number"]})] if marked else []
            definitions[fields.__name__] = {"anyOf": [text, *several, definition]}
    return {**schema, "$defs": definitions}


def _find_subclasses(fields: type[Fields]) -> list[type[Fields]]:
    return [inner for kind in fields.__subclasses__() for inner in (kind, *_find_subclasses(kind))]


def _add_spellings(fields: type[Fields], definition: dict[str, Any]) -> None:
    """Allow every spelling of a field, and require one of them where the field is required."""
    properties, required = definition["properties"], set(definition.pop("required", ()))
    alternatives = []
    for field in fields.model_fields.values():
        if isinstance(field.validation_alias, AliasChoices):
            first, *others = (str(choice) for choice in field.validation_alias.choices)
            properties.update(dict.fromkeys(others, properties[first]))
            if first in required:
                required.remove(first)
                alternatives += [{"required": [spelling]} for spelling in (first, *others)]
    if required:
        definition["required"] = sorted(required)
    if alternatives:
        definition["anyOf"] = alternatives
