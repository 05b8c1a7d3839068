"""Makes the picture of the preview that the README shows.

    .venv/bin/python docs/screenshot.py

Needs Chromium, as the preview's tests do.
"""

import io
import shutil
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.preview.browser import Desk, find_browser, previewing, watch  # noqa: E402 - of this repository

PICTURE = ROOT / "docs" / "pictures" / "preview.png"
JOB = "gannet-bay-nurse-manager-icu.md"
PROFILE = "maren-holt.yaml"
SIZE = {"width": 1280, "height": 880}
COLORS = 128


class SampleDesk(Desk, frozen=True):
    """A copy of one sample: the preview writes into job files."""

    @property
    def job(self) -> Path:
        """The job file."""
        return self.folder / "jobs" / JOB

    @property
    def profile(self) -> Path:
        """The profile."""
        return self.folder / "profiles" / PROFILE


def main() -> None:
    """Take the picture with the card of a bullet open and the effect of dropping it shown."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        desk = SampleDesk(Path(folder))
        for part, name in (("jobs", JOB), ("profiles", PROFILE)):
            (desk.folder / part).mkdir()
            shutil.copy(ROOT / part / name, desk.folder / part / name)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with previewing(desk, desk.folder / "cache") as preview:
            watched = watch(browser.new_context(viewport=SIZE).new_page())  # type: ignore[arg-type]
            watched.open(preview)
            page = watched.page
            expect(page.locator("#tab-letter")).to_be_visible()
            spot = page.locator("button.spot.bullet").first
            spot.click()
            page.locator("#card").get_by_role("button", name="Drop").hover()
            expect(page.locator("#card-effect")).to_contain_text("line")
            picture = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    small = picture.convert("RGB").quantize(COLORS)
    small.save(PICTURE, optimize=True)


if __name__ == "__main__":
    main()
