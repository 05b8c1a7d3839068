"""What the optional parts of lapel need, and the line to paste where it is missing."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from lapel.cli.console import complain
from lapel.text.plurals import join_and

PREVIEW = ("pypdfium2", "starlette", "uvicorn", "watchfiles")
"""The packages of `lapel[preview]`."""


def lacks(packages: Sequence[str]) -> bool:
    """Whether one of these is not installed; then the line to paste is printed on stderr."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        help = f"paste this line, then run lapel again: {pip_line(missing)}"
        complain(f"this needs {join_and(missing)}, of lapel[preview]", help)
    return bool(missing)


def pip_line(packages: Sequence[str]) -> str:
    """The line to paste that installs packages beside lapel."""
    return f"{sys.executable} -m pip install {' '.join(packages)}"
