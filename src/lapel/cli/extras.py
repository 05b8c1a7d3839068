"""The packages of lapel's optional parts, and the line to paste where one is missing."""

import sys
from collections.abc import Sequence
from importlib.util import find_spec

from lapel.cli.console import print_diagnostics
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.text.plurals import join_and

PREVIEW = ("pypdfium2", "starlette", "uvicorn", "watchfiles")
"""The packages of `lapel[preview]`."""


def find_missing(packages: Sequence[str]) -> list[str]:
    """Return those of the packages that are not installed."""
    return [package for package in packages if find_spec(package) is None]


def report_if_missing(packages: Sequence[str], severity: Severity = Severity.ERROR) -> bool:
    """Tell whether one of the packages is missing; if so, print it with the line to paste."""
    names = find_missing(packages)
    if names:
        message = f"this needs {join_and(names)}, of lapel[preview]"
        help = f"paste this line, then run lapel again: {pip_line(names)}"
        print_diagnostics([Diagnostic("extra", severity, message, help=help)])
    return bool(names)


def pip_line(packages: Sequence[str]) -> str:
    """Return the line to paste that installs packages beside lapel."""
    return f"{sys.executable} -m pip install {' '.join(packages)}"
