"""What a web page leaves around a pasted posting: buttons, the path to the page, its notice of
cookies.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from lapel.text.data import read_data
from lapel.text.regexes import regex

_BETWEEN = regex(r"\s+[|›»>·•/–]\s+|\s{2,}|\t+")
_COOKIES = regex(r"(?i)\bcookies?\b.*(?:\b(?:site|website|seite|accept|manage|alle|accepter)|\|)")
_PATH = regex(r"\s[>›»]\s.*\s[>›»]\s")
"""The path to a web page: "Jobs > Marine > Sail Designer"."""
_SHARED = regex(r"(?i)^(?:share|teilen|partager)\b[^:]{0,30}:\s+")


def find_page_end(lines: Sequence[str]) -> int:
    """Return the number (from 1) of the last line that a web page's buttons or list of other jobs
    takes, 0 where there is none.
    """
    last = 0
    for number, line in enumerate(lines, 1):
        said = line.strip("> \t").rstrip(":").casefold()
        if said in _load_words()["others"]:
            last = number
            while last < len(lines) and lines[last].strip():
                last += 1
        elif said and _is_buttons(said):
            last = max(last, number)
    return last


def is_of_page(line: str) -> bool:
    """Tell whether a line in a posting is the web page's: a button, a path, a word on cookies."""
    said = line.strip("> \t").rstrip(":").casefold()
    pieces = [piece for piece in _BETWEEN.split(said) if piece]
    button = bool(said) and _is_buttons(said) and not _load_words()["alone"].isdisjoint(pieces)
    return button or any(mark.search(line) for mark in (_COOKIES, _PATH))


def _is_buttons(said: str) -> bool:
    shared = _SHARED.match(said)
    names = said[shared.end() :].split() if shared else _BETWEEN.split(said)
    pieces = [name.strip(" .:!*_[]()") for name in names if name.strip()]
    words = _load_words()
    known = words["alone"] if len(pieces) == 1 else words["alone"] | words["beside"]
    return all(piece in known for piece in pieces)


@cache
def _load_words() -> Mapping[str, frozenset[str]]:
    data: dict[str, list[str]] = read_data("lapel.job.words", "pages.yaml")
    return {name: frozenset(words) for name, words in data.items()}
