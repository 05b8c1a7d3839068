"""The texts of a profile side by side, one in each column.

Sums, spans and maxima over the words of a text run along rows, over many texts at once. Texts of
nearly the same length share a block. Where a column is shorter than its block it points behind the
last word, to a row of zeros.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from lapel.matching.meaning.vectors import SCALE, products

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from lapel.matching.meaning.vectors import Directions, Vectors

NOTHING = -1
_SPAN_WORDS = 6
_APART = 4
"""The number of words by which texts of one block may differ in length."""
_WORDS_AT_ONCE, _ROWS_AT_ONCE = 1250, 32
"""The amounts compared and summed in one go, which fit into the processor's own memory."""


class Columns:
    """Texts by the numbers of their words, which are whole-number ``vectors``."""

    def __init__(self, texts: Sequence[Sequence[int]], vectors: "Vectors") -> None:
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        self._texts = len(texts)
        self._words = _append_zero_row(vectors).astype("float32")
        self._blocks = tuple(
            _make_block(numpy.asarray(alike), [texts[n] for n in alike], self._words)
            for alike in _group_by_length(texts)
        )

    def compare(self, rows: "Directions") -> "Vectors":
        """Compare each row with each text: half with all of it, half with its nearest span."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        near = numpy.empty((len(rows), self._texts))
        for first in range(0, len(rows), _ROWS_AT_ONCE):
            here = slice(first, first + _ROWS_AT_ONCE)
            by_word = products(self._words, rows[here]).astype("float64")
            for block in self._blocks:
                near[here, block.texts] = block.compare(by_word).T
        return near

    def most(self, found: "Vectors") -> "Vectors":
        """Return the most that is ``found`` at a word of each text, a row for each thing."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        found = _append_zero_row(found.T)
        most = numpy.empty((found.shape[1], self._texts))
        for block in self._blocks:
            most[:, block.texts] = found.take(block.words, axis=0).max(axis=0, initial=0).T
        return most

    def strongest(self, strengths: "Vectors") -> list[int]:
        """Return the number of each text's first strongest word, NOTHING if none has any."""
        import numpy  # noqa: PLC0415 - loaded where vectors are used

        strengths = numpy.append(strengths, 0)
        words = numpy.empty(self._texts, int)
        for block in self._blocks:
            rows = strengths[block.words].argmax(axis=0)
            words[block.texts] = block.words[rows, numpy.arange(len(rows))]
        words[strengths[words] <= 0] = NOTHING
        found: list[int] = words.tolist()
        return found


class _Block(Struct, frozen=True):
    """Texts of about the same length, by their positions, a column each.

    ``words`` are the numbers of each one's words; ``wholes`` how long their sums are, and ``spans``
    how long those of each six words in a row, infinite where these pass the end of a text. Texts of
    six words or fewer are their own only span: ``spans`` is None.
    """

    texts: "NDArray[Any]"
    words: "NDArray[Any]"
    wholes: "Vectors"
    spans: "Vectors | None"

    def compare(self, by_word: "Vectors") -> "Vectors":
        """Compare the texts with what was compared word by word, as ``Columns.compare`` does."""
        said = by_word.take(self.words, axis=0)
        wholes: Vectors = said.sum(axis=0) / self.wholes[:, None]
        if self.spans is None:
            return wholes
        spans = _sum_six_in_a_row(said)
        spans /= self.spans[:, :, None]  # in place: making room costs more than dividing
        mixed: Vectors = (wholes + spans.max(axis=0, initial=0)) / 2
        return mixed


def _make_block(
    texts: "NDArray[Any]", numbers: Sequence[Sequence[int]], vectors: "Vectors"
) -> _Block:
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    words = numpy.full((max(map(len, numbers)), len(texts)), len(vectors) - 1)
    for column, own in enumerate(numbers):
        words[: len(own), column] = own
    said = vectors[words]
    wholes = SCALE * lengths(said.sum(axis=0))
    if len(words) <= _SPAN_WORDS:
        return _Block(texts, words, wholes, None)
    spans = SCALE * lengths(_sum_six_in_a_row(said))
    ends = numpy.arange(len(spans))[:, None] + _SPAN_WORDS
    spans[ends > numpy.asarray([*map(len, numbers)])] = numpy.inf
    return _Block(texts, words, wholes, spans)


def _sum_six_in_a_row(said: "Vectors") -> "Vectors":
    """Sum each six rows in a row, as three pairs."""
    pairs = said[:-1] + said[1:]
    spans: Vectors = pairs[:-4] + pairs[2:-2]
    spans += pairs[4:]
    return spans


def _group_by_length(texts: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """Yield the positions of the texts that go into one block."""

    def size(position: int) -> int:
        return max(0, -(-(len(texts[position]) - _SPAN_WORDS) // _APART))

    for apart, alike in groupby(sorted(range(len(texts)), key=size), size):
        positions = [*alike]
        at_once = max(1, _WORDS_AT_ONCE // (_SPAN_WORDS + apart * _APART))
        for first in range(0, len(positions), at_once):
            yield positions[first : first + at_once]


def _append_zero_row(rows: "Vectors") -> "Vectors":
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    return numpy.concatenate((rows, numpy.zeros((1, rows.shape[1]))))


def lengths(vectors: "Vectors") -> "Vectors":
    """Return the length of each vector, 1 for a zero vector."""
    import numpy  # noqa: PLC0415 - loaded where vectors are used

    doubled = vectors.astype("float64")
    found: Vectors = numpy.sqrt(numpy.einsum("...j,...j->...", doubled, doubled))
    found[found == 0] = 1
    return found
