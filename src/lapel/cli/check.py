"""`lapel check`: read files and report every problem in them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from lapel.cli.console import cache_folder, print_diagnostics
from lapel.cli.exit_codes import ExitCode
from lapel.inputs import LEXICON_FILE, Request, match, read_inputs
from lapel.job.reading import read_job
from lapel.matching.lexicon import load_lexicon
from lapel.profile.reading import read_profile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.kinds import MARKDOWN, Kind, kind_of
from lapel.source.reading import read_source
from lapel.source.yaml import parse_yaml_sound
from lapel.text.plurals import count
from lapel.theme.reading import read_theme
from lapel.workspace import SETTINGS_FILE, THEME_FILE, Workspace, find_workspace

NOT_TEXT = frozenset({"unreadable", "not-utf-8", "null-character"})
"""The problems of a file that cannot be opened as text."""


@click.command(short_help="Report every problem in these files.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
def command(files: tuple[Path, ...]) -> None:
    """Read each FILE and report every problem in it: profiles, job files, themes, lapel.yaml.

    A job file is also held against its profile: labels that name no entry, pins that name nothing.
    """
    workspace = find_workspace(Path())
    found = list(workspace.diagnostics)
    for file in files:
        found += _check(file, workspace.value or Workspace(Path()))
    found = list(dict.fromkeys(found))
    print_diagnostics(found)
    errors = sum(d.severity is Severity.ERROR for d in found)
    warnings = len(found) - errors
    tally = f"{count('error', errors)}, {count('warning', warnings)}" if found else "no problems"
    click.echo(f"{count('file', len(files))}: {tally}")
    sys.exit(_exit_code(found))


def _exit_code(found: list[Diagnostic]) -> ExitCode:
    """Errors are what `check` looks for; only where no file could be opened it has not looked."""
    codes = {d.code for d in found if d.severity is Severity.ERROR}
    if not codes:
        return ExitCode.DONE
    return ExitCode.UNREADABLE if codes <= NOT_TEXT else ExitCode.NOT_DONE


def _check(file: Path, workspace: Workspace) -> Iterator[Diagnostic]:
    if file.name == SETTINGS_FILE:
        yield from find_workspace(file.parent).diagnostics
    elif file.name == THEME_FILE:
        yield from read_theme(file.parent).diagnostics
    elif file.name == LEXICON_FILE:
        yield from load_lexicon(file).diagnostics
    elif _is_job(file, workspace):
        yield from _check_job(file, workspace)
    else:
        yield from read_profile(file).diagnostics


def _check_job(file: Path, workspace: Workspace) -> Iterator[Diagnostic]:
    """The job file alone where no profile is to be had, else against its profile."""
    read = read_inputs(file, Request(), workspace)
    if read.value is None:
        alone = read_job(file).diagnostics
        yield from alone
        yield from (d for d in read.diagnostics if d not in alone)
        return
    yield from read.diagnostics
    yield from match(read.value, cache_folder()).diagnostics


def _is_job(file: Path, workspace: Workspace) -> bool:
    """Markdown is a job file; else the folder tells, and elsewhere the keys."""
    if file.suffix.lower() in MARKDOWN:
        return True
    folder = file.parent.resolve()
    if folder in (workspace.jobs.resolve(), workspace.profiles.resolve()):
        return folder == workspace.jobs.resolve()
    source = read_source(file).value
    return source is not None and kind_of(parse_yaml_sound(source)[0], source.text) is Kind.JOB
