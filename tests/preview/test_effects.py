"""What an act would do, told before it is taken, and what then happens."""

from pathlib import Path
from typing import Any

import pytest

from lapel.matching.model import Matches
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.preview import building
from lapel.preview.acts import Act, ActError, ActKind
from lapel.preview.building import Build, Shop, build, matches_for
from lapel.preview.effects import Effect, tell_effect, try_act
from lapel.preview.taking import take_act
from lapel.rendering.engine import LayoutEngine
from tests.preview.browser import JOB, PROFILE, Desk, built

MANY = "\n".join(
    f'      - {{id: loaf-{n}, text: "Baked loaf number {n} for the market on the square, by hand"}}'
    for n in range(60)
)
FULL = PROFILE.replace("  - id: quay", f"{MANY}\n  - id: quay")


@pytest.fixture
def shop(engine: LayoutEngine, desk: Desk, tmp_path: Path) -> Shop:
    """What builds a job whose profile has more than a page holds."""
    desk.lay(FULL, f"---\npages: 1\n---\n{JOB}")
    return Shop(desk.job, Request(), engine, tmp_path / "cache", Memory(), desk.folder)


def effect(shop: Shop, made: Build, act: Act) -> Effect:
    return tell_effect(made, try_act(shop, made, act), act)


def on_page(made: Build) -> set[str]:
    return {highlight.id for highlight in made.ledger.highlights if highlight.included}


@pytest.mark.slow
def test_what_was_told_is_what_happens(shop: Shop, desk: Desk) -> None:
    first = built(shop)
    out = next(h.id for h in first.ledger.highlights if not h.included)
    for act in (Act(ActKind.PIN, out), Act(ActKind.DROP, "mill/crew")):
        before = desk.job.read_bytes()
        told = effect(shop, first, act)
        assert desk.job.read_bytes() == before
        take_act(desk.job, first.inputs, act)
        second = built(shop, first)
        assert on_page(first) - on_page(second) - {act.target} == set(told.leaves)
        assert on_page(second) - on_page(first) - {act.target} == set(told.enters)
        first = second


@pytest.mark.slow
def test_the_pages_of_an_act_are_shown_before_anything_is_matched(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, act = built(shop), Act(ActKind.DROP, "mill/crew")
    trial, done = try_act(shop, first, act), list[str]()
    take_act(shop.job, first.inputs, act)

    def matches(*arguments: Any) -> Matches:
        done.append("matched")
        return matches_for(*arguments)

    monkeypatch.setattr(building, "matches_for", matches)
    second = build(shop, first, trial, show=lambda _: done.append("shown")).value
    assert done == ["shown", "matched"]
    assert second is not None
    assert second.pdf == built(shop).pdf


@pytest.mark.slow
def test_a_pin_beyond_the_page_does_not_fit(shop: Shop, desk: Desk) -> None:
    pins = ", ".join(f"mill/loaf-{n}" for n in range(50))
    desk.lay(FULL, f"---\npages: 1\npin: [{pins}]\n---\n{JOB}")
    made = build(shop, None)
    assert made.value is None
    assert made.errors[0].code == "cannot-fit"


@pytest.mark.slow
def test_an_act_on_what_is_gone_is_refused(shop: Shop) -> None:
    made = built(shop)
    with pytest.raises(ActError, match="no bullet of the profile any more"):
        try_act(shop, made, Act(ActKind.PIN, "mill/nothing"))


@pytest.mark.slow
def test_a_file_that_was_shown_is_called_gone(shop: Shop, desk: Desk) -> None:
    """A job file that is removed while it is looked at was no slip of its name."""
    first = built(shop)
    desk.job.unlink()
    assert [p.message for p in build(shop, first).diagnostics] == [
        "this file is gone: it was here before"
    ]
    assert [p.message for p in build(shop, None).diagnostics] == ["there is no such file"]
