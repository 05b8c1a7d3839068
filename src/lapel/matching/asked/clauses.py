"""A note cut into clauses: at the end of a sentence, before a reason, at commas before a clause."""

import re
from collections.abc import Iterator

from msgspec import Struct

from lapel.matching.acts import Act, ActKind, refuses
from lapel.matching.asked.act_reading import is_order, read_acts, without_rank
from lapel.matching.asked.wish_words import WORD, bare_words, first_word, wish_words
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex

_CLAUSE_ENDS = regex(
    r"(?<!\w\.\w)(?<!\b[Mm]in)(?<!\b[Mm]ax)[.!?;]+(?:\s+|$)|(?<=[\"”]):\s+|\s+[–—-]+\s+|\s*[-=]+>\s*"
)
_COMMA = regex(r",\s*(?![^()]*\))")
_FIRST = regex(r" (?:first|(?:at the (?:very )?|on |up )top|up front)$", re.IGNORECASE)
_VERB = regex(r"(?!(?:no|not|never|don't|do)\b)\S+(?: (?:out|off|away|down)\b)?", re.IGNORECASE)
"""The verb of an order with what belongs to it: "leave out"."""


class Clause(Struct, frozen=True):
    """A stretch of a note; ``joined`` if it goes on from the one before in its sentence."""

    text: str
    joined: bool

    @property
    def first(self) -> str:
        """Its first word in lower case."""
        return first_word(self.text)

    @property
    def last(self) -> str:
        """Its last word in lower case."""
        words = WORD.findall(self.text)
        return words[-1].casefold() if words else ""


def clauses_of(text: str) -> Iterator[Clause]:
    """Cut a note where a sentence ends, before a reason, and at commas before a clause."""
    if first_word(text) == "no":
        text = text.replace(" and no ", " no ").replace(" no ", ", no ")
    for sentence in _CLAUSE_ENDS.split(text):
        joined = False
        for stretch in _cut_sentence(sentence):
            parts = _COMMA.split(stretch)
            if any(map(refuses, _acts(stretch))) and not any(map(_has_opening_word, parts[1:])):
                parts = [stretch]  # "keep the boots, the badge and the whistle off the page"
            ranked = any(_FIRST.search(part) for part in parts)
            if ranked:
                parts = [without_rank(part) for part in parts]
            start = parts[0]
            for part in parts[1:]:
                listed = ":" in start and first_word(part) in ("less", "fewer", "more", "no")
                ordered = is_order(bare_words(start)) or ranked or _are_orders(start, part)
                if (ordered or _starts_clause(part)) and not listed:
                    yield Clause(start.strip(), joined)
                    start, joined = part, True
                else:
                    start = f"{start}, {part}"
            yield Clause(start.strip(), joined)
            joined = True


def _cut_sentence(sentence: str) -> Iterator[str]:
    """Cut a sentence before a reason, and at an "and" before another order."""
    for stretch in wish_words().anywhere.split(sentence):
        start = ""
        for part in wish_words().patterns["more_orders"].split(stretch):
            acts = [_acts(each) for each in (start, part)]
            if start and (all(acts) or is_order(bare_words(start)) or is_order(bare_words(part))):
                yield start
                start = part
            else:
                start = f"{start} and {part}" if start else part
        yield from _cut_at_shared_verb(start)


def _cut_at_shared_verb(stretch: str) -> Iterator[str]:
    """Cut a stretch at an "and" where the same verb orders something else of what follows.

    "Move the skills down and the awards off" gives "move the skills down" and "move the awards
    off".
    """
    start, _and, other = stretch.partition(" and ")
    verb = _VERB.match(start)
    second = f"{verb[0]} {other}" if other and verb else ""
    one, two = ({act.kind for act in _acts(part)} for part in (start, second))
    if one and two and ActKind.KEEP not in one and one.isdisjoint(two):
        yield from (start, second)
    else:
        yield stretch


def _acts(part: str) -> tuple[Act, ...]:
    said = bare_words(part)
    return read_acts(said, said).acts


def _are_orders(*parts: str) -> bool:
    """Tell whether each part may be an order: "the badge stays, the whistle goes"."""
    return all(is_order(bare_words(part), firm=False) for part in parts)


def _starts_clause(part: str) -> bool:
    said = bare_words(part)
    return (
        _has_opening_word(part)
        or is_order(said)
        or bool(wish_words().patterns["permitted"].search(said))
    )


def _has_opening_word(part: str) -> bool:
    """Tell whether the first word of a part is one that begins a clause."""
    first = first_word(part)
    instructs = first in phrase_words().instructions and " " in part.strip()
    return instructs or first in wish_words().starters
