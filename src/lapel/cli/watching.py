"""`lapel tailor --watch`: tailoring again whenever a file changes, until Ctrl-C."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from threading import Event

import click

from lapel.cli.console import stay
from lapel.cli.exit_codes import ExitCode
from lapel.cli.tailoring import Manner, Output, tailor_jobs
from lapel.inputs import Inputs, Request, read_here
from lapel.preview.watching import changes_in, watched_folders
from lapel.rendering.engine import LayoutEngine


def watch_jobs(
    jobs: Sequence[Path], request: Request, manner: Manner, engine: LayoutEngine
) -> ExitCode:
    """Tailor each job now, and anew when what it reads changes; a job that fails is tried again."""
    seen = {job: _read(job, request) for job in jobs}

    def folders() -> frozenset[Path]:
        return frozenset().union(*(watched_folders(job, Path(), seen[job]) for job in jobs))

    def has_changed(job: Path) -> bool:
        before, seen[job] = seen[job], _read(job, request) or seen[job]
        now = seen[job]
        return before is None or now is None or now.digests() != before.digests()

    stay()
    with contextlib.suppress(KeyboardInterrupt):
        tailor_jobs(jobs, request, manner, engine)
        if manner.output is Output.SUMMARY:
            click.echo("watching for changes; Ctrl-C ends it", err=True)
        for _ in changes_in(folders, Event()):
            changed = [job for job in jobs if has_changed(job)]
            tailor_jobs(changed, request, replace(manner, open_it=False), engine)
    return ExitCode.DONE


def _read(job: Path, request: Request) -> Inputs | None:
    """What a job reads, None where it cannot be read now."""
    read = read_here(job, request, Path())
    return None if read.errors else read.value
