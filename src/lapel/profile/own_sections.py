"""Keys beside the profile's fields that name a part of a resume: sections of the person's own."""

import re
from collections.abc import Iterable
from functools import cache

from msgspec.structs import replace

from lapel.profile.schema import ProfileFields
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import fields_by_spelling, find_meant_keys, known_keys
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.renaming import renamed_keys
from lapel.source.source import Source
from lapel.text.data import read_data

_WORD = r"[a-z]+|[A-Z][a-z]*|[^\W_a-zA-Z]+|[^\W\d_]+"
_SMALL = frozenset({"and", "of", "in", "the", "for", "to", "or", "with", "at", "on"})
BASICS = "basics"
SECTIONS = "sections"
SKILLS = "skills"
TOOLS = ("tools", "software", "systems", "equipment")
"""Kinds of skills, where only names are listed under them."""
WORDS_OF_A_NAME = 3
_SAY_NOTHING_OF_ANYBODY = ("meta", "language")
_SAYS_LITTLE = frozenset({"yes", "no", "none", "true", "false"})
"""Values that are an answer ("driving licence: yes") and no entry."""


def with_own_sections(node: Node, source: Source) -> tuple[Node, tuple[Diagnostic, ...]]:
    """Return the profile with the content of these keys in `sections:`, and a hint for each."""
    if not isinstance(node, Mapping):
        return node, ()
    node, grouped = _move_into_skills(_move_out_of_basics(node), source)
    own = [(key, value) for key, value in node.entries if _is_own_section(key.text, value, node)]
    given = node.get(SECTIONS)
    if not own or not isinstance(given, Sequence | None):
        return node, grouped
    items = tuple(as_section(key, value) for key, value in own)
    above = given.items if given else ()
    kept = [(k, v) for k, v in node.entries if (k, v) not in own and k.text != SECTIONS]
    name = replace(own[0][0], text=SECTIONS)
    together = Sequence((*above, *items), given.place if given else own[0][1].place)
    hints = _report_as_hints(own, "a section of your own", source)
    return Mapping((*kept, (name, together)), node.place), (*grouped, *hints)


def _move_out_of_basics(node: Mapping) -> Mapping:
    """Return the profile with its own sections moved out of `basics` (`clearance`)."""
    held = node.get(BASICS)
    known = known_keys(ProfileFields, (BASICS,))
    if not isinstance(held, Mapping):
        return node
    own = tuple(
        (key, value)
        for key, value in held.entries
        if key.text not in known
        and not find_meant_keys(key.text, known)
        and _is_own_section(key.text, value, node)
    )
    basics = Mapping(tuple(entry for entry in held.entries if entry not in own), held.place)
    rest = ((key, basics if value is held else value) for key, value in node.entries)
    return Mapping((*rest, *own), node.place) if own else node


def _move_into_skills(node: Mapping, source: Source) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the profile with the content of `softSkills` or `tools` as groups of its skills."""
    own = [(k, v) for k, v in node.entries if _is_skills(k.text, v, node)]
    stands = next((entry for entry in node.entries if SKILLS in meant_by_name(entry[0].text)), None)
    given = stands[1] if stands else None
    if not own or isinstance(given, Scalar):
        return node, ()
    together: Node
    if isinstance(given, Mapping):
        together = Mapping((*given.entries, *map(_with_title, own)), given.place)
    else:
        groups = tuple(_make_group(key, value) for key, value in own)
        together = Sequence((*(given.items if given else ()), *groups), own[0][1].place)
    kept = [entry for entry in node.entries if entry not in own and entry != stands]
    name = replace(own[0][0], text=SKILLS)
    hints = _report_as_hints(own, "a group of your skills", source)
    return Mapping((*kept, (name, together)), node.place), hints


def _report_as_hints(
    own: Iterable[tuple[Scalar, Node]], read_as: str, source: Source
) -> tuple[Diagnostic, ...]:
    """Report as hints how keys that are no fields here are read."""
    return tuple(
        source.diagnostic(
            "own-section",
            f"`{key.text}` is read as {read_as}, “{section_title(key.text)}”",
            key.place,
            severity=Severity.HINT,
        )
        for key, _ in own
    )


def meant_by_name(key: str) -> tuple[str, ...]:
    """Return the fields of the profile that a key may mean."""
    return find_meant_keys(key, known_keys(ProfileFields, ()))


def _is_skills(key: str, value: Node, node: Mapping) -> bool:
    """Tell whether a key names a kind of skills, listed under it by their names."""
    names = value.items if isinstance(value, Sequence) else (value,)
    words = [word.casefold() for word in re.findall(_WORD, key)]
    texts = [name.text for name in names if isinstance(name, Scalar)]
    if not words or is_field(key, node) or len(texts) < len(names):
        return False
    are_names = sum(len(text.split()) for text in texts) <= WORDS_OF_A_NAME * len(texts)
    return words[-1] == SKILLS or (words[-1] in TOOLS and isinstance(value, Sequence) and are_names)


def _with_title(named: tuple[Scalar, Node]) -> tuple[Scalar, Node]:
    return replace(named[0], text=section_title(named[0].text)), named[1]


def _make_group(key: Scalar, names: Node) -> Mapping:
    title = Scalar(section_title(key.text), key.place, quoted=True)
    return Mapping(
        ((replace(key, text="name"), title), (replace(key, text="keywords"), names)), key.place
    )


def section_title(key: str) -> str:
    """Return a key as a heading: "professionalDevelopment" is "Professional Development"."""
    words = [w for w in re.findall(_WORD, key.replace("&", "and")) if w.casefold() != "section"]
    titled = [
        word if word.isupper() or (word in _SMALL and at) else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    ]
    return " ".join(titled)


def is_field(key: str, node: Mapping) -> bool:
    """Tell whether a key is a field of the profile, by its own name or by another that is free."""
    known = key in fields_by_spelling(ProfileFields)
    return known or any(renamed_keys(ProfileFields, [(key,)], node))


def foreign_keys(node: Node) -> tuple[str, ...]:
    """Return the keys of a file where none of them is a field of a profile by any name, else
    none.
    """
    if not isinstance(node, Mapping):
        return ()
    keys = tuple(key.text for key, _ in node.entries)
    own = (is_field(key, node) and key not in _SAY_NOTHING_OF_ANYBODY for key in keys)
    return () if any(own) else keys


def _is_own_section(key: str, value: Node, node: Mapping) -> bool:
    says_little = isinstance(value, Scalar) and value.text.casefold() in _SAYS_LITTLE
    if isinstance(value, Mapping) or says_little or is_field(key, node):
        return False
    if isinstance(value, Sequence) and any(map(_is_untold, value.items)):
        return False
    words = re.findall(_WORD, key)
    last = words[-1].casefold() if words else ""
    return not _load_words().isdisjoint(
        {last, last.removesuffix("s"), f"{last.removesuffix('ies')}y"}
    )


def _is_untold(item: Node) -> bool:
    """Tell whether an item has no text that it could be called by."""
    return isinstance(item, Mapping) and not any(isinstance(v, Scalar) for _, v in item.entries)


def as_section(key: Scalar, entries: Node) -> Mapping:
    """Return a section of the person's own, called as the key is."""
    title = Scalar(section_title(key.text), key.place, quoted=True)
    named = ((replace(key, text="title"), title), (replace(key, text="entries"), entries))
    return Mapping(named, key.place)


@cache
def _load_words() -> frozenset[str]:
    return frozenset(read_data("lapel.profile", "own_sections.yaml")["words"])
