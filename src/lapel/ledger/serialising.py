"""Our own values to JSON and back: keys are field names, machine values are kebab-case."""

import inspect
from typing import Any

import msgspec
from msgspec import DecodeError, Struct

from lapel.ledger.model import Ledger

LEDGER_JSON = "ledger.json"
"""The name of the ledger's file."""


def to_json(value: Struct, *, indent: int = 0) -> str:
    """A value as JSON text, the same for equal values: on one line, or indented."""
    return msgspec.json.format(msgspec.json.encode(value), indent=indent).decode()


def ledger_from_json(text: str) -> Ledger | None:
    """The ledger that `to_json` wrote, or None where the text is not one."""
    try:
        return msgspec.json.decode(text, type=Ledger)
    except DecodeError:
        return None


def json_schema(type_: type[Any]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of one of our shapes."""
    _, parts = msgspec.json.schema_components([type_], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["description"] = inspect.cleandoc(part["description"])
    return {**parts.pop(type_.__name__), "$defs": parts}
