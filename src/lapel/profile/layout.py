"""Profiles laid out as others do it: all under one key, and what `basics` holds beside the rest."""

from collections.abc import Iterator

from msgspec.structs import replace

from lapel.profile.own_sections import SECTIONS, as_section, is_field
from lapel.profile.schema import NETWORKS, ProfileFields
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import known_keys, renamed_keys
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.plurals import join_and

BASICS = "basics"
WHOLE = ("cv", "resume")
BESIDE = frozenset({"design", "locale", "locale_catalog", "settings", "rendercv_settings"})
"""What RenderCV's files say beside `cv` of how it looks."""


def with_layout(node: Node, source: Source) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The profile laid out as lapel has it, and a hint for each change."""
    if not isinstance(node, Mapping) or _stands(BASICS, node):
        return node, ()
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
            entries.append((key, _as_text(key, value)))
    return Mapping(tuple(entries), node.place), tuple(hints)


def _by_name(sections: Scalar, held: Mapping) -> Iterator[tuple[Scalar, Node]]:
    """Sections that stand by their names: the profile's fields, and the person's own."""
    own: list[Node] = []
    for key, value in held.entries:
        if is_field(key.text, held):
            yield key, _as_text(key, value)
        else:
            own.append(as_section(key, value))
    if own:
        yield sections, Sequence(tuple(own), held.place)


def _gathered(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """What tells who it is, in `basics`."""
    own = [(key, value) for key, value in node.entries if _is_of_basics(key, node)]
    if not any(key.text == "name" for key, _ in own):
        return node, ()
    rest = [(key, value) for key, value in node.entries if all(key is not one for one, _ in own)]
    first = own[0][0]
    names = join_and([f"`{key.text}`" for key, _ in own])
    basics = (replace(first, text=BASICS), Mapping(tuple(own), first.place))
    hint = _hint(source, first, f"{names} are read as what `{BASICS}` holds")
    return Mapping((basics, *rest), node.place), (hint,)


def _is_of_basics(key: Scalar, node: Mapping) -> bool:
    """Whether a key is a field of `basics`, by its own name or another, and none of the whole."""
    if is_field(key.text, node):
        return False
    inner = Mapping(((replace(key, text=BASICS), node),), node.place)
    known = known_keys(ProfileFields, (BASICS,))
    named = key.text in known or key.text.casefold() in NETWORKS
    return named or any(renamed_keys(ProfileFields, [(BASICS, key.text)], inner))


def _stands(name: str, node: Mapping) -> bool:
    """Whether a field stands in the profile, by its own name or another."""
    keys = [(key.text,) for key, _ in node.entries if key.text != name]
    renamed = (meant for _, meant in renamed_keys(ProfileFields, keys, node))
    return node.get(name) is not None or name in renamed


def _as_text(key: Scalar, value: Node) -> Node:
    """A summary that is written as a list of texts as one text."""
    texts = value.items if isinstance(value, Sequence) and key.text == "summary" else ()
    if not texts or not all(isinstance(text, Scalar) for text in texts):
        return value
    said = " ".join(text.text for text in texts if isinstance(text, Scalar))
    return Scalar(said, value.place, quoted=True)


def _hint(source: Source, key: Scalar, message: str) -> Diagnostic:
    return source.diagnostic("other-layout", message, key.place, severity=Severity.HINT)
