"""Folders of one run of the tests: all its processes share them, and they go when it ends."""

import os
from pathlib import Path
from tempfile import mkdtemp

from tests.conftest import RUN_FOLDER


def run_folder() -> Path:
    """The folder of this run."""
    return Path(os.environ[RUN_FOLDER])


def new_folder(what: str) -> Path:
    """A folder of one's own in it."""
    return Path(mkdtemp(prefix=f"{what}-", dir=run_folder()))
