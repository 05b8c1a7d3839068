"""Profiles laid out in others' ways: all under one key, or parts of `basics` beside the rest."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from lapel.profile.exported import is_exported, with_export_opened
from lapel.profile.networks import NETWORKS
from lapel.profile.own_sections import BASICS, SECTIONS, as_section, is_field, meant_by_name
from lapel.profile.schema import ProfileFields
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import fields_by_spelling, find_meant_keys, known_keys, normalize_key
from lapel.source.lists import with_names
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.data import read_data
from lapel.text.plurals import join_and

META = "meta"
NAME = "name"
REACHED_BY = ("email", "phone", "profiles")
SUMMARY = "summary"
_NAMES = read_data("lapel.profile", "key_names.yaml")
WHOLE = frozenset(_NAMES["whole"])
BESIDE = frozenset(_NAMES["beside"])
"""Keys for looks that files of RenderCV and YAMLResume have outside the profile's own."""
LAST_NAMES = tuple(_NAMES["last_names"])
PARTS_OF_NAME = (*_NAMES["given_names"], *LAST_NAMES)
OWN_NAMES = frozenset(_NAMES["own_names"])
WITHIN_NAME = tuple(_NAMES["within_name"])
HEADINGS = frozenset(_NAMES["headings"])
TITLES = HEADINGS.union(_NAMES["titles"])
LIFTED = frozenset({"email", "phone", "url", "location", *PARTS_OF_NAME})
HELD = frozenset(_NAMES["held"])


def with_layout(node: Node, source: Source) -> tuple[Node, tuple[Diagnostic, ...]]:
    """Return the profile laid out as lapel has it, and a hint for each change."""
    if not isinstance(node, Mapping):
        return node, ()
    if is_exported(node):
        return with_export_opened(node, source)
    opened, hints = _unwrap_profile(node, source)
    gathered, gathering = _gather_basics(opened, source)
    return gathered, (*hints, *gathering)


def _unwrap_profile(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the content of the key that holds the whole profile, with its `sections` by name."""
    whole = next(
        ((k, v) for k, v in node.entries if isinstance(v, Mapping) and _is_whole_profile(k, v)),
        None,
    )
    hints: list[Diagnostic] = []
    if whole is not None:
        key, inner = whole
        others = [(k, v) for k, v in node.entries if k is not key and k.text not in BESIDE]
        node = Mapping((*inner.entries, *others), inner.place)
        hints.append(
            _make_hint(source, key, f"what stands under `{key.text}` is read as the profile")
        )
    entries: list[tuple[Scalar, Node]] = []
    for key, value in node.entries:
        if key.text == SECTIONS and isinstance(value, Mapping):
            entries += _split_sections(key, value)
        else:
            entries.append((key, _as_meant(key, value)))
    return Mapping(tuple(entries), node.place), tuple(hints)


def _is_whole_profile(key: Scalar, value: Mapping) -> bool:
    """Tell whether a key holds the whole profile: fields of it there are lists."""
    fields = [k for k, v in value.entries if is_field(k.text, value) and not isinstance(v, Scalar)]
    name = key.text.casefold()
    return name in ("cv", "resume") or (name in WHOLE and len(fields) > 1)


def _split_sections(sections: Scalar, held: Mapping) -> Iterator[tuple[Scalar, Node]]:
    """Yield sections that are keyed by their names: the profile's fields, and the person's own."""
    own: list[Node] = []
    for key, value in held.entries:
        if is_field(key.text, held):
            yield key, _as_meant(key, value)
        else:
            own.append(as_section(key, value))
    if own:
        yield sections, Sequence(tuple(own), held.place)


def _gather_basics(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Gather the person's name and contacts in `basics`: also those beside it, and a name in
    parts.
    """
    stands = next(((k, v) for k, v in node.entries if _is_basics(k, v)), None)
    held = stands[1] if stands else Mapping((), node.place)
    if not isinstance(held, Mapping):
        return node, ()
    there = {"", *(_find_meant_field(key) for key, _ in held.entries)}
    own = [
        (key, value)
        for key, value in node.entries
        if (key, value) != stands
        and (
            _is_other_basics(key, value, there)
            or (not is_field(key.text, node) and _find_meant_field(key) not in there)
        )
    ]
    if not stands and {NAME, *PARTS_OF_NAME}.isdisjoint(_find_meant_field(key) for key, _ in own):
        return node, ()
    key = (stands or own[0])[0]
    hints = []
    if stands and key.text != BASICS:
        hints.append(_make_hint(source, key, f"`{key.text}` is read as `{BASICS}`"))
    key = replace(key, text=BASICS)
    place = key.place if own else held.place
    basics = _join_name(Mapping((*_lift_fields(held.entries), *_lift_fields(own)), place))
    rest = [entry for entry in node.entries if entry not in own and entry != stands]
    gathered = Mapping(((key, basics), *rest), node.place)
    if own:
        names, verb = join_and([f"`{key.text}`" for key, _ in own]), "are" if own[1:] else "is"
        hints.append(_make_hint(source, own[0][0], f"{names} {verb} read as what `{BASICS}` holds"))
    return gathered, tuple(hints)


def _is_other_basics(key: Scalar, value: Node, there: set[str]) -> bool:
    """Tell whether a key is another name of `basics`, with nothing under it that `basics` has
    already.
    """
    return (
        isinstance(value, Mapping)
        and _is_basics(key, value)
        and there.isdisjoint({_find_meant_field(inner) for inner, _ in value.entries} - {""})
    )


def _is_basics(key: Scalar, value: Node) -> bool:
    """Tell whether a key is `basics` by one of its names, or another key with a name under it."""
    meant = meant_by_name(key.text)
    if BASICS in meant:
        return True
    is_free = key.text == META or (key.text != SUMMARY and meant in ((), (SUMMARY,)))
    return is_free and isinstance(value, Mapping) and _names_person(value)


def _names_person(node: Mapping) -> bool:
    """Tell whether a mapping has a name, and beside it other fields of `basics`."""
    meant = {_find_meant_field(key) for key, _ in node.entries}
    within = (value.entries for _, value in node.entries if isinstance(value, Mapping))
    reached = meant | {_find_meant_field(key) for entries in within for key, _ in entries}
    return not meant.isdisjoint((NAME, *PARTS_OF_NAME)) and not reached.isdisjoint(REACHED_BY)


def _lift_fields(entries: Iterable[tuple[Scalar, Node]]) -> Iterator[tuple[Scalar, Node]]:
    """Yield the fields of `basics`, those of a group in it (`contact: {email: …}`) beside the
    others.
    """
    for key, value in entries:
        own = (
            value.entries
            if isinstance(value, Mapping) and _find_meant_field(key) != "location"
            else ()
        )
        is_more = bool(own) and _is_basics(key, value)
        lifted = [entry for entry in own if is_more or _find_meant_field(entry[0]) in LIFTED]
        yield from lifted
        rest = tuple(entry for entry in own if entry not in lifted)
        if rest or not lifted:
            yield key, Mapping(rest, value.place) if lifted else value


def _find_meant_field(key: Scalar) -> str:
    """Return the field of `basics` that a key means, or its part of a name; "" for neither."""
    known, bare = known_keys(ProfileFields, (BASICS,)), normalize_key(key.text)
    if bare in PARTS_OF_NAME or bare in NETWORKS:
        return bare
    meant = find_meant_keys(key.text, known)
    is_of_employer = NAME in meant and bare not in OWN_NAMES
    return meant[0] if meant and not is_of_employer else ""


def _join_name(basics: Mapping) -> Mapping:
    """Return the fields of `basics` with a name in parts joined into one."""
    written = next((entry for entry in basics.entries if _find_meant_field(entry[0]) == NAME), None)
    if written is not None:
        held, named = written[1], [written]
        parts = (
            _find_values(held, (*WITHIN_NAME, *PARTS_OF_NAME)) if isinstance(held, Mapping) else []
        )
        parts = list(held.items) if isinstance(held, Sequence) else parts
        if isinstance(held, Scalar):
            after = [
                entry for entry in basics.entries if normalize_key(entry[0].text) in LAST_NAMES
            ]
            named, parts = (
                [written, *after],
                [held, *(v for _, v in after if _adds_to_name(held, v))],
            )
    else:
        parts = _find_values(basics, PARTS_OF_NAME)
        named = [entry for entry in basics.entries if entry[1] in parts]
    texts = [part for part in parts if isinstance(part, Scalar)]
    if not texts or len(texts) < len(parts):
        return basics
    name = " ".join(text.text for text in texts)
    rest = [entry for entry in basics.entries if entry not in named]
    whole = (replace(named[0][0], text=NAME), Scalar(name, texts[0].place, quoted=True))
    return Mapping((whole, *rest), basics.place)


def _adds_to_name(name: Scalar, last: Node) -> bool:
    """Tell whether a last name is not yet part of the name."""
    return not isinstance(last, Scalar) or last.text.casefold() not in name.text.casefold()


def _find_values(node: Mapping, names: Iterable[str]) -> list[Node]:
    """Return the values under these names, in the order of the names."""
    by_name = {normalize_key(key.text): value for key, value in node.entries}
    return [by_name[name] for name in names if name in by_name]


def _as_meant(key: Scalar, value: Node) -> Node:
    """Return a summary written as a list of texts as one text, contacts in a list as one mapping,
    and items of a list under their names.
    """
    if isinstance(value, Mapping):
        return _unwrap_section(value)
    if not isinstance(value, Sequence):
        return value
    texts = value.items
    if _is_basics(key, value) and all(isinstance(item, Mapping) for item in texts):
        maps = [item for item in texts if isinstance(item, Mapping)]
        return Mapping(tuple(entry for item in maps for entry in item.entries), value.place)
    is_summary = bool(find_meant_keys(key.text, (SUMMARY,)))
    if not texts or not is_summary or not all(isinstance(text, Scalar) for text in texts):
        meant = next(iter(meant_by_name(key.text)), "")
        field = fields_by_spelling(ProfileFields).get(meant)
        return with_names(value, field.annotation) if field else value
    said = " ".join(text.text for text in texts if isinstance(text, Scalar))
    return Scalar(said, value.place, quoted=True)


def _unwrap_section(section: Mapping) -> Node:
    """Return a section's content without its heading: the value under `items`, or its groups; any
    other section unchanged.
    """
    rest = tuple(entry for entry in section.entries if normalize_key(entry[0].text) not in TITLES)
    if len(rest) == 1 and rest[0][0].text in HELD:
        return rest[0][1]
    if len(rest) == len(section.entries):
        return section
    says_only = {normalize_key(key.text) for key, _ in section.entries} & TITLES <= HEADINGS
    are_groups = says_only and rest and all(isinstance(value, Mapping) for _, value in rest)
    return Mapping(rest, section.place) if are_groups else section


def _make_hint(source: Source, key: Scalar, message: str) -> Diagnostic:
    return source.diagnostic("other-layout", message, key.place, severity=Severity.HINT)
