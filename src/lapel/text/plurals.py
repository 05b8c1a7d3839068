"""Numbers of things and lists of things in messages."""

from collections.abc import Sequence

from lapel.text.regexes import regex

_FORM = regex(r"(?:Inc|LLC|LLP|PLLC|Ltd|Jr|Sr)\.?$")
"""Parts that a comma joins to a name: "Finch & Zuckerman, LLP"."""


def count(noun: str, number: int) -> str:
    """Return a number with its noun: "1 bullet", "3 bullets", "2 entries"."""
    return f"{number} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """Return the plural of a regular English noun."""
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def join_and(words: Sequence[str], conjunction: str = "and") -> str:
    """Return the words as a list in a sentence: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    if any(map(_FORM.match, words)):
        return ", ".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def join_most(words: Sequence[str], most: int) -> str:
    """Return the first words as a list, with the number of the others: "a, b and 3 more"."""
    more = [f"{len(words) - most} more"] if len(words) > most else []
    return join_and([*words[:most], *more])
