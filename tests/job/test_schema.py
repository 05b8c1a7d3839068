"""The JSON Schema of the YAML form, and that it speaks of what the reader reads."""

import pytest

from lapel.job.schema import job_json_schema
from lapel.job.settings.tailoring import Tailoring
from lapel.job.words.headings import topic_of
from lapel.job.yaml_job import CANONICAL_KEYS


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
