"""What leaves a letter that is too long, and which form of a sentence stands."""

from msgspec.structs import replace

from lapel.letter.moves import KEEP, POSTING, SECOND_DEED, choose_forms, shorten
from lapel.letter.points.model import Part
from tests.letter.arranging.builders import paragraph, say

LONG = say("I baked four hundred loaves in one night with two apprentices.")


def test_what_leaves_first_leaves_and_what_must_stay_stays() -> None:
    """A second deed leaves before the posting, and what a note asked for not even then."""
    kept, posting, second = (replace(LONG, drop=drop) for drop in (KEEP, POSTING, SECOND_DEED))
    letter = [paragraph(Part.BODY, kept, second, posting)]
    assert [p.moves for p in shorten(letter, 25)] == [(kept, posting)]
    assert [p.moves for p in shorten(letter, 5)] == [(kept,)]


def test_the_first_form_stands_where_no_other_reads_better() -> None:
    """Another is taken only for what it spares the reader: two sentences that begin alike."""
    first, other = (
        "Four hundred loaves rise in one night.",
        "In one night four hundred loaves rise.",
    )
    bakes = replace(LONG, forms=(*say(first).forms, *say(other).forms))
    assert [s.text for s in choose_forms([paragraph(Part.BODY, bakes)])[0]] == [first]
    assert {s.text for s in choose_forms([paragraph(Part.BODY, bakes, bakes)])[0]} == {first, other}
