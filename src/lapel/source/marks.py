"""What else has to hold of a value, beside its type."""

import re
from collections.abc import Callable
from typing import Any

from lapel.source.shapes import Facts, Field, Mark

_LIMITS: dict[str, tuple[str, str, Callable[[float, float], bool]]] = {
    "ge": ("greater_than_equal", "minimum", float.__ge__),
    "gt": ("greater_than", "exclusiveMinimum", float.__gt__),
    "le": ("less_than_equal", "maximum", float.__le__),
    "lt": ("less_than", "exclusiveMaximum", float.__lt__),
}
"""The kind of fault, the keyword of JSON Schema, and what has to hold."""


class Limits(Mark):
    """Between which numbers a number lies: ``ge`` and ``le`` take the bound in."""

    def __init__(self, **bounds: float) -> None:
        self.bounds = bounds

    def fault(self, value: float) -> tuple[str, Facts] | None:
        """The first bound that it is beyond."""
        for name, bound in self.bounds.items():
            kind, _, holds = _LIMITS[name]
            if not holds(float(value), float(bound)):
                return kind, {name: f"{bound:g}"}
        return None

    def json_schema(self, written: dict[str, Any]) -> dict[str, Any]:
        """With its bounds."""
        return written | {_LIMITS[name][1]: bound for name, bound in self.bounds.items()}


class Length(Mark):
    """How many characters a text has, or items a list."""

    def __init__(self, least: int = 0, most: int | None = None) -> None:
        self.least, self.most = least, most

    def fault(self, value: str | tuple[object, ...]) -> tuple[str, Facts] | None:
        """Whether it is too short, or too long."""
        of_text = "string_" if isinstance(value, str) else ""
        if len(value) < self.least:
            return f"{of_text}too_short", {"min_length": self.least, "actual_length": len(value)}
        if self.most is not None and len(value) > self.most:
            return f"{of_text}too_long", {"max_length": self.most, "actual_length": len(value)}
        return None

    def json_schema(self, written: dict[str, Any]) -> dict[str, Any]:
        """With the least and the most."""
        of = "Items" if written.get("type") == "array" else "Length"
        most = {} if self.most is None else {f"max{of}": self.most}
        return written | ({f"min{of}": self.least} if self.least else {}) | most


class Form(Mark):
    """A pattern that a text has, and examples of it."""

    def __init__(self, pattern: str, *examples: str) -> None:
        self.pattern, self.examples = pattern, examples

    def fault(self, value: str) -> tuple[str, Facts] | None:
        """Whether it has another form."""
        return None if re.fullmatch(self.pattern, value) else ("string_pattern_mismatch", {})

    def json_schema(self, written: dict[str, Any]) -> dict[str, Any]:
        """With the pattern."""
        examples = {"examples": list(self.examples)} if self.examples else {}
        return written | {"pattern": self.pattern} | examples


def forms_of(field: Field | None) -> list[Form]:
    """The forms that the value of a field has."""
    return [mark for mark in field.marks if isinstance(mark, Form)] if field else []


class Read(Mark):
    """How what stands in the file is read first."""

    def __init__(self, read: Callable[[object], object]) -> None:
        self._read = read

    def read(self, value: object) -> object:
        """What the function makes of it."""
        return self._read(value)


class Holds(Mark):
    """What else has to hold; the kind of fault where it does not."""

    def __init__(self, holds: Callable[[Any], bool], kind: str) -> None:
        self._holds, self._kind = holds, kind

    def fault(self, value: object) -> tuple[str, Facts] | None:
        """The kind where it does not hold."""
        return None if self._holds(value) else (self._kind, {})


def lowered(value: object) -> object:
    """A word as it is compared, whatever its case; anything else as it is."""
    return value.strip().lower() if isinstance(value, str) else value


def one_or_more(value: object) -> object:
    """A list, also where one text stands in its place."""
    return [value] if isinstance(value, str) else value


AnyCase = Read(lowered)
"""Of a choice among words: capitals make no difference."""
