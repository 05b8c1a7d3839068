"""A word of a language without a grammar here, as the profile says the same thing.

It is one of the other words for it that ``elsewhere.yaml`` has ("Etat" for "Budget"), itself,
another form of itself whose end alone differs ("tournée" for "tournées"), or a compound that is
about the same ("Arbeitsunfälle" for "Unfallzahlen").
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import takewhile
from typing import Any

from lapel.text.data import read_data

_LEAST_INFLECTED, _LONGEST_ENDING = 6, 2
_LEAST_IN_COMPOUND = 5
_FOLDED = str.maketrans("äöü", "aou")


def in_profile(word: str, known: Collection[str]) -> str:
    """A word in small letters as the profile has it, itself where it has none."""
    bare = _without_head(word)
    for name in (named_group(word) or named_group(bare), word, bare):
        if name in known:
            return name
    forms = (other for other in known if is_form(word, other))
    abouts = (other for other in known if _is_about(bare, other))
    return next(forms, None) or next(abouts, word)


def named_group(word: str) -> str:
    """The name of the other words for a word in small letters, "" where there are none."""
    return _groups().get(word, "")


def asks_nothing(word: str) -> bool:
    """Whether a word in small letters is short, or says nothing of what is asked."""
    return len(word) <= _LEAST_INFLECTED // 2 or word in _data()["small"].split()


def is_form(one: str, other: str) -> bool:
    """Whether two words differ by no more than their ends."""
    pairs = zip(one, other, strict=False)
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    most = max(len(one), len(other)) - same
    return len(one) >= _LEAST_INFLECTED and same >= _LEAST_INFLECTED - 1 and most <= _LONGEST_ENDING


def _without_head(word: str) -> str:
    """A compound without a head that says nothing, and without the "s" that ties it."""
    for head in _data()["heads"].split():
        if word.endswith(head) and word != head:
            return word.removesuffix(head).removesuffix("s")
    return word


def _is_about(word: str, other: str) -> bool:
    """Whether a compound ends in a word, in whatever form of it."""
    folded, end = other.translate(_FOLDED), word.translate(_FOLDED)
    ends = (folded[: len(folded) - cut] for cut in range(_LONGEST_ENDING + 1))
    return len(end) >= _LEAST_IN_COMPOUND and any(text.endswith(end) for text in ends)


@lru_cache(maxsize=1)
def _groups() -> Mapping[str, str]:
    groups = (group.split() for group in _data()["same"])
    return {word: f"={group[0]}" for group in groups for word in group}


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_data("lapel.matching", "elsewhere.yaml")
    return data
