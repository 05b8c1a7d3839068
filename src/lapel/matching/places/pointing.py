"""Which texts a note points at: it quotes one, or gives a figure that only one has.

Whoever writes "on 400 hl" or "one page of numbers and one of words" has a bullet in mind, however
common its words are. A quotation is six words in a row, one of which says something.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from lapel.matching.model import Candidate
from lapel.profile.ids import highlight_of
from lapel.text.numbers import YEAR
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.words import is_number, split_words

_RUN = 6
_LEAST_DIGITS = 3
_TEXTS = 4096
"""The number of texts kept as read: those of a long profile, for all its notes."""
_YEAR = regex(YEAR)


def find_pointed_at(text: str, candidates: Sequence[Candidate]) -> dict[int, str]:
    """Return the positions of the candidates that a note points at, with the words that do so."""
    runs, figures = _runs_of_words(text), _figures(text)
    if not runs and not figures:
        return {}
    found = {}
    holders: dict[str, set[str]] = {}
    for position, candidate in enumerate(candidates):
        own = _runs_of_words(candidate.text) if runs else {}
        shared = next((run for run in runs if run in own), None)
        if shared is not None:
            found[position] = own[shared]
        for figure in figures & _figures(candidate.text) if figures else ():
            holders.setdefault(figure, set()).add(highlight_of(candidate.id))
    alone = {figure: next(iter(ids)) for figure, ids in holders.items() if len(ids) == 1}
    for position, candidate in enumerate(candidates) if alone else ():
        for figure in sorted(_figures(candidate.text) & alone.keys()):
            found.setdefault(position, figure)
    return found


@lru_cache(maxsize=_TEXTS)
def _runs_of_words(text: str) -> Mapping[tuple[str, ...], str]:
    """Return the runs of six words of a text, one of which says something, and their spelling."""
    words = split_words(text)
    lower = [word.lower for word in words]
    telling = [number for number, word in enumerate(lower) if word not in _silent_words()]
    firsts = {first for last in telling for first in range(last - _RUN + 1, last + 1)}
    return {
        tuple(lower[first : first + _RUN]): text[words[first].start : words[first + _RUN - 1].end]
        for first in sorted(firsts)
        if 0 <= first <= len(words) - _RUN
    }


@lru_cache(maxsize=1)
def _silent_words() -> frozenset[str]:
    lists = phrase_words()
    return lists.breaks | lists.fillers | {"of", "one"}


@lru_cache(maxsize=_TEXTS)
def _figures(text: str) -> frozenset[str]:
    written = (word.written for word in split_words(text))
    return frozenset(
        one
        for one in written
        if is_number(one) and sum(map(str.isdigit, one)) >= _LEAST_DIGITS
        if not _YEAR.fullmatch(one)
    )
