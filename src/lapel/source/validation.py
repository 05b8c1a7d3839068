"""Nodes checked against a pydantic model: every problem in our own words, at its place."""

from collections.abc import Mapping as Table
from functools import cache
from importlib.resources import files
from typing import TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null, key_at, node_at
from lapel.source.placed import placed_value
from lapel.source.source import Source
from lapel.text.spelling import nearest

M = TypeVar("M", bound=BaseModel)
Path = tuple[str | int, ...]

UNKNOWN_KEY = "extra_forbidden"
MISSING_KEY = "missing"
MOST_KEYS_LISTED = 12


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
    """
    problems: list[Diagnostic] = []
    while True:
        try:
            return model.model_validate(placed_value(node)), tuple(problems)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False, include_input=False)
        found = [_diagnostic(model, error, node, source) for error in errors]
        problems += [problem for problem in found if problem not in problems]
        rest = _without(node, frozenset(_faulty(error, node) for error in errors))
        if rest is None:
            return None, tuple(problems)
        node = rest


def _diagnostic(
    model: type[BaseModel], error: ErrorDetails, node: Node, source: Source
) -> Diagnostic:
    path: Path = error["loc"]
    if error["type"] == UNKNOWN_KEY:
        return _unknown_key(model, path, node, source)
    found = node_at(node, path)
    table = _messages()
    words = table.get(error["type"]) or {"message": error["msg"]}
    facts = {
        "key": path[-1] if path else "",
        "found": _described(found),
        "accepted": _accepted(error),
        **error.get("ctx", {}),
    }
    message = words["message"].format_map(facts)
    if error["type"] != MISSING_KEY and isinstance(path[-1] if path else None, str):
        message = f"`{path[-1]}`: {message}"
    help = words.get("help", "").format_map(facts)
    if isinstance(found, Scalar) and (near := nearest(found.text, _choices(error))):
        help = f"did you mean `{near}`?"
    return source.diagnostic(_code(error["type"]), message, found.place, help=help)


def _unknown_key(model: type[BaseModel], path: Path, node: Node, source: Source) -> Diagnostic:
    key = key_at(node, path)
    known = _known_keys(model, path[:-1])
    near = nearest(str(path[-1]), known)
    listed = ", ".join(f"`{name}`" for name in known[:MOST_KEYS_LISTED])
    more = ", …" if len(known) > MOST_KEYS_LISTED else ""
    return source.diagnostic(
        "unknown-key",
        f"unknown key `{path[-1]}`, it is left aside",
        key.place if key else node_at(node, path).place,
        help=f"did you mean `{near}`?" if near else f"known here: {listed}{more}",
        severity=Severity.WARNING,
    )


def _code(type: str) -> str:
    return type.replace("_", "-")


def _described(node: Node) -> str:
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"
        case _:
            return "nothing" if is_null(node) else f"`{node.text}`"


def _choices(error: ErrorDetails) -> tuple[str, ...]:
    """The values that an enumeration or a literal accepts."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    return tuple(part for part in expected.split("'")[1::2])


def _accepted(error: ErrorDetails) -> str:
    return ", ".join(f"`{choice}`" for choice in _choices(error))


@cache
def _messages() -> Table[str, Table[str, str]]:
    """Our wording of pydantic's errors by their type code."""
    import yaml  # noqa: PLC0415  (a file without errors needs no messages)

    text = files("lapel.source").joinpath("messages.yaml").read_text("utf-8")
    table: Table[str, Table[str, str]] = yaml.safe_load(text)
    return table


def _known_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the model takes where ``path`` ends."""
    inner: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and inner is not None:
            named = inner.model_fields.items()
            field = next((field for name, field in named if step in spellings(name, field)), None)
            inner = model_in(field.annotation) if field else None
    if inner is None:
        return ()
    return tuple(spellings(name, field)[0] for name, field in inner.model_fields.items())


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
    path: Path = error["loc"]
    if error["type"] == MISSING_KEY:
        return path[:-1]
    exists = len(path)
    for depth in range(len(path)):
        inner = node_at(node, path[:depth])
        step = path[depth]
        known = isinstance(inner, Mapping) and isinstance(step, str) and inner.get(step)
        if not known and not (isinstance(inner, Sequence) and isinstance(step, int)):
            exists = depth
            break
    return path[:exists]


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
