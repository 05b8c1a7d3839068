"""The lexicon's names as vectors: which of its concepts a phrase is near to, and each text.

A concept has its own names, those of what implies it, and how people tell of it; all are compared
with a text as wholes, the sum of the words on either side. A phrase asks for the concepts it names
and, by the square root of their nearness, for at most four whose own names are near to it: so
"developing juniors" finds what is told of staff development.

The directions of all names (some 5 000) are the one thing that takes time, a tenth of a second;
they are kept in the cache folder under a digest of the names and of the vectors.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lapel.matching.lexicon import PASSED_OVER, Lexicon
from lapel.matching.meaning.vectors import WordVectors, cosines, directions
from lapel.matching.reading import find_namings
from lapel.store.manifest import digest_of
from lapel.store.writing import write_atomically
from lapel.text.phrases import phrase_words
from lapel.text.words import Word

if TYPE_CHECKING:
    from lapel.matching.meaning.vectors import Directions, Vectors

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_IMPLYING = 0.85
_LEAST_NEARNESS = 0.5
_MOST_CONCEPTS = 4


class ConceptNames:
    """All names of the lexicon, concept after concept, as directions; ``cache`` is a folder whose
    contents may be deleted at any time.
    """

    def __init__(self, lexicon: Lexicon, vectors: WordVectors, cache: Path | None = None) -> None:
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        self._lexicon = lexicon
        names: list[str] = []
        strengths: list[float] = []
        self._starts: list[int] = []
        own: list[int] = []
        self._own_starts: list[int] = []
        for concept in lexicon.same:
            self._starts.append(len(names))
            self._own_starts.append(len(own))
            for name, strength, is_own in _names_of(concept, lexicon):
                if is_own:
                    own.append(len(names))
                names.append(name)
                strengths.append(strength)
        self._names = _read_directions(names, vectors, cache)
        self._own = self._names[own]
        self._strengths = numpy.asarray(strengths, dtype="float32")[:, None]
        self._spelled = names
        self._place = {concept: place for place, concept in enumerate(lexicon.same)}

    def nearest(self, place: int, text: "Directions") -> str:
        """The name of a concept that is nearest to a text."""
        first, last = self._span(place)
        near = cosines(self._names[first:last], text[None])[:, 0] * self._strengths[first:last, 0]
        return self._spelled[first + int(near.argmax())]

    def knows(self, words: tuple[Word, ...]) -> bool:
        """Whether something in the phrase is a name of the lexicon."""
        return bool(find_namings(words, self._lexicon))

    def compare(self, place: int, texts: "Directions") -> "Directions":
        """How near each text is to a concept, by the nearest of its names."""
        first, last = self._span(place)
        near = cosines(self._names[first:last], texts) * self._strengths[first:last]
        best: Directions = near.max(axis=0)
        return best

    def _span(self, place: int) -> tuple[int, int]:
        """Where the names of a concept stand among all."""
        more = place + 1 < len(self._starts)
        return self._starts[place], self._starts[place + 1] if more else len(self._spelled)

    def asked(self, words: tuple[Word, ...], whole: "Vectors") -> list[tuple[int, float]]:
        """The concepts a phrase asks for, by their place in ``compare``, and how much."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        near = cosines(self._own, directions(whole))[:, 0]
        best = numpy.maximum.reduceat(near, self._own_starts)
        likely = sorted(
            numpy.flatnonzero(best >= _LEAST_NEARNESS).tolist(), key=lambda place: -best[place]
        )
        found = {place: float(best[place]) ** 0.5 for place in likely[:_MOST_CONCEPTS]}
        for naming in find_namings(words, self._lexicon):
            found[self._place[naming.concept]] = 1.0
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
    return tuple(word for word in words if word not in silent and word != "of")


def _names_of(concept: int, lexicon: Lexicon) -> Iterator[tuple[str, float, bool]]:
    """The names of a concept, how much each counts, and whether it is its own."""
    for name in lexicon.same[concept]:
        yield name, 1.0, True
    for name in lexicon.shown_by.get(concept, ()):
        yield name, _IMPLYING, False
    for telling in lexicon.told.get(concept, ()):
        yield telling, 1.0, False
