"""Changes of YAML or JSON text at the marks of its parser, each as one splice of the text.

Positions are indices into a text with LF as newline. A value on one line stays on one line, a list
with a dash on each line stays one, comments stay where they are.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import yaml
from msgspec import Struct

from lapel.source.nodes import NULLS
from lapel.source.quoting import in_quotes
from lapel.text.regexes import regex

PLAIN = regex(r"\w[\w/.-]*")
INDENT = "  "
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_OTHER_LINE_BREAKS = str.maketrans("\x85\u2028\u2029", "   ")

Value = str | int | Sequence[str] | Mapping[str, str]
Path = tuple[str, ...]
Map = yaml.MappingNode
Node = yaml.Node


class Splice(Struct, frozen=True):
    """One change of a text: ``text`` takes the place of what stands from ``start`` to ``end``."""

    start: int
    end: int
    text: str

    def applied(self, text: str) -> str:
        """Return the text with this splice made."""
        return text[: self.start] + self.text + text[self.end :]


class Yaml(Struct, frozen=True):
    """A text with the mapping parsed from it; ``is_json`` says that values are written as JSON."""

    text: str
    root: Map
    is_json: bool


def compose(text: str, *, is_json: bool) -> Node | None:
    """Parse a text to nodes with marks; None for an empty text. Raises yaml.YAMLError.

    JSON is read as YAML's flow style, with its tabs as spaces.
    """
    if is_json:
        return yaml.compose(text.replace("\t", " "), Loader=yaml.SafeLoader)
    return yaml.compose(text.translate(_OTHER_LINE_BREAKS), Loader=_LOADER)


def find_pair(mapping: Map, key: str) -> tuple[Node, Node] | None:
    """Return the nodes of a key and of its value, None where the mapping has no such key."""
    return next(((k, v) for k, v in mapping.value if getattr(k, "value", None) == key), None)


def put(doc: Yaml, within: Map, path: Path, value: Value) -> Splice:
    """Return the splice that gives the key at ``path`` below ``within`` this value."""
    key, *rest = path
    entry = find_pair(within, key)
    if entry is None:
        return _splice_pair(
            doc, within, pair_of(doc, path, value, _find_indent(within), is_flow=_is_flow(within))
        )
    name, old = entry
    if rest and isinstance(old, Map) and old.value:
        return put(doc, old, tuple(rest), value)
    if rest and not _is_empty(old):
        return _splice_value(doc, name, old, _format_inline(doc, _nest_value(rest, value)))
    if rest and not _is_flow(within):
        indent = _find_indent(within) + len(INDENT)
        under = "\n" + " " * indent + pair_of(doc, tuple(rest), value, indent)
        return Splice(*_find_value_span(doc, name, old), under)
    return _splice_value(doc, name, old, _format_inline(doc, _nest_value(rest, value)))


def append(doc: Yaml, within: Map, path: Path, item: str) -> Splice | None:
    """Return the splice that adds an item to a list; None if it is there or the key has no list."""
    entry = find_pair(within, path[0])
    if entry is None or _is_empty(entry[1]):
        return put(doc, within, path, (item,))
    name, old = entry
    if isinstance(old, yaml.ScalarNode):
        if old.value == item:
            return None
        return _splice_value(
            doc, name, old, f"[{_cut_out_text(doc, old)}, {_format_inline(doc, item)}]"
        )
    if not isinstance(old, yaml.SequenceNode) or any(_text(node) == item for node in old.value):
        return None
    if not old.value:
        return _splice_value(doc, name, old, _format_inline(doc, (item,)))
    last = end_of(doc.text, old.value[-1])
    if old.flow_style:
        return Splice(last, last, f", {_format_inline(doc, item)}")
    at = _find_line_end(doc.text, last)
    dash = " " * old.start_mark.column + "- "
    return Splice(at, at, f"\n{dash}{_format_inline(doc, item)}")


def discard(doc: Yaml, within: Map, path: Path, item: str) -> Splice | None:
    """Return the splice that takes an item out of a list, or the key with its only item; None where
    the list has no such item.
    """
    entry = find_pair(within, path[0])
    if entry is None:
        return None
    old = entry[1]
    if isinstance(old, yaml.ScalarNode):
        return remove(doc, within, path) if old.value == item else None
    if not isinstance(old, yaml.SequenceNode):
        return None
    at = next((i for i, node in enumerate(old.value) if _text(node) == item), None)
    if at is None:
        return None
    if len(old.value) == 1:
        return remove(doc, within, path)
    if old.flow_style:
        return _cut_from_row(doc, old.value, at)
    return _cut_lines(doc, old.value[at].start_mark.index, end_of(doc.text, old.value[at]))


def remove(doc: Yaml, within: Map, path: Path) -> Splice | None:
    """Return the splice that takes out the key at ``path``, with the key above it where it is its
    only one; None where there is no such key.

    The caller must see to a mapping ``within`` that would be left empty.
    """
    entry = find_pair(within, path[0])
    if entry is None:
        return None
    name, old = entry
    if path[1:]:
        if not isinstance(old, Map) or find_pair(old, path[1]) is None:
            return None
        if len(old.value) > 1:
            return remove(doc, old, path[1:])
    if _is_flow(within):
        pairs = [_Pair(k, v) for k, v in within.value]
        at = next(index for index, pair in enumerate(pairs) if pair.key is name)
        return _cut_from_row(doc, pairs, at)
    return _cut_lines(
        doc, name.start_mark.index, max(_find_colon_end(doc, name), end_of(doc.text, old))
    )


def end_of(text: str, node: "Node | _Pair") -> int:
    """Return the index where a node's text ends; the parser's mark may be behind comments."""
    if isinstance(node, _Pair):
        return end_of(text, node.value)
    if isinstance(node, yaml.ScalarNode):
        end = node.end_mark.index
        block = node.style in ("|", ">")
        return len(text[:end].rstrip("\n ")) if block else end
    assert isinstance(node, yaml.SequenceNode | Map)
    if node.flow_style or not node.value:
        return int(node.end_mark.index)
    if not isinstance(node, Map):
        return end_of(text, node.value[-1])
    key, value = node.value[-1]
    return text.index(":", key.end_mark.index) + 1 if _is_empty(value) else end_of(text, value)


class _Pair(Struct, frozen=True):
    """A key with its value, with a start mark as a list's item has."""

    key: Node
    value: Node

    @property
    def start_mark(self) -> "yaml.Mark":
        return self.key.start_mark


def _text(node: Node) -> str | None:
    return node.value if isinstance(node, yaml.ScalarNode) else None


def _is_empty(node: Node) -> bool:
    """Tell whether a value is missing or null."""
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in NULLS


def _is_flow(mapping: Map) -> bool:
    return bool(mapping.flow_style)


def _find_indent(mapping: Map) -> int:
    return int(mapping.value[0][0].start_mark.column) if mapping.value else 0


def _cut_out_text(doc: Yaml, node: Node) -> str:
    return doc.text[node.start_mark.index : end_of(doc.text, node)]


def _find_line_end(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def _find_colon_end(doc: Yaml, key: Node) -> int:
    return doc.text.index(":", key.end_mark.index) + 1


def _find_value_span(doc: Yaml, key: Node, value: Node) -> tuple[int, int]:
    """Return start and end of a key's value, from behind the colon on."""
    start = _find_colon_end(doc, key)
    if _is_empty(value):
        end = value.end_mark.index if value.value else start
        return start, max(start, end)
    return start, end_of(doc.text, value)


def _splice_value(doc: Yaml, key: Node, old: Node, new: str) -> Splice:
    """Return the splice that replaces a key's value; a comment between stays on the key's line."""
    start, end = _find_value_span(doc, key, old)
    between = doc.text[start : _find_line_end(doc.text, start)]
    on_own_lines = not _is_empty(old) and old.start_mark.line > key.end_mark.line
    comment = f" {between.strip()}" if on_own_lines and between.strip().startswith("#") else ""
    return Splice(start, end, f" {new}{comment}")


def _splice_pair(doc: Yaml, within: Map, pair: str) -> Splice:
    """Return the splice that adds a pair at the end of a mapping."""
    if not within.value:
        inside = within.start_mark.index + 1
        return Splice(inside, inside, pair)
    last = _Pair(*within.value[-1])
    end = max(_find_colon_end(doc, last.key), end_of(doc.text, last))
    if not _is_flow(within):
        at = _find_line_end(doc.text, end)
        return Splice(at, at, "\n" + " " * _find_indent(within) + pair)
    lead = doc.text[
        doc.text.rfind("\n", 0, last.key.start_mark.index) + 1 : last.key.start_mark.index
    ]
    own_line = not lead.strip() and last.key.start_mark.line > within.start_mark.line
    return Splice(end, end, f",\n{lead}{pair}" if own_line else f", {pair}")


def pair_of(
    doc: Yaml, path: Sequence[str], value: Value, indent: int = 0, *, is_flow: bool = False
) -> str:
    """Return a key and value as text; nested keys get lines of their own, in flow style none."""
    key, *rest = path
    name = _format_inline(doc, key)
    if not rest or is_flow:
        return f"{name}: {_format_inline(doc, _nest_value(rest, value))}"
    inner = indent + len(INDENT)
    return f"{name}:\n{' ' * inner}{pair_of(doc, rest, value, inner)}"


def _nest_value(keys: Sequence[str], value: object) -> object:
    """Return a value under keys, the outermost first: ("a", "b") and 1 -> {"a": {"b": 1}}."""
    for key in reversed(keys):
        value = {key: value}
    return value


def _cut_lines(doc: Yaml, start: int, end: int) -> Splice:
    """Return the splice that takes out whole lines; the file's last newline stays as it was."""
    first = doc.text.rfind("\n", 0, start) + 1
    last = _find_line_end(doc.text, end)
    if last < len(doc.text):
        return Splice(first, last + 1, "")
    return Splice(max(0, first - 1), last, "")


def _cut_from_row(doc: Yaml, members: Sequence[Any], at: int) -> Splice:
    """Return the splice that takes a member and its comma out of a flow collection."""
    if at + 1 < len(members):
        return Splice(members[at].start_mark.index, members[at + 1].start_mark.index, "")
    if at == 0:
        return Splice(members[at].start_mark.index, end_of(doc.text, members[at]), "")
    return Splice(end_of(doc.text, members[at - 1]), end_of(doc.text, members[at]), "")


def _format_inline(doc: Yaml, value: object) -> str:
    """Return a value as text on one line, in JSON or in YAML's flow style."""
    if isinstance(value, Mapping):
        pairs = (
            f"{_format_inline(doc, key)}: {_format_inline(doc, item)}"
            for key, item in value.items()
        )
        return "{" + ", ".join(pairs) + "}"
    if isinstance(value, tuple | list):
        return "[" + ", ".join(_format_inline(doc, item) for item in value) + "]"
    if doc.is_json or isinstance(value, int):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    if PLAIN.fullmatch(text) and text not in NULLS:
        return text
    return in_quotes(text) if text.isprintable() else json.dumps(text)
