"""The JSON Schema of a profile file, which tells editors what reading takes."""

from typing import Any

from lapel.profile.fields import Fields
from lapel.profile.per_language import each_per_language, marker_of
from lapel.profile.schema import ProfileFields
from lapel.source.json_schema import TEXT, json_schema

PRIVATE_KEY = r"^([$_]|x-)"


def profile_json_schema() -> dict[str, Any]:
    """The JSON Schema of a profile file, for editors: what reading takes, no more and no less."""
    schema = json_schema(ProfileFields)
    definitions = schema["$defs"]
    for fields in _kinds_of(Fields):
        definition = schema if fields is ProfileFields else definitions.get(fields.__name__)
        if definition:
            definition["patternProperties"] = {PRIVATE_KEY: {}}
        if definition and fields.plain:
            text = {**TEXT, "description": definition["description"]}
            several = [each_per_language(TEXT)] if marker_of(fields.fields[fields.plain]) else []
            definitions[fields.__name__] = {"anyOf": [text, *several, definition]}
    return schema


def _kinds_of(fields: type[Fields]) -> list[type[Fields]]:
    return [inner for kind in fields.__subclasses__() for inner in (kind, *_kinds_of(kind))]
