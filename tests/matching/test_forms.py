"""Words of languages without a grammar here are found in their other forms."""

import pytest

from lapel.matching.asking import read_ask
from lapel.matching.lexicon import build_lexicon

KNOWN = ("arbeitsunfälle", "tournée", "sicherheit", "verwaltungsrat", "gestalten")


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("Arbeitsunfällen", "arbeitsunfälle"),
        ("Unfallzahlen", "unfallzahlen"),
        ("tournées", "tournée"),
        ("Sicherheit", "sicherheit"),
        ("Beleuchtung", "beleuchtung"),
        ("Festhalten", "festhalten"),
    ],
)
def test_a_word_is_asked_as_the_profile_has_it(asked: str, known: str) -> None:
    """Only the ends of two forms of a word differ, by two letters at most."""
    ask = read_ask(asked, build_lexicon([]), {}, english=False, known=KNOWN)
    assert ask.stems == (known,)
