"""Our own values to JSON and back: keys are field names, machine values are kebab-case."""

import json
from dataclasses import asdict
from typing import Any

import pydantic_core
from pydantic import TypeAdapter, ValidationError

from lapel.ledger.model import Ledger

LEDGER_JSON = "ledger.json"
"""The name of the ledger's file."""


def to_json(value: Any, *, indent: int | None = None) -> str:  # noqa: ANN401 - any of our dataclasses
    """A dataclass as JSON text, the same for equal values: on one line, or indented."""
    if indent is None:
        return json.dumps(asdict(value), ensure_ascii=False)
    # The standard library indents in Python, which takes a twentieth of a run.
    return pydantic_core.to_json(value, indent=indent).decode()


def ledger_from_json(text: str) -> Ledger | None:
    """The ledger that `to_json` wrote, or None where the text is not one."""
    try:
        return TypeAdapter(Ledger).validate_json(text)
    except ValidationError:
        return None


def json_schema(type_: type[Any]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of our shapes."""
    return TypeAdapter(type_).json_schema()
