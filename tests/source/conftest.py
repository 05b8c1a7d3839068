"""The `--update` switch of the literate cases."""

from contextlib import suppress

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    with suppress(ValueError):  # another folder's cases have the same switch
        parser.addoption("--update", action="store_true", help="rewrite what the cases expect")


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--update", default=False):
        from tests.literate import update_pages
        from tests.source.test_cases import PAGES, read

        update_pages(PAGES, read)
