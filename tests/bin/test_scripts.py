"""The scripts in `bin/`: once set up, they start lapel at once and touch nothing else."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lapel.cli.exit_codes import ExitCode
from tests.quick import one_quick

ROOT = Path(__file__).parents[2]
LAPEL = ROOT / "bin/lapel"
LOCKS = ("requirements.lock", "requirements-dev.lock")


def run(*line: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command, with these changes to the environment."""
    return subprocess.run(
        line, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )


PYTEST = "python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder"
ALIKE = "--hypothesis-profile drawn-alike"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The scripts and locks in a folder of their own that seems to be set up."""
    root = tmp_path / "lapel copy"
    (root / ".venv/bin").mkdir(parents=True)
    for name in (*LOCKS, "pyproject.toml"):
        (root / name).write_bytes((ROOT / name).read_bytes())
    (root / "bin").mkdir()
    for path in (ROOT / "bin").iterdir():
        (root / "bin" / path.name).write_bytes(path.read_bytes())
        (root / "bin" / path.name).chmod(0o755)
    (root / "bin/setup").write_text('#!/bin/sh\necho "set up $*"\n')
    python = root / ".venv/bin/python"
    python.write_text('#!/bin/sh\necho "python $*"\n')
    python.chmod(0o755)
    for name in LOCKS:
        (root / ".venv" / name).write_bytes((root / name).read_bytes())
    (root / ".venv/lapel-installed-at").write_text(f"{root}\n")
    return root


def test_set_up_copy_starts_python_only(copy: Path) -> None:
    """Once set up, `bin/lapel` hands its arguments to Python as they are and does nothing else."""
    result = run(copy / "bin/lapel", "tailor", "a b.md")
    assert (result.stdout, result.stderr) == ("python -P -m lapel tailor a b.md\n", "")


@pytest.mark.parametrize("where", ["/", "bin"])
def test_works_from_anywhere(copy: Path, where: str, tmp_path: Path) -> None:
    """`bin/lapel` finds its folder from any place, through a link, and by its bare name."""
    link = tmp_path / "link"
    link.symlink_to(copy / "bin/lapel")
    folder = copy / where
    lines: list[list[str | Path]] = [[link], [copy / "bin/lapel"]]
    if where == "bin":
        lines.append(["bash", "lapel"])
    for line in lines:
        child = subprocess.run(line, capture_output=True, text=True, check=True, cwd=folder)
        assert child.stdout == "python -P -m lapel\n"


@pytest.mark.parametrize("change", ["lock", "python", "stamp", "moved", "pyproject"])
def test_sets_up_again_when_something_changed(copy: Path, change: str) -> None:
    """A new lock, a lost Python, a set-up cut short and a moved folder each bring a new set-up."""
    stamp = copy / ".venv/lapel-installed-at"
    if change == "lock":
        (copy / "requirements.lock").write_text("other\n")
    elif change == "python":
        (copy / ".venv/bin/python").unlink()
    elif change == "stamp":
        stamp.unlink()
    elif change == "moved":
        stamp.write_text("/somewhere/else\n")
    else:
        os.utime(copy / "pyproject.toml", (time.time() + 60, time.time() + 60))
    assert run(copy / "bin/lapel").stdout.startswith("set up \n")


def test_a_set_up_without_network_says_what_to_do(copy: Path) -> None:
    """Something is missing on this machine: pip's own words, what to do, and exit code 4."""
    (copy / "bin/setup").write_bytes((ROOT / "bin/setup").read_bytes())
    (copy / "requirements.lock").write_text("other\n")
    fails = '#!/bin/sh\ncase "$*" in *"pip install"*) echo "no index" >&2; exit 1;; esac\n'
    (copy / ".venv/bin/python").write_text(fails)
    result = run(copy / "bin/lapel", "doctor")
    assert result.returncode == ExitCode.ENVIRONMENT
    *_, reason, advice = result.stderr.splitlines()
    assert reason == "no index"
    assert "run the command again with a network" in advice
    assert not result.stdout


def test_test_script_passes_arguments_on(copy: Path) -> None:
    """`bin/test` gives its arguments to pytest; `quick` leaves the slow tests out, and the whole
    suite draws the same values every time.
    """
    assert run(copy / "bin/test", "-k", "x").stdout.endswith(f"{PYTEST} {ALIKE} -k x\n")
    result = run(copy / "bin/test", "quick", "-x")
    assert result.stdout.endswith(f"{PYTEST} -m not slow -x\n")


def test_test_script_says_what_could_not_run(copy: Path, tmp_path: Path) -> None:
    """Without pdftotext the tests run all the same, and the end says what did not."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "sh", "env", "dirname", "readlink", "cmp"):
        (tools / name).symlink_to(f"/usr/bin/{name}")
    result = run(copy / "bin/test", PATH=str(tools))
    assert result.stdout == f"set up dev\n{PYTEST} {ALIKE}\n"
    assert "NOT RUN" in result.stderr


@pytest.mark.parametrize("processes", one_quick([[], ["--numprocesses", "2"]]))
def test_quick_names_what_it_leaves_out(tmp_path: Path, processes: list[str]) -> None:
    """A run that leaves tests out says how many and in which files."""
    (tmp_path / "conftest.py").write_bytes((ROOT / "tests/conftest.py").read_bytes())
    (tmp_path / "test_a.py").write_text(
        "import pytest\n@pytest.mark.slow\ndef test_slow(): pass\ndef test_fast(): pass\n"
    )
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = slow: x\n")
    child = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-m", "not slow", *processes],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert re.search(r"= 1 test left out =+\n +1 test_a\.py\n", child.stdout)


def test_start_costs_little(copy: Path, tmp_path: Path) -> None:
    """Finding out that everything is set up starts three small programs, once each."""
    tools = tmp_path / "tools"
    tools.mkdir()
    for name in ("bash", "env"):
        (tools / name).symlink_to(f"/usr/bin/{name}")
    for name in ("readlink", "dirname", "cmp"):
        tool = tools / name
        tool.write_text(
            f'#!/bin/sh\necho {name} >>"{tmp_path}/started"\nexec /usr/bin/{name} "$@"\n'
        )
        tool.chmod(0o755)
    assert run(copy / "bin/lapel", PATH=str(tools)).stdout == "python -P -m lapel\n"
    assert (tmp_path / "started").read_text().split() == ["readlink", "dirname", "cmp"]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_hashes_and_no_address(name: str) -> None:
    """Every locked package has hashes, and nothing says where to get it."""
    text = (ROOT / name).read_text()
    assert "://" not in text
    requirements = re.split(r"\n(?=[a-z])", text)[1:]
    assert len(requirements) > 20
    assert all(" --hash=sha256:" in requirement for requirement in requirements)


def test_development_lock_holds_the_other() -> None:
    """What is tested is what people run: the same versions, with the same hashes."""
    run_lock, dev_lock = (
        set(re.split(r"\n(?=[a-z])", (ROOT / name).read_text().rstrip())[1:]) for name in LOCKS
    )
    assert run_lock <= dev_lock


def test_lapel_runs() -> None:
    """The real script runs the real command, and passes its exit code on."""
    assert run(LAPEL, "--version").stdout.startswith("lapel ")
    assert run(LAPEL, "no-such-command").returncode == ExitCode.USAGE
