"""The built-in themes and one cache folder for all rendering tests."""

from pathlib import Path

import pytest

from lapel.theme.model import Theme
from tests.quick import one_quick
from tests.rendering.documents import THEMES, classic_theme, theme_named


@pytest.fixture(scope="session")
def theme() -> Theme:
    """The classic theme."""
    return classic_theme()


@pytest.fixture(params=one_quick(THEMES))
def each(request: pytest.FixtureRequest) -> Theme:
    """Each theme in turn."""
    return theme_named(request.param)


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache folder that the tests of a run share."""
    return tmp_path_factory.mktemp("cache")
