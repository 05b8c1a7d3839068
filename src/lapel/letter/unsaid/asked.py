"""The telling words of what a part of a note, or a phrase that was looked for, asks for."""

import re
from functools import cache

from lapel.letter.english.vocabulary import feelings, word_list
from lapel.text.content import content_stems
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.words import stems_of

HALF = 0.5
"""The share of telling words that says most of a thing."""
THEIRS = regex(r"\b(?:they|them|their|theirs)\b", re.IGNORECASE)
_NAME = regex(r"(?<=\w )[A-Z][\w-]*")
_WHOSE = stems_of("theirs yours mine ours")
_ASKING = ("general", "containers", "label_words", "receivers", "greetings", "core", "leads")
"""The lists of words that only ask for something to be said."""


def asked_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that say what is asked for."""
    return content_stems(text) - asking_stems() - _WHOSE


def names_in(text: str) -> list[str]:
    """Return the capitalised words of a text, apart from its first."""
    return _NAME.findall(text)


def is_mostly_in(phrase: str, text: str) -> bool:
    """Tell whether a text has at least half of the telling words of a phrase."""
    asked = content_stems(phrase)
    return len(asked & content_stems(text)) >= max(1, HALF * len(asked))


@cache
def asking_stems() -> frozenset[str]:
    """Return the stems of words that only ask for something to be said, or deny it."""
    words = {"none", *phrase_words().instructions, *feelings()}.union(*map(word_list, _ASKING))
    return stems_of(" ".join(word for word in words if " " not in word))
