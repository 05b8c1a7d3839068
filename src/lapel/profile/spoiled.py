"""Texts that YAML took for something else: reported, and mended so that reading can go on."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from lapel.profile.fields import Fields
from lapel.profile.schema import ProfileFields
from lapel.source.diagnostics import Diagnostic
from lapel.source.keys import (
    fields_by_spelling,
    find_meant_keys,
    is_called_only,
    model_in,
    spellings,
)
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.quoting import advise_quotes, quoted_spelling, split_item
from lapel.source.source import Source
from lapel.text.regexes import regex
from lapel.text.spelling import find_nearest

BULLETS = "highlights"
_FIELD_NAME = regex(r"[a-z]\w*")


def with_texts_mended(source: Source, node: Node) -> tuple[Node, tuple[Diagnostic, ...]]:
    """Return the node with its spoiled texts made texts again, and an error for each of them."""
    problems: list[Diagnostic] = []
    return _mend_node(source, node, None, problems), tuple(problems)


@cache
def text_lists() -> dict[str, frozenset[str]]:
    """Return the fields that are lists of bare texts, with the keys of an item written as a
    mapping.
    """
    kinds: dict[str, set[frozenset[str] | None]] = {}
    for name, keys in _walk_lists(ProfileFields, set()):
        kinds.setdefault(name, set()).add(keys)
    return {
        name: keys for name, (keys, *others) in kinds.items() if keys is not None and not others
    }


def _walk_lists(
    fields: type[Fields], seen: set[type[Fields]]
) -> Iterator[tuple[str, frozenset[str] | None]]:
    """Yield every list below these fields; None for the keys of items that are never bare texts."""
    seen.add(fields)
    for name, field in fields.model_fields.items():
        inner = model_in(field.annotation)
        is_list = ... in get_args(field.annotation)
        keys: frozenset[str] | None = frozenset()
        if inner is not None and issubclass(inner, Fields):
            keys = frozenset(fields_by_spelling(inner)) if inner.is_prose else None
            if inner not in seen:
                yield from _walk_lists(inner, seen)
        if is_list:
            yield from ((spelling, keys) for spelling in spellings(name, field))


def _mend_node(
    source: Source, node: Node, keys: frozenset[str] | None, problems: list[Diagnostic]
) -> Node:
    """Return the node with its texts mended; ``keys`` are those of its items if these may be
    texts.
    """
    if isinstance(node, Mapping):
        entries = (
            (key, _mend_node(source, value, _find_keys_of_items(key.text), problems))
            for key, value in node.entries
        )
        return Mapping(tuple(entries), node.place)
    if isinstance(node, Sequence):
        are_alike = _are_alike(node)
        items = (
            _mend_item(source, item, problems)
            if keys is not None and not are_alike and _is_spoiled(item, keys)
            else _mend_node(source, item, None, problems)
            for item in node.items
        )
        return Sequence(tuple(items), node.place)
    return node


def _find_keys_of_items(key: str) -> frozenset[str] | None:
    """Return the keys of an item in the list of this name, None where no item is a bare text; lists
    of bullets have many names.
    """
    lists = text_lists()
    return lists.get(BULLETS if is_called_only(key, BULLETS) else key)


def _are_alike(node: Sequence) -> bool:
    """Tell whether several items all have the same keys: no colons cut people's texts alike."""
    kinds = {
        tuple(key.text for key, _ in item.entries) if isinstance(item, Mapping) else ()
        for item in node.items
    }
    return len(node.items) > 1 and len(kinds) == 1 and () not in kinds


def _is_spoiled(item: Node, keys: frozenset[str]) -> bool:
    """Tell whether an item is a list, or a mapping without a key that its kind nearly has."""
    if isinstance(item, Sequence):
        return True
    if not isinstance(item, Mapping) or not item.entries:
        return False
    own = [key.text for key, _ in item.entries]
    if any(key in keys or _is_nearly_key(key, keys) for key in own):
        return False
    held = item.entries[0][1]
    is_typed_so = len(own) > 1 or own[0].islower() or (isinstance(held, Scalar) and held.quoted)
    return not is_typed_so or not any(find_meant_keys(key, tuple(keys)) for key in own)


def _is_nearly_key(key: str, keys: frozenset[str]) -> bool:
    return bool(_FIELD_NAME.fullmatch(key) and find_nearest(key, sorted(keys)))


def _mend_item(source: Source, item: Node, problems: list[Diagnostic]) -> Node:
    line, column = item.place.line, item.place.column - 1
    lines = source.lines
    text = lines[line - 1]
    written = split_item(text, column)
    spelling = quoted_spelling(lines, line, written)
    if isinstance(item, Mapping) and text[column] not in "{[":
        from lapel.source.yaml_traps import report_text_as_mapping  # noqa: PLC0415 - few files need it

        problems.append(report_text_as_mapping(source, line, written))
    else:
        found = "a list" if isinstance(item, Sequence) else "keys with values"
        message, help = f"expected a text, found {found}", advise_quotes(lines, line, written)
        problems.append(source.diagnostic("yaml-text", message, item.place, help=help))
    return Scalar(spelling, item.place, quoted=True)
