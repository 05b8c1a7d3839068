"""Keys beside the profile's fields that name a part of a resume: sections of the person's own."""

import re
from functools import cache

from msgspec.structs import replace

from lapel.profile.schema import ProfileFields
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.keys import fields_by_spelling, renamed_keys
from lapel.source.nodes import Mapping, Node, Scalar, Sequence
from lapel.source.source import Source
from lapel.text.data import read_data

_WORD = r"[a-z]+|[A-Z][a-z]*|[^\W_a-zA-Z]+|[^\W\d_]+"
_SMALL = frozenset({"and", "of", "in", "the", "for", "to", "or", "with", "at", "on"})
SECTIONS = "sections"
_SAYS_LITTLE = frozenset({"yes", "no", "none", "true", "false"})
"""What is an answer ("driving licence: yes") and no entry."""


def with_own_sections(node: Node, source: Source) -> tuple[Node, tuple[Diagnostic, ...]]:
    """The profile with what stands under such keys in `sections:`, and a hint for each."""
    if not isinstance(node, Mapping):
        return node, ()
    own = [(key, value) for key, value in node.entries if _is_own(key.text, value, node)]
    given = node.get(SECTIONS)
    if not own or not isinstance(given, Sequence | None):
        return node, ()
    items = tuple(as_section(key, value) for key, value in own)
    above = given.items if given else ()
    kept = [(k, v) for k, v in node.entries if (k, v) not in own and k.text != SECTIONS]
    name = replace(own[0][0], text=SECTIONS)
    together = Sequence((*above, *items), given.place if given else own[0][1].place)
    hints = tuple(
        source.diagnostic(
            "own-section",
            f"`{key.text}` is read as a section of your own, “{section_title(key.text)}”",
            key.place,
            severity=Severity.HINT,
        )
        for key, _ in own
    )
    return Mapping((*kept, (name, together)), node.place), hints


def section_title(key: str) -> str:
    """A key as a heading: "professionalDevelopment" is "Professional Development"."""
    words = re.findall(_WORD, key.replace("&", "and"))
    titled = [
        word if word.isupper() or (word in _SMALL and at) else word[:1].upper() + word[1:]
        for at, word in enumerate(words)
    ]
    return " ".join(titled)


def is_field(key: str, node: Mapping) -> bool:
    """Whether a key is a field of the profile, by its own name or by another that is free."""
    known = key in fields_by_spelling(ProfileFields)
    return known or any(renamed_keys(ProfileFields, [(key,)], node))


def _is_own(key: str, value: Node, node: Mapping) -> bool:
    says_little = isinstance(value, Scalar) and value.text.casefold() in _SAYS_LITTLE
    if isinstance(value, Mapping) or says_little or is_field(key, node):
        return False
    words = re.findall(_WORD, key)
    last = words[-1].casefold() if words else ""
    return not _words().isdisjoint({last, last.removesuffix("s"), f"{last.removesuffix('ies')}y"})


def as_section(key: Scalar, entries: Node) -> Mapping:
    """A section of the person's own, called as the key is."""
    title = Scalar(section_title(key.text), key.place, quoted=True)
    named = ((replace(key, text="title"), title), (replace(key, text="entries"), entries))
    return Mapping(named, key.place)


@cache
def _words() -> frozenset[str]:
    return frozenset(read_data("lapel.profile", "own_sections.yaml")["words"])
