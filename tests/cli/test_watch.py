"""`lapel tailor --watch` from the user's side: again on every change, until Ctrl-C."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from lapel.cli import extras
from lapel.cli.main import main
from tests.baker import PROFILE, lay
from tests.cli.test_tailor import page_text

PATIENCE_S = 60


def wait_for(text: str, pdf: Path) -> None:
    """Wait until the PDF says so."""
    until = time.monotonic() + PATIENCE_S
    while time.monotonic() < until:
        if pdf.is_file() and text in page_text(pdf):
            return
        time.sleep(0.1)
    pytest.fail(f"{text!r} did not come")


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


def test_a_preview_of_nothing_ends_at_once(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["preview", str(tmp_path / "none.md")])
    assert result.exit_code == 3
    assert "none.md:1:1: error: there is no such file" in result.stderr


def test_without_its_packages_it_says_what_to_paste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "watchfiles" else 1)
    for arguments in (["tailor", "x.md", "--watch"], ["preview", "x.md"]):
        result = CliRunner().invoke(main, arguments)
        assert result.exit_code == 4
        assert "error: this needs watchfiles, of lapel[preview]" in result.stderr
        assert "-m pip install watchfiles" in result.stderr
