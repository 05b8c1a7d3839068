"""Where and when before a deed, in the tense that fits them."""

import pytest

from lapel.letter.telling.highlight import tell_highlight, tell_together
from lapel.letter.telling.model import Introduction, Untold
from tests.letter.telling.builders import entry_of

LONG = "Mentor one graduate and one apprentice, and sign off the graduate's reports"


def ways(bullet: str, introduction: Introduction, ends: str = "present") -> list[str]:
    entry = entry_of(f"work: Site Engineer | Brannock | {ends}", [bullet])
    told = tell_highlight(entry.highlights[0], entry, introduction, again=True)
    assert not isinstance(told, Untold)
    return [telling.sentences[0].text for telling in told]


@pytest.mark.parametrize(
    ("bullet", "told"),
    [
        ("Run the weekly talks", "In my current role I run the weekly talks."),
        ("Wrote 12 method statements", "In my current role I have written 12 method statements."),
        (
            "Built a log and drew up a plan",
            "In my current role I have built a log and drawn up a plan.",
        ),
    ],
)
def test_my_current_role_tells_what_is_done_or_has_been(bullet: str, told: str) -> None:
    assert told in ways(bullet, Introduction.AGAIN)


@pytest.mark.parametrize(
    "bullet", ["Led the pour in March 2023", "Poured a deck after the flood came before Easter"]
)
def test_what_has_its_time_was_done_then(bullet: str) -> None:
    """Nobody has led a pour in March 2023."""
    assert not any("I have" in way for way in ways(bullet, Introduction.AGAIN))


def test_what_goes_on_is_told_of_today() -> None:
    """Only what is over came later."""
    assert ways("Explain plans to residents", Introduction.LATER) == [
        "Today, as Site Engineer at Brannock, I explain plans to residents."
    ]
    assert ways("Explained plans to residents", Introduction.LATER) == [
        "Later, as Site Engineer at Brannock, I explained plans to residents."
    ]
    assert ways("Explain plans to residents", Introduction.LATER, "ended") == [
        "Later, as Site Engineer at Brannock, I explained plans to residents."
    ]


def test_two_deeds_that_are_strung_already_stay_apart() -> None:
    """A sentence that had an "and" and a comma takes no further deed."""
    entry = entry_of("work: Site Engineer | Brannock | present", [LONG, "Check the drawings"])
    first, second = entry.highlights
    assert tell_together(first, second, entry, Introduction.SAME, loosely=True) == ()
