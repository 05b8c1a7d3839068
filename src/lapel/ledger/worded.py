"""Reasons in words: what a reason names by its id, for people who read no ids."""

from collections.abc import Iterator, Mapping

from lapel.ledger.model import Ledger
from lapel.text.regexes import regex
from lapel.text.words import shortened

_NAMED = regex(r"[\w-]+(?:/[\w-]+)+|[\w-]+(?= \()")
"""The id of a bullet, or any id before brackets that say what speaks for it."""


def texts_of(ledger: Ledger) -> Mapping[str, str]:
    """Return the words of all that a ledger names: of notes, answers, entries and bullets, by
    id.
    """
    return dict(_texts(ledger))


def _texts(ledger: Ledger) -> Iterator[tuple[str, str]]:
    yield from ((note.id, note.text) for note in ledger.notes)
    for requirement in ledger.requirements:
        yield from ((answer.id, answer.text) for answer in requirement.answers)
    yield from ((entry.id, entry.title) for entry in ledger.entries)
    yield from ((highlight.id, highlight.text) for highlight in ledger.highlights)


def in_words(why: str, texts: Mapping[str, str]) -> str:
    """Return a reason with words for the ids in it. Words that already follow their id are not
    repeated, and a line to paste keeps its ids.
    """
    parts = why.split("`")
    parts[::2] = (_worded(part, texts) for part in parts[::2])
    return "`".join(parts)


def _worded(part: str, texts: Mapping[str, str]) -> str:
    for id in sorted(texts.keys() & set(_NAMED.findall(part)), key=len, reverse=True):
        part = part.replace(f"{id} “", "“").replace(id, f"“{shortened(texts[id])}”")
    return part
