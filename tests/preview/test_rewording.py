"""The letter on the page: shown beside the resume, edited where it stands."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.preview.browser import JOB, Preview, Watched


def open_letter(page: Watched) -> None:
    page.page.get_by_role("tab", name="Cover letter").click()
    expect(page.page.locator("html[data-document=letter]")).to_be_attached()


def part(page: Watched, label: str) -> Locator:
    """The button over a part of the letter."""
    return page.page.locator(f'button.spot.part[aria-label="{label}"]')


@pytest.mark.slow
def test_a_paragraph_is_edited_and_the_file_begun(preview: Preview, page: Watched) -> None:
    open_letter(page)
    file = preview.desk.letter
    assert not file.exists()
    paragraph = page.page.locator("button.spot.part").filter(visible=True)
    closing = page.page.locator('button.spot.part[aria-label^="sign-off"]')
    expect(closing).to_have_count(1)
    assert paragraph.count() > 3
    page.page.locator('button.spot.part[aria-label^="salutation"]').click()
    page.page.locator("#part-text").fill("Dear Hearth,")
    page.page.get_by_role("button", name="Save").click()
    expect(
        page.page.locator('button.spot.part[aria-label="salutation: Dear Hearth,"]')
    ).to_have_count(1)
    expect(page.page.locator("#letter-bar")).to_contain_text("Kept in jobs/letters/hearth.md")
    before = file.read_text()
    assert before.startswith("Dear Hearth,\n\n")
    assert preview.desk.job.read_text() == JOB

    page.page.locator('button.spot.part[aria-label^="sign-off"]').click()
    page.page.locator("#part-text").fill("Warmly,")
    expect(page.page.locator("#card-effect")).to_contain_text("% of the page")
    expect(page.page.get_by_role("button", name="Save")).to_be_in_viewport(ratio=1)
    assert file.read_text() == before
    page.page.keyboard.press("Control+Enter")
    expect(page.page.locator('button.spot.part[aria-label="sign-off: Warmly,"]')).to_have_count(1)
    page.page.locator("#undo").click()
    expect(page.page.locator('button.spot.part[aria-label="sign-off: Warmly,"]')).to_have_count(0)
    assert file.read_text() == before

    page.page.locator("#undo").click()
    expect(page.page.locator("#letter-bar")).to_contain_text("A draft")
    assert not file.exists()
    page.page.locator("#redo").click()
    expect(page.page.locator("#letter-bar")).to_contain_text("Kept in jobs/letters/hearth.md")
    assert file.read_text() == before


@pytest.mark.slow
def test_fit_and_notes_follow_the_document_that_is_looked_at(page: Watched) -> None:
    first = page.page.locator("#contract h3").first
    expect(first).to_have_text("Skills to emphasize")
    expect(page.page.locator("#fit-more")).to_contain_text("type")
    open_letter(page)
    expect(first).to_have_text("Points for the letter")
    expect(page.page.locator("#fit-more")).to_contain_text("words, at most 400")


@pytest.mark.slow
def test_a_letter_changed_in_the_editor_is_never_overwritten(
    preview: Preview, page: Watched
) -> None:
    file = preview.desk.letter
    file.parent.mkdir(exist_ok=True)
    file.write_text("Dear Hearth,\n\nI bake.\n\nSincerely,\n\nInes\n")
    open_letter(page)
    part(page, "paragraph: I bake.").click()
    page.page.locator("#part-text").fill("I bake bread.")
    expect(page.page.locator("#card-effect")).to_contain_text("% of the page")
    token = preview.token()
    mine = "Dear Hearth,\n\nI bake cakes.\n\nSincerely,\n\nInes\n"
    file.write_text(mine)
    headers = {"origin": preview.address.rstrip("/"), "x-lapel-token": token}
    body = '{"index": 1, "was": "I bake.", "text": "I bake bread."}'
    status, text = preview.ask("POST", "/reword", headers, body)
    assert status == 409
    assert "by now" in text
    assert file.read_text() == mine
    expect(
        page.page.locator('button.spot.part[aria-label="paragraph: I bake cakes."]')
    ).to_have_count(1)
    page.errors.clear()  # the browser reports every refused request


@pytest.mark.slow
def test_a_note_lights_what_the_letter_says_of_it(preview: Preview, page: Watched) -> None:
    open_letter(page)
    expect(page.page.locator('[data-note="letter-1"]')).to_have_count(1)
    page.page.get_by_role("tab", name="Cover letter").press("ArrowLeft")
    expect(page.page.get_by_role("tab", name="Resume")).to_be_focused()
    expect(page.page.locator("html[data-document=resume]")).to_be_attached()
    assert preview.desk.job.read_text() == JOB


@pytest.mark.slow
def test_a_letter_that_cannot_be_read_leaves_the_last_one_there(
    preview: Preview, page: Watched
) -> None:
    open_letter(page)
    file = preview.desk.letter
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        "Dear Hearth,\n\n<<<<<<< yours\nI bake.\n=======\nI sell.\n>>>>>>> fresh draft\n"
    )
    problem = page.page.locator("#problems")
    expect(problem).to_contain_text("Two versions of the letter stand here")
    expect(page.page.locator("button.spot.part")).not_to_have_count(0)
    file.write_text("Dear Hearth,\n\nI bake.\n\nSincerely,\n\nInes\n")
    expect(problem).to_be_empty()
    expect(part(page, "paragraph: I bake.")).to_have_count(1)


@pytest.mark.slow
def test_a_letter_is_dated_with_a_click(preview: Preview, page: Watched) -> None:
    open_letter(page)
    page.page.get_by_role("button", name="Put today’s date on it").click()
    expect(page.page.locator('button.spot.part[aria-label^="date: "]')).to_have_count(1)
    assert re.search(r"^date: 20\d\d-\d\d-\d\d$", preview.desk.job.read_text(), re.MULTILINE)
    expect(page.page.locator("#letter-bar")).not_to_contain_text("date")
    page.page.locator("#undo").click()
    expect(page.page.get_by_role("button", name="Put today’s date on it")).to_have_count(1)
    assert preview.desk.job.read_text() == JOB
