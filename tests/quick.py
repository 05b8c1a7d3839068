"""What the inner loop runs of a test that is asked of many samples, or of values drawn."""

from collections.abc import Iterable

import pytest
from hypothesis import settings


def one_quick(values: Iterable[object]) -> list[object]:
    """The values as parameters of a test: the first as it is, the others marked slow."""
    first, *others = values
    return [first, *(pytest.param(value, marks=pytest.mark.slow) for value in others)]


def tries(number: int) -> settings:
    """So many values drawn in the whole suite; in the inner loop its share of them."""
    return settings(max_examples=max(5, number * settings().max_examples // 100))
