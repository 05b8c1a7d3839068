"""A note cut into clauses: at the end of a sentence, before a reason, at commas before a clause."""

import re
from collections.abc import Iterator

from msgspec import Struct

from lapel.matching.acts import is_order, without_rank
from lapel.matching.wish_words import WORD, bare_words, first_word, wish_words
from lapel.text.phrases import phrase_words

_CLAUSE_ENDS = re.compile(
    r"(?<!\w\.\w)(?<!\b[Mm]in)[.!?;]+(?:\s+|$)|(?<=[\"”]):\s+|\s+[–—-]+\s+|\s*[-=]+>\s*"
)
_COMMA = re.compile(r",\s*")
_FIRST = re.compile(r" (?:first|(?:at the (?:very )?|on |up )top|up front)$", re.IGNORECASE)


class Clause(Struct, frozen=True):
    """A stretch of a note; ``joined`` says that no more than a comma parts it from the last."""

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
    """The note cut where a sentence ends, where a reason begins, and at commas before a clause."""
    for sentence in _CLAUSE_ENDS.split(text):
        joined = False
        for stretch in _stretches(sentence):
            parts = _COMMA.split(stretch)
            ranked = any(_FIRST.search(part) for part in parts)
            if ranked:
                parts = [without_rank(part) for part in parts]
            start = parts[0]
            for part in parts[1:]:
                listed = ":" in start and first_word(part) in ("less", "fewer", "more", "no")
                ordered = is_order(bare_words(start)) or ranked
                if (ordered or _starts_clause(part)) and not listed:
                    yield Clause(start.strip(), joined)
                    start, joined = part, True
                else:
                    start = f"{start}, {part}"
            yield Clause(start.strip(), joined)
            joined = True


def _stretches(sentence: str) -> Iterator[str]:
    """A sentence cut before a reason, and at an "and" before another order."""
    for stretch in wish_words().anywhere.split(sentence):
        start = ""
        for part in wish_words().patterns["more_orders"].split(stretch):
            if start and (is_order(bare_words(start)) or is_order(bare_words(part))):
                yield start
                start = part
            else:
                start = f"{start} and {part}" if start else part
        yield start


def _starts_clause(part: str) -> bool:
    first = first_word(part)
    instructs = first in phrase_words().instructions and " " in part.strip()
    return instructs or first in wish_words().starters or is_order(bare_words(part))
