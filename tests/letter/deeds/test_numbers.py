"""The numbers that a point names find the bullet that has them."""

from pathlib import Path

from tests.letter.one_job import drafted, said_in


def test_numbers_name_a_bullet(tmp_path: Path) -> None:
    """A point whose words find nothing finds its bullet by two numbers, written in any way."""
    letter = drafted(tmp_path, "Mention on time went 410000 to 265000")
    assert "from $410,000 to $265,000" in said_in(letter)
    assert not [todo for todo in letter.todos() if todo.note]


def test_numbers_of_no_bullet_stay_a_to_do(tmp_path: Path) -> None:
    """Numbers that no bullet has are left to the person, and no deed is told for them."""
    letter = drafted(tmp_path, "Mention on time went 4.44 to 5.55")
    assert [todo.text for todo in letter.todos() if todo.note] == [
        "Mention on time went 4.44 to 5.55"
    ]
