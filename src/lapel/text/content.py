"""Telling words of a text, in any form: the others only hold them together."""

from lapel.text.common import is_small
from lapel.text.numbers import NUMERALS
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.words import split_words

_CONTRACTED = regex(r"(?:i|we|you|he|she|it|they|that|there)'|(?:my|our|your)sel(?:f|ves)$")


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that say something; numbers say something, small words do
    not.
    """
    small = phrase_words().breaks
    words = ((word, word.lower) for word in split_words(text))
    return frozenset(
        str(NUMERALS[lower]) if _is_number(lower) else word.stem
        for word, lower in words
        if _is_number(lower) or not (lower in small or is_small(lower) or _CONTRACTED.match(lower))
    )


def _is_number(word: str) -> bool:
    """Tell whether a word is a number; "one" mostly is none ("the one who")."""
    return word in NUMERALS and word != "one"
