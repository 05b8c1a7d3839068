"""Our own values to JSON and back: keys are field names, machine values are kebab-case."""

import inspect
import json
from typing import Any

import msgspec
from msgspec import DecodeError, Struct, to_builtins

from lapel.ledger.model import Ledger
from lapel.text.regexes import regex

LEDGER_JSON = "ledger.json"
"""The name of the ledger's file."""
_NO_TEXT = regex(r"[\ud800-\udfff]")
"""Half of a surrogate pair: Python's mark for a byte of a file's name that is not UTF-8."""


def to_json(value: Struct, *, indent: int = 0) -> str:
    """Return a value as JSON text, the same for equal values: on one line, or indented."""
    try:
        encoded = msgspec.json.encode(value)
    except UnicodeEncodeError:
        written = json.dumps(to_builtins(value), ensure_ascii=False)
        encoded = _NO_TEXT.sub(lambda found: rf"\\u{ord(found[0]):x}", written).encode()
    return msgspec.json.format(encoded, indent=indent).decode()


def ledger_from_json(text: str) -> Ledger | None:
    """Return the ledger that `to_json` wrote, or None where the text is not one."""
    try:
        return msgspec.json.decode(text, type=Ledger)
    except DecodeError:
        return None


def json_schema(type_: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of one of our shapes."""
    _, parts = msgspec.json.schema_components([type_], ref_template="#/$defs/{name}")
    for part in parts.values():
        part["description"] = inspect.cleandoc(part["description"])
    return {**parts.pop(type_.__name__), "$defs": parts}
