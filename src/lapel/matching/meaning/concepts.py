"""The lexicon's names as vectors: which of its concepts a phrase is near to, and each text.

A concept has its own names, those of what implies it, and how people tell of it. A phrase asks for
the concepts it names, and for at most six others whose own names are near to it, by their nearness
to the power of 0.7: so "developing juniors" finds what is told of staff development. Those six must
have more than own names, which would only be other words for the phrase, farther off than its own.
In a phrase of four words or more a name is one thing among others, and counts by the root of its
share of the words.

Each phrase is compared with the own names of all that have more (some 4 000), so their directions
are worked out at once and kept as ``load_compiled`` does, for the last lexicon used; those of the
other names when a phrase asks for their concept.
"""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from lapel.matching.answers.spotting import Naming, find_asked
from lapel.matching.lexicon import PASSED_OVER, Lexicon
from lapel.matching.lexicon_files import makers_of_lexicon
from lapel.matching.meaning.vectors import WordVectors, cosines, directions
from lapel.text.data import load_compiled
from lapel.text.phrases import phrase_words
from lapel.text.regexes import regex
from lapel.text.stems import spell_out
from lapel.text.words import Word

if TYPE_CHECKING:
    from lapel.matching.meaning.vectors import Directions, Vectors

_WORD = regex(r"[^\W_]+(?:'[^\W_]+)*")
_IMPLYING = 0.85
_LEAST_NEARNESS = 0.4
_MOST_CONCEPTS = 6
_FADING = 0.7
LONG_PHRASE = 4
_ONE_OF_MANY = 0.5


class ConceptNames:
    """All names of the lexicon, concept after concept, as directions."""

    def __init__(self, lexicon: Lexicon, vectors: WordVectors) -> None:
        self._lexicon = lexicon
        self._vectors = vectors
        self._asked: dict[tuple[str, ...], list[tuple[int, float]]] = {}
        self._others: dict[int, Directions] = {}
        compared = [concept for concept in lexicon.same if concept < lexicon.worded]
        self.concepts = tuple(sorted(compared, key=lambda concept: not self._says_more(concept)))
        self._place = {concept: place for place, concept in enumerate(self.concepts)}
        near = [lexicon.same[concept] for concept in filter(self._says_more, self.concepts)]
        self._firsts = [0, *accumulate(map(len, near))]
        self._own = self._read_own([name for names in near for name in names])

    def knows(self, words: tuple[Word, ...]) -> bool:
        """Tell whether something in the phrase is a name of the lexicon."""
        return bool(find_asked(words, self._lexicon))

    def rows(self, places: Sequence[int]) -> "Directions":
        """Return the names of these concepts, one concept after the other, as directions."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        self._read_others([place for place in places if place not in self._others])
        parts = [self._own[:0]]
        for place in places:
            first = self._firsts[min(place, len(self._firsts) - 1)]
            parts += [self._own[first : first + self._count_kept(place)], self._others[place]]
        return numpy.concatenate(parts)

    def _read_own(self, names: Sequence[str]) -> "Directions":
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        def make() -> bytes:
            return self._directions(names).astype("<i2").tobytes()

        here = Path(__file__)
        made_of = (here, here.with_name("vectors.py"), *makers_of_lexicon())
        version = "\n".join((self._vectors.identity, *names))
        found = numpy.frombuffer(
            load_compiled(here.with_name("names"), made_of, make, version), "<i2"
        )
        rows: Directions = found.reshape(len(names), self._vectors.dimensions).astype("float32")
        return rows

    def _read_others(self, places: Sequence[int]) -> None:
        names = [self.spelled(place)[self._count_kept(place) :] for place in places]
        directions = self._directions([name for own in names for name in own])
        last = 0
        for place, own in zip(places, names, strict=True):
            first, last = last, last + len(own)
            self._others[place] = directions[first:last]

    def _count_kept(self, place: int) -> int:
        """Return how many of a concept's names, from the first, are kept as directions."""
        return self._firsts[place + 1] - self._firsts[place] if place + 1 < len(self._firsts) else 0

    def strengths(self, place: int) -> Sequence[float]:
        """Return how much each of a concept's names counts (0–1), in the order of ``rows``."""
        own, implying, told = self._names(place)
        return [*[1.0] * len(own), *[_IMPLYING] * len(implying), *[1.0] * len(told)]

    def told(self, place: int) -> int:
        """Return how many of a concept's names, from the last, are tellings."""
        return len(self._names(place)[2])

    def spelled(self, place: int) -> Sequence[str]:
        """Return the names of a concept, in the order of ``rows``."""
        return [name for names in self._names(place) for name in names]

    def _names(self, place: int) -> tuple[Sequence[str], Sequence[str], Sequence[str]]:
        """Return a concept's own names, those of what implies it, and how people tell of it."""
        concept, lexicon = self.concepts[place], self._lexicon
        implying, told = lexicon.shown_by.get(concept, ()), lexicon.told.get(concept, ())
        return lexicon.same[concept], implying, told

    def _says_more(self, concept: int) -> bool:
        """Tell whether a concept has more than its own names."""
        return concept in self._lexicon.shown_by or concept in self._lexicon.told

    def _directions(self, names: Sequence[str]) -> "Directions":
        return directions(self._vectors.of_texts([says(name) for name in names]))

    def asked(self, words: tuple[Word, ...], whole: "Vectors") -> list[tuple[int, float]]:
        """Return the concepts a phrase asks for, by place, and how much (0–1)."""
        key = tuple(word.written for word in words)
        if key not in self._asked:
            self._asked[key] = self._find_asked(words, whole)
        return self._asked[key]

    def _find_asked(self, words: tuple[Word, ...], whole: "Vectors") -> list[tuple[int, float]]:
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        named = _drop_inner_names(find_asked(words, self._lexicon))
        saying = len(says(" ".join(word.written for word in words)))
        found: dict[int, float] = {}
        for naming in (one for one in named if one.concept in self._place):
            place, share = self._place[naming.concept], len(naming.places) / max(1, saying)
            strength = min(1.0, share) ** _ONE_OF_MANY if saying >= LONG_PHRASE else 1.0
            found[place] = max(strength, found.get(place, 0.0))
        longest = max((len(naming.places) for naming in named), default=0)
        if longest == len(words):
            return sorted(found.items())
        near = cosines(self._own, directions(whole))[:, 0]
        best = numpy.maximum.reduceat(near, self._firsts[:-1])
        likely = sorted(
            numpy.flatnonzero(best >= _LEAST_NEARNESS).tolist(), key=lambda place: -best[place]
        )
        for place in likely[:_MOST_CONCEPTS]:
            found.setdefault(place, float(best[place]) ** _FADING)
        return sorted(found.items())


def _drop_inner_names(named: Sequence[Naming]) -> list[Naming]:
    """Drop names inside a longer one: "A/B testing" does not ask for testing."""
    places = [frozenset(naming.places) for naming in named]
    return [
        naming
        for naming, own in zip(named, places, strict=True)
        if not any(own < other for other in places)
    ]


def says(text: str) -> Sequence[str]:
    """Return the words of a short text that say something, in lower case."""
    silent = phrase_words().breaks | PASSED_OVER
    words = _WORD.findall(text.replace("’", "'").casefold())
    return tuple(spell_out(word) for word in words if word not in silent and word != "of")
