"""The common base of the shapes of structured files: their schemas' dialect, loose spellings."""

from typing import Any

from pydantic import BaseModel, BeforeValidator

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a file, for editors."""
    return {"$schema": DIALECT, **model.model_json_schema(by_alias=True)}


def lowered(value: object) -> object:
    """Return a word as it is compared, whatever its case; anything else as it is."""
    return value.strip().lower() if isinstance(value, str) else value


AnyCase = BeforeValidator(lowered)
"""Words compared without regard to capitals."""
