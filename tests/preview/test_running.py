"""Starting and ending a preview: one a job, Ctrl-C, and pages that wait for the next one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.patience import PATIENCE_S, wait_until
from tests.preview.browser import JOB, PROFILE, Desk, Preview, Watched, previewing, waiting_on
from tests.preview.conftest import NewPage


@pytest.mark.slow
def test_what_is_typed_survives_a_new_start_of_the_preview_on_its_port(
    desk: Desk, cache: Path, new_page: NewPage
) -> None:
    watched = new_page()
    page, problems = watched.page, watched.page.locator("#problems")
    with previewing(desk, cache) as first:
        watched.open(first)
        page.get_by_role("tab", name="Cover letter").click()
        page.locator('button.spot.part[aria-label^="salutation"]').click()
        page.locator("#part-text").fill("Dear Hearth,")
        assert first.end() == ""
        port = first.port
        expect(problems).to_contain_text("The preview does not answer")
    asked: list[Route] = []

    def answer(route: Route) -> None:
        asked.append(route)
        route.fulfill(status=503)

    page.route("**/events", answer)
    wait_until(lambda: asked, "an answer of another server", waiting_on(page))
    with previewing(desk, cache) as second:
        assert second.port == port
        page.unroute("**/events")
        expect(problems).to_be_empty()
        watched.wait_settled(second)
        page.locator("#stage").click(position={"x": 1, "y": 1})
        page.get_by_role("button", name="Save").click()
        expect(page.locator('[aria-label="salutation: Dear Hearth,"]')).to_have_count(1)
        page.close()
    assert all("REFUSED" in error or "503" in error for error in watched.errors)
    watched.errors.clear()


@pytest.mark.slow
def test_a_page_of_another_version_is_loaded_anew(preview: Preview, page: Watched) -> None:
    hello = 'event: hello\ndata: {"token": "another", "page": "another"}\n\n'
    with page.page.expect_navigation():
        page.page.evaluate("window.isOld = true")
        page.page.route(
            "**/events",
            lambda route: route.fulfill(body=hello, content_type="text/event-stream"),
            times=1,
        )
        page.page.evaluate(
            "import('/own/wire.js').then(({ listen }) => listen(() => 0, () => 0, () => 0))"
        )
    page.wait_settled(preview)
    assert page.page.evaluate("window.isOld") is None


@pytest.mark.slow
def test_a_second_preview_of_a_job_says_where_the_first_is(desk: Desk, cache: Path) -> None:
    with previewing(desk, cache) as first:
        first.wait_settled()
        again = subprocess.run(
            [sys.executable, "-m", "lapel", "preview", "jobs/hearth.md"],
            cwd=desk.folder,
            env={**os.environ, "LAPEL_CACHE": str(cache)},
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE_S,
        )
        assert again.returncode == 1
        assert again.stderr == f"error: jobs/hearth.md is already shown at {first.address}\n"


@pytest.mark.slow
def test_interrupting_ends_it_without_a_word(desk: Desk, cache: Path, new_page: NewPage) -> None:
    watched = new_page()
    with previewing(desk, cache) as preview:
        watched.open(preview)
        assert preview.end() == ""
        assert preview.process.returncode == 0
        watched.page.close()
    watched.errors.clear()  # the browser reports what it cannot reach


@pytest.mark.slow
def test_without_watching_the_page_stays(desk: Desk, cache: Path, new_page: NewPage) -> None:
    watched = new_page()
    with previewing(desk, cache, "--no-watch") as preview:
        watched.open(preview)
        earlier = watched.shown()
        desk.lay(PROFILE.replace("three shops", "four shops"))
        watched.page.wait_for_timeout(1500)
        assert watched.shown() == earlier
        watched.page.close()


@pytest.mark.slow
def test_one_file_of_letter_and_resume_can_be_taken_along(desk: Desk, cache: Path) -> None:
    with previewing(desk, cache, "--combined") as preview:
        preview.wait_settled()
        status, text = preview.ask("GET", "/files/combined/pdf")
        assert status == 200
        assert text.startswith("%PDF-")
        assert preview.ask("GET", "/files/combined/docx")[0] == 404


@pytest.mark.slow
def test_a_public_resume_is_shown_without_letter(
    desk: Desk, cache: Path, new_page: NewPage
) -> None:
    with previewing(desk, cache, "--public") as preview:
        watched = new_page()
        watched.open(preview)
        expect(watched.page.locator("#subtitle")).to_contain_text("public")
        expect(watched.page.get_by_role("tab", name="Cover letter")).to_be_hidden()
        watched.page.get_by_role("button", name="As a parser").click()
        expect(watched.page.locator("#parsed")).to_contain_text("Ines Moreau")
        expect(watched.page.locator("#parsed")).not_to_contain_text("ines@example.com")
        watched.page.close()


@pytest.mark.slow
@pytest.mark.parametrize("named", ["", "---\nprofile: gone\n---\n"])
def test_of_several_profiles_one_is_named_with_a_click(
    named: str, desk: Desk, cache: Path, new_page: NewPage
) -> None:
    """Where the job file names no profile, or one that is not there."""
    desk.job.write_text(f"{named}{JOB}")
    (desk.folder / "profiles" / "other.yaml").write_text(PROFILE.replace("Ines", "Inga"))
    with previewing(desk, cache) as preview:
        watched = new_page()
        watched.page.goto(preview.address)
        expect(watched.page.locator("h1")).to_have_text("This job cannot be shown yet")
        watched.page.get_by_role("button", name="Use ines").click()
        expect(watched.page.locator("h1")).to_have_text("Bakery Manager at Hearth & Co")
        expect(watched.page.locator(".sheet img")).to_have_count(1)
        assert desk.job.read_text() == f"---\nprofile: ines.yaml\n---\n{JOB}"
        watched.page.close()
