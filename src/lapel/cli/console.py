"""Talking to a person, for all commands: problems, progress, and the folder for caches."""

import gc
import os
import re
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from typing import TextIO

import click

from lapel.cli.exit_codes import ExitCode
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.printing import INDENT, display_width, format_diagnostics

COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
ASKED_WRONGLY = frozenset({"which-profile", "unknown-profile", "unknown-theme", "unknown-paper"})
NOT_DONE = frozenset({"cannot-fit", "plan-broken", "template-problem", "missing-glyph"})
HAND_MADE_OUTPUT = "hand-made-output"
LACKING = frozenset({"missing-font", "engine-crashed"})
LEAST_ROOM = 30
"""The least columns for a text beside its indent, in the narrowest terminal."""
PROGRESS_AFTER_SECONDS = 1.0


def collect_garbage_often() -> None:
    """Collect garbage more often in a command that stays for hours, where it adds up."""
    gc.set_threshold(100_000)


def print_diagnostics(diagnostics: Iterable[Diagnostic], *, quiet: bool = False) -> None:
    """Print every problem on stderr, in the order found; ``quiet`` prints only errors and what else
    keeps the command from ending as done.
    """
    width = _measure_width(sys.stderr)
    told = (
        d
        for d in diagnostics
        if not quiet or d.severity is Severity.ERROR or d.code == HAND_MADE_OUTPUT
    )
    for diagnostic, text in format_diagnostics(told):
        head, newline, rest = text.partition("\n")
        label = f"{diagnostic.severity}:"
        styled = click.style(label, fg=COLORS[diagnostic.severity], bold=True)
        said = head.replace(label, styled, 1) + newline + rest
        parts = (part for line in said.split("\n") for part in _fold_line(line, width))
        click.echo("\n".join(parts), err=True)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines on stdout; on a terminal none is wider than that, unless a word is."""
    width = _measure_width(sys.stdout)
    click.echo("\n".join(part for line in lines for part in folded(line, width)))


def _measure_width(stream: TextIO) -> int:
    """Return the columns of a terminal; anything else has room for every line."""
    return get_terminal_size().columns if stream.isatty() else sys.maxsize


def _fold_line(line: str, width: int) -> Iterable[str]:
    """Fold a line of a problem to this width; a line quoted from a file stays whole, above its
    caret.
    """
    return (line,) if line.startswith(INDENT) else folded(line, width)


def folded(line: str, width: int) -> Iterator[str]:
    """Yield a line in parts of this width, the later ones under its text: "  0.873  Planned …"."""
    plain = click.unstyle(line)
    if display_width(plain) <= width:
        yield line
        return
    label = re.match(r"\s*\S+\s{2,}", plain)
    indent = label.end() if label else len(plain) - len(plain.lstrip()) + 2
    room = max(width, indent + LEAST_ROOM)
    part = ""
    for word in re.findall(r"\s*\S+", line):
        if part and display_width(click.unstyle(part + word)) > room:
            yield part
            part = " " * indent + word.lstrip()
        else:
            part += word
    yield part


def complain(message: str, help: str = "") -> None:
    """Report a problem of the command itself, as one of a file is reported."""
    print_diagnostics([Diagnostic("command", Severity.ERROR, message, help=help)])


def exit_code(diagnostics: Iterable[Diagnostic]) -> ExitCode:
    """Return the code for the worst of these problems; warnings are done work."""
    codes = {d.code for d in diagnostics if d.severity is Severity.ERROR}
    if not codes:
        return ExitCode.DONE
    if codes & LACKING:
        return ExitCode.ENVIRONMENT
    if codes <= ASKED_WRONGLY:
        return ExitCode.USAGE
    if codes <= NOT_DONE:
        return ExitCode.NOT_DONE
    return ExitCode.UNREADABLE


def cache_folder() -> Path:
    """Return the user's cache folder; LAPEL_CACHE names another."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only commands that render need it

    named = os.environ.get("LAPEL_CACHE")
    return Path(named or user_cache_path("lapel")).absolute()


@contextmanager
def progress(message: str, *, quiet: bool) -> Iterator[None]:
    """Show on a terminal what is going on, once it has taken a second."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    shown = threading.Event()

    def show() -> None:
        shown.set()
        click.echo(f"{message} …", err=True, nl=False)

    timer = threading.Timer(PROGRESS_AFTER_SECONDS, show)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        if shown.is_set():
            click.echo("\r\033[K", err=True, nl=False)
