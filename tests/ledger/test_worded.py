"""Reasons in words."""

import pytest

from lapel.ledger.worded import put_into_words

TEXTS = {
    "mill/rye": "Baked rye for nine hundred people",
    "mill/rye-again": "Baked rye again",
    "mill": "Baker, The Mill",
}


@pytest.mark.parametrize(
    ("why", "said"),
    [
        (
            "gives way to mill/rye-again (answers “Rye”) and mill (for its date)",
            "gives way to “Baked rye again” (answers “Rye”) and “Baker, The Mill” (for its date)",
        ),
        (
            "says nearly what mill/rye says",
            "says nearly what “Baked rye for nine hundred people” says",
        ),
        ("mill/rye “Baked rye” shows it", "“Baked rye” shows it"),
        (
            "mill/rye found no room; `pin: [mill/rye]` brings it in",
            "“Baked rye for nine hundred people” found no room; `pin: [mill/rye]` brings it in",
        ),
        ("a note wants the mill without bullets", "a note wants the mill without bullets"),
    ],
)
def test_what_a_reason_names_stands_in_words(why: str, said: str) -> None:
    """A bullet wherever it is named, an entry before what speaks for it; a word is left a word."""
    assert put_into_words(why, TEXTS) == said
