"""What people call the parts of a resume: "certs", "schooling", "volunteer work"."""

import re
from collections.abc import Mapping
from functools import cache

from lapel.profile.model import SectionKind
from lapel.text.data import data_reader
from lapel.text.regexes import regex

SUMMARY = "summary"
PREFIX = "section/"
"""What the id of a section begins with."""

_words = data_reader("lapel.matching", "sections.yaml")
_AROUND = regex(
    r"^(?:the|my|all|any|all the|all my|die|der|das|le|la|les|el|los|las)\s+"
    r"|\s+(?:section|part|block|list|stuff|at all)$",
    re.IGNORECASE,
)


@cache
def _kinds(table: str) -> Mapping[str, SectionKind]:
    """Read the kinds of sections by what people call them, or call all that they hold."""
    told: Mapping[str, str] = _words()[table]
    return {name: SectionKind(kind) for kind, names in told.items() for name in names.split(", ")}


@cache
def _summaries() -> frozenset[str]:
    return frozenset(_words()["summaries"].split(", "))


def section_called(words: str) -> str | None:
    """Return the section that words name: a ``SectionKind``'s value or ``SUMMARY``, else None."""
    said = words.strip(" .,:;").casefold()
    bare = _AROUND.sub("", _AROUND.sub("", said))
    if not _summaries().isdisjoint((said, bare)):
        return SUMMARY
    kind = _kinds("called").get(bare)
    return kind.value if kind is not None else None


def section_asked(phrase: str) -> SectionKind | None:
    """Return the section that a phrase asks for as a whole: "academic publications",
    "volunteering".
    """
    said = phrase.strip(" .,:;").casefold().removeprefix("my ")
    return _kinds("asked").get(said.removeprefix("relevant "))


def without_section(words: str) -> str:
    """Return words without a section's name behind them: "clinic" of "clinic volunteering"."""
    parts = words.split()
    while parts and _names(parts[-1]):
        parts = parts[:-1]
    return " ".join(parts)


def _names(word: str) -> bool:
    said = word.casefold()
    forms = (said, f"{said}s", f"{said}es")
    return any(form in _kinds("called") for form in forms) or said in _summaries()
