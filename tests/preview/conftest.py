"""The browser and one preview for all tests that look at it; each begins with the same files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, sync_playwright

from lapel.rendering.engine import LayoutEngine
from tests.preview.browser import Desk, Preview, Watched, find_browser, previewing, watch

NewPage = Callable[..., Watched]


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, and `bin/test` says so."""
    found = find_browser()
    if found is None:
        pytest.skip("NOT RUN: no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache for all, so that heights are measured once."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="package")
def engine() -> Iterator[LayoutEngine]:
    """One warm engine."""
    with LayoutEngine() as engine:
        yield engine


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A workspace of the test's own."""
    laid = Desk(tmp_path)
    laid.lay()
    return laid


@pytest.fixture(scope="package")
def _running(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Iterator[Preview]:
    laid = Desk(tmp_path_factory.mktemp("desk"))
    laid.lay()
    with previewing(laid, cache) as preview:
        yield preview


@pytest.fixture
def preview(_running: Preview) -> Preview:
    """The preview that all share, its files as they were at first."""
    _running.desk.lay()
    return _running


@pytest.fixture
def new_page(browser: Browser) -> Iterator[NewPage]:
    """Opens pages; at the end nothing may have gone wrong on any of them."""
    contexts: list[BrowserContext] = []
    pages: list[Watched] = []

    def open_page(**options: object) -> Watched:
        looks: dict[str, Any] = {"viewport": {"width": 1440, "height": 900}, **options}
        context = browser.new_context(**looks)
        contexts.append(context)
        pages.append(watch(context.new_page()))
        return pages[-1]

    yield open_page
    for context in contexts:
        context.close()
    assert [error for page in pages for error in page.errors] == []


@pytest.fixture
def page(new_page: NewPage, preview: Preview) -> Watched:
    """A page with the shared preview on it."""
    watched = new_page()
    watched.open(preview)
    return watched
