"""Amounts that become others."""

import pytest

from lapel.matching.answers.figures import find_shortenings
from lapel.matching.answers.moves import find_moves
from lapel.matching.answers.spotting import find_moved, find_shown
from lapel.matching.lexicon_files import load_lexicon
from lapel.text.words import split_words


@pytest.mark.parametrize(
    ("text", "moves"),
    [
        ("turnover 48% to 14%", [("48% to 14", "fell")]),
        ("turnover 48 → 14", [("48 → 14", "fell")]),
        ("rework from 12 percent of lots to just under 3", [("12 percent", "fell")]),
        ("unpaid bills $2.1M to $900k", [("$2.1M to $900k", "fell")]),
        ("from two hours to 40 minutes", [("two hours", "fell in time")]),
        ("from 40 minutes to two hours", [("40 minutes", "rose in time")]),
        ("from 11 a year to four", [("11 a year", "fell")]),
        ("from 61 to 74", [("61 to 74", "rose")]),
        ("3 to 5 patients a night", []),
        ("grades 6 to 8, 2021 to 2019", []),
        ("ages 12 months to 3 years", []),
        ("the wait 7:40 to 5:05", [("7:40 to 5:05", "fell")]),
        ("open 9:00 to 4:30 pm", []),
        ("480 ms to 90 ms", [("480 ms", "fell in time")]),
        ("led 7 engineers to ship 3 apps", []),
        ("sent 40 letters to 12 schools", []),
    ],
)
def test_what_moves_is_told_from_ranges_and_receivers(
    text: str, moves: list[tuple[str, str]]
) -> None:
    """An amount moves where it falls, or is said to move; other pairs of numbers do not."""
    found = list(find_moves(text))
    assert len(found) == len(moves)
    for move, (said, way) in zip(found, moves, strict=True):
        assert said in text[move.start : move.end]
        assert way == f"{'fell' if move.fell else 'rose'}{' in time' if move.timed else ''}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Tech turnover 48% to 14%", {"employee retention"}),
        ("Turnover (techs): 48 → 14", {"employee retention"}),
        ("Attendance from 81 to 93 percent", {"attendance improvement"}),
        ("Attendance from 93 to 81 percent", set()),
        ("Complaints, 3 to 5 a night", set()),
        ("No injuries, paint use 40 to 12 cans", set()),
        ("The close: nine days to four", {"shortened time"}),
        ("Food-cost fell by six points", {"food cost control"}),
        ("Food cost down to 28%", {"food cost control"}),
        ("On-time departures rose to 93%", {"on-time delivery"}),
        ("Cold-called 200 clinics and booked meetings", {"lead generation"}),
        ("Cold meals cost more", set()),
    ],
)
def test_an_amount_that_moves_tells_what_befell_its_thing(text: str, shown: set[str]) -> None:
    """Two numbers behind a thing say as much as a verb; a comma parts them from it."""
    lexicon, words, moves = load_lexicon().value, split_words(text), [*find_moves(text)]
    assert lexicon is not None
    found = [
        *find_shown(text, words, lexicon),
        *find_moved(text, words, moves, lexicon),
        *find_shortenings(words, moves, lexicon),
    ]
    assert {lexicon.names[n.concept] for n in found} >= shown
    assert shown or not found
