"""Reading a profile file: its text, its nodes, its fields, and the profile they make."""

import re
from pathlib import Path

from lapel.profile.model import Profile
from lapel.source.diagnostics import Outcome
from lapel.source.nodes import Mapping, Node, Scalar, Sequence, is_null
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.source.yaml import parse_yaml

PRIVATE = ("$", "_", "x-")

_FIELD_NAME = re.compile(r"[a-z][A-Za-z]*")


def read_profile(path: Path) -> Outcome[Profile]:
    """The master profile of a ``.yaml``, ``.yml`` or ``.json`` file, or every reason against it."""
    reading = read_source(path)
    if reading.value is None:
        return Outcome(None, reading.diagnostics)
    return parse_profile(reading.value)


def parse_profile(source: Source) -> Outcome[Profile]:
    """The master profile that a file's text holds."""
    is_json = source.path.suffix.lower() == ".json"
    parsing = _parse_json(source) if is_json else parse_yaml(source)
    if parsing.value is None:
        return Outcome(None, parsing.diagnostics)
    # The schema is pydantic's, which takes 0.1 s to start: a syntax error need not wait for it.
    from lapel.profile.building import build_profile  # noqa: PLC0415
    from lapel.profile.schema import ProfileFields  # noqa: PLC0415
    from lapel.profile.spoiled import with_texts_mended  # noqa: PLC0415
    from lapel.source.validation import validate_sound  # noqa: PLC0415

    written = parsing.value
    mended, spoiled = (written, ()) if is_json else with_texts_mended(source, written)
    node = without_unused(mended) or Mapping((), written.place)
    fields, invalid = validate_sound(ProfileFields, node, source)
    built: Outcome[Profile] = build_profile(fields, source) if fields else Outcome(None)
    found = sorted(
        (*spoiled, *invalid, *built.diagnostics), key=lambda d: d.place or source.place(1)
    )
    outcome = Outcome(built.value, tuple(found))
    return Outcome(None, outcome.diagnostics) if outcome.errors else outcome


def _parse_json(source: Source) -> Outcome[Node]:
    from lapel.source.json import parse_json  # noqa: PLC0415  (most profiles are YAML)

    return parse_json(source)


def without_unused(node: Node) -> Node | None:
    """The node without what is empty in it and without private keys; None when nothing is left.

    Real JSON Resume files fill unused fields with "", null, [] or {} and keep a template's
    blank entries. Keys such as ``$schema``, ``x-mine`` and ``_comment`` are the person's own.
    A key that has no field's form may be a text that ends in a colon, so it stays.
    """
    match node:
        case Scalar():
            return None if is_null(node) or not node.text.strip() else node
        case Sequence():
            items = tuple(kept for item in node.items if (kept := without_unused(item)))
            return Sequence(items, node.place) if items else None
        case Mapping():
            entries = (
                (key, without_unused(value))
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
