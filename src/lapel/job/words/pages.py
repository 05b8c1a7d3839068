"""Where a copied page of the web ends: its buttons below the posting, and other openings."""

from collections.abc import Mapping, Sequence
from functools import cache

from lapel.text.data import read_data
from lapel.text.regexes import regex

_BETWEEN = regex(r"\s+[|›»>·•/–]\s+|\s{2,}|\t+")
_SHARED = regex(r"(?i)^(?:share|teilen|partager)\b[^:]{0,30}:\s+")


def last_of_page(lines: Sequence[str]) -> int:
    """The number of the last line at which a page ends, 0 where none does."""
    last = 0
    for number, line in enumerate(lines, 1):
        said = line.strip("> \t").rstrip(":").casefold()
        if said in _words()["others"]:
            last = number
            while last < len(lines) and lines[last].strip():
                last += 1
        elif said and _is_buttons(said):
            last = max(last, number)
    return last


def _is_buttons(said: str) -> bool:
    shared = _SHARED.match(said)
    names = said[shared.end() :].split() if shared else _BETWEEN.split(said)
    pieces = [name.strip(" .:!*_[]()") for name in names if name.strip()]
    words = _words()
    known = words["alone"] if len(pieces) == 1 else words["alone"] | words["beside"]
    return all(piece in known for piece in pieces)


@cache
def _words() -> Mapping[str, frozenset[str]]:
    data: dict[str, list[str]] = read_data("lapel.job.words", "pages.yaml")
    return {name: frozenset(words) for name, words in data.items()}
