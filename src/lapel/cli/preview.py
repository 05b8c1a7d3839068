"""`lapel preview`: a local page that shows one job's documents and stays true to its files."""

import sys
from pathlib import Path
from typing import Any

import click

from lapel.cli import options
from lapel.cli.exit_codes import ExitCode
from lapel.cli.extras import PREVIEW, report_if_missing


@click.command()
@click.argument("job", metavar="JOB", type=click.Path(path_type=Path))
@options.profile
@options.pages
@options.theme
@options.paper
@options.language
@options.letter_date
@options.letter_words
@options.personal
@options.public
@options.combined
@options.reference
@options.output
@click.option("--open", "open_it", is_flag=True, help="Open the page in the browser.")
@options.port
@click.option(
    "--no-watch", is_flag=True, help="Show the files as they are now, and ignore later changes."
)
def command(job: Path, open_it: bool, port: int | None, no_watch: bool, **asked: Any) -> None:
    """Show the documents for JOB in your browser, and update them as their files change.

    Change the profile, the job file or the theme in your editor and the page follows. What you
    choose on the page (pin, drop, order, wording, theme, pages) is written to the job file and
    nowhere else. The page is served on this machine alone; press Ctrl-C to stop.
    """
    if report_if_missing(PREVIEW):
        sys.exit(ExitCode.ENVIRONMENT)
    from lapel.cli.previewing import preview_job  # noqa: PLC0415 - help loads no server
    from lapel.options import Request  # noqa: PLC0415 - as above

    request = Request(**asked)
    sys.exit(preview_job(job, request, port=port, watch=not no_watch, open_it=open_it))
