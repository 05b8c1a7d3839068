"""A text as words: the position of each, its spelling, and the stem it is compared by."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from unicodedata import east_asian_width

from lapel.text.regexes import regex
from lapel.text.stems import stem_word

_FORMS = r"""
    [A-Za-z]/[A-Za-z](?![A-Za-z])              # A/B, I/O
    | \d+/\d+                                   # 24/7
    | \.NET\b
    | (?:[Pp](?:re|ost)|[Nn]on|[Aa]nti|[Ee])[-\u2010\u2011][^\W\d_]{2,}  # non-profit, e-mail
    | (?<![^\W_])[A-Z]\ &\ [A-Z](?![^\W_])      # P & L
    | [^\W_]+(?:[.'’&][^\W_]+)*(?:\+\+|[+\#])?  # Node.js, buyer's, P&L, C++, C#, 5+
    | &                                         # health & safety
"""
_WORD = regex(_FORMS, re.VERBOSE)
# Han and kana need no blank beside a name: "SAPの品質", "与SAP团队".
_UNSPACED = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD_BESIDE_UNSPACED = regex(
    rf"[{_UNSPACED}]+|{_FORMS.replace('_]', f'_{_UNSPACED}]')}", re.VERBOSE
)
_HAS_UNSPACED = regex(f"[{_UNSPACED}]")
_JOINING = {"-": "-", "\u2010": "-", "\u2011": "-", "/": "/"}
_UNHYPHENED = str.maketrans("", "", "-\u2010\u2011")
_ALL_CAPITALS_WORDS = 4
_DIVISIONS = frozenset(("article", "chapter", "form", "part", "schedule", "section", "title"))
"""Words that a number belongs to even before another noun: "Part 145 repair stations"."""
LONGEST_QUOTE = 48


class Word(NamedTuple):
    """One word of a text. ``written`` has straight apostrophes and "and" for a lone ampersand,
    whatever was typed, so that words compare; ``lower`` is in lower case; ``joined`` is the hyphen
    or slash that ties it to the next, or "".
    """

    written: str
    lower: str
    stem: str
    start: int
    end: int
    joined: str


def split_words(text: str, *, english: bool = True) -> tuple[Word, ...]:
    """Return the words of a plain text in order; without ``english`` a word is its own stem."""
    return _split_text(text, english)


@lru_cache(maxsize=8192)
def _split_text(text: str, english: bool) -> tuple[Word, ...]:
    shouted = text.isupper() and len(text.split()) >= _ALL_CAPITALS_WORDS
    words = []
    word = _WORD if text.isascii() or not _HAS_UNSPACED.search(text) else _WORD_BESIDE_UNSPACED
    for found in word.finditer(text):
        written = found.group().replace("’", "'").rstrip("'")
        written = "and" if written == "&" else written.replace(" ", "")
        end = found.end()
        joined = _JOINING.get(text[end : end + 1], "") if text[end + 1 : end + 2].isalnum() else ""
        lower = written.casefold()
        spelled = lower if shouted or not english else written
        stem = stem_word(spelled.translate(_UNHYPHENED)) if english else spelled
        words.append(Word(written, lower, stem, found.start(), end, joined))
    return tuple(words)


def fold_text(text: str) -> str:
    """Return a text as it is compared: in small letters, its apostrophes straight."""
    return text.casefold().replace("’", "'")


def word_count(text: str) -> int:
    """Return the words as a word processor counts them; where a script sets no blanks between them,
    they have about two characters each.
    """
    if text.isascii():
        return len(text.split())
    unspaced = sum(east_asian_width(character) == "W" for character in text)
    return len(text.split()) + unspaced // 2


def shorten_text(text: str, longest: int = LONGEST_QUOTE) -> str:
    """Return a text to quote, cut at a word, with an ellipsis, where it is long."""
    return text if len(text) <= longest else f"{text[:longest].rsplit(' ', 1)[0]} …"


@lru_cache(maxsize=8192)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of all words of a text in English."""
    return frozenset(word.stem for word in split_words(text))


def is_number(written: str) -> bool:
    """Tell whether a word is a count or an amount ("5+", "24/7", "3.1M") and not a name."""
    return written[0].isdigit() and sum(c.isalpha() for c in written) <= 2


def is_amount(words: Sequence[Word], index: int) -> bool:
    """Tell whether the word is a number that only counts: "4-7 scientists", but not "Form 990" or
    "ISO 9001", where it belongs to the name before it.
    """
    if not is_number(words[index].written):
        return False
    if index == 0 or not words[index - 1].written[0].isupper():
        return True
    before = words[index - 1]
    ends = index + 1 == len(words) or not words[index + 1].written[0].islower()
    return not (ends or before.written.isupper() or before.lower in _DIVISIONS)
