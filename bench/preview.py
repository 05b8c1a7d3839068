"""The preview in Chromium, each time as a multiple of a bare WeasyPrint run of the same page.

    .venv/bin/python bench/preview.py [--rounds 20] [--edits 300]

*save → page*: from writing the profile, one bullet changed, to the new page on the screen, as the
browser itself tells it (Element Timing).
*click → page*: from the click on Drop, its effect having been on the screen for a third of a second
as a person reads it, to the page on the screen. The bare run imports WeasyPrint and writes the PDF
of the page that `lapel tailor` made, with the theme's fonts; one is taken in each round. The table
shows medians.
*Growth* is the memory of the preview and its layout engine after so many edits in a row, against
that after the first twenty.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from playwright.sync_api import Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
from tests.preview.browser import (  # noqa: E402 - as above
    Desk,
    Preview,
    Watched,
    find_browser,
    previewing,
    watch,
)

from bench.processes import BARE, JOB, KEEP_PAGE, PROFILE, run  # noqa: E402 - of this repository

WARM_EDITS = 20
REST_S = 3.0
READING_MS = 333
PAINTED = """
() => new Promise((done) => {
  const marking = new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      if (node.nodeName === "IMG") node.setAttribute("elementtiming", "page");
    }
  });
  marking.observe(document.getElementById("sheets"), { childList: true, subtree: true });
  new PerformanceObserver((list, observer) => {
    marking.disconnect();
    observer.disconnect();
    done(performance.timeOrigin + list.getEntries()[0].renderTime);
  }).observe({ type: "element" });
})
"""
"""When the next new picture of a page was on the screen, as the browser has it (Element Timing)."""


class SampleDesk(Desk, frozen=True):
    """A copy of the sample that the other timings use: the preview writes into the job file."""

    @property
    def job(self) -> Path:
        """The job file."""
        return self.folder / JOB

    @property
    def profile(self) -> Path:
        """The profile."""
        return self.folder / "profiles" / PROFILE.name


def lay_desk(folder: Path) -> SampleDesk:
    """Copy the sample to a folder of its own, on one page, which is what the bare run writes."""
    desk = SampleDesk(folder)
    for path, source in ((desk.job, ROOT / JOB), (desk.profile, PROFILE)):
        path.parent.mkdir(parents=True)
        shutil.copy(source, path)
    desk.job.write_text(desk.job.read_text().replace("pages: 2", "pages: 1"))
    return desk


@contextmanager
def painted(page: Page) -> Iterator[Callable[[], float]]:
    """Yield a function for the time, in seconds since the epoch, of the page's next picture."""
    page.evaluate(f"() => {{ window.painted = ({PAINTED})(); }}")
    yield lambda: float(page.evaluate("() => window.painted")) / 1000


def time_save(desk: Desk, watched: Watched, number: int, text: str) -> float:
    """Seconds from saving the profile to the page."""
    with painted(watched.page) as ended:
        began = time.time()
        desk.profile.write_text(text.replace("14-month", f"{15 + number}-month"))
        return ended() - began


def time_click(watched: Watched, preview: Preview) -> float:
    """Seconds from a click on Drop to the page; the drop is taken back afterwards."""
    watched.page.locator("button.spot.bullet").nth(4).click()
    drop = watched.page.locator("#card").get_by_role("button", name="Drop")
    drop.hover()
    expect(watched.page.locator("#card-effect")).to_have_text(re.compile("change|line|fit"))
    watched.page.wait_for_timeout(READING_MS)
    with painted(watched.page) as ended:
        began = time.time()
        watched.page.mouse.down()
        watched.page.mouse.up()
        taken = ended() - began
    watched.wait_settled(preview)
    watched.page.locator("#undo").click()
    expect(watched.page.locator("#status")).to_contain_text("Undone")
    return taken


def bare_run(folder: Path, cache: Path) -> Callable[[], float]:
    """Return a function for the wall time, in seconds, of one bare run of the sample's page."""
    page = folder / "page.html"
    tailor = ["tailor", JOB, "--pages", "1", "--only", "resume", "--quiet"]
    tailor += ["--output", str(folder / "output")]
    run([sys.executable, "-c", KEEP_PAGE, str(page), *tailor], {"LAPEL_CACHE": str(cache)})
    [fonts] = cache.glob("fonts-*.conf")
    command = [sys.executable, "-c", BARE, str(page), str(folder / "bare.pdf")]
    return lambda: run(command, {"FONTCONFIG_FILE": str(fonts)}).wall_s


def memory_mb(root: int) -> float:
    """Return the resident memory of a process and all its children, in megabytes."""
    table = subprocess.run(
        ["ps", "-A", "-o", "pid=,ppid=,rss="],  # noqa: S607 - the system's own
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = [tuple(map(int, line.split())) for line in table.splitlines()]
    tree = {root}
    for pid, parent, _ in sorted(rows):
        if parent in tree:
            tree.add(pid)
    return sum(rss for pid, _, rss in rows if pid in tree) / 1024


def settled_memory_mb(preview: Preview) -> float:
    """Return the memory in megabytes once all is built, and an engine on its way is in use."""
    preview.wait_settled()
    time.sleep(REST_S)
    return memory_mb(preview.process.pid)


def measure_times(
    preview: Preview, watched: Watched, rounds: int, bare: Callable[[], float]
) -> None:
    """Print the table of times."""
    desk = preview.desk
    text = desk.profile.read_text()
    saves, clicks, bares = [], [], []
    for number in range(rounds):
        watched.wait_settled(preview)
        saves.append(time_save(desk, watched, number, text))
        watched.wait_settled(preview)
        clicks.append(time_click(watched, preview))
        watched.wait_settled(preview)
        bares.append(bare())
    print(f"bare page: {median(bares):.2f} s wall\n\n{'':<16} {'ms':>6} {'ratio':>6} {'worst':>6}")
    for name, taken in (("save → page", saves), ("click → page", clicks)):
        ratios = [one / other for one, other in zip(taken, bares, strict=True)]
        print(f"{name:<16} {1000 * median(taken):>6.0f} {median(ratios):>6.2f} {max(ratios):>6.2f}")


def measure_growth(preview: Preview, watched: Watched, edits: int) -> None:
    """Print how the memory grew over edits in a row."""
    desk = preview.desk
    text, first = desk.profile.read_text(), 0.0
    for number in range(edits):
        earlier = watched.shown()
        desk.profile.write_text(text.replace("five", f"five{'e' * (number % 7)}", 1))
        deadline = time.monotonic() + 10
        while watched.shown() == earlier and time.monotonic() < deadline:
            watched.page.wait_for_timeout(10)
        if number + 1 == WARM_EDITS:
            first = settled_memory_mb(preview)
    last = settled_memory_mb(preview)
    print(f"\nmemory: {first:.0f} MB after {WARM_EDITS} edits, {last:.0f} MB after {edits}", end="")
    print(f", {last / first - 1:+.1%}")


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20, help="0 leaves the times out")
    parser.add_argument("--edits", type=int, default=300, help="0 leaves the memory out")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        desk, cache = lay_desk(folder / "desk"), folder / "cache"
        bare = bare_run(folder, cache)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        with previewing(desk, cache) as preview:
            watched = watch(browser.new_context().new_page())
            watched.open(preview)
            if asked.rounds:
                measure_times(preview, watched, asked.rounds, bare)
            if asked.edits:
                measure_growth(preview, watched, asked.edits)
        browser.close()


if __name__ == "__main__":
    main()
