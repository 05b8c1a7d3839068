"""Unknown keys taken for the fields that were meant."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from typing import get_origin

from msgspec.structs import replace
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import (
    DATES,
    SPAN,
    fields_by_spelling,
    find_meant_keys,
    known_keys,
    known_listed,
    list_meanings,
    model_at,
    model_in,
    normalize_key,
    spellings,
)
from lapel.source.lists import as_named_list, is_date_in_parts, is_list
from lapel.source.nodes import Mapping, Node, Path, Scalar, Sequence, key_at, node_at
from lapel.source.source import Source
from lapel.text.plurals import join_and
from lapel.text.spelling import find_nearest, slipped_from

_SAYS_WHEN = r"\d{4}|\d[/.]\d\d"
_TWO_YEARS = r"\d{4}-\d{2}"
AS_A_SECTION = "what belongs on a page goes under `sections: [{title: …, entries: […]}]`"
IN_AN_ENTRY = "it belongs to an entry: indent it as deep as that entry's first key"
_BULLETS = "highlights"
_WORDS_OF_A_BULLET = 4


def warn_of_unknown_key(
    model: type[BaseModel], path: Path, node: Node, source: Source
) -> Diagnostic:
    """Return the warning for a key that the model does not know, with the nearest one it does; or a
    hint, where other tools use the key for a field that is free.
    """
    key = key_at(node, path)
    known = known_keys(model, path[:-1])
    meant = find_meant_keys(str(path[-1]), known)
    if free := _find_free_field(model, path, node):
        is_slip = not meant and free == slipped_from(str(path[-1]), known)
        return source.diagnostic(
            "misspelt-key" if is_slip else "other-name",
            f"`{path[-1]}` is read as `{free}`",
            key.place if key else node_at(node, path).place,
            help="correct it" if is_slip else "",
            severity=Severity.WARNING if is_slip else Severity.HINT,
        )
    if not meant and (near := find_nearest(str(path[-1]), known)):
        meant = (near,)
    return source.diagnostic(
        "unknown-key",
        f"unknown key `{path[-1]}`, it is left aside",
        key.place if key else node_at(node, path).place,
        help=f"did you mean {_list_keys(meant, 'and')}?"
        if meant
        else _say_where_it_belongs(model, path, known),
        severity=Severity.WARNING,
    )


def _say_where_it_belongs(model: type[BaseModel], path: Path, known: tuple[str, ...]) -> str:
    """Say where a key without another name belongs: under a field here, or in a section of the
    person's own where there are any.
    """
    key = str(path[-1])
    for name, field in model.model_fields.items() if len(path) == 1 else ():
        single = get_origin(field.annotation) is not tuple and model_in(field.annotation)
        if single and key in known_keys(model, (name,)):
            return f"write it under `{spellings(name, field)[0]}:`"
    if "sections" in known:
        entries = (known_keys(model, (name,)) for name in known[1:])
        return IN_AN_ENTRY if any(key in own for own in entries) else AS_A_SECTION
    return known_listed(known)


def renamed_keys(
    model: type[BaseModel], unknown: Iterable[Path], node: Node
) -> Iterator[tuple[Path, str]]:
    """Yield the unknown keys that other tools use for a field, with the field's name here."""
    for path in unknown:
        if free := _find_free_field(model, path, node):
            yield path, free


def _find_free_field(model: type[BaseModel], path: Path, node: Node) -> str:
    """Return the one field that a key means, "" where it may be two or the field is taken; lists
    are joined. A key of several meanings yields to a key with only one: `place` is the employer,
    and beside a `company` the location.
    """
    owner, value = node_at(node, path[:-1]), node_at(node, path)
    inner = model_at(model, path[:-1])
    if inner is None or not isinstance(owner, Mapping):
        return ""
    known, own = known_keys(model, path[:-1]), fields_by_spelling(inner)
    choices = _find_possible_fields(str(path[-1]), value, owner, own, known)
    for meant in choices:
        if key_at(node, path) and not _fits_field(value, own[meant].annotation):
            continue
        if len(choices) > 1 and meant in DATES and not _may_be_date(value):
            continue
        named = [v for k, v in owner.entries if own.get(k.text) is own[meant]]
        others = [
            (k, v)
            for k, v in owner.entries
            if k.text not in (path[-1], *own) and find_meant_keys(k.text, known) == (meant,)
        ]
        lists = (value, *named, *(other for _, other in others))
        if all(isinstance(each, Sequence) for each in lists):
            return meant
        firm = [key for key, _ in others if len(list_meanings(key.text, known)) == 1]
        if not named and not firm:
            return "" if others and len(choices) > 1 else meant
    return _BULLETS if not choices and _are_bullets(value, owner, known) else ""


def _find_possible_fields(
    key: str, value: Node, owner: Mapping, own: Table[str, FieldInfo], known: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the fields that a key may mean: by other tools' names, another spelling or a slip of
    the keys. Where it may be both ends of a span, the last, unless a key beside it is one.
    """
    choices = list_meanings(key, known)
    if not choices:
        alias = next((own[name] for name in own if normalize_key(name) == normalize_key(key)), None)
        slip = slipped_from(key, known)
        choices = tuple(name for name in known if own[name] is alias or name == slip)[:1]
    if set(choices) != SPAN:
        return choices
    beside = (k.text for k, _ in owner.entries if k.text != key)
    taken = any(SPAN & {*find_meant_keys(other, known)} for other in beside)
    return ("endDate",) if not taken and _has_date(key, value) else ()


def _fits_field(value: Node, annotation: object) -> bool:
    """Tell whether a mapping may be the value of a field; any other node may."""
    if not isinstance(value, Mapping):
        return True
    if is_list(annotation):
        return as_named_list(value, annotation) is not None
    return model_in(annotation) is not None or is_date_in_parts(value)


def _may_be_date(value: Node) -> bool:
    """Tell whether a text may be a date: it has a figure, as "Geological Society" has not."""
    return not isinstance(value, Scalar) or re.search(r"\d", value.text) is not None


def _has_date(key: str, value: Node) -> bool:
    """Tell whether a value has a date; `2011-12` may be two years where two dates are usual."""
    if not isinstance(value, Scalar) or (key != "date" and re.fullmatch(_TWO_YEARS, value.text)):
        return False
    return re.search(_SAYS_WHEN, value.text) is not None


def _are_bullets(value: Node, owner: Mapping, known: tuple[str, ...]) -> bool:
    """Tell whether a list of no known name holds an entry's bullets: texts as long as these are,
    where no other list is taken for them.
    """
    items = value.items if isinstance(value, Sequence) else ()
    texts = [item.text for item in items if isinstance(item, Scalar)]
    words = sum(len(text.split()) for text in texts)
    if not texts or len(texts) < len(items) or words < _WORDS_OF_A_BULLET * len(texts):
        return False
    lists = [key.text for key, held in owner.entries if isinstance(held, Sequence)]
    unknown = [key for key in lists if not list_meanings(key, known)]
    taken = any(_BULLETS in find_meant_keys(key, known) for key in lists)
    return _BULLETS in known and not taken and len(unknown) == 1


def with_keys(node: Node, renamed: Table[Path, str], at: Path = ()) -> Node:
    """Return the node with other names for the keys at these paths; lists of one name are one."""
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


def _list_keys(keys: tuple[str, ...], word: str) -> str:
    return join_and([f"`{key}`" for key in keys], word)
