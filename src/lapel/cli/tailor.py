"""`lapel tailor`: write the resume for one or more jobs."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from lapel.cli import options
from lapel.cli.console import cache_folder, exit_code, print_diagnostics, progress
from lapel.cli.exit_codes import ExitCode
from lapel.cli.summary import summary_lines
from lapel.ledger.serialising import to_json
from lapel.ledger.views import TailoredView, count_fates
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.printing import format_diagnostic
from lapel.tailor import Inputs, Request, Tailored, match, read_inputs, store, tailor_resume
from lapel.workspace import find_workspace


@click.command(short_help="Write the resume for a job.")
@click.argument("jobs", metavar="JOB...", nargs=-1, required=True, type=click.Path(path_type=Path))
@options.profile
@options.pages
@options.formats
@options.theme
@options.paper
@options.output
@click.option("--only", type=click.Choice(["resume"]), help="Write only this document.")
@click.option("--dry-run", is_flag=True, help="Do everything but write.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line and job.")
@click.option("--open", "open_it", is_flag=True, help="Open the result when it is done.")
@click.option("--force", is_flag=True, help="Overwrite files that were changed by hand.")
@click.option("--verbose", is_flag=True, help="Show every note with its answer.")
@click.option("--quiet", is_flag=True, help="Print nothing but errors.")
def command(
    jobs: tuple[Path, ...],
    profile: str | None,
    pages: int | None,
    formats: tuple[str, ...] | None,
    theme: str | None,
    paper: str | None,
    output: Path | None,
    only: str | None,  # noqa: ARG001 - the resume is the one document there is
    dry_run: bool,
    as_json: bool,
    open_it: bool,
    force: bool,
    verbose: bool,
    quiet: bool,
) -> None:
    """Write the resume for each JOB, as PDF and DOCX, with the account of every choice.

    A JOB is a job file in Markdown or YAML. Its documents, ledger.html, ledger.json and
    manifest.json go into a folder of its own in output/. A file there that was changed by hand is
    kept, and the new one written next to it.
    """
    request = Request(profile, pages, theme, paper, formats, output)
    codes = []
    for job in jobs:
        with progress(f"tailoring {job}", quiet=quiet or as_json):
            finished, problems, code = _tailor_one(job, request)
        kept: list[Path] = []
        if finished is not None:
            inputs, tailored = finished
            files = [inputs.folder / name for name in tailored.files]
            if not dry_run:
                stored = store(inputs, tailored, force=force)
                files, kept = list(stored.files), list(stored.kept)
                problems += stored.diagnostics
            if as_json:
                click.echo(to_json(_view(inputs, tailored, files, problems)))
            elif not quiet:
                click.echo(summary_lines(tailored.ledger, files, dry_run=dry_run, verbose=verbose))
            if open_it and not dry_run:
                click.launch(str(files[0]))
        print_diagnostics(problems, quiet=quiet)
        codes.append(ExitCode.NOT_DONE if kept else code)
    sys.exit(codes[0] if len(codes) == 1 else _together(codes))


def _tailor_one(
    job: Path, request: Request
) -> tuple[tuple[Inputs, Tailored] | None, list[Diagnostic], ExitCode]:
    workspace = find_workspace(Path())
    problems = list(workspace.diagnostics)
    if workspace.value is None:
        return None, problems, exit_code(problems)
    read = read_inputs(job, request, workspace.value)
    problems += read.diagnostics
    if read.value is None or exit_code(problems):
        return None, problems, exit_code(problems)
    matches = match(read.value)
    tailored = tailor_resume(read.value, matches, problems, cache_folder())
    problems += [*matches.diagnostics, *tailored.diagnostics]
    finished = (read.value, tailored.value) if tailored.value else None
    return finished, problems, exit_code(problems)


def _view(
    inputs: Inputs, tailored: Tailored, files: Sequence[Path], problems: Sequence[Diagnostic]
) -> TailoredView:
    return TailoredView(
        job=inputs.job_name,
        folder=str(inputs.folder),
        files=tuple(str(path) for path in files),
        pages=tailored.ledger.fit.pages,
        fill=tailored.ledger.fit.fill,
        notes=count_fates(tailored.ledger),
        warnings=tuple(format_diagnostic(d) for d in problems if d.severity is Severity.WARNING),
    )


def _together(codes: Sequence[ExitCode]) -> ExitCode:
    """Of several jobs: done when all are, otherwise something asked for was not done."""
    return ExitCode.DONE if not any(codes) else ExitCode.NOT_DONE
