"""`lapel letter`: write the draft of a letter, show where it comes from and what changed since."""

import sys
from pathlib import Path
from typing import Any

import click

from lapel.cli import options
from lapel.rendering.engine import LayoutEngine, Press


@click.command()
@click.argument("job", type=click.Path(path_type=Path))
@options.profile
@options.pages
@options.theme
@options.paper
@options.language
@options.letter_date
@options.letter_words
@click.option("--update", is_flag=True, help="Merge a fresh draft into the letter you edited.")
@click.option("--stdout", "to_stdout", is_flag=True, help="Print a fresh draft and write nothing.")
@click.option("--dry-run", is_flag=True, help="Do everything except write files.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    job: Path, update: bool, to_stdout: bool, dry_run: bool, as_json: bool, **asked: Any
) -> None:
    """Write the letter for JOB as Markdown into letters/ beside it, and show the source of every
    sentence.

    From then on that file is the letter's text. Edit it as you like: lapel tailor uses it as it
    stands, and lapel never overwrites it. When the job file or the profile changes, this shows what
    a fresh draft would change; --update merges whatever does not touch your edits.
    """
    if update and to_stdout:
        raise click.UsageError(
            "--update writes the letter and --stdout writes nothing: use only one"
        )
    if as_json and to_stdout:
        raise click.UsageError(
            "--json prints the letter as data and --stdout as text: use only one"
        )
    with LayoutEngine() as engine:
        # Imported while the engine loads in its own process: together they would take turns.
        from lapel.cli.console import cache_folder  # noqa: PLC0415
        from lapel.cli.lettering import LetterManner, write_letter  # noqa: PLC0415 - as above
        from lapel.options import Request  # noqa: PLC0415 - as above

        manner = LetterManner(update, to_stdout, dry_run, as_json)
        request = Request(**asked)
        press = Press(engine, cache_folder())
        sys.exit(write_letter(job, request, manner, press))
