"""The valid spelling nearest to a typed one."""

from collections.abc import Iterable
from functools import lru_cache

SHORTEST_SLIP, LONG = 4, 7
"""The fewest letters of a word in which a letter too many, and in which a wrong letter, is a slip
rather than another word ("size", "side").
"""


def find_nearest(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that ``word`` is a slip of: a letter too many, too few or out of order, or
    in a long word a wrong letter; None where there is none.
    """
    typed = letters_of(word)
    best: str | None = None
    least = len(typed) // 3 + 1
    for choice in choices:
        distance = edit_distance(typed, letters_of(choice), limit=least)
        if distance < least:
            best, least = choice, distance
    return best


def slipped_from(word: str, choices: Iterable[str]) -> str | None:
    """Return the choice that ``word`` is but for one letter too many, too few or out of its turn,
    or in a long word for one that is another; None where it is none.
    """
    typed = letters_of(word)
    for choice in choices:
        meant = letters_of(choice)
        differs = len(typed) != len(meant) or sorted(typed) == sorted(meant)
        long = min(len(typed), len(meant))
        if long >= (SHORTEST_SLIP if differs else LONG) and edit_distance(typed, meant, 2) == 1:
            return choice
    return None


@lru_cache(maxsize=2000)
def letters_of(text: str) -> str:
    """Return the letters and digits of a text in lower case, without separators."""
    return "".join(character for character in text.casefold() if character.isalnum())


@lru_cache(maxsize=4000)
def edit_distance(one: str, other: str, limit: int) -> int:
    """Count the letters to insert, delete, replace or swap with a neighbour; at most ``limit``.

    Optimal string alignment: no letter is touched twice.
    """
    if abs(len(one) - len(other)) >= limit or len(set(one).difference(other)) >= limit:
        return limit  # each letter that the other has nowhere takes an edit of its own
    before: list[int] = []
    above = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        current = [row]
        for column, match in enumerate(other, start=1):
            cost = min(above[column] + 1, current[-1] + 1, above[column - 1] + (letter != match))
            if row > 1 and column > 1 and letter == other[column - 2] and match == one[row - 2]:
                cost = min(cost, before[column - 2] + 1)
            current.append(cost)
        if min(current) >= limit:
            return limit
        before, above = above, current
    return min(above[-1], limit)
