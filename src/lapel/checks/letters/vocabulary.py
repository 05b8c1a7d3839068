"""The word lists of the rules for letters, read once."""

from functools import cache

from lapel.text.data import read_data, read_word_lists


def word_list(name: str) -> frozenset[str]:
    """Return one list of ``words.yaml``, in lower case."""
    return read_word_lists("lapel.checks.letters", "words.yaml")[name]


def strip_genitive(written: str) -> str:
    """Return a word without the ending of the genitive."""
    return written.removesuffix("'s")


@cache
def degree_names() -> dict[str, tuple[str, ...]]:
    """Return the names of degrees by level."""
    levels: dict[str, list[str]] = read_data("lapel.checks.letters", "degrees.yaml")
    return {level: tuple(names) for level, names in levels.items()}
