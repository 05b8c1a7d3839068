"""What a start costs, held without a clock: modules loaded and patterns compiled."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

MOST_PATTERNS = 130
"""Compiled where a letter is drafted, once lapel's own are kept: those of the libraries."""
MOST_MODULES = 356
"""Of Python and other libraries, of explaining with what is kept from the run before. How many
lapel has itself says nothing: one taken in two costs no more.
"""
COUNTING = """
import re, sys
counted = [0]
compile = re._compiler.compile
def count(*arguments):
    counted[0] += 1
    return compile(*arguments)
re._compiler.compile = count
import lapel.tailor, lapel.letter.drafting
print(counted[0])
"""
EXPLAINING = """
import sys
from lapel.cli.main import main
try: main(["explain", "jobs/hearth.md", "--json"])
except SystemExit: pass
print(*sys.modules, file=sys.stderr)
"""
LIBRARIES = """
import lapel.cli.main, os, sys
import numpy, pydantic
from importlib import metadata
metadata.entry_points = None  # who looked for plugins would fail
class Model(pydantic.BaseModel): pass
print(len(os.listdir("/proc/self/task")) if sys.platform == "linux" else 1)
"""


def run_again(
    code: str, environment: Mapping[str, str], folder: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """The second of two runs of this code, for which the first may have kept something."""
    line = [sys.executable, "-c", code]
    for _ in range(2):
        done = subprocess.run(
            line, cwd=folder, env=environment, capture_output=True, text=True, check=True
        )
    return done


def test_libraries_neither_start_threads_nor_look_for_plugins() -> None:
    """What libraries do for larger work when they load is left out."""
    unset = ("OPENBLAS_NUM_THREADS", "PYDANTIC_DISABLE_PLUGINS")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-c", LIBRARIES],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["1"]


def test_drafting_compiles_few_patterns() -> None:
    """What a letter and its resume compile before anything is read is kept for the next run."""
    unset = "PYTHONDONTWRITEBYTECODE"
    environment = {name: value for name, value in os.environ.items() if name != unset}
    done = run_again(COUNTING, environment)
    assert int(done.stdout) <= MOST_PATTERNS


def test_a_second_explain_loads_little(workspace: Path, tmp_path: Path) -> None:
    """Nearness that is kept needs no arithmetic, a theme that is kept no checks, and explaining no
    grammar of letters.
    """
    environment = {**os.environ, "LAPEL_CACHE": str(tmp_path / "cache")}
    done = run_again(EXPLAINING, environment, workspace)
    loaded = done.stderr.splitlines()[-1].split()
    heavy = {"numpy", "jinja2", "highspy", "weasyprint", "fontTools", "lapel.letter.drafting"}
    heavy.add("lapel.theme.checking")  # of lapel's own themes
    assert not heavy & set(loaded)
    assert sum(not name.startswith("lapel.") for name in loaded) <= MOST_MODULES
