"""What holds for all tests: `--update`, how values are drawn, where files go, what is left out."""

import os
import shutil
import signal
import threading
from collections import Counter
from importlib.util import find_spec
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings

from lapel.text.plurals import count

VECTORS = find_spec("wordllama") is not None
collect_ignore = (
    []
    if VECTORS
    else [
        f"matching/{name}.py" for name in ("test_meaning", "meaning/test_vectors", "test_measured")
    ]
)
DRAWN = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine is no failure."""
settings.register_profile("drawn-anew", DRAWN, max_examples=25)
settings.register_profile("drawn-alike", DRAWN, max_examples=100, derandomize=True)
settings.load_profile("drawn-anew")
RUN_FOLDER = "LAPEL_TEST_RUN"
"""The variable that tells the processes of a run where files that tests share are."""
OWN_FOLDER = pytest.StashKey[str]()
LEFT_OUT = pytest.StashKey[Counter[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that takes today's answers for the expected ones; a person reads them."""
    parser.addoption("--update", action="store_true", help="rewrite what cases and goldens expect")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Whether the answers of today are to be written as the expected ones."""
    return bool(request.config.getoption("--update"))


def pytest_configure(config: pytest.Config) -> None:
    """Begin with nothing left out, a folder for all processes of the run, and interrupts heard by
    what the tests start: a shell has its background jobs ignore them.
    """
    config.stash[LEFT_OUT] = Counter()
    if RUN_FOLDER not in os.environ:
        config.stash[OWN_FOLDER] = os.environ[RUN_FOLDER] = mkdtemp(prefix="lapel-tests-")
    in_main = threading.current_thread() is threading.main_thread()
    if in_main and signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Leave nothing behind."""
    if OWN_FOLDER in config.stash:
        shutil.rmtree(config.stash[OWN_FOLDER], ignore_errors=True)
        del os.environ[RUN_FOLDER]


def pytest_deselected(items: list[pytest.Item]) -> None:
    """Count what `-m` or `-k` leaves out, by file."""
    for item in items:
        item.config.stash[LEFT_OUT][item.location[0]] += 1


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Of several processes, one tells the first what it left out: they all leave out the same."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        left_out = session.config.stash[LEFT_OUT]
        output["left_out"] = dict(left_out)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: object) -> None:
    """Take from a process what it left out; one that crashed tells nothing."""
    left_out = getattr(node, "workeroutput", {}).get("left_out")
    config = getattr(node, "config", None)
    if left_out and isinstance(config, pytest.Config):
        config.stash[LEFT_OUT] = Counter(left_out)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Name the files whose tests were left out, and how many."""
    if not VECTORS:
        terminalreporter.section("NOT RUN: the engines on trial, whose vectors have no wheel here")
    left_out = config.stash[LEFT_OUT]
    if left_out:
        terminalreporter.section(f"{count('test', left_out.total())} left out")
        for file, number in sorted(left_out.items()):
            terminalreporter.line(f"{number:5} {file}")
