"""Texts side by side are compared as each would be by itself."""

import math
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.matching.meaning.columns import NOTHING, Columns
from lapel.matching.meaning.vectors import SCALE

_VECTORS = np.array([[3, 0, 1], [0, 4, 0], [0, 0, 0], [-5, 1, 2], [1, 1, 1]], float)
_ROWS = np.array([[2000, 0, 0], [1155, 1155, 1155], [0, -2000, 0]], np.float32)
_TEXTS = st.lists(
    st.lists(st.integers(0, len(_VECTORS) - 1), min_size=1, max_size=25), min_size=1, max_size=90
)


def _near(row: Sequence[float], words: Sequence[int]) -> float:
    """How near a row is to these words in a row, one by one."""
    total = _VECTORS[list(words)].sum(axis=0)
    return float(row @ total) / (SCALE * (math.sqrt(total @ total) or 1.0))


def _halved(row: Sequence[float], text: Sequence[int]) -> float:
    spans = [text[first : first + 6] for first in range(len(text) - 5)]
    if len(text) <= 6:
        return _near(row, text)
    return (_near(row, text) + max(0.0, *(_near(row, span) for span in spans))) / 2


@given(texts=_TEXTS)
def test_each_text_is_compared_whole_and_by_its_nearest_span(texts: list[list[int]]) -> None:
    """What a text comes to hangs on its own words, whatever stands beside it."""
    found = Columns(texts, _VECTORS).compare(_ROWS)
    for row, near in zip(_ROWS, found.tolist(), strict=True):
        assert near == pytest.approx([_halved(row, text) for text in texts])


@given(texts=_TEXTS)
def test_the_most_of_a_text_is_found_at_one_of_its_words(texts: list[list[int]]) -> None:
    """The most, and the word that has it: the first of several, none where nothing is found."""
    strengths = [0.5, -1.0, 0.0, 0.75, 0.25]
    columns = Columns(texts, _VECTORS)
    most = columns.most(np.array([strengths]))[0].tolist()
    assert most == [max(0.0, *(strengths[word] for word in text), 0.0) for text in texts]
    strongest = columns.strongest(np.array(strengths))
    for text, word in zip(texts, strongest, strict=True):
        best = max(text, key=strengths.__getitem__)
        assert word == (best if strengths[best] > 0 else NOTHING)
