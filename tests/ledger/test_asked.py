"""What of a note is answered by which bullet, in the order a person wants to see it."""

from pathlib import Path

from msgspec.structs import replace

from lapel.ledger.asked import Asked
from lapel.matching.model import (
    Candidate,
    CandidateKind,
    Evidence,
    Match,
    Matches,
    Requirement,
    RequirementKind,
)
from lapel.source.diagnostics import Place

PLACE = Place(Path("baker.yaml"), 1)
SCORES = {
    "400-loaves": (0.9, frozenset({0})),
    "rye-by-hand": (0.8, frozenset({0})),
    "tarts": (0.6, frozenset({1})),
    "stall": (0.7, frozenset({0, 1})),
}


def asked(phrases: tuple[str, ...], *on_page: str) -> Asked:
    """A note of these phrases, beside bullets that say its first, its second, or both."""
    note = Requirement("n", RequirementKind.EMPHASIS, "rye, tarts", phrases, 1.0, PLACE, note="n")
    bullets = (Candidate(id, CandidateKind.HIGHLIGHT, "mill", id, (), PLACE) for id in SCORES)
    found = (
        Match("n", id, score, supports=True, reasons=(), phrases=says)
        for id, (score, says) in SCORES.items()
    )
    matches = Matches((note,), tuple(bullets), tuple(found), {"n": Evidence.STRONG}, {})
    return Asked(note, matches, frozenset(on_page))


def test_the_best_for_each_thing_comes_before_more_of_the_same() -> None:
    """The only bullet on the page about tarts is seen, though three about rye score higher."""
    answers = asked(("rye", "tarts"), "400-loaves", "rye-by-hand", "tarts").answers
    assert [(answer.id, answer.shows) for answer in answers] == [
        ("400-loaves", ("rye",)),
        ("tarts", ("tarts",)),
        ("rye-by-hand", ("rye",)),
        ("stall", ("rye", "tarts")),
    ]


def test_what_asks_for_one_thing_need_not_say_what_is_shown() -> None:
    """All answers are for the same."""
    assert {answer.shows for answer in asked(("rye",), "stall").answers} == {()}


def lone_wish(*on_page: str) -> Asked:
    """A note that a role's title names and a bullet of the role tells of."""
    note = Requirement("n", RequirementKind.EMPHASIS, "foundry", ("foundry",), 1.0, PLACE, note="n")
    kinds = {"foundry": CandidateKind.ROLE, "foundry/scrap": CandidateKind.HIGHLIGHT}
    candidates = tuple(Candidate(id, kind, "foundry", id, (), PLACE) for id, kind in kinds.items())
    says = frozenset({0})
    found = tuple(Match("n", id, 0.8, supports=True, reasons=(), phrases=says) for id in kinds)
    return Asked(
        note, Matches((note,), candidates, found, {"n": Evidence.STRONG}, {}), frozenset(on_page)
    )


def test_a_title_only_names_what_a_bullet_beside_the_page_tells() -> None:
    """The bullet that would show it is known."""
    asked = lone_wish("foundry")
    assert (asked.named, asked.missing, asked.telling) == (("foundry",), (), ("foundry/scrap",))


def test_a_bullet_on_the_page_shows_what_the_title_names() -> None:
    """Nothing more is wanted."""
    assert lone_wish("foundry", "foundry/scrap").named == ()


def test_a_list_of_courses_only_names_what_it_has() -> None:
    """It is no bullet to tag, and shows nothing by itself."""
    asked = lone_wish("foundry/scrap")
    candidates = tuple(replace(each, lists=True) for each in asked.matches.candidates)
    listed = replace(asked, matches=replace(asked.matches, candidates=candidates))
    assert (listed.named, listed.telling, listed.nearest) == (("foundry",), (), None)


def test_a_bullet_in_another_form_is_no_stranger_to_the_page() -> None:
    """One that stands in a form that does not say it is told from one that does not stand."""
    asked = lone_wish("foundry", "foundry/scrap#brief")
    assert (asked.is_reworded("foundry/scrap"), asked.is_reworded("foundry")) == (True, False)
    assert not lone_wish("foundry").is_reworded("foundry/scrap")


def test_of_a_line_its_parts_are_told() -> None:
    """The line as a whole stands above them already."""
    lines = asked(("rye and tarts", "rye", "tarts"))
    posting = replace(lines, requirement=replace(lines.requirement, whole=True))
    assert posting.parts(posting.requirement.phrases) == ("rye", "tarts")
    assert posting.parts(("rye and tarts",)) == ()
    assert lines.parts(("rye and tarts",)) == ("rye and tarts",)
