"""How drafted sentences should read, as numbers: the choice among variants goes by them."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.inline import plain_text
from lapel.text.regexes import regex

LONGEST_WORDS = 40
OPENER_WORDS = 2
I_SHARE = 3
"""Of so many drafted sentences at most one begins with "I"."""
_PLACE = regex(r"(?:[^,]*? )?[Aa]t (?:[Tt]he )?(?P<name>[A-Z][\w&.'’-]*)[^,]*,")
"""A sentence that opens with a place, and the first word of that place's name."""
_WORD = regex(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")


def opener(sentence: str) -> str:
    """Return the first two words of a sentence in lower case, to compare openings."""
    return " ".join(_WORD.findall(plain_text(sentence).casefold())[:OPENER_WORDS])


def begins_with_i(sentence: str) -> bool:
    """Tell whether the first word is "I", alone or in "I've"."""
    return re.match(r"\W*i(?:['’]\w+)?\b(?![\w.-])", plain_text(sentence).casefold()) is not None


def cliches_in(text: str) -> tuple[str, ...]:
    """Return the phrases of the lint list found in a text, in the order of the text."""
    return tuple(found.group() for found in cliche_pattern().finditer(text))


@cache
def cliche_pattern() -> re.Pattern[str]:
    """Return a pattern for the phrases of the lint list, as whole words in any case."""
    listed: list[str] = read_data("lapel.letter", "cliches.yaml")
    phrases = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in listed)
    return regex(rf"(?<![\w-])(?:{phrases})(?![\w-])", re.IGNORECASE)


def may_be_drafted(text: str) -> bool:
    """Tell whether a sentence may be drafted: it is not too long, and has no worn phrase."""
    look = _look_of(text)
    return not look.too_long and not look.worn


def cost(sentences: Sequence[str], drafted: Sequence[bool], paragraphs: Sequence[int]) -> float:
    """Return how badly a letter reads; 0 is a letter without faults.

    ``drafted`` marks the sentences that lapel wrote; length, worn phrases and "I" count only there.
    ``paragraphs`` numbers each sentence's paragraph: a drafted sentence should not open like its
    neighbour there, nor a paragraph with "Also" or the same place as the paragraph before.
    """
    looks = [_look_of(text) for text in sentences]
    own = [look for look, is_drafted in zip(looks, drafted, strict=True) if is_drafted]
    too_long = sum(look.too_long for look in own)
    worn = sum(look.worn for look in own)
    openers = Counter(look.opener for look in own)
    repeated = sum(number - 1 for number in openers.values())
    with_i = sum(look.with_i for look in own)
    too_many = max(0, with_i - len(own) // I_SHARE)
    firsts = [look.opener.split(" ")[0] for look in looks]
    pairs = zip(pairwise(firsts), pairwise(drafted), pairwise(paragraphs), strict=True)
    alike = sum(a == b and any(either) and p == q for (a, b), either, (p, q) in pairs)
    begun = dict(zip(reversed(paragraphs), reversed(looks), strict=True))
    begins = [begun[number] for number in sorted(begun)]
    alike += sum(a.place == b.place != "" for a, b in pairwise(begins))
    alike += sum(look.opener.startswith("also ") for look in begins)
    crowded = sum(max(0, number - 2) for number in Counter(firsts).values())
    return 10 * (too_long + worn) + 6 * (repeated + too_many) + 3 * alike + 0.2 * crowded


class _Look(Struct, frozen=True):
    """The features of a sentence that are counted: ``worn`` is its number of phrases of the lint
    list, ``place`` the name of the place that it opens with.
    """

    too_long: bool
    worn: int
    opener: str
    with_i: bool
    place: str


@lru_cache(maxsize=1024)
def _look_of(text: str) -> _Look:
    # A letter's sentences are weighed again with every other form of any one of them.
    return _Look(
        too_long=len(plain_text(text).split()) > LONGEST_WORDS,
        worn=len(cliches_in(text)),
        opener=opener(text),
        with_i=begins_with_i(text),
        place=found["name"] if (found := _PLACE.match(plain_text(text))) else "",
    )
