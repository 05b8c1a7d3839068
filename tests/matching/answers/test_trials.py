"""Trials that came to nothing."""

import pytest

from lapel.matching.answers.trials import is_given_up
from lapel.matching.engine import match_requirements
from lapel.matching.lexicon import Lexicon
from lapel.matching.model import Evidence
from tests.matching import builders as make


@pytest.mark.parametrize(
    ("text", "given_up"),
    [
        ("Ran a two-week trial of a chatbot, found it no better and wrote up why we stopped", True),
        ("Piloted barcode scanners on two wards for a month and dropped them", True),
        (
            "Ran an on-demand van as a pilot; it cost $38 a trip, and I told the board to end it",
            True,
        ),
        ("Tried robot mowers on four fields; hardly worth the fences", True),
        ("Prototyped a drone survey, but the council didn’t take it further", True),
        ("Piloted barcode scanners on two wards, then rolled them out to eleven", False),
        ("Dropped the cost of a trial by half", False),
        ("Abandoned calls fell by a third after we tested a callback line", False),
        ("Stopped the show when the turntable jammed", False),
        ("No better way to spend a Sunday", False),
    ],
)
def test_a_trial_that_went_no_further_is_told(text: str, given_up: bool) -> None:
    """By two signs: that it was a trial, and that somebody stopped it."""
    assert is_given_up(text) is given_up


@pytest.mark.parametrize(
    ("ask", "end", "evidence"),
    [
        ("Barcode scanner rollout", "dropped them", Evidence.WEAK),
        ("Barcode scanner rollout", "brought them to all nine wards", Evidence.STRONG),
        ("Barcode scanners", "dropped them", Evidence.STRONG),
    ],
)
def test_what_was_given_up_was_not_brought_into_use(
    ask: str, end: str, evidence: Evidence, lexicon: Lexicon
) -> None:
    """It is weak evidence of a rollout, and still the bullet that answers."""
    bullets = [f"Piloted barcode scanners on two wards and {end}", "Counted linen", "Drove a van"]
    profile = make.profile(make.entry("ward", "Manager", "Elm", bullets))
    matches = match_requirements(make.job(emphases=[ask]), profile, lexicon)
    (requirement,) = matches.requirements
    assert matches.evidence[requirement.id] is evidence
    assert [m.candidate for m in matches.matches if m.supports] == ["ward/1"]


@pytest.mark.parametrize(
    ("bullet", "evidence"),
    [
        ("Relief desk in maintenance control for 22 months", Evidence.WEAK),
        ("Moved maintenance control to ZQRT in 22 months", Evidence.STRONG),
    ],
)
def test_common_words_without_the_name_asked_for_are_weak_evidence(
    bullet: str, evidence: Evidence, lexicon: Lexicon
) -> None:
    """Of "ZQRT maintenance system" maintenance is the least."""
    profile = make.profile(make.entry("desk", "Mechanic", "Elm", [bullet, "Painted a room"]))
    matches = match_requirements(make.job(emphases=["ZQRT maintenance"]), profile, lexicon)
    (requirement,) = matches.requirements
    assert matches.evidence[requirement.id] is evidence
