"""Keys of a file: those that a model knows, and those that others may mean."""

import re
from collections.abc import Mapping as Table
from functools import cache
from typing import get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lapel.source.nodes import Path
from lapel.text.data import read_data

MOST_KEYS_LISTED = 24
SPAN = {"startDate", "endDate"}
DATES = {*SPAN, "date", "releaseDate"}
_SAYS_NOTHING = frozenset(
    {"section", "details", "list", "data", "info", "items", "entries", "history"}
)
"""Words that people add to the name of a field: "education_details", "section_skills"."""
_SAYS_WHEN = frozenset({"date", "year", "month", "day", "on"})
"""Words that people add to the name of a date: "stop_date", "yearCompleted"."""
_WORD = r"[A-Z]?[^\W\d_A-Z]+|[A-Z]+|\d+"


def find_meant_keys(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the known keys that a key means: itself if it is one, else the field that another tool
    or habit calls so: "experience" is `work`, and "start_date" is `startDate`.
    """
    here = list_meanings(key, known)
    return here if set(here) == SPAN else here[:1]


def list_meanings(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return all known keys that a key may mean, the likeliest first."""
    if key in known:
        return (key,)
    words = [word for word in re.findall(_WORD, key) if word.casefold() not in _SAYS_NOTHING]
    for bare in dict.fromkeys((normalize_key(key), normalize_key("".join(words)))):
        if same := tuple(name for name in known if normalize_key(name) == bare):
            return same
        if here := tuple(name for name in _load_other_names().get(bare, ()) if name in known):
            return here
    bare = normalize_key("".join(word for word in words if word.casefold() not in _SAYS_WHEN))
    others = (
        _load_other_names().get(bare, ())
        if {normalize_key(word) for word in words} & _SAYS_WHEN
        else ()
    )
    return tuple(name for name in others if name in known and name in DATES)


def is_called_only(key: str, field: str) -> bool:
    """Tell whether other tools use a key for this field and never for another."""
    return _load_other_names().get(normalize_key(key)) == (field,)


def normalize_key(key: str) -> str:
    """Return a key without capitals and word separators."""
    return re.sub(r"[\s_-]", "", key.casefold())


def known_listed(keys: tuple[str, ...]) -> str:
    """Return the known keys in words."""
    listed = ", ".join(f"`{name}`" for name in keys[:MOST_KEYS_LISTED])
    return f"known here: {listed}{', …' if len(keys) > MOST_KEYS_LISTED else ''}"


@cache
def _load_other_names() -> Table[str, tuple[str, ...]]:
    """Return the fields here for keys of other tools and habits."""
    table: Table[str, list[str]] = read_data("lapel.source", "other_names.yaml")
    return {name: tuple(keys) for name, keys in table.items()}


def field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """Return the field of the model in which ``path`` ends, None where it ends in an item or
    nowhere.
    """
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
    """Return the keys that the model takes where ``path`` ends."""
    inner = model_at(model, path)
    if inner is None:
        return ()
    classes = [kind for kind in inner.__mro__ if issubclass(kind, BaseModel)]
    own_first = dict.fromkeys(name for kind in classes for name in kind.__annotations__)
    fields = inner.model_fields
    return tuple(spellings(name, fields[name])[0] for name in own_first if name in fields)


def model_at(model: type[BaseModel], path: Path) -> type[BaseModel] | None:
    """Return the model of the node at ``path``; None where that is no mapping."""
    inner: type[BaseModel] | None = model
    for step in path:
        if isinstance(step, str) and inner is not None:
            field = fields_by_spelling(inner).get(step)
            inner = model_in(field.annotation) if field else inner
    return inner


def spellings(name: str, field: FieldInfo) -> tuple[str, ...]:
    """Return the spellings of a field in a file, the preferred one first."""
    alias = field.validation_alias or field.alias
    choices = getattr(alias, "choices", None)
    return tuple(str(choice) for choice in choices) if choices else (str(alias or name),)


def model_in(annotation: object) -> type[BaseModel] | None:
    """Return the model inside an annotation such as ``tuple[Role, ...] | None``."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


@cache
def fields_by_spelling(model: type[BaseModel]) -> Table[str, FieldInfo]:
    """Return the fields of a model by all that they may be called in a file."""
    fields = model.model_fields.items()
    return {spelling: field for name, field in fields for spelling in spellings(name, field)}
