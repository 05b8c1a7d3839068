"""The JSON Schema of the YAML form, and that it speaks of what the reader reads."""

from typing import Any

import pytest

from lapel.job.schema import job_json_schema
from lapel.job.settings.tailoring import Tailoring
from lapel.job.words.headings import topic_of
from lapel.job.yaml_job import CANONICAL_KEYS


def described(schema: dict[str, Any]) -> list[str]:
    """The keys that an editor can explain."""
    return [key for key, value in schema["properties"].items() if value.get("description")]


def test_every_key_is_described() -> None:
    """An editor can say of each key what it is for."""
    schema = job_json_schema()
    assert described(schema) == [key for key in schema["properties"] if key != "$schema"]
    for definition in schema["$defs"].values():
        assert described(definition) == list(definition["properties"])


@pytest.mark.parametrize(("topic", "key"), CANONICAL_KEYS.items())
def test_every_topic_of_a_job_has_its_key(topic: str, key: str) -> None:
    """What the reader knows by a key is in the schema by that key."""
    assert key in job_json_schema()["properties"]
    assert topic_of(key) == topic


def test_the_settings_are_those_of_the_design() -> None:
    """The front matter takes these keys and no others."""
    assert list(Tailoring.model_fields) == [
        *("profile", "pages", "theme", "paper", "language", "personal", "date", "words"),
        *("pin", "drop", "order", "wording"),
    ]
    assert job_json_schema()["$defs"]["Tailoring"]["additionalProperties"] is False
