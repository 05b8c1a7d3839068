"""The word lists of the rules for letters, read once."""

from functools import cache
from typing import Any

from lapel.text.data import read_data


@cache
def word_list(name: str) -> frozenset[str]:
    """One list of ``words.yaml``, in lower case."""
    return frozenset(_load("words.yaml")[name].split())


def bare(written: str) -> str:
    """A word without the ending of the genitive."""
    return written.removesuffix("'s")


@cache
def degree_names() -> dict[str, tuple[str, ...]]:
    """The names of degrees by level."""
    return {level: tuple(names) for level, names in _load("degrees.yaml").items()}


@cache
def _load(file: str) -> Any:  # noqa: ANN401 - as the file has it
    return read_data("lapel.checks.letters", file)
