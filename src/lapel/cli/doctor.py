"""`lapel doctor`: what this machine has of what lapel needs, and what to paste for the rest."""

import os
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import click
from msgspec import Struct

from lapel.cli.exit_codes import ExitCode
from lapel.cli.extras import PREVIEW, find_missing, pip_line

OLDEST_PYTHON = (3, 11)
CHILD_SECONDS = 60
HOMEBREW_LIBRARIES = (Path("/opt/homebrew/lib"), Path("/usr/local/lib"))
MAC_LIBRARIES = "DYLD_FALLBACK_LIBRARY_PATH"
"""The variable for places beyond the usual where macOS looks for libraries, such as Homebrew's."""


class Check(Struct, frozen=True):
    """One thing that lapel needs: what was found, and the line to paste if that is not enough."""

    name: str
    found: str
    ok: bool = True
    paste: str = ""


@click.command()
def command() -> None:
    """Check that this machine has all that lapel needs.

    Looks at Python, the locked packages, Pango, the fonts of lapel's themes, and writes a one-line
    PDF in a process of its own. Says what to paste for whatever is missing.
    """
    broken = False
    for check in run_checks():
        click.secho(
            "ok     " if check.ok else "missing", fg="green" if check.ok else "red", nl=False
        )
        click.echo(f"  {check.name}: {check.found}")
        if check.paste:
            click.echo(f"         paste: {check.paste}")
        broken = broken or not check.ok
    if broken:
        click.echo("lapel cannot make documents here yet", err=True)
        raise SystemExit(ExitCode.ENVIRONMENT)


def run_checks() -> Iterator[Check]:
    """Yield every check in the order of what needs what; stop once the next cannot run."""
    yield check_python(sys.version_info[:3])
    packages = check_packages(metadata.requires("lapel") or [])
    yield packages
    if not packages.ok:
        return
    yield check_meaning()
    yield check_preview()
    pango = check_pango()
    yield pango
    fonts = [check_fonts(theme) for theme in _list_built_in_themes()]
    yield from fonts
    if pango.ok and all(check.ok for check in fonts):
        from lapel.theme.model import BUILT_IN_THEMES  # noqa: PLC0415 - needs packages
        from lapel.workspace import DEFAULT_THEME  # noqa: PLC0415 - as above

        yield check_pdf(BUILT_IN_THEMES / DEFAULT_THEME)


def check_python(version: tuple[int, int, int]) -> Check:
    """Check that the Python that runs this is new enough."""
    ok = version[:2] >= OLDEST_PYTHON
    wanted = "" if ok else f", expected {'.'.join(map(str, OLDEST_PYTHON))} or newer"
    paste = "" if ok else _advise_install("python3", "python")
    return Check("Python", ".".join(map(str, version)) + wanted, ok, paste)


def check_packages(requirements: list[str]) -> Check:
    """Check that the packages of lapel's own metadata, extras apart, are installed."""
    names = [_strip_version(line) for line in requirements if "extra ==" not in line]
    missing = [name for name in names if not _is_installed(name)]
    if missing:
        without = f"without {', '.join(missing)}"
        return Check("packages", without, ok=False, paste=pip_line(missing))
    return Check("packages", f"all {len(names)}")


def check_meaning() -> Check:
    """Check the word vectors that matching by meaning reads; without them it compares words
    alone.
    """
    from lapel.matching.meaning.vectors import vectors_identity  # noqa: PLC0415 - needs packages

    if vectors_identity() is None:
        no_wheel = "no word vectors for this platform, so matching goes by words and names alone"
        return Check("meaning", no_wheel)
    return Check("meaning", "word vectors of wordllama")


def check_preview() -> Check:
    """Check what `lapel preview` and `--watch` need beyond the rest."""
    if names := find_missing(PREVIEW):
        return Check(
            "preview", f"without {', '.join(names)}; only needed to look on", paste=pip_line(names)
        )
    return Check("preview", f"all {len(PREVIEW)} packages")


def pango_line() -> str:
    """Return the line to paste where Pango is missing, or where macOS does not find it."""
    folders = [f for f in HOMEBREW_LIBRARIES if (f / "libpango-1.0.dylib").exists()]
    told = os.environ.get(MAC_LIBRARIES, "").split(":")
    if platform.system() == "Darwin" and folders and str(folders[0]) not in told:
        return f"export {MAC_LIBRARIES}={':'.join(map(str, folders))}:/usr/lib"
    return _advise_install("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0", "pango")


def check_pango() -> Check:
    """Check that WeasyPrint can load the libraries that lay out text."""
    ok, found = run_probe()
    return Check("Pango", found, ok, "" if ok else pango_line())


def check_fonts(theme_folder: Path) -> Check:
    """Check that the font files of a theme are there."""
    # Modules that need packages are imported once those were found, here and below.
    from lapel.rendering.fonts import MissingFontError, font_path  # noqa: PLC0415 - as said
    from lapel.theme.reading import read_theme  # noqa: PLC0415 - as said

    name = f"fonts of {theme_folder.name}"
    theme = read_theme(theme_folder).value
    if theme is None:
        return Check(name, f"{theme_folder} holds no readable theme", ok=False)
    try:
        files = [font_path(face) for face in theme.font.faces]
    except MissingFontError as error:
        packages = {face.package.replace("_", "-") for face in theme.font.faces}
        return Check(name, str(error), ok=False, paste=pip_line(sorted(packages)))
    return Check(name, f"{theme.font.family}, {len(files)} files")


def check_pdf(theme_folder: Path) -> Check:
    """Check that a PDF of one line can be made, as a document would be."""
    ok, found = run_probe(str(theme_folder))
    return Check(f"a PDF with {theme_folder.name}", found, ok)


def run_probe(*arguments: str) -> tuple[bool, str]:
    """Run the probe in a child process; return whether it went well, and what it found or why
    not.
    """
    line = [sys.executable, "-P", "-m", "lapel.cli.probe", *arguments]
    try:
        child = subprocess.run(  # noqa: S603
            line,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=CHILD_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False, f"nothing came within {CHILD_SECONDS} s"
    if child.returncode < 0:
        return False, f"the process crashed with signal {-child.returncode}"
    lines = (child.stdout if child.returncode == 0 else child.stderr).strip().splitlines()
    return child.returncode == 0, lines[-1] if lines else "it ended without a word"


def _list_built_in_themes() -> list[Path]:
    from lapel.theme.model import BUILT_IN_THEMES  # noqa: PLC0415 - needs packages
    from lapel.workspace import themes_in  # noqa: PLC0415 - as above

    return sorted(themes_in(BUILT_IN_THEMES))


def _strip_version(requirement: str) -> str:
    """Return the name in `name>=1.2 ; marker`."""
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0]


def _is_installed(name: str) -> bool:
    try:
        metadata.version(name)
    except metadata.PackageNotFoundError:
        return False
    return True


def _advise_install(debian: str, homebrew: str) -> str:
    """Return the line that installs a system package here."""
    if platform.system() == "Darwin":
        return f"brew install {homebrew}"
    if shutil.which("apt-get"):
        return f"sudo apt-get install -y {debian}"
    return f"(with your system's package manager) install {homebrew}"
