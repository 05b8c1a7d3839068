"""`lapel tailor --watch` from the user's side: again on every change, until Ctrl-C."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Thread
from typing import cast

import pytest
from click.testing import CliRunner

from lapel.cli import extras, watching
from lapel.cli.main import main
from lapel.cli.tailoring import Manner, Output
from lapel.cli.watching import watch_jobs
from lapel.options import Request
from lapel.rendering.engine import LayoutEngine
from tests.baker import PROFILE, lay
from tests.cli.test_tailor import page_text
from tests.patience import PATIENCE_S, wait_until


def wait_for(text: str, pdf: Path) -> None:
    """Wait until the PDF says so."""
    wait_until(lambda: pdf.is_file() and text in page_text(pdf), f"{text!r} in {pdf.name}")


@pytest.mark.slow
def test_a_saved_profile_is_tailored_again(tmp_path: Path) -> None:
    lay(tmp_path)
    process = subprocess.Popen(
        [sys.executable, "-m", "lapel", "tailor", "jobs/hearth.md", "--watch", "--only", "resume"],
        cwd=tmp_path,
        env={**os.environ, "LAPEL_CACHE": str(tmp_path / "cache")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    pdf = tmp_path / "output" / "hearth" / "Ines-Moreau-Resume.pdf"
    wait_for("three shops", pdf)
    (tmp_path / "profiles" / "ines.yaml").write_text("work: [")
    (tmp_path / "profiles" / "ines.yaml").write_text(PROFILE.replace("three", "eleven"))
    wait_for("eleven shops", pdf)
    process.send_signal(signal.SIGINT)
    output, errors = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 0
    assert "wrote" in output  # of the second run, too, if it came to say so before it was stopped
    assert "Traceback" not in errors


@pytest.fixture
def watched(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Watches the workspace's job, and changes the profile while it is tailored: to each text in
    turn, then ends. Gives what the profile held each time when the tailoring began.
    """

    def watch(*later: str) -> list[str]:
        profile, coming, seen = workspace / "profiles" / "ines.yaml", list(later), list[str]()

        def tailor(jobs: Sequence[Path], *_: object) -> None:
            if jobs:
                seen.append(profile.read_text())
                if not coming:
                    raise KeyboardInterrupt
                profile.write_text(coming.pop(0))

        monkeypatch.setattr(watching, "tailor_jobs", tailor)
        manner = Manner(
            Output.NOTHING, quiet=True, dry_run=False, open_it=False, force=False, verbose=False
        )
        engine = cast("LayoutEngine", None)  # nobody asks it
        jobs = [Path("jobs/hearth.md")]
        watcher = Thread(target=watch_jobs, args=(jobs, Request(), manner, engine), daemon=True)
        watcher.start()
        wait_until(lambda: not watcher.is_alive(), "an end of watching")
        return seen

    return watch


def test_what_is_saved_while_it_is_tailored_is_not_lost(watched: Callable[..., list[str]]) -> None:
    """Also before the watcher has begun, and however fast one change follows the other."""
    later = [PROFILE.replace("three", number) for number in ("four", "five")]
    assert watched(*later) == [PROFILE, *later]


def test_a_problem_that_was_saved_is_told_and_so_is_its_end(
    watched: Callable[..., list[str]],
) -> None:
    assert watched("work: [", PROFILE) == [PROFILE, "work: [", PROFILE]


def test_a_preview_of_nothing_ends_at_once(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["preview", str(tmp_path / "none.md")])
    assert result.exit_code == 3
    assert "none.md: error: there is no such file" in result.stderr


def test_without_its_packages_it_says_what_to_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "watchfiles" else 1)
    for arguments in (["tailor", "x.md", "--watch"], ["preview", "x.md"]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 4
        assert "error: this needs watchfiles, of lapel[preview]" in result.stderr
        assert "-m pip install watchfiles" in result.stderr
