"""Texts in a bracketed list or mapping that YAML splits at a comma inside a parenthesis, made whole
again: ``[SQL (PostgreSQL, BigQuery), Python]`` are two texts. Nobody means half a parenthesis.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from lapel.source.nodes import Node, Scalar
from lapel.source.source import Source

Entry = tuple[Scalar, Node]


def whole_items(items: Sequence[Node], source: Source) -> tuple[Node, ...]:
    """Return the items of a list in brackets, each with its parentheses closed where a later one
    does.
    """
    whole: list[Node] = []
    rest = list(items)
    while rest:
        pieces = _take_parenthesised(rest)
        whole.append(_join_pieces(pieces, source) if len(pieces) > 1 else rest[0])
        rest = rest[max(1, len(pieces)) :]
    return tuple(whole)


def whole_entries(entries: Sequence[Entry], source: Source) -> tuple[Entry, ...]:
    """Return the same of a mapping in braces, where a piece of a text is a key without a value."""
    whole: list[Entry] = []
    rest = list(entries)
    while rest:
        (key, value), *others = rest
        pieces = _take_parenthesised([value, *map(_take_lone_key, others)])
        whole.append((key, _join_pieces(pieces, source) if len(pieces) > 1 else value))
        rest = rest[max(1, len(pieces)) :]
    return tuple(whole)


def _take_lone_key(entry: Entry) -> Node | None:
    key, value = entry
    is_lone = isinstance(value, Scalar) and not value.text and not value.quoted
    return key if is_lone else None


def _take_parenthesised(nodes: Sequence[Node | None]) -> list[Scalar]:
    """Return the first of these and all that follow it up to where its parentheses close; none
    where they do not.
    """
    pieces: list[Scalar] = []
    depth = 0
    for node in nodes:
        if not isinstance(node, Scalar) or node.quoted:
            return []
        pieces.append(node)
        depth += node.text.count("(") - node.text.count(")")
        if depth <= 0:
            return pieces
    return []


def _join_pieces(pieces: Sequence[Scalar], source: Source) -> Scalar:
    """Join the pieces to one text as it was typed; across lines, with a blank after a comma."""
    first, last = pieces[0].place, pieces[-1].place
    if first.line != last.line:
        return replace(pieces[0], text=", ".join(piece.text for piece in pieces))
    begin, end = first.column - 1, last.column - 1 + last.width
    place = source.place(first.line, first.column, end - begin)
    return replace(pieces[0], text=source.lines[first.line - 1][begin:end], place=place)
