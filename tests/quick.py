"""What the inner loop runs of a test that is asked of many samples."""

from collections.abc import Iterable

import pytest


def one_quick(values: Iterable[object]) -> list[object]:
    """The values as parameters of a test: the first as it is, the others marked slow."""
    first, *others = values
    return [first, *(pytest.param(value, marks=pytest.mark.slow) for value in others)]
