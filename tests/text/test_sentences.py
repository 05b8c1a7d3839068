"""Paragraphs cut into sentences."""

import pytest

from lapel.text.sentences import split_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        (
            "Know the code (55 Oh. Code 31 and 32) well. Sign it.",
            ["Know the code (55 Oh. Code 31 and 32) well.", "Sign it."],
        ),
        ("Dr. Hale came. She left.", ["Dr. Hale came.", "She left."]),
        ("Tools, e.g. Excel, help. Use them.", ["Tools, e.g. Excel, help.", "Use them."]),
        ("Grew 3.5 percent in all.", ["Grew 3.5 percent in all."]),
        ("He said “yes.” Then he went.", ["He said “yes.”", "Then he went."]),
        (
            "Ich kann zum 1. April beginnen. Ich bin 34. Gern!",
            ["Ich kann zum 1. April beginnen.", "Ich bin 34.", "Gern!"],
        ),
        ("I am 34. I bake.", ["I am 34.", "I bake."]),
        ("no end", ["no end"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, sentences: list[str]) -> None:
    """Abbreviations, initials, decimals and German days end no sentence; quotes close with it."""
    assert list(split_sentences(text)) == sentences
