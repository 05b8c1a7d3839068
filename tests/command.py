"""The command as the tests call it: in this process, with one warm engine and one cache for all."""

import json
import os
from pathlib import Path
from types import TracebackType
from typing import Any

import pytest
from click.testing import CliRunner, Result

from lapel.cli.main import main
from lapel.preview.renewing import is_due
from lapel.rendering.engine import LayoutEngine
from tests.folders import run_folder

ENGINES = tuple(f"{name}.LayoutEngine" for name in ("lapel.cli.letter", "lapel.cli.tailor"))
"""Where commands find the class; `lapel theme` looks where it is defined."""
_warm: list[LayoutEngine] = []


def warm_engine() -> LayoutEngine:
    """The engine of this process, in the current folder; nobody ends it."""
    if _warm and is_due(_warm[0]):
        _warm.pop().close()
    if not _warm:
        _warm.append(LayoutEngine())
    _warm[0].call(os.chdir, Path.cwd()).forget()  # where a process of its own would begin
    return _warm[0]


class LentEngine:
    """Stands for the engine of one command."""

    def __enter__(self) -> LayoutEngine:
        return warm_engine()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pass


def run_lapel(*arguments: str | Path, **environment: str) -> Result:
    """Run `lapel` with these arguments and changes to the environment."""
    with pytest.MonkeyPatch.context() as patch:
        for name in (*ENGINES, "lapel.rendering.engine.LayoutEngine"):
            patch.setattr(name, LentEngine)
        asked = [str(argument) for argument in arguments]
        cache = str(run_folder() / "cache")
        return CliRunner().invoke(main, asked, env={"LAPEL_CACHE": cache, **environment})


def ledger_of(folder: Path, *arguments: str) -> Any:  # noqa: ANN401 - parsed JSON
    """The ledger that `lapel tailor` with these arguments writes in a folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = run_lapel("tailor", *arguments)
    assert result.exit_code == 0, result.output
    (found,) = folder.rglob("ledger.json")
    return json.loads(found.read_text())
