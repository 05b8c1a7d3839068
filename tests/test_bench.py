"""The benches run: each script once, on the least that it takes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.preview.browser import find_browser

ROOT = Path(__file__).parents[1]
BENCH = ROOT / "bench"
LIFE = ROOT / "tests" / "matching" / "labelled" / "teaching"

SCRIPTS = {
    "job_files": ["a"],
    "matching": ["--set", "labelled", "--agreement"],
    "orders": [str(ROOT / "tests" / "matching" / "orders" / "second.yaml")],
    "points": ["typed"],
    "preview": ["--rounds", "1", "--edits", "0"],
    "processes": ["--rounds", "1", "--only", "letter, heights cached"],
    "reading": [],
    "selection": ["1"],
    "verdicts": ["--folder", "."],
}


def test_every_script_is_run_here() -> None:
    """A new bench has to be one of them."""
    scripts = [path.stem for path in BENCH.glob("*.py") if "__main__" in path.read_text()]
    assert sorted(scripts) == sorted(SCRIPTS)


@pytest.mark.slow
@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_runs_to_its_end(name: str, tmp_path: Path) -> None:
    """It prints its figures."""
    if name == "preview" and find_browser() is None:
        pytest.skip("NOT RUN: no Chromium on this machine")
    shutil.copytree(LIFE, tmp_path / LIFE.name)
    command = [sys.executable, str(BENCH / f"{name}.py"), *SCRIPTS[name]]
    environment = {**os.environ, "LAPEL_CACHE": str(tmp_path / "cache")}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert any(character.isdigit() for character in done.stdout)


def test_job_files_of_nobody_are_refused_with_the_letters_there_are() -> None:
    """A mistyped letter is a sentence, no traceback."""
    command = [sys.executable, str(BENCH / "job_files.py"), "a", "z"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no writer has the letter 'z'; there are a, b, c" in done.stderr
