"""The lexicon's names as vectors: which of its concepts a phrase is near to, and each text.

A concept has its own names, those of what implies it, and how people tell of it. A phrase asks for
the concepts it names and, by their nearness to the power of 0.7, for at most six whose own names
are near to it: so "developing juniors" finds what is told of staff development.

The directions of all names (some 5 000) are the one thing that takes time, a tenth of a second;
they are kept in the cache folder under a digest of the names and of the vectors.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lapel.matching.lexicon import PASSED_OVER, Lexicon
from lapel.matching.meaning.vectors import WordVectors, cosines, directions
from lapel.matching.reading import find_asked
from lapel.store.manifest import digest_of
from lapel.store.writing import write_atomically
from lapel.text.phrases import phrase_words
from lapel.text.stems import whole_word
from lapel.text.words import Word

if TYPE_CHECKING:
    from lapel.matching.meaning.vectors import Directions, Vectors

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_IMPLYING = 0.85
_LEAST_NEARNESS = 0.4
_MOST_CONCEPTS = 6
_FADING = 0.7


class ConceptNames:
    """All names of the lexicon, concept after concept, as directions; ``cache`` is a folder whose
    contents may be deleted at any time.
    """

    def __init__(self, lexicon: Lexicon, vectors: WordVectors, cache: Path | None = None) -> None:
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        self._lexicon = lexicon
        self._asked: dict[tuple[str, ...], list[tuple[int, float]]] = {}
        names: list[str] = []
        strengths: list[float] = []
        self._starts: list[int] = []
        self._told: list[int] = []
        own: list[int] = []
        self._own_starts: list[int] = []
        for concept in lexicon.same:
            self._starts.append(len(names))
            self._told.append(len(lexicon.told.get(concept, ())))
            self._own_starts.append(len(own))
            for name, strength, is_own in _names_of(concept, lexicon):
                if is_own:
                    own.append(len(names))
                names.append(name)
                strengths.append(strength)
        self._names = _read_directions(names, vectors, cache)
        self._own = self._names[own]
        self._strengths = numpy.asarray(strengths)
        self._spelled = names
        self.concepts = tuple(lexicon.same)
        self._place = {concept: place for place, concept in enumerate(self.concepts)}

    def knows(self, words: tuple[Word, ...]) -> bool:
        """Whether something in the phrase is a name of the lexicon."""
        return bool(find_asked(words, self._lexicon))

    def rows(self, place: int) -> "tuple[Directions, Vectors]":
        """The names of a concept as directions, and how much each counts."""
        first, last = self._span(place)
        return self._names[first:last], self._strengths[first:last]

    def told(self, place: int) -> int:
        """How many of a concept's names, the last of them, are tellings."""
        return self._told[place]

    def spelled(self, place: int) -> Sequence[str]:
        """The names of a concept, as in ``rows``."""
        first, last = self._span(place)
        return self._spelled[first:last]

    def _span(self, place: int) -> tuple[int, int]:
        """Where the names of a concept stand among all."""
        more = place + 1 < len(self._starts)
        return self._starts[place], self._starts[place + 1] if more else len(self._spelled)

    def asked(self, words: tuple[Word, ...], whole: "Vectors") -> list[tuple[int, float]]:
        """The concepts a phrase asks for, by their place in ``concepts``, and how much.

        Where the whole phrase is a name it asks for that alone, else also for what is near to it.
        """
        key = tuple(word.written for word in words)
        if key not in self._asked:
            self._asked[key] = self._find_asked(words, whole)
        return self._asked[key]

    def _find_asked(self, words: tuple[Word, ...], whole: "Vectors") -> list[tuple[int, float]]:
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        named = find_asked(words, self._lexicon)
        found = {self._place[naming.concept]: 1.0 for naming in named}
        longest = max((len(naming.places) for naming in named), default=0)
        if longest == len(words):
            return sorted(found.items())
        near = cosines(self._own, directions(whole))[:, 0]
        best = numpy.maximum.reduceat(near, self._own_starts)
        likely = sorted(
            numpy.flatnonzero(best >= _LEAST_NEARNESS).tolist(), key=lambda place: -best[place]
        )
        for place in likely[:_MOST_CONCEPTS]:
            found.setdefault(place, float(best[place]) ** _FADING)
        return sorted(found.items())


def _read_directions(
    names: Sequence[str], vectors: WordVectors, cache: Path | None
) -> "Directions":
    """The directions of the names, out of the cache where it has them whole."""
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    if cache is None:
        return directions(vectors.of_texts([says(name) for name in names]))
    digest = digest_of("\n".join((vectors.identity, *names)).encode())
    path = cache / f"names-{digest[:32]}.int16"
    shape = (len(names), vectors.dimensions)
    try:
        kept = numpy.frombuffer(path.read_bytes(), dtype="<i2")
    except (OSError, ValueError):
        kept = numpy.zeros(0, dtype="<i2")
    if kept.size == shape[0] * shape[1]:
        return kept.reshape(shape).astype("float32")
    found = directions(vectors.of_texts([says(name) for name in names]))
    try:
        cache.mkdir(parents=True, exist_ok=True)
        write_atomically(path, found.astype("<i2").tobytes())
    except OSError:
        return found
    return found


def says(text: str) -> Sequence[str]:
    """The words of a short text that say something, in lower case."""
    silent = phrase_words().breaks | PASSED_OVER
    words = _WORD.findall(text.replace("’", "'").casefold())
    return tuple(whole_word(word) for word in words if word not in silent and word != "of")


def _names_of(concept: int, lexicon: Lexicon) -> Iterator[tuple[str, float, bool]]:
    """The names of a concept, how much each counts, and whether it is its own."""
    for name in lexicon.same[concept]:
        yield name, 1.0, True
    for name in lexicon.shown_by.get(concept, ()):
        yield name, _IMPLYING, False
    for telling in lexicon.told.get(concept, ()):
        yield telling, 1.0, False
