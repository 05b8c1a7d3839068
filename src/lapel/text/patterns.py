"""Patterns as data: inside one, a list of words or another pattern stands as its name: "<kin>"."""

from collections.abc import Mapping

from lapel.text.regexes import regex

_PART = regex(r"(?<!\?P)<(\w+)>")


def filled(pattern: str, parts: Mapping[str, str]) -> str:
    """A pattern with its parts in the places of their names, and theirs in theirs."""
    while _PART.search(pattern):
        pattern = _PART.sub(lambda found: parts[found[1]], pattern)
    return pattern
