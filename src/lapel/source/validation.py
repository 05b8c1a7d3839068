"""Nodes checked against a pydantic model: every problem in our own words, at its place."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from functools import cache
from typing import TypeVar, get_args

from msgspec.structs import replace
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null, key_at, node_at
from lapel.source.placed import placed_value
from lapel.source.source import Source
from lapel.text.data import read_data
from lapel.text.plurals import join_and
from lapel.text.spelling import nearest

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

UNKNOWN_KEY = "extra_forbidden"
MISSING_KEY = "missing"
MOST_KEYS_LISTED = 24
_LINES = re.compile(r"\n|^[•●○◦▪■‣·]")
"""What shows that a text was meant as a list: lines, or a bullet out of another program."""


def validate(model: type[M], node: Node, source: Source) -> Outcome[M]:
    """The model's value, with a warning for each key it does not know; or every error."""
    value, problems = validate_sound(model, node, source)
    found = Outcome(value, problems)
    return Outcome(None, problems) if found.errors else found


def validate_sound(
    model: type[M], node: Node, source: Source
) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The value of what is sound in the node, for further checks, and what is wrong with the rest.

    What an error names is taken out and the rest is tried again; None when that leaves nothing.
    That something taken out is then missed is no new problem.
    """
    problems: list[Diagnostic] = []
    emptied: set[Place] = set()
    while True:
        try:
            return model.model_validate(placed_value(node)), tuple(problems)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False, include_input=False)
        problems += [
            _diagnostic(model, error, node, source)
            for error in _first_of_choices(errors, node)
            if node_at(node, _owner(error)).place not in emptied
        ]
        renamed = dict(_renamed(model, errors, node))
        faulty = {
            _faulty(error, node): error["type"] for error in errors if error["loc"] not in renamed
        }
        emptied |= {
            node_at(node, path[:-1]).place for path, type in faulty.items() if type != UNKNOWN_KEY
        }
        rest = _without(_with_keys(node, renamed), frozenset(faulty))
        if rest is None:
            return None, tuple(problems)
        node = rest


def _first_of_choices(errors: list[ErrorDetails], node: Node) -> list[ErrorDetails]:
    """The errors without those that only say what else a value could have been."""
    seen: set[Path] = set()
    kept = []
    for error in errors:
        owner = _owner(error)
        existing = _existing(owner, node)
        if existing == owner or existing not in seen:
            kept.append(error)
        seen.add(existing)
    return kept


def _owner(error: ErrorDetails) -> Path:
    """The mapping that lacks something, or the value that is wrong."""
    return error["loc"][:-1] if error["type"] == MISSING_KEY else error["loc"]


def _diagnostic(
    model: type[BaseModel], error: ErrorDetails, node: Node, source: Source
) -> Diagnostic:
    if error["type"] == UNKNOWN_KEY:
        return unknown_key(model, error["loc"], node, source)
    path = error["loc"] if error["type"] == MISSING_KEY else _existing(error["loc"], node)
    found = node_at(node, path)
    table = _messages()
    words = table.get(error["type"]) or {"message": error["msg"]}
    facts = {
        "key": path[-1] if path else "",
        "found": _described(found),
        "listed": f"[{found.text}]" if isinstance(found, Scalar) else "[first, second]",
        "accepted": _accepted(error),
        **{name: _short(fact) for name, fact in error.get("ctx", {}).items()},
    }
    message = words["message"].format_map(facts)
    if error["type"] != MISSING_KEY and isinstance(path[-1] if path else None, str):
        message = f"`{path[-1]}`: {message}"
    help = words.get("help", "").format_map(facts)
    if isinstance(found, Scalar) and _LINES.search(found.text.strip()):
        help = words.get("help_for_lines", help)
    if error["type"] in ("model_type", "dict_type") and (keys := _known_keys(model, path)):
        help = _known(keys)
    if isinstance(found, Scalar) and (near := nearest(found.text, _choices(error))):
        help = f"did you mean `{near}`?"
    return source.diagnostic(_code(error["type"]), message, found.place, help=help)


def unknown_key(model: type[BaseModel], path: Path, node: Node, source: Source) -> Diagnostic:
    """The warning for a key that the model does not know, with the nearest one it does; or a hint,
    where it is what others call a field that is not there.
    """
    key = key_at(node, path)
    known = _known_keys(model, path[:-1])
    meant = _called_otherwise(str(path[-1]), known)
    if free := _free(meant, model, path, node):
        return source.diagnostic(
            "other-name",
            f"`{path[-1]}` is read as `{free}`",
            key.place if key else node_at(node, path).place,
            severity=Severity.HINT,
        )
    if not meant and (near := nearest(str(path[-1]), known)):
        meant = (near,)
    return source.diagnostic(
        "unknown-key",
        f"unknown key `{path[-1]}`, it is left aside",
        key.place if key else node_at(node, path).place,
        help=f"did you mean {_named(meant, 'and')}?" if meant else _home(str(path[-1]), known),
        severity=Severity.WARNING,
    )


def _home(key: str, known: tuple[str, ...]) -> str:
    """Where a key of no other name belongs: in a section of one's own where there are such."""
    if "sections" in known:
        return f"write it as a section of your own: `sections: [{{title: {key}, entries: […]}}]`"
    return _known(known)


def _called_otherwise(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known keys that a key of another tool or habit stands for ("experience" is `work`)."""
    meant = _other_names().get(re.sub(r"[\s_-]", "", key.casefold()), ())
    here = tuple(name for name in meant if name in known)
    return here if set(here) == {"startDate", "endDate"} else here[:1]


def _renamed(
    model: type[BaseModel], errors: list[ErrorDetails], node: Node
) -> Iterator[tuple[Path, str]]:
    """The unknown keys that are what others call a field, with what it is called here."""
    for error in errors:
        if error["type"] == UNKNOWN_KEY:
            path = error["loc"]
            meant = _called_otherwise(str(path[-1]), _known_keys(model, path[:-1]))
            if free := _free(meant, model, path, node):
                yield path, free


def _free(meant: tuple[str, ...], model: type[BaseModel], path: Path, node: Node) -> str:
    """The one field that a key stands for, "" where it may be two or something stands there."""
    owner = node_at(node, path[:-1])
    if len(meant) != 1 or not isinstance(owner, Mapping):
        return ""
    others = (key.text for key, _ in owner.entries if key.text != path[-1])
    known = _known_keys(model, path[:-1])
    taken = any(key == meant[0] or _called_otherwise(key, known) == meant for key in others)
    return "" if taken else meant[0]


def _with_keys(node: Node, renamed: Table[Path, str], at: Path = ()) -> Node:
    """The node with other names for the keys at these paths."""
    if isinstance(node, Mapping):
        return Mapping(
            tuple(
                (
                    replace(key, text=renamed.get((*at, key.text), key.text)),
                    _with_keys(value, renamed, (*at, key.text)),
                )
                for key, value in node.entries
            ),
            node.place,
        )
    if isinstance(node, Sequence):
        items = (_with_keys(item, renamed, (*at, index)) for index, item in enumerate(node.items))
        return Sequence(tuple(items), node.place)
    return node


def _known(keys: tuple[str, ...]) -> str:
    listed = ", ".join(f"`{name}`" for name in keys[:MOST_KEYS_LISTED])
    return f"known here: {listed}{', …' if len(keys) > MOST_KEYS_LISTED else ''}"


def _named(keys: tuple[str, ...], word: str) -> str:
    return join_and([f"`{key}`" for key in keys], word)


def _short(fact: object) -> object:
    return f"{fact:g}" if isinstance(fact, float) else fact


def _code(type: str) -> str:
    return type.replace("_", "-")


def _described(node: Node) -> str:
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"
        case _:
            first, *more = node.text.strip().split("\n")
            return "nothing" if is_null(node) else f"`{first}{' …' if more else ''}`"


def _choices(error: ErrorDetails) -> tuple[str, ...]:
    """The values that an enumeration or a literal accepts."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    return tuple(part for part in expected.split("'")[1::2])


def _accepted(error: ErrorDetails) -> str:
    return ", ".join(f"`{choice}`" for choice in _choices(error))


@cache
def _messages() -> Table[str, Table[str, str]]:
    """Our words for each kind of error that pydantic knows."""
    table: Table[str, Table[str, str]] = read_data("lapel.source", "messages.yaml")
    return table


@cache
def _other_names() -> Table[str, tuple[str, ...]]:
    """What keys of other tools and habits are called here."""
    table: Table[str, list[str]] = read_data("lapel.source", "other_names.yaml")
    return {name: tuple(keys) for name, keys in table.items()}


def _known_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the model takes where ``path`` ends."""
    inner: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and inner is not None:
            field = fields_by_spelling(inner).get(step)
            inner = model_in(field.annotation) if field else inner
    if inner is None:
        return ()
    own_first = dict.fromkeys((*inner.__annotations__, *inner.model_fields))
    fields = inner.model_fields
    return tuple(spellings(name, fields[name])[0] for name in own_first if name in fields)


@cache
def fields_by_spelling(model: type[BaseModel]) -> Table[str, FieldInfo]:
    """The fields of a model by all that they may be called in a file."""
    fields = model.model_fields.items()
    return {spelling: field for name, field in fields for spelling in spellings(name, field)}


def spellings(name: str, field: FieldInfo) -> tuple[str, ...]:
    """How a field may be spelled in a file, the preferred spelling first."""
    alias = field.validation_alias or field.alias
    choices = getattr(alias, "choices", None)
    return tuple(str(choice) for choice in choices) if choices else (str(alias or name),)


def model_in(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation such as ``tuple[Role, ...] | None`` is about."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def _faulty(error: ErrorDetails, node: Node) -> Path:
    """What to take out so that the rest may be tried again."""
    return _existing(_owner(error), node)


def _existing(path: Path, node: Node) -> Path:
    """The part of a path that leads through the file; pydantic adds the names of its choices."""
    for depth, step in enumerate(path):
        inner = node_at(node, path[:depth])
        is_key = isinstance(inner, Mapping) and inner.get(str(step)) is not None
        if not is_key and not (isinstance(inner, Sequence) and isinstance(step, int)):
            return path[:depth]
    return path


def _without(node: Node, faulty: frozenset[Path], at: Path = ()) -> Node | None:
    """The node without what stands at the faulty paths; None when that is all of it."""
    if at in faulty:
        return None
    if isinstance(node, Mapping):
        entries = [(key, _without(value, faulty, (*at, key.text))) for key, value in node.entries]
        return Mapping(tuple((k, v) for k, v in entries if v is not None), node.place)
    if isinstance(node, Sequence):
        items = [_without(item, faulty, (*at, i)) for i, item in enumerate(node.items)]
        return Sequence(tuple(item for item in items if item is not None), node.place)
    return node
