"""`lapel tailor`: write resume and letter for one or more jobs."""

import os
import sys
from pathlib import Path
from typing import Any

import click

from lapel.cli import options
from lapel.cli.exit_codes import ExitCode
from lapel.cli.extras import PREVIEW, report_if_missing
from lapel.cli.values import OneOf
from lapel.rendering.engine import LayoutEngine, Press


@click.command()
@click.argument("jobs", metavar="JOB...", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.profile
@options.pages
@options.formats
@options.theme
@options.paper
@options.language
@options.personal
@options.public
@options.combined
@options.reference
@options.output
@options.letter_date
@options.letter_words
@click.option("--only", type=OneOf(("resume", "letter")), help="Write only this document.")
@click.option("--dry-run", is_flag=True, help="Do everything except write files.")
@click.option("--json", "as_json", is_flag=True, help="Print one line of JSON for each job.")
@click.option("--open", "open_it", is_flag=True, help="Open the result when done.")
@click.option("--watch", is_flag=True, help="Tailor again when a file changes, until Ctrl-C.")
@click.option("--force", is_flag=True, help="Overwrite files that were changed by hand.")
@click.option("--verbose", is_flag=True, help="Show every note and what answers it.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    jobs: tuple[Path, ...],
    dry_run: bool,
    as_json: bool,
    open_it: bool,
    watch: bool,
    force: bool,
    verbose: bool,
    quiet: bool,
    **asked: Any,
) -> None:
    """Write a resume and letter for each JOB as PDF and DOCX, with an account of every choice.

    A JOB is a job file in Markdown or YAML. Its documents, ledger.html, ledger.json and
    manifest.json go into its own folder in output/. A file there that you changed by hand is kept,
    and the new one is written next to it.
    """
    if watch and report_if_missing(PREVIEW):
        sys.exit(ExitCode.ENVIRONMENT)
    with LayoutEngine() as engine:
        # Imported while the engine loads in its own process: together they would take turns.
        from lapel.cli.console import cache_folder  # noqa: PLC0415
        from lapel.cli.tailoring import Manner, Output, tailor_jobs  # noqa: PLC0415 - as above
        from lapel.options import Request  # noqa: PLC0415 - as above

        shown = Output.JSON if as_json else Output.NOTHING if quiet else Output.SUMMARY
        manner = Manner(shown, quiet, dry_run, open_it, force, verbose)
        request = Request(**asked)
        jobs = tuple({os.path.realpath(job): job for job in jobs}.values())
        press = Press(engine, cache_folder())
        if watch:
            from lapel.cli.watching import watch_jobs  # noqa: PLC0415 - of an extra

            sys.exit(watch_jobs(jobs, request, manner, press))
        sys.exit(tailor_jobs(jobs, request, manner, press))
