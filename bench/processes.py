"""Whole-process timings, each as a ratio to a bare WeasyPrint run of the same page.

    .venv/bin/python bench/processes.py [--rounds 9] [--only NAME] [--growth]

The bare run imports WeasyPrint and writes the PDF of the very page that `lapel tailor` made, with
the theme's fonts, and does nothing else. In each round every command runs once, one after the
other, and its ratio is taken against the bare run of the same round; the table shows medians.
CPU is user and system time of the process, as the kernel counted it at its end. Bytecode is kept,
as it is where lapel is installed.
"""

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from shutil import rmtree
from statistics import median
from time import perf_counter

from msgspec import Struct

ROOT = Path(__file__).parents[1]
JOB = "jobs/wexcombe-controller.md"
PROFILES = ROOT / "profiles"
PROFILE = PROFILES / "tomas-reyes.yaml"
BARE = """
import sys, weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
"""
KEEP_PAGE = """
import sys
from pathlib import Path
from lapel.rendering.engine import LayoutEngine
from lapel.rendering.html import document_html
call = LayoutEngine.call
def keep(self, function, *arguments):
    if function.__name__ == "render_in_steps":
        Path(sys.argv[1]).write_text(document_html(*arguments[:-1]))
    return call(self, function, *arguments)
LayoutEngine.call = keep
from lapel.cli.main import main
main(args=sys.argv[2:])
"""
SIZES = (50, 200, 800, 2000)


class Run(Struct, frozen=True):
    """What one process took."""

    cpu_s: float
    wall_s: float
    peak_mb: float


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """Run a command to its end; raises CalledProcessError when it fails."""
    began = perf_counter()
    environment = {**os.environ, **environment, "PYTHONDONTWRITEBYTECODE": ""}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall_s = perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    per_mb = 1024 * 1024 if sys.platform == "darwin" else 1024  # bytes there, and kB elsewhere
    return Run(usage.ru_utime + usage.ru_stime, wall_s, usage.ru_maxrss / per_mb)


def lapel(*arguments: str) -> list[str]:
    """Return a command line of lapel, in the interpreter that runs this."""
    return [sys.executable, "-m", "lapel", *arguments]


def measure(folder: Path, rounds: int, only: str) -> None:
    """Print the table of the commands that have ``only`` in their name."""
    cache, page = folder / "cache", folder / "page.html"
    tailor = ["tailor", JOB, "--pages", "1", "--only", "resume", "--quiet"]
    tailor += ["--output", str(folder / "output")]
    both = [argument for argument in tailor if argument not in ("--only", "resume")]
    environment = {"LAPEL_CACHE": str(cache)}
    kept = folder / "kept"  # beside the cache that is emptied
    run([sys.executable, "-c", KEEP_PAGE, str(page), *tailor], {"LAPEL_CACHE": str(kept)})
    [fonts] = kept.glob("fonts-*.conf")
    run(lapel(*both), environment)
    bare = [sys.executable, "-c", BARE, str(page), str(folder / "bare.pdf")]
    commands = {
        "lapel --help": lapel("--help"),
        "lapel explain": lapel("explain", JOB, "--json"),
        "lapel tailor, empty caches": lapel(*tailor),
        "lapel tailor, heights cached": lapel(*tailor),
        "lapel tailor with the letter, empty caches": lapel(*both),
        "lapel tailor with the letter, heights cached": lapel(*both),
    }
    commands = {name: command for name, command in commands.items() if only in name}
    bares, runs = [], {name: [] for name in commands}  # type: ignore[var-annotated]
    for _ in range(rounds):
        bares.append(run(bare, {"FONTCONFIG_FILE": str(fonts)}))
        for name, command in commands.items():
            if "empty" in name:
                rmtree(cache, ignore_errors=True)
            runs[name].append(run(command, environment))
    print(
        f"bare page: {median(b.cpu_s for b in bares):.2f} s CPU, "
        f"{median(b.wall_s for b in bares):.2f} s wall, {median(b.peak_mb for b in bares):.0f} MB"
    )
    print(f"\n{'command':<30} {'CPU ratio':>10} {'wall ratio':>11} {'peak MB':>8}")
    for name, done in runs.items():
        cpu = median(r.cpu_s / b.cpu_s for r, b in zip(done, bares, strict=True))
        wall = median(r.wall_s / b.wall_s for r, b in zip(done, bares, strict=True))
        peak = max(r.peak_mb for r in done)
        print(f"{name:<30} {cpu:>10.2f} {wall:>11.2f} {peak:>8.0f}")


def measure_growth(folder: Path, rounds: int) -> None:
    """Print how a cold run grows with the size of the profile."""
    import yaml  # noqa: PLC0415 - only here

    profiles = {path: yaml.safe_load(path.read_text()) for path in sorted(PROFILES.glob("*.yaml"))}
    texts = [text for profile in profiles.values() for text in bullets_of(profile)]
    print(f"\n{'highlights':>10} {'CPU s':>7} {'times the first':>16}")
    first = 0.0
    for size in SIZES:
        grown = folder / f"profile-{size}.yaml"
        grown.write_text(
            yaml.safe_dump(grow(deepcopy(profiles[PROFILE]), texts, size), allow_unicode=True)
        )
        command = lapel("tailor", JOB, "--profile", str(grown), "--pages", "1", "--quiet")
        command += ["--output", str(folder / f"grown-{size}")]
        taken = []
        for _ in range(rounds):
            rmtree(folder / "grown-cache", ignore_errors=True)
            taken.append(run(command, {"LAPEL_CACHE": str(folder / "grown-cache")}).cpu_s)
        first = first or median(taken)
        print(f"{size:>10} {median(taken):>7.2f} {median(taken) / first:>16.2f}")


def grow(profile: dict, texts: list[str], size: int) -> dict:  # type: ignore[type-arg]
    """Return the profile with ``size`` bullets, each made of quarters of four of ``texts``."""
    roles = [role for employer in profile["work"] for role in employer.get("roles", [employer])]
    for section in ("projects", "education", "volunteer", "sections"):
        profile[section] = []
    for role in roles:
        role["highlights"] = []
    for number in range(size):
        shift, index = divmod(number, len(texts))
        words = [texts[(index + part * shift) % len(texts)].split(" ") for part in range(4)]
        quarters = [
            w[len(w) * part // 4 : len(w) * (part + 1) // 4] for part, w in enumerate(words)
        ]
        text = " ".join(word for quarter in quarters for word in quarter)
        roles[number % len(roles)]["highlights"].append(text)
    return profile


def bullets_of(profile: dict) -> list[str]:  # type: ignore[type-arg]
    """Return the texts of all bullets of the profile's work that are in one language."""
    roles = [role for employer in profile["work"] for role in employer.get("roles", [employer])]
    bullets = [bullet for role in roles for bullet in role["highlights"]]
    texts = [bullet["text"] if isinstance(bullet, dict) else bullet for bullet in bullets]
    return [text for text in texts if isinstance(text, str)]


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--only", default="", help="the commands with this in their name")
    parser.add_argument("--growth", action="store_true", help="also grow the profile to 2,000")
    asked = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), asked.rounds, asked.only)
        if asked.growth:
            measure_growth(Path(folder), max(1, asked.rounds // 3))


if __name__ == "__main__":
    main()
