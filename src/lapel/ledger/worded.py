"""Reasons in words: the best of them as a sentence, and what they name by its id for people who
read no ids.
"""

from collections.abc import Iterator, Mapping, Sequence

from lapel.ledger.model import Ledger
from lapel.matching.model import ReasonKind
from lapel.text.regexes import regex
from lapel.text.words import shorten_text

_NAMED = regex(r"[\w-]+(?:/[\w-]+)+|[\w-]+(?= \()")
"""The id of a bullet, or any id before brackets that say what speaks for it."""


_QUOTED = regex(r"“[^”]*”")
_SENTENCES = {
    ReasonKind.HELD: "the profile states {}",
    ReasonKind.YEARS: "the years of such work: {}",
    ReasonKind.ENTRY: "it stands in {}",
    ReasonKind.PHRASE: "it says {}",
    ReasonKind.TAG: "its tag says {}",
    ReasonKind.ALIAS: "{} is another way to say it",
    ReasonKind.ACRONYM: "{} is the same, spelled out or in short",
    ReasonKind.NOTE: "it answers your note {}",
    ReasonKind.TITLE: "the position {} says it",
    ReasonKind.WORDS: "it mentions {}",
    ReasonKind.ID: "its id says {}",
    ReasonKind.MEANING: "it is close in meaning ({})",
    ReasonKind.OUTSTANDING: "it comes closer than the rest",
}
"""Each kind of reason as a sentence, the one that convinces most first."""


def say_best_reason(reasons: Sequence[str]) -> str:
    """Return the reason that convinces most, as a sentence without figures; "" where there is
    none.
    """
    for kind, sentence in _SENTENCES.items():
        for reason in reasons:
            if reason.startswith(f"{kind.value} "):
                quoted = _QUOTED.search(reason)
                said = quoted[0] if quoted else ""
                return sentence.format(said) if said else sentence.replace(" ({})", "")
    return ""


def texts_of(ledger: Ledger) -> Mapping[str, str]:
    """Return the words of all that a ledger names: of notes, answers, entries and bullets, by
    id.
    """
    return dict(_walk_texts(ledger))


def _walk_texts(ledger: Ledger) -> Iterator[tuple[str, str]]:
    yield from ((note.id, note.text) for note in ledger.notes)
    for requirement in ledger.requirements:
        yield from ((answer.id, answer.text) for answer in requirement.answers)
    yield from ((entry.id, entry.title) for entry in ledger.entries)
    yield from ((summary.id, summary.text) for summary in ledger.summaries)
    yield from ((highlight.id, highlight.text) for highlight in ledger.highlights)


def put_into_words(why: str, texts: Mapping[str, str]) -> str:
    """Return a reason with words for the ids in it. Words that already follow their id are not
    repeated, and a line to paste keeps its ids.
    """
    parts = why.split("`")
    parts[::2] = (_word_part(part, texts) for part in parts[::2])
    return "`".join(parts)


def _word_part(part: str, texts: Mapping[str, str]) -> str:
    for id in sorted(texts.keys() & set(_NAMED.findall(part)), key=len, reverse=True):
        part = part.replace(f"{id} “", "“").replace(id, f"“{shorten_text(texts[id])}”")
    return part
