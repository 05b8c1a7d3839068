"""The pages for a browser: a document on a screen, and the ledger on paper."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pdfplumber
import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from lapel.document.tree import Document
from lapel.rendering.setting import setting_of
from lapel.rendering.web import render_web
from lapel.theme.model import BlockKind, Theme
from tests.preview.browser import find_browser
from tests.rendering.documents import block, one_page, section
from tests.samples import tailored

PHONE, DESK = ViewportSize(width=390, height=844), ViewportSize(width=1280, height=900)
TITLES = (
    "Cook",
    "Director of Engineering and Construction Management",
    "Water Volunteer, Peace Co.",
)
PLACES = """() => [...document.querySelectorAll(".aside")].map((aside) => {
  const [own, date] = [aside.parentElement, aside].map((each) => each.getBoundingClientRect());
  return [date.top >= own.top - 1 && date.bottom <= own.bottom + 1, date.right <= own.right + 1];
})"""
ENDS = """() => [...document.querySelectorAll(".contact .separator")]
  .filter((mark) => getComputedStyle(mark).color !== "rgba(0, 0, 0, 0)")
  .map((mark) => {
    const next = mark.nextElementSibling.getClientRects()[0];
    return Math.abs(next.top - mark.getClientRects()[0].top) < 2;
  })"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The system's Chromium; without one the tests are skipped, and `bin/test` says so."""
    found = find_browser()
    if found is None:
        pytest.skip("NOT RUN: no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


def opened(browser: Browser, theme: Theme, size: ViewportSize, folder: Path) -> Page:
    """A resume with dates after titles of any length, in a window."""
    roles = (
        block(f"r/{n}/{kind}", kind, title, "March 2014 – November 2019")
        for kind in (BlockKind.BRIEF, BlockKind.ORGANISATION, BlockKind.ROLE)
        for n, title in enumerate(TITLES)
    )
    usual = one_page()
    text = Document(
        usual.title, usual.author, usual.language, usual.header, (section("work", "Work", *roles),)
    )
    file = folder / "resume.html"
    setting = setting_of(theme, "letter", "normal")
    file.write_text(render_web(text, setting, 0), encoding="utf-8")
    page = browser.new_page(viewport=size)
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_date_stands_with_its_title(
    browser: Browser, each: Theme, size: ViewportSize, tmp_path: Path
) -> None:
    """A date that finds no room beside its title is below it, and never beside the next line."""
    places = opened(browser, each, size, tmp_path).evaluate(PLACES)
    assert places
    assert all(within and inside for within, inside in places)


def test_no_line_of_the_header_ends_in_a_separator(
    browser: Browser, each: Theme, tmp_path: Path
) -> None:
    """On a phone, where the items of the contact line go on as they find room."""
    assert all(opened(browser, each, PHONE, tmp_path).evaluate(ENDS))


@pytest.mark.slow
def test_a_printed_ledger_leaves_no_sheet_half_empty(browser: Browser) -> None:
    """What is folded up is printed too, and a note of many answers goes on on the next sheet."""
    page = browser.new_page()
    page.set_content(tailored("gannet-bay-nurse-manager-icu").page)
    with pdfplumber.open(BytesIO(page.pdf(format="Letter"))) as printed:
        ends = [max(word["bottom"] for word in sheet.extract_words()) for sheet in printed.pages]
        height = printed.pages[0].height
    page.close()
    assert len(ends) > 10
    assert min(ends[:-1]) > 0.75 * height
