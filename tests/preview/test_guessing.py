"""The pages begun before the choice is made: taken where they are what was chosen, else not."""

from pathlib import Path
from typing import Any

import pytest

from lapel.inputs import Inputs, read_here
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.preview import building, guessing
from lapel.preview.building import Shop
from lapel.preview.guessing import BegunPages, guess_pages
from lapel.rendering.engine import LayoutEngine
from lapel.source.diagnostics import Outcome
from tests.preview.browser import JOB, PROFILE, Desk, built


@pytest.fixture
def shop(engine: LayoutEngine, desk: Desk, tmp_path: Path) -> Shop:
    """What builds the desk's job."""
    return Shop(desk.job, Request(), engine, tmp_path / "cache", Memory(), desk.folder)


@pytest.fixture
def guesses(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each guess of a build, whether it was taken."""
    taken: list[bool] = []

    def watched(*arguments: object) -> BegunPages | None:
        guess = guess_pages(*arguments)  # type: ignore[arg-type]
        taken.append(guess is not None)
        return guess

    monkeypatch.setattr(building, "guess_pages", watched)
    return taken


@pytest.mark.slow
def test_a_guessed_page_is_the_page_built_from_nothing(
    shop: Shop, desk: Desk, guesses: list[bool]
) -> None:
    first = built(shop)
    desk.lay(PROFILE.replace("three shops", "forty shops and two bakeries in the next town over"))
    second = built(shop, first)
    assert guesses == [True]
    fresh = built(shop)
    assert second.pdf == fresh.pdf
    assert second.ledger == fresh.ledger
    assert second.pdf != first.pdf


@pytest.mark.slow
def test_a_bullet_of_other_words_is_begun_before_the_file_is_read(
    shop: Shop, desk: Desk, guesses: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, begun = built(shop), list[bool]()

    def read(*arguments: Any) -> Outcome[Inputs]:
        begun.extend(guesses)
        return read_here(*arguments)

    monkeypatch.setattr(building, "read_here", read)
    desk.lay(PROFILE.replace("three shops", "forty shops"))
    built(shop, first)
    assert begun == guesses == [True]


@pytest.mark.slow
def test_a_guess_is_dropped_where_another_choice_is_made(
    shop: Shop, desk: Desk, guesses: list[bool]
) -> None:
    first = built(shop)
    desk.lay(PROFILE.replace("{id: rye, text", "{id: rye, hidden: true, text"))
    second = built(shop, first)
    assert guesses == [False]
    assert second.pdf == built(shop).pdf


@pytest.mark.slow
def test_nothing_is_built_where_nothing_changed(shop: Shop, desk: Desk) -> None:
    first = built(shop)
    desk.profile.write_text(desk.profile.read_text())
    assert built(shop, first) is first


@pytest.mark.slow
def test_what_was_built_before_is_not_built_again(shop: Shop, desk: Desk) -> None:
    first = built(shop)
    text = desk.job.read_text()
    desk.job.write_text(f"---\ndrop: [mill/rye]\n---\n{text}")
    second = built(shop, first)
    desk.job.write_text(text)
    shown: list[bytes] = []
    third = building.build(
        shop, second, show=lambda printed: shown.append(printed.pdf), earlier=(first,)
    )
    assert third.value is first
    assert shown == [first.pdf]


@pytest.mark.slow
def test_pages_that_stay_as_they_are_are_not_written_again(
    shop: Shop, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, asked = built(shop), list[object]()
    monkeypatch.setattr(guessing, "begin_pdf", asked.append)
    desk.lay(job=JOB.replace("why bread matters", "why good bread matters"))
    second = built(shop, first)
    assert not asked
    assert second.pdf is first.pdf
    assert second.fitted is not first.fitted


@pytest.mark.slow
def test_of_a_long_profile_each_bullet_has_its_height(shop: Shop, desk: Desk) -> None:
    """Also of those that were so far from the page that choosing needed none."""
    told = "Kept the dough for the seven round loaves of the week warm through a night of"
    bullets = "".join(f'      - "{told} {n} frosts, told here at length"\n' for n in range(90))
    first = built(shop)
    at = "highlights:\n"
    desk.lay(PROFILE.replace(at, f"{at}{bullets}", 1))
    second = built(shop, first)
    heights = second.bullet_pt
    assert len(heights) > 90
    assert len({height for id, height in heights.items() if id not in first.bullet_pt}) == 1
