"""Nodes checked against a pydantic model: every problem in our own words, at its place."""

import re
from collections.abc import Iterator
from collections.abc import Mapping as Table
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.source.keys import (
    DATES,
    Path,
    field_at,
    known_keys,
    known_listed,
    meant_by,
)
from lapel.source.lists import as_list, as_named_list, as_text
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null, node_at
from lapel.source.placed import placed_value
from lapel.source.quoting import FIRM, continuation
from lapel.source.renaming import renamed_keys, unknown_key, with_keys
from lapel.source.source import Source
from lapel.text.data import data_reader
from lapel.text.plurals import count, join_and
from lapel.text.regexes import regex
from lapel.text.spelling import nearest
from lapel.text.words import shortened

M = TypeVar("M", bound=BaseModel)
UNKNOWN_KEY = "extra_forbidden"
MISSING_KEY = "missing"
LONGEST_ITEM = 30
_IN_PARTS = "write each of its parts on a line of its own, such as `{}: …`; "
NO_LIST = frozenset({"tuple_type", "list_type"})
NO_TEXT = "is_instance_of"
_FIELD = regex(r"(?P<key>[A-Za-z]\w*)(?:\s*(?::|=|->|→)\s*|\s+-\s+)(?P<value>\S.*)")
_LINES = regex(rf"\n|^[{FIRM}·]")
_messages = data_reader("lapel.source", "messages.yaml")
"""Our words for each kind of error that pydantic knows."""
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
    problems: dict[Diagnostic, None] = {}  # what is moved is tried, and complained of, again
    emptied: set[Place] = set()
    while True:
        try:
            return model.model_validate(placed_value(node)), tuple(problems)
        except ValidationError as invalid:
            errors = invalid.errors(include_url=False, include_input=False)
        unknown = (error["loc"] for error in errors if error["type"] == UNKNOWN_KEY)
        renamed = dict(renamed_keys(model, unknown, node))
        named = {(*path[:-1], meant) for path, meant in renamed.items()}
        errors = [e for e in errors if e["type"] != MISSING_KEY or e["loc"] not in named]
        listed = dict(_listed(model, errors, node))
        found = [
            _diagnostic(model, error, node, source)
            for error in _first_of_choices(errors, node)
            if node_at(node, _owner(error)).place not in emptied and error["loc"] not in listed
        ]
        found += [
            _read_otherwise(path, held, source)
            for path, held in listed.items()
            if isinstance(held, Scalar) or len(held.items) > 1
        ]
        found += [
            _without_dashes(path, place, lines, source)
            for path, held in listed.items()
            if isinstance(held, Sequence) and len(held.items) == 1
            if (lines := _lines_of(node_at(node, path), source)) > 1
            for place in (node_at(node, path).place,)
        ]
        found += [
            beside for path, held in listed.items() for beside in _beside(path, held, node, source)
        ]
        problems |= dict.fromkeys(found)
        faulty = {
            _faulty(error, node): error["type"]
            for error in errors
            if error["loc"] not in renamed and error["loc"] not in listed
        }
        emptied |= {
            node_at(node, path[:-1]).place for path, type in faulty.items() if type != UNKNOWN_KEY
        }
        rest = _without(with_keys(_with_lists(node, listed), renamed), frozenset(faulty))
        if rest is None:
            return None, tuple(problems)
        node = rest


def _listed(
    model: type[BaseModel], errors: list[ErrorDetails], node: Node
) -> Iterator[tuple[Path, Sequence | Scalar]]:
    """The texts and the named things that stand where a list of them is expected, as lists, and
    lists that stand where one text is expected, as texts.
    """
    for error in errors:
        path = error["loc"]
        if _existing(path, node) != path:
            continue
        held, name = node_at(node, path), path[-1] if path else 0
        field = field_at(model, path) if error["type"] in NO_LIST else None
        items: Sequence | Scalar | None = None
        if error["type"] == NO_TEXT and isinstance(name, str) and name not in DATES:
            items = as_text(held)
        if field and isinstance(held, Scalar):
            items = as_list(held, field.annotation)
        elif field and isinstance(held, Mapping):
            items = as_named_list(held, field.annotation)
        if items is not None:
            yield path, items


def _read_otherwise(path: Path, held: Sequence | Scalar, source: Source) -> Diagnostic:
    if isinstance(held, Scalar):
        code, message = "list-as-text", f"`{path[-1]}` is read as one text: “{_shortened(held)}”"
    else:
        parts = ", ".join(f"“{_shortened(item)}”" for item in held.items)
        code, message = "text-as-list", f"`{path[-1]}` is read as a list: {parts}"
    return source.diagnostic(code, message, held.place, severity=Severity.HINT)


def _lines_of(held: Node, source: Source) -> int:
    """Over how many lines a text goes on of which each begins as a bullet's text does."""
    if not isinstance(held, Scalar) or held.quoted:
        return 0
    line, column = held.place.line, held.place.column - 1
    lines = source.lines[line - 1 : continuation(source.lines, line, column - 1)]
    begins = not lines[0][:column].strip()
    are_bullets = begins and all(re.match(r"\s*[^\W_a-z]", each) for each in lines)
    return len(lines) if are_bullets else 0


def _without_dashes(path: Path, place: Place, lines: int, source: Source) -> Diagnostic:
    message = f"`{path[-1]}`: expected a list, found a text over {count('line', lines)}"
    help = "begin each bullet with `- `; if it is one bullet, its first line only"
    return source.diagnostic("lines-as-text", message, place, help=help)


def _beside(
    path: Path, held: Sequence | Scalar, node: Node, source: Source
) -> Iterator[Diagnostic]:
    """A warning for each text beside a list that alone is read of what stands at a path."""
    whole = node_at(node, path)
    entries = whole.entries if isinstance(whole, Mapping) else ()
    if any(value is held for _, value in entries):
        for key, value in entries:
            if isinstance(value, Scalar) and not is_null(value):
                message = f"`{key.text}` is told of all of `{path[-1]}` and left aside"
                help = "put it into one of the entries, or into `summary:` at the top"
                yield source.diagnostic(
                    "list-beside", message, key.place, help=help, severity=Severity.WARNING
                )


def _with_lists(node: Node, listed: Table[Path, Sequence | Scalar], at: Path = ()) -> Node:
    """The node with these lists and texts for what stands at these paths."""
    if at in listed:
        return listed[at]
    if isinstance(node, Mapping):
        entries = ((k, _with_lists(value, listed, (*at, k.text))) for k, value in node.entries)
        return Mapping(tuple(entries), node.place)
    if isinstance(node, Sequence):
        items = (_with_lists(item, listed, (*at, i)) for i, item in enumerate(node.items))
        return Sequence(tuple(items), node.place)
    return node


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
    of_date = error["type"] == NO_TEXT and path and path[-1] in DATES
    words = table.get("date" if of_date else error["type"]) or {"message": error["msg"]}
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
    field = field_at(model, path) if error["type"].startswith("string") else None
    if field and field.examples:
        shown = join_and([f'"{example}"' for example in field.examples], "or")
        help = f"write it in the form of {shown}, with the quotes"
    if isinstance(found, Scalar) and _LINES.search(found.text.strip()):
        help = words.get("help_for_lines", help)
    if error["type"] in ("model_type", "dict_type") and (keys := known_keys(model, path)):
        is_text = isinstance(found, Scalar) and not is_null(found)
        help = f"{_IN_PARTS.format(keys[0]) if is_text else ''}{known_listed(keys)}"
        help = _with_colon(source, found.place, keys) or help
    if isinstance(found, Scalar) and (near := nearest(found.text, _choices(error))):
        help = f"did you mean `{near}`?"
    return source.diagnostic(_code(error["type"]), message, found.place, help=help)


def _with_colon(source: Source, place: Place, keys: tuple[str, ...]) -> str:
    """What to do where the line has a key that only lacks its colon, or the space behind it."""
    line = source.lines[place.line - 1][place.column - 1 :]
    typed = _FIELD.match(line)
    if not typed or not (typed["key"] in keys or meant_by(typed["key"], keys)):
        return ""
    return f"write `{typed['key']}: {typed['value']}`, with a colon and a space, and so each field"


def _shortened(item: Node) -> str:
    first = item.entries[0][1] if isinstance(item, Mapping) else item
    text = first.text if isinstance(first, Scalar) else ""
    return shortened(text, LONGEST_ITEM)


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
