"""Where the writer works today, where a point asks for that, and their languages together."""

from pathlib import Path

import pytest

from tests.letter.lines import become


@pytest.mark.parametrize(
    ("person", "point", "says"),
    [
        ("cheesemaker", "your current position", "Head Cheesemaker at Thornapple Creamery"),
        ("restaurant-manager", "where I am now", "Restaurant Manager at The Cairn House"),
        ("interpreter", "in which languages", "I speak Dari fluently, and Pashto and English."),
    ],
)
def test_what_the_profile_says_of_today_is_said(
    person: str, point: str, says: str, tmp_path: Path
) -> None:
    """Behind the position, which the frame names, there is no to-do."""
    said, todos = become(person, f"State the position and {point}", tmp_path)
    assert any(says in text for text in said)
    assert not todos


def test_a_deed_does_not_tell_again_what_the_own_sentence_said(tmp_path: Path) -> None:
    """Whoever wrote the sentence wants it as it stands; the deed with its numbers stays away."""
    own = "I found $214,000 in overpaid payroll tax and recovered it."
    said, _ = become("payroll-lead", f"{own} Shows care with payroll tax.", tmp_path)
    assert own in said
    assert sum("$214,000" in text for text in said) == 1
