"""What stands in a file made into a shape's values, or all that is wrong with it."""

import math
import re
from collections.abc import Callable, Iterable
from enum import Enum
from functools import cache, partial
from pathlib import Path as FilePath
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from msgspec import Struct

from lapel.source.nodes import Path
from lapel.source.placed import PlacedText
from lapel.source.shapes import Facts, Field, Mark, Shape

UNKNOWN_KEY = "extra_forbidden"
MISSING_KEY = "missing"
_TRUE = frozenset({"1", "true", "t", "yes", "y", "on"})
_FALSE = frozenset({"0", "false", "f", "no", "n", "off"})
_WHOLE = r"\s*[+-]?\d+(?:\.0+)?\s*"
_LONGEST_NUMBER = 300

S = TypeVar("S", bound=Shape)


class Fault(Struct, frozen=True):
    """What is wrong at a path of the file, by its kind, with the facts that its message tells."""

    kind: str
    path: Path
    facts: Facts


class _Wrong(Exception):  # noqa: N818 - no error of the program
    """A value that is none; what is wrong with it."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = faults


_Check = Callable[[object, Path], Any]
"""Makes a value of what stands at a path; raises _Wrong."""


def check(shape: type[S], value: object) -> tuple[S | None, tuple[Fault, ...]]:
    """The values of a shape in dicts, lists, texts and None; or every fault, field by field."""
    try:
        return _values(shape, value, ()), ()
    except _Wrong as wrong:
        return None, wrong.faults


@cache
def _checker(annotation: Any) -> _Check:  # noqa: ANN401 - any type
    """What makes values of a type."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _marked(_checker(arguments[0]), arguments[1:])
    if origin in (Union, UnionType):
        return _any_of([_checker(each) for each in arguments])
    if origin is Literal:
        return _choice("literal_error", {str(each): each for each in arguments})
    if origin is tuple and arguments[-1] is not ...:
        return _row([_checker(each) for each in arguments])
    if origin in (tuple, list):
        kind = "tuple_type" if origin is tuple else "list_type"
        return _items(kind, origin, _checker(arguments[0]))
    if origin is dict:
        return _table(*map(_checker, arguments))
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        return partial(_values, annotation)
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return _choice("enum", {each.value: each for each in annotation})
    return _SINGLE[annotation]


def _marked(check: _Check, marks: Iterable[Mark]) -> _Check:
    for mark in marks:
        check = _with_mark(check, mark)
    return check


def _with_mark(check: _Check, mark: Mark) -> _Check:
    def marked(value: object, path: Path) -> object:
        made = check(mark.read(value), path)
        if fault := mark.fault(made):
            raise _Wrong(Fault(fault[0], path, fault[1]))
        return made

    return marked


def _any_of(checks: list[_Check]) -> _Check:
    """The first of several types that takes a value; what the first says where none does."""

    def any_of(value: object, path: Path) -> object:
        wrong: list[_Wrong] = []
        for check in checks:
            try:
                return check(value, path)
            except _Wrong as found:
                wrong.append(found)
        raise wrong[0]

    return any_of


def _choice(kind: str, choices: dict[str, object]) -> _Check:
    facts: Facts = {"choices": tuple(choices)}

    def choice(value: object, path: Path) -> object:
        if not isinstance(value, str) or value not in choices:
            raise _Wrong(Fault(kind, path, facts))
        return choices[value]

    return choice


def _gathered(parts: Iterable[tuple[_Check, object, Path]]) -> list[Any]:
    """What all parts of a value make; every fault of any of them."""
    made: list[Any] = []
    faults: list[Fault] = []
    for check, value, path in parts:
        try:
            made.append(check(value, path))
        except _Wrong as wrong:
            faults += wrong.faults
    if faults:
        raise _Wrong(*faults)
    return made


def _items(kind: str, origin: type, check: _Check) -> _Check:
    def items(value: object, path: Path) -> object:
        if not isinstance(value, list | tuple):
            raise _Wrong(Fault(kind, path, {}))
        return origin(_gathered((check, v, (*path, index)) for index, v in enumerate(value)))

    return items


def _row(checks: list[_Check]) -> _Check:
    """A list of so many items, each of a type of its own."""
    count = len(checks)

    def row(value: object, path: Path) -> object:
        if not isinstance(value, list | tuple):
            raise _Wrong(Fault("tuple_type", path, {}))
        if len(value) != count:
            kind = "too_short" if len(value) < count else "too_long"
            facts: Facts = {
                "min_length": count,
                "max_length": count,
                "actual_length": len(value),
            }
            raise _Wrong(Fault(kind, path, facts))
        parts = enumerate(zip(checks, value, strict=True))
        return tuple(_gathered((check, v, (*path, index)) for index, (check, v) in parts))

    return row


def _table(check_key: _Check, check: _Check) -> _Check:
    def table(value: object, path: Path) -> object:
        if not isinstance(value, dict):
            raise _Wrong(Fault("dict_type", path, {}))
        keys = _gathered((check_key, key, (*path, key)) for key in value)
        held = _gathered((check, v, (*path, key)) for key, v in value.items())
        return dict(zip(keys, held, strict=True))

    return table


def _values(shape: type[S], value: object, path: Path) -> S:
    """The values of a shape's fields."""
    reshaped = shape.reshaped(value)
    if not isinstance(reshaped, dict):
        raise _Wrong(Fault("model_type", path, {}))
    written = dict(reshaped)  # what is left of it in the end nobody knows
    made: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, field in shape.fields.items():
        spelling = next((each for each in field.spellings if each in written), None)
        if spelling is not None:
            try:
                made[name] = _checker_of(field)(written.pop(spelling), (*path, spelling))
            except _Wrong as wrong:
                faults += wrong.faults
        elif field.is_needed:
            faults.append(Fault(MISSING_KEY, (*path, field.spellings[0]), {}))
    if not shape.is_open:
        faults += (Fault(UNKNOWN_KEY, (*path, key), {}) for key in written)
    if faults:
        raise _Wrong(*faults)
    whole = shape(**made)
    if fault := whole.fault():
        raise _Wrong(Fault(fault[0], path, fault[1]))
    return whole


@cache
def _checker_of(field: Field) -> _Check:
    return _marked(_checker(field.annotation), field.marks)


def _text(value: object, path: Path) -> str:
    if not isinstance(value, str):
        raise _Wrong(Fault("string_type", path, {}))
    return str(value)


def _placed(value: object, path: Path) -> PlacedText:
    if not isinstance(value, PlacedText):
        raise _Wrong(Fault("is_instance_of", path, {}))
    return value


def _file(value: object, path: Path) -> FilePath:
    return FilePath(_text(value, path))


def _whole(value: object, path: Path) -> int:
    if not isinstance(value, str):
        raise _Wrong(Fault("int_type", path, {}))
    if len(value) > _LONGEST_NUMBER or not re.fullmatch(_WHOLE, value):
        raise _Wrong(Fault("int_parsing", path, {}))
    return int(value.partition(".")[0])


def _number(value: object, path: Path) -> float:
    if not isinstance(value, str):
        raise _Wrong(Fault("float_type", path, {}))
    try:
        number = float(value)
    except ValueError:
        raise _Wrong(Fault("float_parsing", path, {})) from None
    if not math.isfinite(number):
        raise _Wrong(Fault("finite_number", path, {}))
    return number


def _truth(value: object, path: Path) -> bool:
    if not isinstance(value, str):
        raise _Wrong(Fault("bool_type", path, {}))
    word = value.lower()
    if word not in _TRUE | _FALSE:
        raise _Wrong(Fault("bool_parsing", path, {}))
    return word in _TRUE


def _nothing(value: object, path: Path) -> None:
    if value is not None:
        raise _Wrong(Fault("none_required", path, {}))


def _anything(value: object, _: Path) -> object:
    return value


_SINGLE: dict[object, _Check] = {
    str: _text,
    PlacedText: _placed,
    FilePath: _file,
    int: _whole,
    float: _number,
    bool: _truth,
    NoneType: _nothing,
    Any: _anything,
}
