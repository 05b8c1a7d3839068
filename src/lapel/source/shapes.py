"""The common base of the shapes of structured files: their schemas for editors, loose spellings."""

from typing import Any

from pydantic import BaseModel, BeforeValidator
from pydantic.json_schema import GenerateJsonSchema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """Return the JSON Schema of a file, for editors: without titles that name a class or say the
    key once more, and without what a list of words is to a program.
    """
    schema = model.model_json_schema(by_alias=True, schema_generator=_WithoutTitles)
    for name, definition in ((model.__name__, schema), *schema.get("$defs", {}).items()):
        if definition.get("title") == name:
            del definition["title"]
        if "enum" in definition:
            definition.pop("description", None)
    return {"$schema": DIALECT, **schema}


class _WithoutTitles(GenerateJsonSchema):
    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002  (pydantic's hook)
        return False


def lowered(value: object) -> object:
    """Return a word as it is compared, whatever its case; anything else as it is."""
    return value.strip().lower() if isinstance(value, str) else value


AnyCase = BeforeValidator(lowered)
"""Words compared without regard to capitals."""
