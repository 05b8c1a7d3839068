"""The words of headings.yaml and headings_by_language.yaml, as typed values."""

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain
from typing import TypeVar

from msgspec import Struct, convert

from lapel.job.words.topics import Topic
from lapel.text.data import read_data

Named = TypeVar("Named")
_NO_TOPICS = ("sections", "demands", "kept")
"""The keys of another language's words that are no topics."""


class TopicWords(Struct, frozen=True):
    """A topic, and the groups of beginnings of words that also mean it."""

    topic: Topic
    words: tuple[tuple[str, ...], ...]


class OwnWords(Struct, frozen=True):
    """The words of headings that the person makes up (`own` in headings.yaml)."""

    steers: frozenset[str]
    asides: tuple[str, ...]
    refuses: frozenset[str]
    refusing: tuple[str, ...]
    meant_otherwise: tuple[str, ...]
    lacking: frozenset[str]
    remarks: tuple[str, ...]
    letters: frozenset[str]
    ties: frozenset[str]


class PostingWords(Struct, frozen=True):
    """The words of an employer's headings (`posting` in headings.yaml)."""

    names: frozenset[str]
    words: tuple[str, ...]
    demands: frozenset[str]
    wanted: tuple[str, ...]


class PositionWords(Struct, frozen=True):
    """The endings of names of positions, and what stands beside such names (`positions`)."""

    endings: tuple[str, ...]
    words: frozenset[str]
    never: frozenset[str]
    parts: tuple[str, ...]


class Vocabulary(Struct, frozen=True, kw_only=True):
    """The words of both files; those ``abroad`` are other languages', without accents."""

    names: Mapping[str, Topic]
    in_notes: Mapping[str, Topic]
    patterns: tuple[TopicWords, ...]
    mine: frozenset[Topic]
    sections: Mapping[str, str]
    kept: frozenset[str]
    documents: frozenset[str]
    own: OwnWords
    posting: PostingWords
    positions: PositionWords
    weak: frozenset[str]
    value_words: frozenset[str]
    shortened: Mapping[str, str]
    abroad: Mapping[str, Topic]
    sections_abroad: Mapping[str, str]
    demands_abroad: frozenset[str]


@cache
def vocabulary() -> Vocabulary:
    """Return the words of both files, which are read once."""
    data = read_data("lapel.job.words", "headings.yaml")
    topics = {Topic(name): entry for name, entry in data["topics"].items()}
    languages = tuple(read_data("lapel.job.words", "headings_by_language.yaml").values())
    kept_abroad = chain.from_iterable(words["kept"] for words in languages)
    demands_abroad = chain.from_iterable(words.get("demands", ()) for words in languages)
    return Vocabulary(
        names=_index_by_name((topic, entry["names"]) for topic, entry in topics.items()),
        in_notes=_index_by_name(
            (topic, entry.get("in_notes", ())) for topic, entry in topics.items()
        ),
        patterns=tuple(
            TopicWords(topic, tuple(map(tuple, entry["words"])))
            for topic, entry in topics.items()
            if "words" in entry
        ),
        mine=frozenset(topic for topic, entry in topics.items() if "mine" in entry),
        sections=_index_by_name(data["sections"].items()),
        kept=frozenset((*chain(*data["bookkeeping"]["kept"]), *map(without_accents, kept_abroad))),
        documents=frozenset(data["bookkeeping"]["documents"]),
        own=convert(data["own"], OwnWords),
        posting=convert(data["posting"], PostingWords),
        positions=convert(data["positions"], PositionWords),
        weak=frozenset(data["weak"]),
        value_words=frozenset(data["value_words"]),
        shortened=data["shortened"],
        abroad=_index_by_name(
            (Topic(topic), map(without_accents, names))
            for words in languages
            for topic, names in words.items()
            if topic not in _NO_TOPICS
        ),
        sections_abroad=_index_by_name(
            (section, map(without_accents, names))
            for words in languages
            for section, names in words["sections"].items()
        ),
        demands_abroad=frozenset(map(without_accents, demands_abroad)),
    )


def _index_by_name(things: Iterable[tuple[Named, Iterable[str]]]) -> Mapping[str, Named]:
    return {name: thing for thing, names in things for name in names}


def without_accents(name: str) -> str:
    """Return a name without its accents, as any keyboard can type it: "für" -> "fur"."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("ł", "l")
