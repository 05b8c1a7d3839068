"""Numbers and lists in messages."""

import pytest

from lapel.text.plurals import count, join_and


@pytest.mark.parametrize(
    ("noun", "number", "words"),
    [
        ("bullet", 1, "1 bullet"),
        ("bullet", 3, "3 bullets"),
        ("bullet", 0, "0 bullets"),
        ("entry", 2, "2 entries"),
        ("day", 2, "2 days"),
        ("match", 2, "2 matches"),
        ("address", 2, "2 addresses"),
    ],
)
def test_a_number_has_its_noun(noun: str, number: int, words: str) -> None:
    """One is singular, all else plural."""
    assert count(noun, number) == words


def test_a_list_reads_as_a_sentence() -> None:
    """Commas between all but the last two."""
    assert [join_and(["a", "b", "c"][:length]) for length in range(4)] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    assert join_and(["a", "b"], "or") == "a or b"
