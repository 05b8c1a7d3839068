"""Patterns as data: parts stand in them by name."""

from lapel.text.patterns import filled


def test_parts_take_the_places_of_their_names() -> None:
    """A part may name others; the name of a group is none."""
    parts = {"place": "in (?:<paper>)", "paper": "cv|letter"}
    assert filled("(?P<verb>put|say) <place>", parts) == "(?P<verb>put|say) in (?:cv|letter)"
