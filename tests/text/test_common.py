"""Common words and names."""

import pytest

from lapel.text.common import is_adjective, is_common, is_counted, is_plural


@pytest.mark.parametrize("word", ["Patients", "Agency", "Smaller", "Nurse-led", "The", "Quickly"])
def test_a_common_word_is_known_whatever_its_capitals(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Etsy", "Kotlin", "Kubernetes", "Xero", "Saturday"])
def test_a_name_is_no_common_word(word: str) -> None:
    assert not is_common(word)


def test_nouns_are_counted_or_not() -> None:
    assert is_counted("workbook")
    assert not is_counted("equipment")
    assert is_plural("binders")
    assert is_plural("people")
    assert is_plural("audiologists")
    assert not is_plural("binder")


def test_adjectives_are_known_when_compared() -> None:
    assert is_adjective("small")
    assert is_adjective("smaller")
    assert is_adjective("busiest")
    assert not is_adjective("binder")
