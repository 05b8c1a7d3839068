"""What a point writes short and the profile in full finds its bullet."""

from pathlib import Path

import pytest

from tests.letter.one_job import drafted, said_in


@pytest.mark.parametrize(
    ("point", "told"),
    [
        ("mention the lddr", "career ladder"),
        ("mention the substit", "substitution recommender"),
        ("mention SIR", "shelf-image recognition"),
    ],
)
def test_shorthand_finds_its_bullet(point: str, told: str, tmp_path: Path) -> None:
    """A word cut short, one without its vowels, and initials."""
    letter = drafted(tmp_path, f"Body: {point}")
    assert told in said_in(letter)
    assert [todo.text for todo in letter.todos() if point in todo.text] == []
