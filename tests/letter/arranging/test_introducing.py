"""How a deed is introduced by what the letter said before it."""

from msgspec.structs import replace

from lapel.letter.arranging.introducing import introduce
from tests.letter.arranging.builders import NEW, deed, say, told


def test_a_role_that_was_just_named_is_this_role_in_the_next_paragraph() -> None:
    """Nothing but the paragraph's end stands between: its place need not be named again."""
    named = replace(say("Since 2019 I have been Cook at Bar."), names=NEW)
    first, second = introduce([told(named), told(deed(NEW, "Wrote the menu for 90 covers"))])
    assert first.moves == (named,)
    (move,) = second.moves
    assert [form[0].text for form in move.forms] == [
        "At Bar, I wrote the menu for 90 covers.",
        "In this role I wrote the menu for 90 covers.",
    ]
