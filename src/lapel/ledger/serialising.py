"""Our own values to JSON and back: keys are field names, machine values are kebab-case."""

import json
from dataclasses import asdict
from typing import Any

from pydantic import TypeAdapter, ValidationError

from lapel.ledger.model import Ledger

LEDGER_JSON = "ledger.json"
"""The name of the ledger's file."""


def to_json(value: Any, *, indent: int | None = None) -> str:  # noqa: ANN401 - any of our dataclasses
    """A dataclass as JSON text, the same for equal values."""
    return json.dumps(asdict(value), ensure_ascii=False, indent=indent)


def ledger_from_json(text: str) -> Ledger | None:
    """The ledger that `to_json` wrote, or None where the text is not one."""
    try:
        return TypeAdapter(Ledger).validate_json(text)
    except ValidationError:
        return None


def json_schema(type_: type[Any]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of our shapes."""
    return TypeAdapter(type_).json_schema()
