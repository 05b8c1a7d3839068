"""The `--update` switch of the literate cases."""

import contextlib
import tempfile
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    with contextlib.suppress(ValueError):  # another folder's cases have the switch already
        parser.addoption("--update", action="store_true", help="rewrite what the cases expect")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update", default=False):
        from tests.job.test_cases import update_pages

        with tempfile.TemporaryDirectory() as folder:
            update_pages(Path(folder))
