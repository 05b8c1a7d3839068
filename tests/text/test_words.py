"""A text cut into words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapel.text.words import is_amount, shorten_text, split_words, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ran A/B tests", ["Ran", "A/B", "tests"]),
        ("C++, C# and Node.js", ["C++", "C#", "and", "Node.js"]),
        ("on-boarding", ["on", "boarding"]),
        ("P&L of $3.1M", ["P&L", "of", "3.1M"]),
        ("Health & safety, R&D", ["Health", "and", "safety", "R&D"]),
        ("the buyers' choice", ["the", "buyers", "choice"]),
        ("open 24/7", ["open", "24/7"]),
        ("SAPの品質モジュール", ["SAP", "の品質モジュール"]),
        ("与SAP团队在2019年", ["与", "SAP", "团队在", "2019", "年"]),
        ("", []),
    ],
)
def test_words_stand_as_written(text: str, words: list[str]) -> None:
    """Names keep their signs, hyphened words fall into parts, punctuation is left out."""
    assert [word.written for word in split_words(text)] == words


@pytest.mark.parametrize(
    ("text", "count"),
    [("Ran four tests", 3), ("– naïve", 2), ("日本語で書きました", 5), ("SAP 与 WMS", 3), ("", 0)],
)
def test_words_without_blanks_are_counted_by_their_characters(text: str, count: int) -> None:
    """Two characters of Chinese or Japanese are about a word."""
    assert word_count(text) == count


@given(st.text(max_size=200))
def test_every_word_stands_where_it_says(text: str) -> None:
    """A word's start and end cut it out of the text, in order and without overlap."""
    words = split_words(text)
    for word in words:
        said = text[word.start : word.end]
        assert said.startswith(word.written) or (said, word.written) == ("&", "and")
    assert all(one.end <= other.start for one, other in pairwise(words))


def test_a_shouted_line_is_read_as_words() -> None:
    """A line all in capitals holds words, not acronyms."""
    assert split_words("LED THE NIGHT TEAM")[0].stem == split_words("led")[0].stem


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("4-7 machine learning scientists", ["4", "7"]),
        ("5+ years", ["5+"]),
        ("Form 990", []),
        ("ISO 9001 audits", []),
        ("Part 145 repair stations", []),
        ("Led 9 engineers", ["9"]),
    ],
)
def test_a_number_counts_unless_it_belongs_to_a_name(text: str, amounts: list[str]) -> None:
    """Counts are told from the numbers that are part of a name."""
    words = split_words(text)
    found = [word.written for index, word in enumerate(words) if is_amount(words, index)]
    assert found == amounts


def test_a_long_text_is_quoted_by_its_beginning() -> None:
    """A message stays a line, and what is short is quoted whole."""
    assert shorten_text("12345 789", longest=9) == "12345 789"
    assert shorten_text("12345 7890", longest=9) == "12345 …"
