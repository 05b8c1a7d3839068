"""A text where a list is expected, taken as the list that was meant."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Annotated, get_args, get_origin

from msgspec.structs import replace
from pydantic import BaseModel

from lapel.source.keys import fields_by_spelling, find_meant_keys, known_keys
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null
from lapel.source.quoting import BULLETS, FIRM

_BULLET = rf"^\s*(?:[-*{BULLETS}]|\d{{1,2}}[.)])\s+"
_RUN = rf"\s+(?=[{FIRM}]\s)"
"""The gap between the bullets of a list that YAML joined into one line."""
_KEY = r"[a-z]+(?:_[a-z]+)*"
OF_A_DATE = ("year", "month", "day")
NAMES = ",;|"
"""Characters that separate names in one text, such as those of skills."""


def as_list(text: Scalar, annotation: object) -> Sequence | None:
    """Return the items of a text: its bullets or lines, or the parts between the marks that their
    model names; None where the field (``annotation``) is no list of texts.
    """
    item = _find_item_type(annotation)
    if not isinstance(item, type):
        return None
    if issubclass(item, BaseModel):
        if not getattr(item, "plain", ""):
            return None
        marks = getattr(item, "parted", "")
    elif issubclass(item, str):
        marks = NAMES
    else:
        return None
    lines = _split_lines(text.text)
    if len(lines) > 1 or _is_bullet(lines[0]):
        items = tuple(_split_items(lines))
    else:
        items = tuple(split_at_marks(lines[0], marks))
    return Sequence(tuple(Scalar(item, text.place, quoted=True) for item in items), text.place)


def as_named_list(held: Mapping, annotation: object) -> Sequence | None:
    """Return the items of a mapping, each under its name: `Tools: [Jira, Figma]`, `German: native`;
    or the one item whose fields these are. None where the field (``annotation``) is no list of
    items.
    """
    item = _find_item_type(annotation)
    if not isinstance(item, type) or not issubclass(item, BaseModel):
        return None
    known = known_keys(item, ())
    name, told = getattr(item, "named", ("", ""))
    if (history := _find_only_list(held, known)) is not None:
        return history
    is_known = [bool(find_meant_keys(k.text, known)) for k, _ in held.entries]
    if all(is_known) or any(_is_name(key.text, item, name) for key, _ in held.entries):
        return Sequence((held,), held.place)
    tells_list = bool(told) and is_list(fields_by_spelling(item)[told].annotation)
    if not tells_list and all(_are_items(value, known) for _, value in held.entries):
        lists = (value.items for _, value in held.entries if isinstance(value, Sequence))
        return Sequence(tuple(chain.from_iterable(lists)), held.place)
    if not name or not all(_is_told(value, told, known) for _, value in held.entries):
        return None
    if any(_are_groups(value, name, known) for _, value in held.entries):
        return Sequence(tuple(_flatten_items(held, name, told, known)), held.place)
    return Sequence(tuple(_put_under_name(k, v, name, told) for k, v in held.entries), held.place)


def _find_only_list(held: Mapping, known: tuple[str, ...]) -> Sequence | None:
    """Return the only list of whole items in a mapping whose other values are texts, as FRESH has
    its `history` below a `summary`.
    """
    lists = [value for _, value in held.entries if not isinstance(value, Scalar)]
    one = lists[0] if len(lists) == 1 else None
    is_items = isinstance(one, Sequence) and bool(one.items) and _are_items(one, known)
    return one if isinstance(one, Sequence) and is_items else None


def _is_told(value: Node, told: str, known: tuple[str, ...]) -> bool:
    """Tell whether a value can follow an item's name: its fields, or the one field written under
    it.
    """
    if not isinstance(value, Mapping):
        return bool(told)
    is_known = [bool(find_meant_keys(key.text, known)) for key, _ in value.entries]
    return 2 * sum(is_known) >= len(is_known)


def _is_name(key: str, item: type[BaseModel], name: str) -> bool:
    """Tell whether a key is the field that an item is called by, in one of its spellings."""
    fields = fields_by_spelling(item)
    return key in fields and fields[key] is fields.get(name)


def _are_items(value: Node, known: tuple[str, ...]) -> bool:
    """Tell whether a list holds items with at least one field that these have."""
    return isinstance(value, Sequence) and all(
        isinstance(item, Mapping)
        and any(find_meant_keys(key.text, known) for key, _ in item.entries)
        for item in value.items
    )


def _are_groups(value: Node, name: str, known: tuple[str, ...]) -> bool:
    """Tell whether a list holds whole items, each with its own list."""
    return isinstance(value, Sequence) and any(
        isinstance(item, Mapping)
        and any(name in find_meant_keys(key.text, known) for key, _ in item.entries)
        and any(isinstance(inner, Sequence) for _, inner in item.entries)
        for item in value.items
    )


def _flatten_items(held: Mapping, name: str, told: str, known: tuple[str, ...]) -> Iterator[Node]:
    """Yield the items of every list of whole items, and everything beside these under its name; of
    a mere `list`, as FRESH has it beside its `sets`, the items that are in none of these.
    """
    grouped = [value for _, value in held.entries if _are_groups(value, name, known)]
    said = {text for value in grouped for text in _walk_texts(value)}
    for key, value in held.entries:
        if isinstance(value, Sequence) and (value in grouped or key.text == "list"):
            yield from (
                i for i in value.items if value in grouped or said.isdisjoint(_walk_texts(i))
            )
        else:
            yield _put_under_name(key, value, name, told)


def _walk_texts(node: Node) -> Iterator[str]:
    """Yield all texts in a node, in lower case."""
    if isinstance(node, Scalar):
        yield node.text.casefold()
    for inner in node.items if isinstance(node, Sequence) else ():
        yield from _walk_texts(inner)
    for _, inner in node.entries if isinstance(node, Mapping) else ():
        yield from _walk_texts(inner)


def with_names(items: Sequence, annotation: object) -> Sequence:
    """Return the list with each item that is only a name with a value ("- Acme: {…}") turned into a
    whole item; unchanged where it is no list of items with names.
    """
    item = _find_item_type(annotation)
    name, told = getattr(item, "named", ("", ""))
    if not name or not isinstance(item, type) or not issubclass(item, BaseModel):
        return items
    known = known_keys(item, ())

    def named(node: Node) -> Node:
        if not isinstance(node, Mapping) or len(node.entries) != 1:
            return node
        key, value = node.entries[0]
        is_known = key.text == told or find_meant_keys(key.text, known) not in ((), (told,))
        says = not is_null(value) if told else isinstance(value, Mapping)
        return _put_under_name(key, value, name, told) if says and not is_known else node

    if getattr(item, "plain", "") != name:
        return Sequence(tuple(map(named, items.items)), items.place)
    each = (named(inner) for node in items.items for inner in _unwrap_nameless(node, name, told))
    return Sequence(tuple(each), items.place)


def _unwrap_nameless(node: Node, name: str, told: str) -> tuple[Node, ...]:
    """Return the content of a group without a name: each part of it is an item."""
    if not isinstance(node, Mapping):
        return (node,)
    held, called = node.get(told), node.get(name)
    says_name = isinstance(called, Scalar) and called.text.strip() and not is_null(called)
    others = {key.text for key, _ in node.entries} - {name, told}
    nameless = isinstance(held, Sequence) and not others and not says_name
    return held.items if isinstance(held, Sequence) and nameless else (node,)


def _is_called(value: Mapping, name: str) -> bool:
    return any(find_meant_keys(key.text, (name,)) for key, _ in value.entries)


def _put_under_name(key: Scalar, value: Node, name: str, told: str) -> Mapping:
    if isinstance(value, Mapping) and _is_called(value, name):
        return value
    called = key.text.replace("_", " ").capitalize() if re.fullmatch(_KEY, key.text) else key.text
    named = (replace(key, text=name), replace(key, text=called, quoted=True))
    rest = value.entries if isinstance(value, Mapping) else ((replace(key, text=told), value),)
    return Mapping((named, *rest), key.place)


def as_text(held: Node) -> Scalar | None:
    """Return one text of a list of names, or of the sentences of a paragraph; None where it is no
    list of texts.
    """
    items = held.items if isinstance(held, Sequence) else ()
    texts = [item.text.strip() for item in items if isinstance(item, Scalar)]
    if not texts or len(texts) < len(items):
        return None
    return Scalar(_join_texts(texts, ", "), held.place, quoted=True)


def is_date_in_parts(held: Mapping) -> bool:
    """Tell whether a mapping is a date given as its year and other parts."""
    keys = [key.text for key, value in held.entries if isinstance(value, Scalar)]
    return "year" in keys and len(keys) == len(held.entries) and not set(keys) - set(OF_A_DATE)


def is_list(annotation: object) -> bool:
    """Tell whether a field holds any number of something."""
    return _find_item_type(annotation) is not None


def bullets_within(text: str) -> tuple[str, list[str]]:
    """Return the sentences before the bullets of a text, and its bullets; a number alone makes
    none.
    """
    lines = _split_lines(text)
    first = next((at for at, line in enumerate(lines) if _is_bullet(line)), len(lines))
    bullets = list(_split_items(lines[first:]))
    if len(bullets) == 1 and lines[first].lstrip()[0].isdigit():
        return text, []
    return " ".join(filter(None, map(str.strip, lines[:first]))), bullets


def without_bullets(text: str) -> str:
    """Return a text that was typed as a list of several as one, without its marks."""
    text = text.strip()
    if "\n" not in text:
        return text
    sentence, bullets = bullets_within(text)
    return _join_texts([*filter(None, [sentence]), *bullets], "; ") if len(bullets) > 1 else text


def _join_texts(texts: list[str], mark: str) -> str:
    """Join texts: sentences one after another, others with a mark between them."""
    are_sentences = all(text.endswith((".", "!", "?", ";", ":")) for text in texts)
    return (" " if are_sentences else mark).join(texts)


def _split_lines(text: str) -> list[str]:
    """Return the lines of a text, with a list that YAML made one line of (`>`) as it was typed."""
    unfolded = re.sub(_RUN, "\n", text).strip()
    if "\n" not in unfolded and unfolded.startswith("- "):
        unfolded = re.sub(r"\s-\s+(?=[^\W\d_a-z])", "\n- ", unfolded)
    return unfolded.split("\n")


def _find_item_type(annotation: object) -> object:
    """Return the type of a tuple's items; None for a field that is no tuple of any length."""
    arguments = get_args(annotation)
    if get_origin(annotation) is Annotated:
        return _find_item_type(arguments[0])
    if get_origin(annotation) is not tuple or len(arguments) != 2:
        return None
    return get_args(arguments[0])[0] if get_origin(arguments[0]) is Annotated else arguments[0]


def split_at_marks(text: str, marks: str) -> Iterator[str]:
    """Yield the parts of a text; a mark within brackets parts nothing."""
    depth, start = 0, 0
    for at, character in enumerate(text):
        depth += (character in "([") - (character in ")]")
        if character in marks and depth <= 0 and text[at + 1 : at + 2] in (" ", ""):
            yield from _strip_and(text[start:at])
            start = at + 1
    yield from _strip_and(text[start:])


def _strip_and(part: str) -> Iterator[str]:
    if name := part.strip().removeprefix("and ").lstrip():
        yield name


def _is_bullet(line: str) -> bool:
    return re.match(_BULLET, line) is not None


def _split_items(lines: list[str]) -> Iterator[str]:
    """Yield an item for each bullet, or for each line where none has one."""
    marked = any(map(_is_bullet, lines))
    item: list[str] = []
    for line in lines:
        begins = _is_bullet(line) if marked else line.strip()
        if item and (begins or not line.strip()):
            yield " ".join(item)
            item = []
        if line.strip():
            item.append(re.sub(_BULLET, "", line).strip())
    if item:
        yield " ".join(item)
