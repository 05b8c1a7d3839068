"""Patterns as data: a list of words or another pattern is named inside one as "<kin>"."""

import re
from collections.abc import Callable, Iterable, Sequence

from lapel.text.data import data_reader
from lapel.text.regexes import regex

_PART = regex(r"(?<!\?P)<(\w+)>")


def pattern_of(told: str | Sequence[str], part: Callable[[str], str]) -> re.Pattern[str]:
    """Return a pattern written as lines that continue each other, or as several patterns of which
    any may match; ``part`` returns the pattern for a name in it. Raises re.error.
    """
    whole = told if isinstance(told, str) else "|".join(f"(?:{one})" for one in told)
    return regex(fill_pattern(whole, part))


def any_of(words: Iterable[str]) -> str:
    """Return words as the alternatives of a pattern, longer ones first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def alternatives_in(package: str, file: str) -> Callable[[str], str]:
    """Return a function for the lists of words of a file inside a package, each by its name as a
    group of alternatives.
    """
    lists = data_reader(package, file)
    return lambda name: f"(?:{any_of(lists()[name])})"


def fill_pattern(pattern: str, part: Callable[[str], str]) -> str:
    """Return a pattern on one line, with its parts in the places of their names, and theirs in
    theirs.
    """
    while _PART.search(pattern):
        pattern = _PART.sub(lambda found: part(found[1]), pattern)
    return on_one_line(pattern)


def on_one_line(pattern: str) -> str:
    """Return a pattern that is written as lines that continue each other."""
    return pattern.replace("\n", "")
