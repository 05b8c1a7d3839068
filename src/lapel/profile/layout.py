"""Profiles laid out as others do it: all under one key, and what `basics` holds beside the rest."""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.profile.exported import is_exported, with_export_opened
from lapel.profile.own_sections import SECTIONS, as_section, is_field
from lapel.profile.schema import NETWORKS, ProfileFields
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import called_otherwise, fields_by_spelling, known_keys, letters
from lapel.source.lists import with_names
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.plurals import join_and

BASICS = "basics"
NAME = "name"
WHOLE = ("cv", "resume")
BESIDE = frozenset({"design", "locale", "locale_catalog", "settings", "rendercv_settings"})
"""What RenderCV's files say beside `cv` of how it looks."""
GIVEN_NAMES = ("firstname", "givenname", "forename", "middlename")
PARTS_OF_NAME = (*GIVEN_NAMES, "lastname", "surname", "familyname")


def with_layout(node: Node, source: Source) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The profile laid out as lapel has it, and a hint for each change."""
    if not isinstance(node, Mapping):
        return node, ()
    if is_exported(node):
        return with_export_opened(node, source)
    opened, hints = _opened(node, source)
    gathered, gathering = _gathered(opened, source)
    return gathered, (*hints, *gathering)


def _opened(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """What stands under the key of the whole, and what of it stands under `sections` by name."""
    whole = next(
        ((k, v) for k, v in node.entries if k.text in WHOLE and isinstance(v, Mapping)), None
    )
    hints: list[Diagnostic] = []
    if whole is not None:
        key, inner = whole
        others = [(k, v) for k, v in node.entries if k is not key and k.text not in BESIDE]
        node = Mapping((*inner.entries, *others), inner.place)
        hints.append(_hint(source, key, f"what stands under `{key.text}` is read as the profile"))
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        if key.text == SECTIONS and isinstance(value, Mapping):
            entries += _by_name(key, value)
        else:
            entries.append((key, _as_meant(key, value)))
    return Mapping(tuple(entries), node.place), tuple(hints)


def _by_name(sections: Scalar, held: Mapping) -> Iterator[tuple[Scalar, Node]]:
    """Sections that stand by their names: the profile's fields, and the person's own."""
    own: list[Node] = []
    for key, value in held.entries:
        if is_field(key.text, held):
            yield key, _as_meant(key, value)
        else:
            own.append(as_section(key, value))
    if own:
        yield sections, Sequence(tuple(own), held.place)


def _gathered(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """What tells who it is, in `basics`: also what stands beside it, and a name in two parts."""
    stands = next(((k, v) for k, v in node.entries if _is_basics(k)), None)
    held = stands[1] if stands else Mapping((), node.place)
    if not isinstance(held, Mapping):
        return node, ()
    there = {_meant(key) for key, _ in held.entries}
    own = [
        (key, value)
        for key, value in node.entries
        if not is_field(key.text, node) and _meant(key) not in ("", *there)
    ]
    if not stands and {NAME, *PARTS_OF_NAME}.isdisjoint(_meant(key) for key, _ in own):
        return node, ()
    key = stands[0] if stands else replace(own[0][0], text=BASICS)
    basics = _with_whole_name(Mapping((*held.entries, *own), key.place if own else held.place))
    rest = [entry for entry in node.entries if entry not in own and entry != stands]
    gathered = Mapping(((key, basics), *rest), node.place)
    if not own:
        return gathered, ()
    names, verb = join_and([f"`{key.text}`" for key, _ in own]), "are" if own[1:] else "is"
    return gathered, (_hint(source, own[0][0], f"{names} {verb} read as what `{BASICS}` holds"),)


def _is_basics(key: Scalar) -> bool:
    known = known_keys(ProfileFields, ())
    return key.text == BASICS or called_otherwise(key.text, known) == (BASICS,)


def _meant(key: Scalar) -> str:
    """The field of `basics` that a key stands for, or its part of a name; "" for neither."""
    known, bare = known_keys(ProfileFields, (BASICS,)), letters(key.text)
    if bare in PARTS_OF_NAME or bare in NETWORKS:
        return bare
    meant = (key.text,) if key.text in known else called_otherwise(key.text, known)
    is_of_employer = NAME in meant and bare not in (NAME, "fullname")
    return meant[0] if meant and not is_of_employer else ""


def _with_whole_name(basics: Mapping) -> Mapping:
    """What tells who it is, with the name in one where it stands in parts."""
    parts = {
        bare: entry for entry in basics.entries if (bare := letters(entry[0].text)) in PARTS_OF_NAME
    }
    texts = [parts[part][1] for part in PARTS_OF_NAME if part in parts]
    if not texts or any(_meant(key) == NAME for key, _ in basics.entries):
        return basics
    name = " ".join(text.text for text in texts if isinstance(text, Scalar))
    rest = [entry for entry in basics.entries if entry not in parts.values()]
    key = replace(next(iter(parts.values()))[0], text=NAME)
    whole = (key, Scalar(name, texts[0].place, quoted=True))
    return Mapping((whole, *rest), basics.place)


def _as_meant(key: Scalar, value: Node) -> Node:
    """A summary that is written as a list of texts as one text, contacts in a list as those, and
    items of a list under their names.
    """
    if not isinstance(value, Sequence):
        return value
    texts = value.items
    if _is_basics(key) and all(isinstance(item, Mapping) for item in texts):
        maps = [item for item in texts if isinstance(item, Mapping)]
        return Mapping(tuple(entry for item in maps for entry in item.entries), value.place)
    is_summary = "summary" in (key.text, *called_otherwise(key.text, ("summary",)))
    if not texts or not is_summary or not all(isinstance(text, Scalar) for text in texts):
        known = known_keys(ProfileFields, ())
        meant = next(
            iter((key.text,) if key.text in known else called_otherwise(key.text, known)), ""
        )
        field = fields_by_spelling(ProfileFields).get(meant)
        return with_names(value, field.annotation) if field else value
    said = " ".join(text.text for text in texts if isinstance(text, Scalar))
    return Scalar(said, value.place, quoted=True)


def _hint(source: Source, key: Scalar, message: str) -> Diagnostic:
    return source.diagnostic("other-layout", message, key.place, severity=Severity.HINT)
