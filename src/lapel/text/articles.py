"""The indefinite article: "a" or "an", by the sound that a phrase begins with."""

import re
from functools import lru_cache
from typing import Any

from msgspec import Struct

from lapel.text.data import read_data
from lapel.text.regexes import regex

_BEFORE = regex(r"^[^\w]+")
_NUMBER_WITH_VOWEL = regex(r"8|(?:11|18)(?:,\d{3})*(?!,?\d)")
_LETTERS = regex(r"[^\W\d_]+")
_LETTER_ALONE = regex(r"[^\W\d_](?:[-/&.+]|\d)")


def choose_article(phrase: str) -> str:
    """Return "a" or "an": "an hour", "a unit", "an MRI", "an 8-week course", "a one-page plan"."""
    word = _BEFORE.sub("", phrase)
    if word[:1].isdigit():
        return "an" if _NUMBER_WITH_VOWEL.match(word) else "a"
    found = _LETTERS.match(word)
    if found is None:
        return "a"
    written = found.group()
    lists = _load_sounds()
    spelled = written[:2].isupper() and len(written) > 1 and written not in lists.spoken
    if spelled or _LETTER_ALONE.match(word):
        return "an" if written[0].upper() in lists.letters else "a"
    if lists.consonant.match(written):
        return "a"
    return "an" if written[0].lower() in "aeiou" or lists.vowel.match(written) else "a"


class _Sounds(Struct, frozen=True):
    consonant: re.Pattern[str]
    vowel: re.Pattern[str]
    letters: frozenset[str]
    spoken: frozenset[str]


@lru_cache(maxsize=1)
def _load_sounds() -> _Sounds:
    data: dict[str, Any] = read_data("lapel.text", "articles.yaml")
    return _Sounds(
        consonant=regex(data["consonant"], re.IGNORECASE),
        vowel=regex(data["vowel"], re.IGNORECASE),
        letters=frozenset(data["letters"]),
        spoken=frozenset(data["spoken"].split()),
    )
