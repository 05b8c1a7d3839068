"""What an editor knows of the files that people write, and what scripts may rely on."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from lapel.cli.schema import FILES, SHAPES
from lapel.theme.model import BUILT_IN_THEMES
from lapel.workspace import themes_in
from tests.command import run_lapel


@pytest.mark.parametrize("shape", SHAPES)
def test_schema_prints_json_schema(shape: str) -> None:
    """Each documented shape has its JSON Schema."""
    schema = json.loads(run_lapel("schema", shape).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["type"] == "object"
    assert schema["properties"]


@pytest.mark.parametrize("shape", FILES)
def test_an_editor_can_say_what_each_key_is_for(shape: str) -> None:
    """No key is without its sentence, and none of them is written for programmers."""
    schema = FILES[shape]()
    assert [key for key, field in keys(schema) if "description" not in field] == ["$schema"] * (
        shape == "job"
    )
    written = json.dumps(schema)
    assert "``" not in written
    assert not [line for line in titles(schema) if line not in ("lapel job file", "lapel.yaml")]


@pytest.mark.parametrize("theme", sorted(themes_in(BUILT_IN_THEMES)), ids=lambda path: path.name)
def test_lapel_s_own_themes_keep_to_their_schema(theme: Path) -> None:
    """An editor marks nothing in a copy that nobody has changed."""
    written = yaml.safe_load((theme / "theme.yaml").read_text())
    jsonschema.validate(written, FILES["theme"]())


def keys(schema: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - JSON
    """Every key that a schema knows, with what it says of it."""
    for inner in parts(schema):
        yield from inner.get("properties", {}).items() if inner.get("type") == "object" else ()


def titles(schema: Any) -> Iterator[str]:  # noqa: ANN401 - as above
    """Every title in a schema."""
    return (inner["title"] for inner in parts(schema) if isinstance(inner.get("title"), str))


def parts(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - as above
    """Every mapping in a schema."""
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema
    for part in inner if isinstance(schema, dict | list) else ():
        yield from parts(part)
