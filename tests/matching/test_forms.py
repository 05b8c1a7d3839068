"""Words of languages without a grammar here are found in their other forms."""

import pytest

from lapel.matching.answers.asking import read_ask
from lapel.matching.lexicon import build_lexicon

KNOWN = (
    "arbeitsunfälle",
    "tournée",
    "sicherheit",
    "verwaltungsrat",
    "gestalten",
    "=budget",
    "=leiten",
)


@pytest.mark.parametrize(
    ("asked", "known"),
    [
        ("Arbeitsunfällen", "arbeitsunfälle"),
        ("Unfallzahlen", "arbeitsunfälle"),
        ("Unfälle", "arbeitsunfälle"),
        ("Betriebsrat", "betriebsrat"),
        ("Haushalt", "=budget"),
        ("Leitungserfahrung", "=leiten"),
        ("tournées", "tournée"),
        ("Sicherheit", "sicherheit"),
        ("Beleuchtung", "beleuchtung"),
        ("Festhalten", "festhalten"),
    ],
)
def test_a_word_is_asked_as_the_profile_has_it(asked: str, known: str) -> None:
    """In another form, as a compound that is about it, or by another word for it."""
    ask = read_ask(asked, build_lexicon([]), {}, english=False, known=KNOWN)
    assert ask.stems == (known,)
