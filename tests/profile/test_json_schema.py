"""The JSON Schema that editors use."""

import json
from typing import Any

from lapel.profile.fields import Fields
from lapel.profile.json_schema import profile_json_schema
from lapel.source.keys import spellings


def test_a_bare_text_is_allowed_where_reading_allows_it() -> None:
    """A bullet is a text or a mapping for an editor too."""
    choices = profile_json_schema()["$defs"]["HighlightFields"]["anyOf"]
    assert [choice["type"] for choice in choices] == [["string", "number"], "object", "object"]
    assert "propertyNames" in choices[1]


def test_every_spelling_is_known() -> None:
    """No editor marks a key that reading takes."""
    schema = profile_json_schema()
    for fields in _all(Fields):
        definition = (
            schema if fields.__name__ == "ProfileFields" else schema["$defs"].get(fields.__name__)
        )
        if definition:
            known = set(_object(definition)["properties"])
            assert {s for n, f in fields.model_fields.items() for s in spellings(n, f)} <= known


def test_it_is_json() -> None:
    """The schema can be written to a file."""
    assert json.loads(json.dumps(profile_json_schema())) == profile_json_schema()


def _object(definition: dict[str, Any]) -> dict[str, Any]:
    return definition if "properties" in definition else dict(definition["anyOf"][-1])


def _all(fields: type[Fields]) -> list[type[Fields]]:
    return [inner for sub in fields.__subclasses__() for inner in (sub, *_all(sub))]
