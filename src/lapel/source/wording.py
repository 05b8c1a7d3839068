"""Errors of pydantic in our own words, each at its place."""

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from lapel.source.diagnostics import Diagnostic, Place
from lapel.source.keys import DATES, field_at, find_meant_keys, known_keys, known_listed
from lapel.source.list_or_text import NO_TEXT
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, existing_path, is_null, node_at
from lapel.source.quoting import FIRM
from lapel.source.renaming import warn_of_unknown_key
from lapel.source.source import Source
from lapel.text.data import data_reader
from lapel.text.plurals import join_and
from lapel.text.regexes import regex
from lapel.text.spelling import find_nearest

UNKNOWN_KEY = "extra_forbidden"
MISSING_KEY = "missing"
_IN_PARTS = "write each of its parts on a line of its own, such as `{}: …`; "
_FIELD = regex(r"(?P<key>[A-Za-z]\w*)(?:\s*(?::|=|->|→)\s*|\s+-\s+)(?P<value>\S.*)")
_LINES = regex(rf"\n|^[{FIRM}·]")
"""Signs that a text was meant as a list: lines, or a bullet out of another program."""
_messages = data_reader("lapel.source", "messages.yaml")
"""Our words for each kind of error that pydantic has."""


def describe_error(
    model: type[BaseModel], error: ErrorDetails, node: Node, source: Source
) -> Diagnostic:
    """Return an error as a problem at its place; ``node`` is the whole that was checked."""
    if error["type"] == UNKNOWN_KEY:
        return warn_of_unknown_key(model, error["loc"], node, source)
    path = error["loc"] if error["type"] == MISSING_KEY else existing_path(error["loc"], node)
    found = node_at(node, path)
    table = _messages()
    of_date = error["type"] == NO_TEXT and path and path[-1] in DATES
    words = table.get("date" if of_date else error["type"]) or {"message": error["msg"]}
    facts = {
        "key": path[-1] if path else "",
        "found": _describe_node(found),
        "listed": f"[{found.text}]" if isinstance(found, Scalar) else "[first, second]",
        "accepted": _list_choices(error),
        **{name: _shorten_number(fact) for name, fact in error.get("ctx", {}).items()},
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
        help = _advise_colon(source, found.place, keys) or help
    if isinstance(found, Scalar) and (near := find_nearest(found.text, _find_choices(error))):
        help = f"did you mean `{near}`?"
    return source.diagnostic(_to_code(error["type"]), message, found.place, help=help)


def _advise_colon(source: Source, place: Place, keys: tuple[str, ...]) -> str:
    """Say what to do if the line has a key that only lacks its colon, or the space after it; else
    "".
    """
    line = source.lines[place.line - 1][place.column - 1 :]
    typed = _FIELD.match(line)
    if not typed or not (typed["key"] in keys or find_meant_keys(typed["key"], keys)):
        return ""
    return f"write `{typed['key']}: {typed['value']}`, with a colon and a space, and so each field"


def _shorten_number(fact: object) -> object:
    return f"{fact:g}" if isinstance(fact, float) else fact


def _to_code(type: str) -> str:
    return type.replace("_", "-")


def _describe_node(node: Node) -> str:
    match node:
        case Sequence():
            return "a list"
        case Mapping():
            return "keys with values"
        case _:
            first, *more = node.text.strip().split("\n")
            return "nothing" if is_null(node) else f"`{first}{' …' if more else ''}`"


def _find_choices(error: ErrorDetails) -> tuple[str, ...]:
    """Return the values that an enumeration or a literal accepts."""
    expected = str(error.get("ctx", {}).get("expected", ""))
    return tuple(part for part in expected.split("'")[1::2])


def _list_choices(error: ErrorDetails) -> str:
    return ", ".join(f"`{choice}`" for choice in _find_choices(error))
