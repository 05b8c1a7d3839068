"""The preview as a person uses it: seen, followed, acted on."""

import re

import pytest
from playwright.sync_api import expect

from tests.preview.browser import JOB, PROFILE, Preview, Watched, held_pictures
from tests.preview.conftest import NewPage

pytestmark = pytest.mark.slow

CREW, RYE, WASTE = "mill/crew", "mill/rye", "mill/waste"


def test_it_shows_the_pages_the_contract_and_the_fit(page: Watched) -> None:
    expect(page.page.locator("h1")).to_have_text("Bakery Manager at Hearth & Co")
    expect(page.page.locator("#fit-line")).to_contain_text("1 page")
    picture = page.page.locator(".sheet img")
    expect(picture).to_have_count(1)
    assert picture.evaluate("image => image.complete && image.naturalWidth > 500")
    expect(page.page.locator("#contract .note")).to_have_count(4)
    expect(page.page.locator('[data-note="emphasis-3"] .badge')).to_have_text("no evidence")
    assert set(page.bullets()) >= {CREW, RYE, WASTE}


def test_a_note_lights_its_bullets_and_a_bullet_its_notes(page: Watched) -> None:
    note = page.page.locator('[data-note="emphasis-1"]')
    note.hover()
    expect(page.spot(CREW)).to_contain_class("lit")
    expect(page.spot(RYE)).not_to_contain_class("lit")
    page.spot(CREW).hover()
    expect(note).to_contain_class("lit")
    expect(page.page.locator('[data-note="emphasis-2"]')).not_to_contain_class("lit")


def test_an_edit_of_the_profile_is_on_the_page(preview: Preview, page: Watched) -> None:
    before = page.page.locator(".sheet img").get_attribute("src")
    preview.desk.lay(PROFILE.replace("three shops", "four shops"))
    expect(page.spot(RYE)).to_have_attribute(
        "aria-label", "Bullet: Developed a rye starter that four shops now sell"
    )
    assert page.page.locator(".sheet img").get_attribute("src") != before


def test_a_bullet_is_dropped_with_its_effect_said_before(preview: Preview, page: Watched) -> None:
    page.spot(RYE).click()
    page.page.get_by_role("button", name="Drop").hover()
    expect(page.page.locator("#card-effect")).to_have_text("Drop: −1 line, nothing else changes")
    assert preview.desk.job.read_text() == JOB
    page.page.get_by_role("button", name="Drop").click()
    expect(page.spot(RYE)).to_have_count(0)
    assert preview.desk.job.read_text() == f"---\ndrop: [{RYE}]\n---\n{JOB}"
    expect(page.page.locator(f'[data-out="{RYE}"]')).to_contain_text("Dropped in the job file")
    assert preview.desk.profile.read_text() == PROFILE


def test_a_dropped_bullet_is_restored(preview: Preview, page: Watched) -> None:
    preview.desk.lay(job=f"---\npages: 1\ndrop: [{RYE}] # no\n---\n{JOB}")
    card = page.page.locator(f'[data-out="{RYE}"]')
    card.get_by_role("button", name="Restore").hover()
    expect(card.locator(".effect")).to_contain_text("+1 line")
    card.get_by_role("button", name="Restore").click()
    expect(page.spot(RYE)).to_have_count(1)
    assert preview.desk.job.read_text() == f"---\npages: 1\n---\n{JOB}"


def test_a_certificate_left_out_is_told_and_pinned(preview: Preview, page: Watched) -> None:
    """What has no bullets stands among what is left out by its own line."""
    papers = "certificates:\n  - {id: fryer, name: Fryer licence (lapsed 2019)}\n"
    preview.desk.lay(PROFILE + papers)
    card = page.page.locator('[data-out="fryer"]')
    expect(card).to_contain_text("It has lapsed, and nothing asks for it")
    expect(page.page.locator("#out-count")).to_contain_text("1 entry")
    card.get_by_role("button", name="Pin to the page").hover()
    expect(card.locator(".effect")).to_have_text(
        "Pin to the page: “Fryer licence (lapsed 2019)” comes in"
    )
    card.get_by_role("button", name="Pin to the page").click()
    expect(card).to_have_count(0)
    assert preview.desk.job.read_text() == f"---\npin: [fryer]\n---\n{JOB}"


def test_skills_left_out_are_told_and_restored(preview: Preview, page: Watched) -> None:
    """A group of skills stands among what is left out as an entry does."""
    wide = PROFILE.replace(
        "skills:\n", "skills:\n  - {id: office, name: Office, keywords: [Excel]}\n"
    )
    preview.desk.lay(wide, f"---\ndrop: [office]\n---\n{JOB}")
    card = page.page.locator('[data-out="office"]')
    expect(card).to_contain_text("Office: Excel")
    card.get_by_role("button", name="Restore").hover()
    expect(card.locator(".effect")).to_have_text("Restore: “Office: Excel” comes in")
    card.get_by_role("button", name="Restore").click()
    expect(card).to_have_count(0)
    assert preview.desk.job.read_text() == JOB


def test_a_bullet_is_pinned_and_unpinned(preview: Preview, page: Watched) -> None:
    page.spot(RYE).click()
    page.page.locator("#card").get_by_role("button", name="Pin").click()
    expect(page.spot(RYE)).to_contain_class("pinned")
    assert preview.desk.job.read_text() == f"---\npin: [{RYE}]\n---\n{JOB}"
    page.spot(RYE).click()
    page.page.locator("#card").get_by_role("button", name="Unpin").click()
    expect(page.spot(RYE)).not_to_contain_class("pinned")
    assert preview.desk.job.read_text() == JOB


def test_another_wording_is_chosen(preview: Preview, page: Watched) -> None:
    page.spot(WASTE).click()
    page.page.locator("#card summary").first.click()
    page.page.get_by_role("button", name="figures").click()
    expect(page.spot(WASTE)).to_have_attribute(
        "aria-label", "Bullet: Cut flour waste by 5 points within one year of weighing"
    )
    assert f"wording:\n  {WASTE}: figures\n" in preview.desk.job.read_text()


def test_a_bullet_is_rewritten_for_this_job_only(preview: Preview, page: Watched) -> None:
    page.spot(RYE).click()
    page.page.locator("#card summary").first.click()
    page.page.get_by_text("Write your own for this job").click()
    page.page.locator("#card textarea").fill('Developed the "#1" rye:\nthree shops')
    page.page.get_by_role("button", name="Use these words here").click()
    expect(page.spot(RYE)).to_have_attribute(
        "aria-label", 'Bullet: Developed the "#1" rye: three shops'
    )
    assert preview.desk.profile.read_text() == PROFILE


def test_a_bullet_is_dragged_inside_its_role(preview: Preview, page: Watched) -> None:
    order = [id for id in page.bullets() if id.startswith("mill/")]
    last, first = page.spot(order[-1]).bounding_box(), page.spot(order[0]).bounding_box()
    assert last is not None
    assert first is not None
    mouse = page.page.mouse
    mouse.move(last["x"] + 60, last["y"] + 8)
    mouse.down()
    mouse.move(first["x"] + 60, first["y"] + 14, steps=4)
    mouse.move(first["x"] + 60, first["y"] + 1, steps=4)
    mouse.up()
    wanted = [order[-1], *order[:-1]]
    expect(page.page.locator("button.spot").first).to_have_attribute("data-source", wanted[0])
    assert f"order:\n  mill: [{', '.join(wanted)}]\n" in preview.desk.job.read_text()
    expect(page.page.locator("#card")).to_be_hidden()


def test_acts_are_undone_and_done_again(preview: Preview, page: Watched) -> None:
    page.spot(RYE).click()
    page.page.get_by_role("button", name="Drop").click()
    expect(page.spot(RYE)).to_have_count(0)
    after = preview.desk.job.read_bytes()
    page.page.keyboard.press("Control+z")
    expect(page.spot(RYE)).to_have_count(1)
    assert preview.desk.job.read_text() == JOB
    page.page.locator("#redo").click()
    expect(page.spot(RYE)).to_have_count(0)
    assert preview.desk.job.read_bytes() == after


def test_undo_keeps_what_was_written_in_the_editor_meanwhile(
    preview: Preview, page: Watched
) -> None:
    page.spot(RYE).click()
    page.page.get_by_role("button", name="Drop").click()
    expect(page.spot(RYE)).to_have_count(0)
    preview.desk.lay(job=preview.desk.job.read_text() + "- One more note\n")
    page.page.locator("#undo").click()
    expect(page.spot(RYE)).to_have_count(1)
    assert preview.desk.job.read_text() == JOB + "- One more note\n"


def test_undo_says_when_its_place_was_changed_in_the_editor(
    preview: Preview, page: Watched
) -> None:
    page.spot(RYE).click()
    page.page.get_by_role("button", name="Drop").click()
    expect(page.spot(RYE)).to_have_count(0)
    mine = f"---\ndrop: [{RYE}, {CREW}]\npages: 1\n---\n{JOB}\n"
    preview.desk.lay(job=mine)
    expect(page.spot(CREW)).to_have_count(0)
    page.page.locator("#undo").click()
    expect(page.page.locator("#status")).to_contain_text("was changed at this place since")
    assert preview.desk.job.read_text() == mine
    page.errors.clear()  # the browser reports every refused request


def test_the_settings_are_turned(preview: Preview, page: Watched) -> None:
    page.page.get_by_label("Paper").select_option("a4")
    expect(page.page.locator("#status")).to_contain_text("Paper: a4")
    page.page.get_by_label("Language").select_option("fr")
    expect(page.page.locator("#status")).to_contain_text("Language: fr")
    assert preview.desk.job.read_text() == f"---\npaper: a4\nlanguage: fr\n---\n{JOB}"
    page.page.get_by_role("button", name="As a parser").click()
    expect(page.page.locator("#parsed")).to_contain_text("Ines Moreau")


def test_an_error_keeps_the_last_good_page_and_goes_when_it_is_mended(
    preview: Preview, page: Watched
) -> None:
    preview.desk.lay(PROFILE.replace("highlights:", "highlights: [", 1))
    expect(page.page.locator("#problems")).to_contain_text("profiles/ines.yaml:")
    expect(page.page.locator("#problems pre").first).to_contain_text("^")
    expect(page.page.locator("body")).to_contain_class("stale")
    expect(page.page.get_by_text("These are the last good pages.")).to_be_visible()
    expect(page.page.locator(".sheet img")).to_have_count(1)
    preview.desk.lay()
    expect(page.page.locator("#problems")).to_be_empty()
    expect(page.page.locator("body")).not_to_contain_class("stale")
    expect(page.page.get_by_text("These are the last good pages.")).to_be_hidden()


def test_two_tabs_show_the_same(preview: Preview, page: Watched, new_page: NewPage) -> None:
    other = new_page()
    other.open(preview)
    page.spot(RYE).click()
    page.page.get_by_role("button", name="Drop").click()
    expect(other.spot(RYE)).to_have_count(0)
    other.page.locator("#undo").click()
    expect(page.spot(RYE)).to_have_count(1)


def test_the_keyboard_alone_is_enough(page: Watched) -> None:
    keyboard = page.page.keyboard
    keyboard.press("Tab")
    expect(page.page.locator(".skip")).to_be_focused()
    keyboard.press("Enter")
    for _ in range(40):
        keyboard.press("Tab")
        if page.page.evaluate("document.activeElement.dataset.source") == CREW:
            break
    expect(page.spot(CREW)).to_be_focused()
    keyboard.press("Enter")
    expect(page.page.locator("#card")).to_be_visible()
    keyboard.press("Escape")
    expect(page.page.locator("#card")).to_be_hidden()
    expect(page.spot(CREW)).to_be_focused()
    order = [id for id in page.bullets() if id.startswith("mill/")]
    at = order.index(CREW)
    keyboard.press("Alt+ArrowDown" if at == 0 else "Alt+ArrowUp")
    swapped = [*order]
    other = at + 1 if at == 0 else at - 1
    swapped[at], swapped[other] = swapped[other], swapped[at]
    expect(page.page.locator("button.spot").first).to_have_attribute("data-source", swapped[0])
    expect(page.spot(CREW)).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(page.spot(CREW)).to_have_count(0)


def test_scroll_and_zoom_stay_however_late_the_pictures_come(
    preview: Preview, page: Watched
) -> None:
    view, image = page.page.locator("#view"), page.page.locator(".sheet img")
    place, width = "view => [view.scrollLeft, view.scrollTop]", "image => image.clientWidth"
    with held_pictures(page) as pictures:
        for _ in range(4):
            page.page.get_by_role("button", name="Larger").click()
        expect(page.page.get_by_role("button", name="200%")).to_be_visible()
        assert image.evaluate(width) == 1632  # twice 8.5 inches, while the sharper one is awaited
        view.evaluate("view => view.scrollTo(50, 333)")
        assert view.evaluate(place) == [50, 333]
        pictures.let_go()
        expect(image).to_have_js_property("naturalWidth", 1632)
        assert view.evaluate(place) == [50, 333]
    with held_pictures(page) as pictures:
        preview.desk.lay(PROFILE.replace("three shops", "four shops"))
        pictures.wait_asked()
        assert view.evaluate(place) == [50, 333]
        pictures.let_go()
        page.wait_settled(preview)
        assert view.evaluate(place) == [50, 333]
        assert image.evaluate(width) == 1632
    expect(page.spot(RYE)).to_have_attribute("aria-label", re.compile("four shops"))


def test_what_is_told_waits_for_no_picture_that_does_not_come(
    preview: Preview, page: Watched
) -> None:
    with held_pictures(page) as pictures:
        preview.desk.lay(job=f"---\ndrop: [{RYE}]\n---\n{JOB}")
        pictures.wait_asked()
        expect(page.page.locator(f'[data-out="{RYE}"]')).to_contain_text("Dropped in the job file")
        expect(page.spot(RYE)).to_have_count(1)  # the pages are those of before until then
        pictures.let_go()
        expect(page.spot(RYE)).to_have_count(0)


def test_a_whole_page_is_seen_with_the_card_beside_it(page: Watched) -> None:
    page.page.get_by_role("button", name="Page width").click()
    expect(page.page.get_by_role("button", name="Whole page")).to_be_visible()
    sheet, view = (page.page.locator(name).bounding_box() for name in (".sheet", "#view"))
    assert sheet is not None
    assert view is not None
    assert view["y"] <= sheet["y"]
    assert sheet["y"] + sheet["height"] <= view["y"] + view["height"]
    page.spot(RYE).click()
    expect(page.spot(RYE)).to_contain_class("chosen")
    card = page.page.locator("#card").bounding_box()
    assert card is not None
    assert card["x"] + card["width"] <= sheet["x"]
    page.page.keyboard.press("Escape")
    expect(page.spot(RYE)).not_to_contain_class("chosen")


def test_everything_is_kept_in_the_output_folder(preview: Preview, page: Watched) -> None:
    page.page.get_by_role("button", name="Write files").click()
    expect(page.page.locator("#status")).to_contain_text("files written to output/hearth")
    written = {path.name for path in (preview.desk.folder / "output" / "hearth").iterdir()}
    assert written >= {"Ines-Moreau-Resume.pdf", "Ines-Moreau-Resume.docx", "ledger.html"}


def test_files_of_both_documents_can_be_taken_along(page: Watched) -> None:
    for document, part in (("Cover letter", "Cover-Letter"), ("Resume", "Resume")):
        for kind, start in (("PDF", b"%PDF-"), ("DOCX", b"PK")):
            page.page.get_by_text("Download").click()
            with page.page.expect_download() as download:
                page.page.get_by_role("link", name=f"{document} {kind}").click()
            assert download.value.suggested_filename == f"Ines-Moreau-{part}.{kind.lower()}"
            assert download.value.path().read_bytes().startswith(start)


def test_personal_details_are_printed_where_the_page_is_told_to(
    preview: Preview, new_page: NewPage
) -> None:
    preview.desk.lay(PROFILE.replace("basics: {", "basics: {birthDate: 1988-05-04, ", 1))
    watched = new_page()
    watched.open(preview)
    watched.page.get_by_label("Photo, birth date").select_option("Printed")
    status = watched.page.locator("#status")
    expect(status).to_contain_text("birth date and nationality are printed")
    assert preview.desk.job.read_text() == f"---\npersonal: true\n---\n{JOB}"
    watched.wait_settled(preview)
    watched.page.get_by_role("button", name="As a parser").click()
    expect(watched.page.locator("#parsed")).to_contain_text("1988")


def test_notes_of_one_fate_are_shown_alone(page: Watched) -> None:
    notes = page.page.locator("#contract .note")
    expect(notes).to_have_count(4)
    alone = page.page.locator("#tally").get_by_role("button", name="no evidence")
    alone.click()
    expect(notes).to_have_count(1)
    expect(notes.locator(".badge")).to_have_text("no evidence")
    expect(alone).to_have_attribute("aria-pressed", "true")
    expect(alone).to_be_focused()
    page.page.keyboard.press("Enter")
    expect(notes).to_have_count(4)


def test_the_reason_of_a_bullet_left_out_is_in_words(preview: Preview, new_page: NewPage) -> None:
    many = "".join(
        f'      - {{id: loaf-{n}, text: "Baked loaf number {n} for the market, by hand"}}\n'
        for n in range(60)
    )
    profile = PROFILE.replace("  - id: quay", f"{many}  - id: quay")
    preview.desk.lay(profile, f"---\npages: 1\n---\n{JOB}")
    watched = new_page()
    watched.open(preview)
    reasons = watched.page.locator("#outside .out p.small").all_inner_texts()
    assert reasons
    assert not [reason for reason in reasons if "mill/" in reason]


def test_what_the_contract_advises_is_a_button_in_the_note(
    preview: Preview, new_page: NewPage
) -> None:
    preview.desk.lay(job=JOB.replace("  - Chocolate work\n", "  - Skip the rye\n"))
    watched = new_page()
    watched.open(preview)
    expect(watched.spot(RYE)).to_have_count(0)
    note = watched.page.locator('[data-note="emphasis-3"]')
    note.locator("summary").click()
    note.get_by_role("button", name="Pin “Developed a rye starter that …”").click()
    expect(watched.spot(RYE)).to_be_visible()
    assert f"pin: [{RYE}]" in preview.desk.job.read_text()


def test_a_finger_is_shown_the_effect_before_the_act_is_taken(
    preview: Preview, new_page: NewPage
) -> None:
    watched = new_page(viewport={"width": 390, "height": 844}, has_touch=True)
    watched.open(preview)
    watched.spot(RYE).tap()
    drop = watched.page.locator("#card").get_by_role("button", name="Drop")
    drop.tap()
    expect(watched.page.locator("#card-effect")).to_have_text(
        "Drop: −1 line, nothing else changes. Tap again to do it."
    )
    assert preview.desk.job.read_text() == JOB
    drop.tap()
    expect(watched.spot(RYE)).to_have_count(0)
    assert f"drop: [{RYE}]" in preview.desk.job.read_text()


def test_a_setting_of_the_job_file_is_given_back(preview: Preview, page: Watched) -> None:
    paper = page.page.get_by_label("Paper")
    assert paper.locator("option").all_inner_texts() == ["Letter", "A4"]
    paper.select_option("A4")
    page.wait_settled(preview)
    expect(paper.locator("option")).to_have_text(["Letter", "A4", "Default"])
    paper.select_option("Default")
    expect(paper).to_have_value("letter")
    assert preview.desk.job.read_text() == JOB


def test_a_bullet_left_out_is_found_by_its_words(preview: Preview, page: Watched) -> None:
    find = page.page.get_by_label("Find among the bullets left out")
    expect(find).to_be_hidden()
    many = "".join(
        f'      - {{id: loaf-{n}, text: "Baked loaf {n} of the {n}th oven for the market"}}\n'
        for n in range(60)
    )
    preview.desk.lay(PROFILE.replace("  - id: quay", f"{many}  - id: quay"))
    find.fill("LOAF 57")
    out = page.page.locator("#outside .out")
    expect(out.filter(visible=True)).to_have_count(1)
    expect(out.filter(visible=True)).to_contain_text("57th oven")
    find.fill("no such words")
    expect(page.page.locator("#found")).to_have_text("No bullet has these words.")


def test_a_note_that_is_not_honoured_says_why_without_a_click(page: Watched) -> None:
    note = page.page.locator('[data-note="emphasis-3"]')
    expect(note.locator("summary .why")).to_be_visible()
    expect(note.locator("summary .why")).to_contain_text("write one if you did it")
    assert not note.evaluate("note => note.open")
