"""The command as the tests call it: in this process, with one warm engine and one cache for all."""

import os
from pathlib import Path
from types import TracebackType

import pytest
from click.testing import CliRunner, Result

from lapel.cli import letter, tailor
from lapel.cli.main import main
from lapel.preview.renewing import is_due
from lapel.rendering.engine import LayoutEngine
from tests.folders import run_folder


class LentEngine:
    """Stands for the engine of one command: the one that all share, warm and never ended."""

    engine: LayoutEngine | None = None

    def __enter__(self) -> LayoutEngine:
        if self.engine is not None and is_due(self.engine):
            self.engine.close()
            LentEngine.engine = None
        if self.engine is None:
            LentEngine.engine = LayoutEngine()
        assert self.engine is not None
        self.engine.call(os.chdir, Path.cwd()).forget()  # a process of its own would begin here
        return self.engine

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
        for command in (letter, tailor):
            patch.setattr(command, "LayoutEngine", LentEngine)
        asked = [str(argument) for argument in arguments]
        cache = str(run_folder() / "cache")
        return CliRunner().invoke(main, asked, env={"LAPEL_CACHE": cache, **environment})
