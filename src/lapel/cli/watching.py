"""`lapel tailor --watch`: tailoring again whenever a file changes, until Ctrl-C."""

import contextlib
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Event

import click
from msgspec.structs import replace

from lapel.cli.console import collect_garbage_often
from lapel.cli.exit_codes import ExitCode
from lapel.cli.tailoring import Manner, Output, tailor_jobs
from lapel.inputs import Inputs, read_here
from lapel.options import Request
from lapel.preview.watching import changes_in, watched_folders
from lapel.rendering.engine import Press
from lapel.source.diagnostics import Diagnostic, Outcome

PROBLEM_AFTER_S = 0.1
"""How long a problem must last before it is told: an editor may have written half of a file."""


def watch_jobs(jobs: Sequence[Path], request: Request, manner: Manner, press: Press) -> ExitCode:
    """Tailor each job now, and again when a file it reads changes; retry a job that fails."""
    seen: dict[Path, Mapping[str, str] | tuple[Diagnostic, ...]] = {}
    inputs: dict[Path, Inputs] = {}  # the newest that could be read

    def has_changed(job: Path) -> bool:
        read = _read_twice(job, request)
        before, seen[job] = seen.get(job), read.errors
        if read.value is not None and not read.errors:
            inputs[job], seen[job] = read.value, read.value.digests()
        return seen[job] != before

    def folders() -> frozenset[Path]:
        return frozenset().union(*(watched_folders(job, Path(), inputs.get(job)) for job in jobs))

    collect_garbage_often()
    with contextlib.suppress(KeyboardInterrupt):
        tailor_jobs([job for job in jobs if has_changed(job)], request, manner, press)
        if manner.output is Output.SUMMARY:
            click.echo("watching for changes; press Ctrl-C to stop", err=True)
        for _ in changes_in(folders, Event()):
            changed = [job for job in jobs if has_changed(job)]
            tailor_jobs(changed, request, replace(manner, open_it=False), press)
    return ExitCode.DONE


def _read_twice(job: Path, request: Request) -> Outcome[Inputs]:
    """Read a job's inputs; if they cannot be read, try once more a moment later."""
    read = read_here(job, request, Path())
    if read.errors:
        time.sleep(PROBLEM_AFTER_S)
        read = read_here(job, request, Path())
    return read
