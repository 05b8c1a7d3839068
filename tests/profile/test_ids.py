"""Ids: what they say of each other."""

from lapel.profile.ids import highlight_of, is_inner, wording_id, wording_of


def test_a_wording_is_known_by_its_highlight() -> None:
    """Of an id both can be told, whether it is a wording's or the text's own."""
    for name in ("", "short"):
        id = wording_id("acme/1", name)
        assert (highlight_of(id), wording_of(id)) == ("acme/1", name)
        assert is_inner(id)
    assert not is_inner("acme")
