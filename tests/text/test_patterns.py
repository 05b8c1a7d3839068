"""Patterns as data: parts stand in them by name."""

from lapel.text.patterns import fill_pattern, pattern_of


def test_parts_take_the_places_of_their_names() -> None:
    """A part may name others; the name of a group is none."""
    parts = {"place": "in (?:<paper>)", "paper": "cv|letter"}
    whole = fill_pattern("(?P<verb>put|say) <place>", parts.__getitem__)
    assert whole == "(?P<verb>put|say) in (?:cv|letter)"


def test_lines_go_on_with_each_other_and_of_several_patterns_any_is_meant() -> None:
    """As YAML gives them: a text of several lines, or a list."""
    says = {"paper": "cv|letter"}.__getitem__
    assert pattern_of("in the \n(?:<paper>)$", says).search("say it in the letter")
    either = pattern_of(["^a (?:<paper>)$", "^b$"], says)
    assert either.search("a cv")
    assert either.search("b")
    assert not either.search("a b")
