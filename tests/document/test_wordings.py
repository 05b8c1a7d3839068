"""In which wordings bullets stand."""

from lapel.document.wordings import noted_wordings
from tests.matching import builders as make


def test_what_the_front_matter_fixes_stays() -> None:
    """A wording that notes ask for by its kind is a lesser word than one that is named."""
    bullets = [
        {"id": "a/one", "text": "One", "wordings": {"plain": "1"}},
        {"id": "a/two", "text": "Two", "wordings": {"plain": "2"}},
    ]
    profile = make.profile(make.entry("a", "Clerk", "Acme", bullets))
    asked = {"a/one": "plain", "a/two": "plain"}
    fixed = noted_wordings(profile, asked, {"a/two": ("short", "II")})
    assert fixed == {"a/one": ("plain", "1"), "a/two": ("short", "II")}
