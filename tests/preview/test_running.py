"""Starting and ending a preview: one a job, Ctrl-C, and pages that wait for the next one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.patience import PATIENCE_S
from tests.preview.browser import JOB, PROFILE, Desk, previewing
from tests.preview.conftest import NewPage


@pytest.mark.slow
def test_a_page_reloads_once_when_the_preview_starts_again_on_its_port(
    desk: Desk, cache: Path, new_page: NewPage
) -> None:
    watched = new_page()
    with previewing(desk, cache) as first:
        watched.open(first)
        assert first.end() == ""
        port = first.port
        expect(watched.page.locator("#problems")).to_contain_text("The preview has stopped")
    watched.errors.clear()  # the browser reports what it cannot reach
    with previewing(desk, cache) as second:
        assert second.port == port
        expect(watched.page.locator("#problems")).to_be_empty()
        token = f'meta[name="lapel-token"][content="{second.token()}"]'
        expect(watched.page.locator(token)).to_be_attached()
        watched.wait_settled(second)
        watched.spot("mill/rye").click()
        watched.page.get_by_role("button", name="Drop").click()
        expect(watched.spot("mill/rye")).to_have_count(0)
        watched.page.close()
    watched.errors.clear()


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
