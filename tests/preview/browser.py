"""A preview in a process of its own, and the system's Chromium to look at it."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from msgspec import Struct
from playwright.sync_api import ConsoleMessage, Locator, Page, Request, Route, expect

from lapel.preview.building import Build, Shop, build
from lapel.store.manifest import digest_of
from tests import baker
from tests.patience import PATIENCE_S, wait_until

SHOWN = re.compile(r"http://127\.0\.0\.1:(\d+)/")
PLACES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
PATIENCE_MS = PATIENCE_S * 1000

PROFILE = baker.PROFILE.replace(
    '{id: waste, text: "Cut flour waste from 9% to 4% with a weighing sheet"}',
    '{id: waste, text: "Cut flour waste from 9% to 4% with a weighing sheet", '
    'wordings: {figures: "Cut flour waste by 5 points within one year of weighing"}}',
)
JOB = f"""\
{baker.JOB}- Cover letter points:
  - Opening paragraph: why bread matters to a town
"""


def find_browser() -> str | None:
    """The system's Chromium or Chrome."""
    return next((found for place in PLACES if (found := shutil.which(place))), None)


class Desk(Struct, frozen=True):
    """A small workspace with a profile and a job, which a test may change at will."""

    folder: Path

    @property
    def job(self) -> Path:
        """The job file."""
        return self.folder / "jobs" / "hearth.md"

    @property
    def profile(self) -> Path:
        """The profile."""
        return self.folder / "profiles" / "ines.yaml"

    @property
    def letter(self) -> Path:
        """The letter's file, where there is one."""
        return self.job.parent / "letters" / self.job.name

    def lay(self, profile: str = PROFILE, job: str = JOB) -> None:
        """Put the files there, where they are not so already, and no others."""
        shutil.rmtree(self.folder / "jobs" / "letters", ignore_errors=True)
        for path, text in ((self.profile, profile), (self.job, job)):
            path.parent.mkdir(exist_ok=True)
            if not path.is_file() or path.read_text() != text:
                path.write_text(text)


def built(shop: Shop, before: Build | None = None) -> Build:
    """The build of the files as they are."""
    made = build(shop, before).value
    assert made is not None
    return made


class Preview(Struct, frozen=True):
    """A running `lapel preview`."""

    desk: Desk
    port: int
    process: subprocess.Popen[str]

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://127.0.0.1:{self.port}/"

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] = {}, body: str = ""
    ) -> tuple[int, str]:
        """The status and the text of an answer to a request made without a browser."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            connection.request(method, path, body.encode() or None, dict(headers))
            answer = connection.getresponse()
            return answer.status, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def token(self) -> str:
        """The token that the page of this run holds."""
        found = re.search(r'data-token="([^"]+)"', self.ask("GET", "/")[1])
        assert found is not None
        return found[1]

    def wait_settled(self) -> int:
        """Wait until all is built of the files as they are; the number of that state."""
        desk = self.desk
        files = {"job": desk.job, "profile": desk.profile, "letter": desk.letter}
        who: dict[str, Any] = {}

        def is_settled() -> bool:
            who.update(json.loads(self.ask("GET", "/who")[1]))
            wanted = {
                name: digest_of(path.read_bytes()) if path.is_file() else ""
                for name, path in files.items()
            }
            return bool(who["settled"]) and wanted.items() <= who["files"].items()

        wait_until(is_settled, "a preview at rest with its files as they are")
        return int(who["version"])

    def end(self) -> str:
        """Interrupt it as Ctrl-C does; what it printed on stderr."""
        self.process.send_signal(signal.SIGINT)
        _, errors = self.process.communicate(timeout=PATIENCE_S)
        return errors


@contextmanager
def previewing(desk: Desk, cache: Path, *arguments: str) -> Iterator[Preview]:
    """Run a preview of the desk's job until the block ends."""
    command = [sys.executable, "-m", "lapel", "preview", str(desk.job), *arguments]
    process = subprocess.Popen(
        command,
        cwd=desk.folder,
        env={**os.environ, "LAPEL_CACHE": str(cache)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = SHOWN.search(line)
        assert found is not None, line or process.communicate()[1]
        yield Preview(desk, int(found[1]), process)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE_S)


class Watched(Struct, frozen=True):
    """A browser's page with what went wrong on it: console errors, requests to other hosts."""

    page: Page
    errors: list[str]

    def open(self, preview: Preview) -> None:
        """Open the preview and wait for the pages of the files as they are."""
        self.page.goto(preview.address)
        self.wait_settled(preview)

    def wait_settled(self, preview: Preview) -> None:
        """Wait until the screen shows all there is to show of the files as they are."""
        version = preview.wait_settled()
        html = self.page.locator("html")
        expect(html).to_have_attribute("data-shown", str(version), timeout=PATIENCE_MS)

    def shown(self) -> int:
        """The number of the state that is on the screen."""
        return int(self.page.locator("html").get_attribute("data-shown") or 0)

    def bullets(self) -> list[str]:
        """The ids of the bullets on the page, from top to bottom."""
        spots = self.page.locator("button.spot").all()
        return [spot.get_attribute("data-source") or "" for spot in spots]

    def spot(self, id: str) -> Locator:
        """The button over a bullet."""
        return self.page.locator(f'button.spot[data-source="{id}"]')


def waiting_on(page: Page) -> Callable[[float], None]:
    """Lets seconds pass in which a page's events are heard."""
    return lambda seconds: page.wait_for_timeout(seconds * 1000)


class Pictures(Struct, dict=True):  # Playwright keeps what wraps a method on its object
    """Pictures of pages that a browser asked for and has not been given yet."""

    watched: Watched
    held: list[Route]
    is_open: bool = False

    def take(self, route: Route) -> None:
        """Hold a request back."""
        if self.is_open:
            route.continue_()
        else:
            self.held.append(route)

    def wait_asked(self) -> None:
        """Wait until there is one."""
        wait_until(lambda: self.held, "a picture asked for", waiting_on(self.watched.page))

    def let_go(self) -> None:
        """Give them, and all later ones at once."""
        self.is_open = True
        for route in self.held:
            route.continue_()


@contextmanager
def held_pictures(watched: Watched) -> Iterator[Pictures]:
    """Hold back every picture of a page that is asked for in the block, until they are let go."""
    pictures = Pictures(watched, [])
    watched.page.route("**/sheets/**", pictures.take)
    yield pictures
    watched.page.unroute("**/sheets/**")


def watch(page: Page) -> Watched:
    """Keep what goes wrong on a page."""
    errors: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            errors.append(f"console: {message.text}")

    def see(request: Request) -> None:
        if not request.url.startswith("http://127.0.0.1:"):
            errors.append(f"request to {request.url}")

    page.on("console", hear)
    page.on("pageerror", lambda error: errors.append(f"script: {error}"))
    page.on("request", see)
    page.set_default_timeout(PATIENCE_MS)
    expect.set_options(timeout=PATIENCE_MS)
    return Watched(page, errors)
