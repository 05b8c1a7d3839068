"""Tailoring jobs one after the other: problems to stderr, summaries or JSON to stdout."""

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from pathlib import Path

import click
from msgspec import Struct

from lapel.cli.console import exit_code, print_diagnostics, print_lines, progress
from lapel.cli.exit_codes import ExitCode
from lapel.cli.summary import MOST_NAMED, file_lines, folder_lines, summary_lines
from lapel.files import file_name
from lapel.inputs import Inputs, match, read_here
from lapel.ledger.serialising import to_json
from lapel.ledger.views import TailoredView, count_fates, summarize_letter
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.rendering.engine import Press
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.printing import format_warnings
from lapel.tailor import Tailored, prepare, store, tailor_job
from lapel.text.plurals import count, join_and, join_most

LETTERS, NOTES = frozenset({"letter-to-do"}), frozenset({"note-refuses"})
"""Codes left out of the warnings, because the summary tells them with the letter, or with the
note.
"""


class Output(Enum):
    """What is printed for each job."""

    SUMMARY = auto()
    JSON = auto()
    NOTHING = auto()


class Manner(Struct, frozen=True):
    """The command's options for its work; ``quiet`` is without warnings."""

    output: Output
    quiet: bool
    dry_run: bool
    open_it: bool
    force: bool
    verbose: bool


class _Finished(Struct, frozen=True):
    """A resume with the places of its files, written or not."""

    inputs: Inputs
    tailored: Tailored
    files: tuple[Path, ...]
    kept: bool


def tailor_jobs(jobs: Sequence[Path], request: Request, manner: Manner, press: Press) -> ExitCode:
    """Tailor each job; one that fails does not stop the others. Several are done only when all are,
    and problems of the profile are told once.
    """
    told: set[Diagnostic] = set()
    many = len(jobs) > 1
    codes = {job: _tailor_one(job, request, manner, press, told, many=many) for job in jobs}
    if not many:
        return next(iter(codes.values()), ExitCode.DONE)
    failed = [str(job) for job, code in codes.items() if code]
    if manner.output is Output.SUMMARY:
        click.echo(
            f"{len(codes) - len(failed)} of {count('job', len(codes))} done{_name_failed(failed)}"
        )
    return ExitCode.NOT_DONE if failed else ExitCode.DONE


def _name_failed(failed: Sequence[str]) -> str:
    return f"; not {join_most(failed, MOST_NAMED)}" if failed else ""


def _tailor_one(
    job: Path, request: Request, manner: Manner, press: Press, told: set[Diagnostic], *, many: bool
) -> ExitCode:
    """Tailor a job and print the result; problems that were printed are added to ``told``."""
    problems: list[Diagnostic] = []
    with progress(f"tailoring {job}", quiet=manner.output is not Output.SUMMARY):
        finished = _finish_job(job, request, manner, press, problems)
    elsewhere: frozenset[str] = frozenset()
    if finished is not None and manner.output is Output.SUMMARY:
        elsewhere = NOTES | LETTERS if finished.tailored.ledger.letter else NOTES
    new = [d for d in problems if d.code not in elsewhere and not (d.place and d in told)]
    print_diagnostics(new, quiet=manner.quiet)
    told.update(new)
    if finished is None:
        return exit_code(problems)
    if manner.output is Output.JSON:
        click.echo(to_json(_build_view(finished, problems)))
    elif manner.output is Output.SUMMARY:
        told_of = summary_lines(finished.tailored.ledger, job, verbose=manner.verbose)
        where = folder_lines if many else file_lines
        print_lines((*told_of, *where(finished.files, dry_run=manner.dry_run)))
    if manner.open_it and not manner.dry_run:
        click.launch(str(finished.files[0]))
    if finished.kept or finished.tailored.letter_failed:
        return ExitCode.NOT_DONE
    return exit_code(problems)


def _finish_job(
    job: Path, request: Request, manner: Manner, press: Press, problems: list[Diagnostic]
) -> _Finished | None:
    """Read, tailor and store one job; everything found on the way is added to ``problems``."""
    read = read_here(job, request, Path())
    problems += read.diagnostics
    inputs = read.value
    if inputs is None or exit_code(problems):
        return None
    ahead = prepare(inputs, press)
    matches = match(inputs, Memory.in_folder(press.cache))
    if ahead is not None:
        ahead.settle()  # so that the result does not depend on which was quicker
    made = tailor_job(inputs, matches, problems, press)
    problems += [*matches.diagnostics, *made.diagnostics]
    if made.value is None:
        return None
    if made.value.letter_failed:
        problems += _warn_of_older_letter(inputs)
    if manner.dry_run:
        files = tuple(inputs.folder / name for name in made.value.files)
        return _Finished(inputs, made.value, files, kept=False)
    stored = store(inputs, made.value, force=manner.force)
    problems += stored.diagnostics
    return _Finished(inputs, made.value, stored.files, kept=bool(stored.kept))


def _warn_of_older_letter(inputs: Inputs) -> Iterator[Diagnostic]:
    """Warn of an earlier run's letter that is still there where today's could not be made."""
    paths = [inputs.folder / file_name(inputs, kind, "letter") for kind in ("pdf", "docx")]
    if older := [str(path) for path in paths if path.exists()]:
        message = f"a letter from an earlier run is still here: {join_and(older)}"
        help = "do not send it: fix the letter and run lapel tailor again"
        yield Diagnostic("letter-older", Severity.WARNING, message, help=help)


def _build_view(finished: _Finished, problems: Sequence[Diagnostic]) -> TailoredView:
    ledger = finished.tailored.ledger
    return TailoredView(
        job=finished.inputs.job_name,
        folder=str(finished.inputs.folder),
        files=tuple(str(path) for path in finished.files),
        pages=ledger.fit.pages,
        fill=ledger.fit.fill,
        notes=count_fates(ledger),
        letter=summarize_letter(ledger.letter) if ledger.letter else None,
        warnings=format_warnings(problems),
    )
