"""What people call the parts of a resume: "certs", "schooling", "volunteer work"."""

import re
from collections.abc import Mapping
from functools import cache

from lapel.profile.model import Entry, Profile, SectionKind
from lapel.text.data import data_reader
from lapel.text.regexes import regex

SUMMARY = "summary"
PREFIX = "section/"
"""The beginning of a section's id."""
WORK_ID = f"{PREFIX}{SectionKind.WORK.value}"

_words = data_reader("lapel.matching", "sections.yaml")
_AROUND = regex(
    r"^(?:the|my|all|any|all the|all my|die|der|das|le|la|les|el|los|las)\s+"
    r"|\s+(?:section|part|block|list|stuff|at all)$",
    re.IGNORECASE,
)


@cache
def _kinds_by_name(table: str) -> Mapping[str, SectionKind]:
    """Read the kinds of sections by what people call them, or call all that they hold."""
    told: Mapping[str, str] = _words()[table]
    return {name: SectionKind(kind) for kind, names in told.items() for name in names.split(", ")}


@cache
def _summary_names() -> frozenset[str]:
    return frozenset(_words()["summaries"].split(", "))


def section_called(words: str) -> str | None:
    """Return the section that words name: a ``SectionKind``'s value or ``SUMMARY``, else None."""
    said = words.strip(" .,:;").casefold()
    bare = _AROUND.sub("", _AROUND.sub("", said))
    if not _summary_names().isdisjoint((said, bare)):
        return SUMMARY
    kind = _kinds_by_name("called").get(bare)
    return kind.value if kind is not None else None


def section_named(words: str, profile: Profile) -> str | None:
    """Return the name of the section that words are nothing but the name or title of.

    That is as ``section_called`` says, or "custom-1" for the title of the person's own section, or
    for what it holds: "talks" are the only ones in "Invited Talks".
    """
    said = words.strip(" .,:;").casefold()
    own = {title.casefold(): name for title, name in own_sections(profile).items()}
    bare = _AROUND.sub("", said)
    return section_called(words) or own.get(said) or own.get(bare) or _find_only_holding(bare, own)


def _find_only_holding(things: str, own: Mapping[str, str]) -> str | None:
    """Return the only own section whose title ends with a plural."""
    held = [name for title, name in own.items() if title.split()[-1:] == [things]]
    return held[0] if len(held) == 1 and things.endswith("s") else None


def section_of(entry: Entry, profile: Profile) -> str:
    """Return the name of the section that an entry stands in."""
    own = own_sections(profile) if entry.section is SectionKind.CUSTOM else {}
    return own.get(entry.custom_section, entry.section.value)


def own_sections(profile: Profile) -> Mapping[str, str]:
    """Return the names of the person's own sections by their titles, in the profile's order."""
    own = profile.section(SectionKind.CUSTOM)
    titles = dict.fromkeys(entry.custom_section for entry in own)
    return {title: f"{SectionKind.CUSTOM.value}-{n}" for n, title in enumerate(titles, 1)}


def section_asked(phrase: str) -> SectionKind | None:
    """Return the section that a phrase asks for whole: "academic publications"."""
    return _kinds_by_name("asked").get(_strip_qualifiers(phrase))


def section_asked_in_part(phrase: str) -> SectionKind | None:
    """Return the section whose entries show some of what a phrase asks for: "charity sector"."""
    return _kinds_by_name("partly_asked").get(_strip_qualifiers(phrase))


def _strip_qualifiers(phrase: str) -> str:
    """Return a phrase in small letters without "my" and "relevant" before it."""
    said = phrase.strip(" .,:;").casefold().removeprefix("my ")
    return said.removeprefix("relevant ")


def without_section(words: str) -> str:
    """Return words without a section's name behind them: "clinic" of "clinic volunteering"."""
    parts = words.split()
    while parts and _names_section(parts[-1]):
        parts = parts[:-1]
    return " ".join(parts)


def _names_section(word: str) -> bool:
    said = word.casefold()
    forms = (said, f"{said}s", f"{said}es")
    return any(form in _kinds_by_name("called") for form in forms) or said in _summary_names()
