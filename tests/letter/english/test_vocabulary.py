"""The patterns beside the words: each can be read, with the lists that it names put in."""

import pytest

from lapel.letter.english.vocabulary import either, pattern, patterns, word_list
from lapel.text.data import read_data

PATTERNS: dict[str, object] = read_data("lapel.letter.english", "patterns.yaml")


@pytest.mark.parametrize("name", PATTERNS)
def test_every_pattern_can_be_read(name: str) -> None:
    """One that is no regular expression, or names a list that is not there, would be an error in
    the middle of a letter.
    """
    read = patterns(name) if isinstance(PATTERNS[name], dict) else {name: pattern(name)}
    assert all(one.pattern for one in read.values())


def test_a_list_stands_for_any_of_its_words() -> None:
    """`<kin>` is any of the kin listed."""
    assert either("kin") in pattern("somebody").pattern


FILES = ("words", "bullets", "notes", "instructions", "typing")
LISTS: dict[str, list[str]] = {
    name: told.split() if isinstance(told, str) else told
    for file in FILES
    for name, told in read_data("lapel.letter.english", f"{file}.yaml").items()
    if isinstance(told, str) or (isinstance(told, list) and isinstance(told[0], str))
}
HOLDING = [name for name, words in LISTS.items() if any(word.startswith("<") for word in words)]


@pytest.mark.parametrize("name", HOLDING)
def test_no_word_is_listed_beside_a_list_that_has_it(name: str) -> None:
    """What a list holds by another's name is not said again."""
    held = [word_list(word[1:-1]) for word in LISTS[name] if word.startswith("<")]
    assert [word for word in LISTS[name] if any(word.casefold() in words for words in held)] == []


def test_a_list_can_hold_another() -> None:
    """`<numerals>` in a list is every number that is one word."""
    assert word_list("objects") >= {"the", "seven", "ninety"}
