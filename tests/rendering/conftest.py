"""The built-in theme and one cache folder for all rendering tests."""

from pathlib import Path

import pytest

from lapel.theme.model import Theme
from tests.rendering.documents import classic_theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The classic theme."""
    return classic_theme()


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that the tests of a run share."""
    return tmp_path_factory.mktemp("cache")
