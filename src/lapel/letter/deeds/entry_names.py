"""Which entries a phrase names: "the recommender work at URBN"."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from lapel.letter.english.vocabulary import word_list
from lapel.profile.model import Entry, Profile, SectionKind
from lapel.text.regexes import regex

SHORTEST_NAME = 3
JOINT = r"(?:\s+(?:at|with|for|in|from|on|of)(?: the)?)?\s*"
CAPITALISED = regex(r"\b[A-Z][\w&.’'-]*(?:\s+(?:of\s+|the\s+|and\s+|&\s+)*[A-Z][\w&.’'-]*)*")
_KINDS = word_list("institutions") | word_list("workplaces") | {"company"}
_PLACED = r"\b(?:at|with|from|for|in|on) (?:the )?"


class EntryNames(Struct, frozen=True, dict=True):
    """The names that a profile's entries go by."""

    profile: Profile

    def split(self, target: str) -> tuple[frozenset[str], str]:
        """Return the entries that a phrase names, and the phrase without their names.

        A name may be shortened: "Palo Seco" is Palo Seco Provisions.
        """
        entries: set[str] = set()
        rest, said = target, target.casefold()
        for entry, name in self._names:
            if name.casefold() not in said:
                continue  # most names are not said, and a pattern for each costs more
            pattern = _mention_pattern(name)
            if re.search(pattern, target, re.IGNORECASE):
                entries.add(entry)
                rest = re.sub(pattern, " ", rest, flags=re.IGNORECASE)
        for run in CAPITALISED.findall(rest):
            begun = frozenset(
                entry.id
                for entry in self.profile.entries
                if not entry.hidden and entry.organisation is not None
                if _begins_with(entry.organisation.name.plain, run)
                or (
                    _ends_with(entry.organisation.name.plain, run)
                    and re.search(_PLACED + run, rest)
                )
            )
            if not begun and re.search(_PLACED + re.escape(run), rest):
                begun = self._find_only_named(run)
            if begun:
                entries |= begun
                rest = re.sub(_mention_pattern(run), " ", rest)
        if not entries and (within := self._find_only_of_kind(target)):
            return within, ""
        return frozenset(entries), " ".join(rest.split()).strip(" ,;:")

    def of_kind(self, kind: str) -> frozenset[str]:
        """Return the entries of employers whose name ends with the word for their kind."""
        named = ((e.id, e.organisation) for e in self.profile.entries if e.organisation)
        return frozenset(id for id, of in named if of.name.plain.casefold().endswith(f" {kind}"))

    def _find_only_of_kind(self, target: str) -> frozenset[str]:
        """Return the entries of the only organisation whose name contains the phrase, else none.

        The phrase must end with a kind of organisation: "fire company" of "Catawissa Fire Company
        No. 2".
        """
        words = _plain_words(target)
        return (
            self._find_only_named(target) if len(words) > 1 and words[-1] in _KINDS else frozenset()
        )

    def _find_only_named(self, text: str) -> frozenset[str]:
        """Return the entries of the only organisation whose name contains a text, else none."""
        asked = f" {' '.join(_plain_words(text))} "
        named = {
            entry.id: entry.organisation.name.plain
            for entry in self.profile.entries
            if not entry.hidden and entry.organisation is not None
            if asked in f" {' '.join(_plain_words(entry.organisation.name.plain))} "
        }
        return frozenset(named) if len({*named.values()}) == 1 else frozenset()

    @cached_property
    def _names(self) -> tuple[tuple[str, str], ...]:
        """The ids of entries with the names that these go by, the longest first."""
        pairs = {
            (entry.id, name)
            for entry in self.profile.entries
            if not entry.hidden
            for name in _entry_names(entry)
            if len(name) >= SHORTEST_NAME
        }
        return tuple(sorted(pairs, key=lambda pair: (-len(pair[1]), pair)))


def _mention_pattern(name: str) -> str:
    """Return a pattern for a name, with the preposition before it and a possessive "'s"."""
    return rf"{JOINT}\b{re.escape(name)}(?:['’]s)?(?!\w)"


def _begins_with(name: str, run: str) -> bool:
    """Tell whether a name begins with the words of ``run``, which are more than an article."""
    words, asked = _plain_words(name), _plain_words(run)
    return bool(asked) and asked != ["the"] and words[: len(asked)] == asked


def _ends_with(name: str, run: str) -> bool:
    """Tell whether a name of several words ends with the words of ``run``: "Studio Nordfeld"."""
    words, asked = _plain_words(name), _plain_words(run)
    return 0 < len(asked) < len(words) and words[-len(asked) :] == asked


def _plain_words(text: str) -> list[str]:
    words = (word.strip(".,").removesuffix("'s") for word in text.replace("’", "'").split())
    return [word.casefold() for word in words]


def _entry_names(entry: Entry) -> Iterator[str]:
    yield from entry.aliases
    if entry.section in (SectionKind.PROJECTS, SectionKind.CUSTOM, SectionKind.PUBLICATIONS):
        yield entry.title.plain
    if entry.organisation is not None:
        yield entry.organisation.name.plain
        yield from entry.organisation.aliases
