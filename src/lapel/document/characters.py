"""The characters that a document could have: all those of what it is made from."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

from lapel.source.diagnostics import Place


def characters_of(*sources: object) -> frozenset[str]:
    """Every character of every text inside these values, however deep; places are no text."""
    return frozenset().union(*(frozenset(text) for source in sources for text in _texts(source)))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from _texts(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, Place):
        for field in fields(value):
            if field.name != "known_as":  # a text in a language that was not asked for
                yield from _texts(getattr(value, field.name))
