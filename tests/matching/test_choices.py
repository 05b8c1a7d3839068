"""What any one of several phrases is enough for."""

import pytest

from lapel.matching.asked.requirements import list_requirements
from lapel.matching.evidence import judge_wishes
from lapel.matching.model import Evidence
from tests.given import own_lexicon
from tests.matching import builders as make

LEXICON = own_lexicon()
STRONG, WEAK, NONE = Evidence.STRONG, Evidence.WEAK, Evidence.NONE


@pytest.mark.parametrize(
    ("note", "wishes"),
    [
        ("chem dosing / jar testing", ["chem dosing|jar testing"]),
        ("regulated (FCA)", ["regulated|FCA"]),
        ("budgeting, forecasting or pricing", ["budgeting|forecasting|pricing"]),
        ("crates, customs", ["crates", "customs"]),
        ("Travelling shows: crates, customs", ["Travelling shows|crates", "customs"]),
        ("mess (weather, breakdowns); towing", ["mess|weather|breakdowns", "towing"]),
    ],
)
def test_one_of_what_a_note_offers_is_enough(note: str, wishes: list[str]) -> None:
    """Alternatives, and a thing with its instances, are one wish; a list is several."""
    (asked, *_), _ = list_requirements(make.job(emphases=[note]), LEXICON, {})
    told = ["|".join(asked.phrases[n] for n in sorted(wish)) for wish in asked.wishes]
    assert told == wishes


@pytest.mark.parametrize(
    ("note", "details"),
    [
        ("payroll for seasonal staff", ["seasonal staff"]),
        ("slate repair on tall roofs", ["tall roofs"]),
        ("course design in Moodle", []),
        ("stone walls, hedges", []),
        ("stone walls, including tall ones", ["tall ones"]),
        ("stone walls and hedges", []),
        ("lesson plans without books", []),
        ("Guests: I know what they expect", []),
        ("faster harvests without adding staff", ["adding staff"]),
        ("the quiet course that cut staff turnover", []),
        ("the oven that paid for itself", []),
    ],
)
def test_what_tells_more_of_a_thing_is_no_wish_beside_it(note: str, details: list[str]) -> None:
    """It belongs to the wish before it, and alone it is no evidence."""
    (asked, *_), _ = list_requirements(make.job(emphases=[note]), LEXICON, {})
    assert [asked.phrases[n] for n in sorted(asked.details)] == details
    assert all(any(n in wish and n - 1 in wish for wish in asked.wishes) for n in asked.details)


def test_phrases_that_fall_away_leave_the_others_their_place() -> None:
    """The name of an employer is no skill; what it stood beside is still asked for."""
    (asked, *_), _ = list_requirements(make.job(emphases=["Elm; triage / intake"]), LEXICON, {})
    left = asked.of_phrases(asked.phrases[1:])
    assert (left.phrases, left.wishes) == (("triage", "intake"), (frozenset({0, 1}),))
    assert left.of_phrases(("intake",)).wishes == (frozenset({0}),)
    assert left.of_phrases(()).wishes == ()


def test_a_wish_has_the_evidence_of_its_best_phrase() -> None:
    """What one alternative lacks another may have."""
    found = judge_wishes([NONE, STRONG, WEAK], [frozenset({0, 1}), frozenset({2})])
    assert found == (STRONG, WEAK)
