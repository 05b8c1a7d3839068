"""Static word vectors, read from the files that the package wordllama ships, without importing it.

Its matrix gives a vector for each of 32 000 pieces of words (256 numbers each, half precision); a
word is cut into pieces by the vocabulary beside it and its vector is the sum of theirs. The length
of a vector tells how much a word says: "of" has 2, "people" 9, "leadership" 19 (times WORD_SCALE).

Cutting follows byte pair encoding (Sennrich, Haddow and Birch 2016): of all neighbours that join to
a known piece, those are joined first whose piece has the lowest number. Directions are rounded to
whole numbers, so that sums of products are exact: the same on every machine, in any order.
"""

import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import float32, float64
    from numpy.typing import NDArray

    Vectors = NDArray[float64]
    Directions = NDArray[float32]

SCALE = 2000
"""The length of a direction.

Its product with another, or with a word, stays below 2**24, exact in single precision.
"""
WORD_SCALE = 64
"""The factor by which word vectors are scaled to whole numbers: sums of them are exact, too."""
_HEADER_BYTES = 8
_WEIGHTS = "weights/l2_supercat_256.safetensors"
_VOCABULARY = "tokenizers/l2_supercat_tokenizer_config.json"
_WORD_START = "▁"


class WordVectors:
    """The vectors of words: ``rows`` by piece, ``numbers`` the pieces by their spelling.

    ``identity`` differs where the vectors do.
    """

    def __init__(self, rows: "NDArray[Any]", numbers: dict[str, int], identity: str = "") -> None:
        self.identity = identity
        self.dimensions: int = rows.shape[1]
        self._rows = rows
        self._numbers = numbers
        self._known: dict[str, Vectors] = {}

    def of_texts(self, texts: Sequence[Sequence[str]]) -> "Vectors":
        """Sum the vectors of the words of each text, one text a row.

        Words are in lower case; the vector of an unknown word is zero.
        """
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        different = dict.fromkeys(word for text in texts for word in text)
        self._learn([word for word in different if word not in self._known])
        words = numpy.zeros((len(different), self.dimensions))
        for place, word in enumerate(different):
            words[place] = self._known[word]
        places = {word: place for place, word in enumerate(different)}
        return _sum_rows(words, [[places[word] for word in text] for text in texts])

    def _learn(self, words: Sequence[str]) -> None:
        """Read the vectors of these words."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        cut = [[self._numbers[p] for p in self.cut(word) if p in self._numbers] for word in words]
        different = sorted({number for numbers in cut for number in numbers})
        places = {number: place for place, number in enumerate(different)}
        pieces = numpy.asarray(self._rows)[different].astype("float64")
        summed = _sum_rows(pieces, [[places[number] for number in numbers] for numbers in cut])
        self._known.update(zip(words, (WORD_SCALE * summed).round(), strict=True))

    def cut(self, word: str) -> tuple[str, ...]:
        """Cut a word into the vocabulary's pieces, the first one marked as its start."""
        whole = _WORD_START + word
        if whole in self._numbers:
            return (whole,)
        pieces = list(whole)
        while len(pieces) > 1:
            joined = [one + other for one, other in pairwise(pieces)]
            ranks = [self._numbers.get(piece, len(self._numbers)) for piece in joined]
            rank = min(ranks)
            if rank == len(self._numbers):
                break
            first = ranks.index(rank)
            pieces[first : first + 2] = [joined[first]]
        return tuple(pieces)


def _sum_rows(rows: "Vectors", places: Sequence[Sequence[int]]) -> "Vectors":
    """Sum for each list of places the rows there; an empty list gives zero."""
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    sums = numpy.zeros((len(places), rows.shape[1]))
    for turn in range(max(map(len, places), default=0)):
        longer = [index for index, own in enumerate(places) if len(own) > turn]
        sums[longer] += rows[[places[index][turn] for index in longer]]
    return sums


def directions(vectors: "Vectors") -> "Directions":
    """Return the vectors at length SCALE in whole numbers; a zero vector stays zero."""
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    lengths = numpy.sqrt((vectors * vectors).sum(axis=1, keepdims=True))
    lengths[lengths == 0] = 1
    rounded: Directions = numpy.rint(SCALE * vectors / lengths).astype("float32")
    return rounded


def products(ones: "Directions", others: "Directions") -> "Directions":
    """Return the dot product of each of the ones with each of the others."""
    found: Directions = ones @ others.T
    return found


def cosines(ones: "Directions", others: "Directions") -> "Vectors":
    """Return how near each of the ones is to each of the others, in [-1, 1]."""
    near: Vectors = products(ones, others).astype("float64") / SCALE**2
    return near


def vectors_identity() -> str | None:
    """Return a text that changes with the vectors, None where the package is not installed."""
    folder = _package_folder()
    if folder is None or not (folder / _VOCABULARY).is_file():
        return None
    try:
        known = (folder / _WEIGHTS).stat()
    except OSError:
        return None
    return f"{_WEIGHTS} {known.st_size} {known.st_mtime_ns}"


@lru_cache(maxsize=1)
def load_vectors() -> WordVectors:
    """Map the vectors of the installed package: only what is used is read."""
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    folder, identity = _package_folder(), vectors_identity()
    assert folder is not None
    assert identity is not None
    weights = folder / _WEIGHTS
    with weights.open("rb") as file:
        size = int.from_bytes(file.read(_HEADER_BYTES), "little")
        header = json.loads(file.read(size))
    (table,) = (entry for name, entry in header.items() if name != "__metadata__")
    rows = numpy.memmap(
        weights,
        dtype="<f2",
        mode="r",
        offset=_HEADER_BYTES + size + table["data_offsets"][0],
        shape=tuple(table["shape"]),
    )
    return WordVectors(rows, _read_numbers(folder / _VOCABULARY), identity)


def _package_folder() -> Path | None:
    """Find the folder of the package without importing it."""
    spec = find_spec("wordllama")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(spec.submodule_search_locations[0])


def _read_numbers(path: Path) -> dict[str, int]:
    """Read the pieces of the vocabulary with their numbers, without the merges beside them."""
    text = path.read_bytes()
    start = text.index(b'"vocab"')
    end = text.index(b'"merges"', start)
    numbers: dict[str, int] = json.loads(
        text[text.index(b"{", start) : text.rindex(b"}", start, end) + 1]
    )
    return numbers
