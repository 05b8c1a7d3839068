"""The command line, and a small workspace to run it in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lapel.cli.main import main
from tests.baker import lay

Lapel = Callable[..., Result]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small workspace, and the current folder in it."""
    lay(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def lapel(tmp_path_factory: pytest.TempPathFactory) -> Lapel:
    """The command, with a cache for the whole run."""
    cache = tmp_path_factory.getbasetemp() / "cache"

    def run(*arguments: str, **environment: str) -> Result:
        return CliRunner().invoke(main, arguments, env={"LAPEL_CACHE": str(cache), **environment})

    return run
