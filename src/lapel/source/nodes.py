"""A structured file as a tree of nodes, each with its place; no value is interpreted."""

from collections.abc import Callable
from collections.abc import Mapping as Table

from msgspec import Struct
from msgspec.structs import replace

from lapel.source.diagnostics import Place

DEEPEST_LEVEL = 100
"""The deepest nesting: files that go deeper are no profile and no job, and would exhaust the
stack.
"""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Scalar(Struct, frozen=True):
    """A text as typed; ``quoted`` when quotes or a block style mark it as text.

    ``known_as`` is the text that identifies it, where it was chosen among several languages.
    """

    text: str
    place: Place
    quoted: bool
    known_as: str = ""


class Sequence(Struct, frozen=True):
    """A list of nodes."""

    items: "tuple[Node, ...]"
    place: Place


class Mapping(Struct, frozen=True):
    """Keys with their values, in the file's order; each key once."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    place: Place

    def get(self, key: str) -> "Node | None":
        """Return the value of a key, or None."""
        return next((value for name, value in self.entries if name.text == key), None)


Node = Scalar | Sequence | Mapping
Path = tuple[str | int, ...]
"""The keys and numbers on the way to a node."""


def is_null(node: Node) -> bool:
    """Tell whether nothing was written here, or a plain ``~`` or ``null``."""
    return isinstance(node, Scalar) and not node.quoted and node.text in NULLS


def plain_value(node: Node) -> object:
    """Return the node as dicts, lists, texts and None: a scalar is the text that was typed."""
    match node:
        case Scalar():
            return None if is_null(node) else node.text
        case Sequence():
            return [plain_value(item) for item in node.items]
        case Mapping():
            return {key.text: plain_value(value) for key, value in node.entries}


def map_texts(node: Node, change: Callable[[str], str]) -> Node:
    """Return the node with ``change`` made to each of its texts."""
    match node:
        case Scalar():
            return replace(node, text=change(node.text))
        case Sequence():
            return replace(node, items=tuple(map_texts(item, change) for item in node.items))
        case Mapping():
            pairs = ((key, map_texts(value, change)) for key, value in node.entries)
            return replace(node, entries=tuple(pairs))


def place_of(node: Node, path: Path) -> Place:
    """Return the place of the deepest node that exists on the way to ``path``."""
    return node_at(node, path).place


def node_at(node: Node, path: Path) -> Node:
    """Return the deepest node that exists on the way to ``path``."""
    for step in path:
        inner: Node | None = None
        if isinstance(node, Mapping):
            inner = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            inner = node.items[step]
        if inner is None:
            break
        node = inner
    return node


def key_at(node: Node, path: Path) -> Scalar | None:
    """Return the key that ``path`` ends in, where a mapping has it."""
    parent = node_at(node, path[:-1])
    if not isinstance(parent, Mapping):
        return None
    return next((key for key, _ in parent.entries if key.text == path[-1]), None)


def existing_path(path: Path, node: Node) -> Path:
    """Return the part of a path that leads through the file; pydantic adds the names of its
    choices.
    """
    for depth, step in enumerate(path):
        inner = node_at(node, path[:depth])
        is_key = isinstance(inner, Mapping) and inner.get(str(step)) is not None
        if not is_key and not (isinstance(inner, Sequence) and isinstance(step, int)):
            return path[:depth]
    return path


def replace_nodes(node: Node, others: Table[Path, Node], at: Path = ()) -> Node:
    """Return the node with other nodes at these paths."""
    if at in others:
        return others[at]
    if isinstance(node, Mapping):
        entries = ((k, replace_nodes(value, others, (*at, k.text))) for k, value in node.entries)
        return Mapping(tuple(entries), node.place)
    if isinstance(node, Sequence):
        items = (replace_nodes(item, others, (*at, i)) for i, item in enumerate(node.items))
        return Sequence(tuple(items), node.place)
    return node


def without_faulty(node: Node, faulty: frozenset[Path], at: Path = ()) -> Node | None:
    """Return the node without those at the faulty paths; None when nothing is left."""
    if at in faulty:
        return None
    if isinstance(node, Mapping):
        entries = [
            (key, without_faulty(value, faulty, (*at, key.text))) for key, value in node.entries
        ]
        return Mapping(tuple((k, v) for k, v in entries if v is not None), node.place)
    if isinstance(node, Sequence):
        items = [without_faulty(item, faulty, (*at, i)) for i, item in enumerate(node.items)]
        return Sequence(tuple(item for item in items if item is not None), node.place)
    return node
