"""The doctor finds what is missing and says what to paste, and survives what is broken."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from lapel.cli import doctor
from lapel.cli.doctor import Check
from lapel.cli.exit_codes import ExitCode
from lapel.cli.main import main
from lapel.matching.meaning import vectors
from tests.patience import PATIENCE_S


@pytest.mark.slow
def test_healthy_machine() -> None:
    """On a machine with everything, each thing is named with what was found."""
    result = CliRunner().invoke(main, ["doctor"])
    assert (result.exit_code, result.stderr) == (ExitCode.DONE, "")
    lines = [line.split(":")[0] for line in result.stdout.splitlines()]
    themes = ["academic", "classic", "compact", "executive", "modern", "plain"]
    assert lines[:12] == [
        "ok       Python",
        "ok       packages",
        "ok       meaning",
        "ok       preview",
        "ok       Pango",
        *(f"ok       fonts of {theme}" for theme in themes),
        "ok       a PDF with classic",
    ]


def test_missing_thing_is_told_with_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is marked, followed by the line to paste, and the exit code is 4."""
    checks = [Check("Python", "3.11.2"), Check("Pango", "no library", ok=False, paste="do this")]
    monkeypatch.setattr(doctor, "run_checks", lambda: checks)
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == ExitCode.ENVIRONMENT
    assert result.stdout == (
        "ok       Python: 3.11.2\nmissing  Pango: no library\n         paste: do this\n"
    )
    assert result.stderr == "lapel cannot make documents here yet\n"


def test_colour_only_where_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal gets colour, unless NO_COLOR says otherwise."""
    monkeypatch.setattr(doctor, "run_checks", lambda: [Check("Python", "3.11.2")])
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in CliRunner().invoke(main, ["doctor"], color=True).stdout
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in CliRunner().invoke(main, ["doctor"], color=True).stdout


def test_without_word_vectors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A platform that the vectors have no wheel for is fit for use, and is told what it lacks."""
    monkeypatch.setattr(vectors, "find_spec", lambda _: None)
    check = doctor.check_meaning()
    assert check.ok
    assert "words and names alone" in check.found


def test_what_only_the_preview_needs_may_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resume is made without the preview's packages, so their line is shown and nothing fails."""
    monkeypatch.setattr(doctor, "PREVIEW", ("no_such_server",))
    check = doctor.check_preview()
    assert check.ok
    assert check.paste.endswith(" -m pip install no_such_server")


def test_old_python() -> None:
    """A Python that is too old is told with the one that is expected."""
    check = doctor.check_python((3, 9, 2))
    assert (check.ok, check.found) == (False, "3.9.2, expected 3.11 or newer")
    assert check.paste


def test_missing_packages() -> None:
    """Packages that are not installed are named; those of extras are nobody's need."""
    check = doctor.check_packages(["click>=8", "no-such-thing>=1 ; x", "extra-thing; extra == 'x'"])
    assert (check.ok, check.found) == (False, "without no-such-thing")
    assert check.paste.endswith(" -m pip install no-such-thing")


def test_nothing_runs_without_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What needs a missing package is not tried."""
    monkeypatch.setattr(doctor, "check_packages", lambda _: Check("packages", "", ok=False))
    assert [check.name for check in doctor.run_checks()] == ["Python", "packages"]


def test_no_pdf_without_pango(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without Pango no PDF is tried."""
    monkeypatch.setattr(doctor, "run_probe", lambda *_: (False, "no library"))
    checks = list(doctor.run_checks())
    assert [check.ok for check in checks] == [True, True, True, True, False, *[True] * 6]


@pytest.mark.parametrize(
    ("system", "has_apt", "line"),
    [
        ("Linux", True, "sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 "),
        ("Linux", False, "(with your system's package manager) install pango"),
        ("Darwin", False, "brew install pango"),
    ],
)
def test_line_to_paste_fits_the_system(
    system: str, has_apt: bool, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line to paste is one that this system knows."""
    monkeypatch.setattr(doctor, "run_probe", lambda *_: (False, "no library"))
    monkeypatch.setattr("platform.system", lambda: system)
    monkeypatch.setattr("shutil.which", lambda _: "/usr/bin/apt-get" if has_apt else None)
    assert doctor.check_pango().paste.startswith(line)


def test_libraries_that_macos_is_not_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where Homebrew has Pango and macOS does not look there, the line says so to macOS."""
    (tmp_path / "libpango-1.0.dylib").touch()
    monkeypatch.setattr(doctor, "HOMEBREW_LIBRARIES", (tmp_path / "none", tmp_path))
    monkeypatch.setattr("platform.system", lambda: "Darwin")
    monkeypatch.delenv(doctor.MAC_LIBRARIES, raising=False)
    assert doctor.pango_line() == f"export DYLD_FALLBACK_LIBRARY_PATH={tmp_path}:/usr/lib"
    monkeypatch.setenv(doctor.MAC_LIBRARIES, f"{tmp_path}:/usr/lib")
    assert doctor.pango_line() == "brew install pango"


def test_theme_that_cannot_be_read(tmp_path: Path) -> None:
    """A built-in theme that is damaged is something missing, not a crash."""
    (tmp_path / "theme.yaml").write_text("- no theme\n")
    assert not doctor.check_fonts(tmp_path).ok


def test_missing_font(monkeypatch: pytest.MonkeyPatch) -> None:
    """A font whose package is gone is told with the package to install."""
    from lapel.rendering.fonts import font_path
    from lapel.theme.model import BUILT_IN_THEMES

    font_path.cache_clear()
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    check = doctor.check_fonts(BUILT_IN_THEMES / "classic")
    assert not check.ok
    assert check.paste.endswith(" -m pip install font-source-serif-pro")


@pytest.mark.parametrize(
    ("child", "found"),
    [
        ("import os; os.kill(os.getpid(), 11)", f"crashed with signal {int(signal.SIGSEGV)}"),
        ("print('banner'); raise OSError('no pango')", "OSError: no pango"),
        ("raise SystemExit(3)", "it ended without a word"),
        ("import time; time.sleep(600)", "nothing came within 0.3 s"),
    ],
)
def test_broken_library_breaks_only_the_child(
    child: str, found: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a library does to its process, the doctor lives and tells what happened."""
    run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    monkeypatch.setattr(
        "subprocess.run", lambda _, **options: run([sys.executable, "-c", child], **options)
    )
    monkeypatch.setattr(doctor, "CHILD_SECONDS", 0.3 if "sleep" in child else PATIENCE_S)
    ok, words = doctor.run_probe()
    assert not ok
    assert words.endswith(found)


@pytest.mark.slow
def test_no_font_and_no_fontconfig_file_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The fonts of lapel are enough: the PDF is made where the system has no font whatever."""
    from lapel.theme.model import BUILT_IN_THEMES

    monkeypatch.setenv("FONTCONFIG_FILE", os.fspath(tmp_path / "not-there"))
    check = doctor.check_pdf(BUILT_IN_THEMES / "classic")
    assert check.ok, check.found
