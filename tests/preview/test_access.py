"""The page by the rules of axe: WCAG 2.2 A and AA, and its best practices."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.preview.browser import PROFILE, Preview, Watched
from tests.preview.conftest import NewPage


def violations(watched: Watched) -> list[str]:
    """Each rule broken, with where."""
    found = Axe().run(watched.page).response["violations"]
    return [f"{rule['id']}: {[node['target'] for node in rule['nodes']]}" for rule in found]


LOOKS: dict[str, dict[str, object]] = {
    "light": {"color_scheme": "light"},
    "dark-phone": {
        "viewport": {"width": 390, "height": 844},
        "has_touch": True,
        "color_scheme": "dark",
    },
}
"""Both colours and both widths: what one of them breaks breaks in one of these."""


def _card(watched: Watched, _: Preview) -> None:
    watched.page.locator("button.spot").first.click()
    watched.page.locator("#card summary").first.click()
    watched.page.get_by_text("Write your own for this job").click()
    watched.page.locator("#card .acts button").first.focus()
    expect(watched.page.locator("#card-effect")).to_contain_text("hange")


def _parser(watched: Watched, _: Preview) -> None:
    watched.page.get_by_role("button", name="As a parser").click()
    expect(watched.page.locator("#parsed")).to_contain_text("Ines")


def _error(watched: Watched, preview: Preview) -> None:
    preview.desk.lay(PROFILE.replace("highlights:", "highlights: [", 1))
    expect(watched.page.locator("#problems")).not_to_be_empty()


def _open_notes(watched: Watched, _: Preview) -> None:
    for button in watched.page.locator('.panes button[data-to="notes"]').all():
        if button.is_visible():
            button.click()
    for note in watched.page.locator(".note summary").all():
        note.click()


def _letter(watched: Watched, _: Preview) -> None:
    watched.page.get_by_role("tab", name="Cover letter").click()
    expect(watched.page.locator("html[data-document=letter]")).to_be_attached()
    watched.page.locator("button.spot.part").first.click()


STATES: dict[str, Callable[[Watched, Preview], None]] = {
    "at first": lambda _watched, _preview: None,
    "with a card": _card,
    "with the letter": _letter,
    "as a parser": _parser,
    "with an error": _error,
    "with notes open": _open_notes,
}


@pytest.mark.slow
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(preview: Preview, new_page: NewPage, look: str, state: str) -> None:
    watched = new_page(**LOOKS[look])
    watched.open(preview)
    STATES[state](watched, preview)
    assert violations(watched) == []


@pytest.mark.slow
def test_nothing_is_wider_than_a_phone(preview: Preview, new_page: NewPage) -> None:
    watched = new_page(viewport={"width": 360, "height": 740})
    watched.open(preview)
    for pane in ("notes", "pages", "out"):
        watched.page.locator(f'.panes button[data-to="{pane}"]').click()
        assert watched.page.evaluate("document.documentElement.scrollWidth") <= 360
        for node in ("header.bar", ".panes", "main"):
            box = watched.page.locator(node).bounding_box()
            assert box is not None
            assert box["x"] + box["width"] <= 360
