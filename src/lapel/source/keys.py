"""Keys of a file: which a model knows, and what one that it does not know was meant to be."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from functools import cache
from typing import get_args, get_origin

from msgspec.structs import replace
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, key_at, node_at
from lapel.source.source import Source
from lapel.text.data import read_data
from lapel.text.plurals import join_and
from lapel.text.spelling import nearest

Path = tuple[str | int, ...]

MOST_KEYS_LISTED = 24
_SPAN = {"startDate", "endDate"}
_ONE_DAY = re.compile(r"(?:[^\d–—]+\s)?\d{4}(?:-\d{1,2}){0,2}|\d{1,2}[/.]\d{4}")
_TWO_YEARS = r"\d{4}-\d{2}"


def unknown_key(model: type[BaseModel], path: Path, node: Node, source: Source) -> Diagnostic:
    """The warning for a key that the model does not know, with the nearest one it does; or a hint,
    where it is what others call a field that is not there.
    """
    key = key_at(node, path)
    known = known_keys(model, path[:-1])
    meant = called_otherwise(str(path[-1]), known)
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
        help=f"did you mean {_named(meant, 'and')}?" if meant else _home(model, path, known),
        severity=Severity.WARNING,
    )


def _home(model: type[BaseModel], path: Path, known: tuple[str, ...]) -> str:
    """Where a key of no other name belongs: below one that stands here, or in a section of the
    person's own where there are such.
    """
    key = str(path[-1])
    for name, field in model.model_fields.items() if len(path) == 1 else ():
        single = get_origin(field.annotation) is not tuple and model_in(field.annotation)
        if single and key in known_keys(model, (name,)):
            return f"write it under `{spellings(name, field)[0]}:`"
    if "sections" in known:
        return f"write it as a section of your own: `sections: [{{title: {key}, entries: […]}}]`"
    return known_listed(known)


def called_otherwise(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """The known keys that a key of another tool or habit stands for: "experience" is `work`, and
    "start_date" is `startDate`.
    """
    bare = letters(key)
    if same := tuple(name for name in known if letters(name) == bare):
        return same
    meant = _other_names().get(bare, ())
    here = tuple(name for name in meant if name in known)
    return here if set(here) == _SPAN else here[:1]


def _is_one_day(key: str, value: Node) -> bool:
    """Whether a value is one date and no span of two; `2011-12` may be two years where two dates
    are usual.
    """
    if not isinstance(value, Scalar) or (key != "date" and re.fullmatch(_TWO_YEARS, value.text)):
        return False
    return _ONE_DAY.fullmatch(value.text) is not None


def letters(key: str) -> str:
    """A key without capitals and without what parts its words."""
    return re.sub(r"[\s_-]", "", key.casefold())


def renamed_keys(
    model: type[BaseModel], unknown: Iterable[Path], node: Node
) -> Iterator[tuple[Path, str]]:
    """Of unknown keys those that are what others call a field, with what it is called here."""
    for path in unknown:
        meant = called_otherwise(str(path[-1]), known_keys(model, path[:-1]))
        if free := _free(meant, model, path, node):
            yield path, free


def _free(meant: tuple[str, ...], model: type[BaseModel], path: Path, node: Node) -> str:
    """The one field that a key stands for, "" where it may be two or something stands there; lists
    go together.
    """
    owner = node_at(node, path[:-1])
    if set(meant) == _SPAN and _is_one_day(str(path[-1]), node_at(node, path)):
        meant = ("endDate",)
    if len(meant) != 1 or not isinstance(owner, Mapping):
        return ""
    known = known_keys(model, path[:-1])
    rivals = [
        value
        for key, value in owner.entries
        if key.text == meant[0] or called_otherwise(key.text, known) == meant
    ]
    fits = len(rivals) < 2 or all(isinstance(value, Sequence) for value in rivals)
    return meant[0] if fits else ""


def with_keys(node: Node, renamed: Table[Path, str], at: Path = ()) -> Node:
    """The node with other names for the keys at these paths; lists of one name are one."""
    if isinstance(node, Mapping):
        entries: dict[str, tuple[Scalar, Node]] = {}
        for key, value in node.entries:
            name = renamed.get((*at, key.text), key.text)
            inner = with_keys(value, renamed, (*at, key.text))
            _, above = entries.get(name, (None, None))
            if isinstance(above, Sequence) and isinstance(inner, Sequence):
                inner = Sequence((*above.items, *inner.items), above.place)
            entries[name] = (replace(key, text=name), inner)
        return Mapping(tuple(entries.values()), node.place)
    if isinstance(node, Sequence):
        items = (with_keys(item, renamed, (*at, index)) for index, item in enumerate(node.items))
        return Sequence(tuple(items), node.place)
    return node


def known_listed(keys: tuple[str, ...]) -> str:
    """The known keys in words."""
    listed = ", ".join(f"`{name}`" for name in keys[:MOST_KEYS_LISTED])
    return f"known here: {listed}{', …' if len(keys) > MOST_KEYS_LISTED else ''}"


def _named(keys: tuple[str, ...], word: str) -> str:
    return join_and([f"`{key}`" for key in keys], word)


@cache
def _other_names() -> Table[str, tuple[str, ...]]:
    """What keys of other tools and habits are called here."""
    table: Table[str, list[str]] = read_data("lapel.source", "other_names.yaml")
    return {name: tuple(keys) for name, keys in table.items()}


def field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """The field of the model in which ``path`` ends, None where it ends in an item or nowhere."""
    inner: type[BaseModel] | None = model
    field: FieldInfo | None = None
    for step in path:
        if isinstance(step, int):
            field = None
            continue
        field = fields_by_spelling(inner).get(step) if inner else None
        inner = model_in(field.annotation) if field else None
    return field


def known_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that the model takes where ``path`` ends."""
    inner: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and inner is not None:
            field = fields_by_spelling(inner).get(step)
            inner = model_in(field.annotation) if field else inner
    if inner is None:
        return ()
    classes = [kind for kind in inner.__mro__ if issubclass(kind, BaseModel)]
    own_first = dict.fromkeys(name for kind in classes for name in kind.__annotations__)
    fields = inner.model_fields
    return tuple(spellings(name, fields[name])[0] for name in own_first if name in fields)


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


@cache
def fields_by_spelling(model: type[BaseModel]) -> Table[str, FieldInfo]:
    """The fields of a model by all that they may be called in a file."""
    fields = model.model_fields.items()
    return {spelling: field for name, field in fields for spelling in spellings(name, field)}
