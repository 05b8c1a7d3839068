"""The characters that a document could have: all those of the sources it is made from."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from lapel.source.diagnostics import Place


def characters_of(*sources: object) -> frozenset[str]:
    """Return every character of every text inside these values, however deep; places are
    skipped.
    """
    return frozenset().union(
        *(frozenset(text) for source in sources for text in _walk_texts(source))
    )


def _walk_texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _walk_texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk_texts(item)
    else:
        kind: Any = type(value)
        for name in _list_text_fields(kind):
            yield from _walk_texts(getattr(value, name))


@cache
def _list_text_fields(kind: type) -> tuple[str, ...]:
    """Return the fields that may hold text, without names in a language that was not asked for."""
    if not issubclass(kind, Struct) or kind is Place:
        return ()
    return tuple(name for name in kind.__struct_fields__ if name != "known_as")
