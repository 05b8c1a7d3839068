"""Empty values of a profile: taken out before it is checked, but no misspelt key unseen."""

from collections.abc import Iterator

from pydantic import BaseModel

from lapel.profile.schema import ProfileFields
from lapel.source.diagnostics import Diagnostic
from lapel.source.keys import fields_by_spelling, model_in
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null
from lapel.source.renaming import warn_of_unknown_key
from lapel.source.source import Source
from lapel.text.regexes import regex

PRIVATE = ("$", "_", "x-")
NEEDED = "basics"
"""The field that stays, however empty, so that what it lacks is reported at its place."""

_FIELD_NAME = regex(r"[a-z][A-Za-z]*")


def without_unused(node: Node) -> Node | None:
    """Return the node without empty values and without private keys; None when nothing is left.

    Real JSON Resume files fill unused fields with "", null, [] or {} and keep a template's blank
    entries. Keys such as ``$schema``, ``x-mine`` and ``_comment`` are the person's own. A key that
    has no field's form may be a text that ends in a colon, so it stays.
    """
    match node:
        case Scalar():
            return None if is_null(node) or not node.text.strip() else node
        case Sequence():
            items = tuple(kept for item in node.items if (kept := without_unused(item)))
            return Sequence(items, node.place) if items else None
        case Mapping():
            entries = (
                (key, without_unused(value) or _empty_if_needed(key, value))
                for key, value in node.entries
                if not key.text.startswith(PRIVATE)
            )
            nothing = Scalar("", node.place, quoted=False)
            kept_entries = tuple(
                (key, value or nothing)
                for key, value in entries
                if value or not _FIELD_NAME.fullmatch(key.text)
            )
            return Mapping(kept_entries, node.place) if kept_entries else None


def _empty_if_needed(key: Scalar, value: Node) -> Node | None:
    """Return an empty mapping for a required key that has nothing left, None for any other."""
    return Mapping((), value.place) if key.text == NEEDED else None


def unknown_unused(node: Node, source: Source) -> tuple[Diagnostic, ...]:
    """Return a warning for each key without a value that no field has: it may be a field
    misspelt.
    """
    return tuple(
        warn_of_unknown_key(ProfileFields, path, node, source)
        for path in _find_unknown(node, ProfileFields, ())
    )


def _find_unknown(
    node: Node, model: type[BaseModel], path: tuple[str | int, ...]
) -> Iterator[tuple[str | int, ...]]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _find_unknown(item, model, (*path, index))
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries:
        field = fields_by_spelling(model).get(key.text)
        inner = model_in(field.annotation) if field else None
        if inner is not None:
            yield from _find_unknown(value, inner, (*path, key.text))
        elif field is None and _FIELD_NAME.fullmatch(key.text) and without_unused(value) is None:
            yield (*path, key.text)
