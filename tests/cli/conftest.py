"""The command line, and a small workspace to run it in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.baker import lay
from tests.command import run_lapel

Lapel = Callable[..., Result]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small workspace, and the current folder in it."""
    lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lapel() -> Lapel:
    """The command."""
    return run_lapel
