"""`lapel check`: read files and report every problem in them."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from lapel.checks.produced.folder import READERS, check_folder, check_one
from lapel.checks.produced.model import ReadFile
from lapel.checks.views import checked_view
from lapel.cli.console import cache_folder, print_diagnostics
from lapel.cli.exit_codes import ExitCode
from lapel.inputs import LEXICON_FILE, Request, match, read_inputs
from lapel.job.reading import read_job
from lapel.ledger.serialising import to_json
from lapel.matching.lexicon import load_lexicon
from lapel.profile.reading import read_profile
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.kinds import MARKDOWN, Kind, kind_of
from lapel.source.reading import read_source
from lapel.source.yaml import parse_yaml_sound
from lapel.text.plurals import count
from lapel.theme.reading import read_theme
from lapel.workspace import SETTINGS_FILE, THEME_FILE, Workspace, find_workspace

NOT_READ = frozenset(
    {
        "unreadable",
        "not-utf-8",
        "null-character",
        "unreadable-output",
        "no-output",
        "damaged-manifest",
    }
)
"""The problems of a file that cannot be opened as what it is."""


@click.command(short_help="Report every problem in these files.")
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--text", is_flag=True, help="Print what a parser sees of each PDF and DOCX.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(files: tuple[Path, ...], text: bool, as_json: bool) -> None:
    """Read each FILE and report every problem in it: profiles, job files, themes, lapel.yaml.

    A job file is also held against its profile: labels that name no entry, pins that name nothing.

    Of a job's folder in output/, or a PDF or DOCX there, every file is read back as a parser reads
    it: what is lost, torn or out of order is named with the line of its text, and so is what was
    changed by hand.
    """
    workspace = find_workspace(Path())
    found = list(workspace.diagnostics)
    seen: list[ReadFile] = []
    for file in files:
        found += _check(file, workspace.value or Workspace(Path()), seen)
    found = list(dict.fromkeys(found))
    if as_json:
        click.echo(to_json(checked_view([str(file) for file in files], found, seen), indent=1))
        sys.exit(_exit_code(found))
    if text:
        click.echo("\n".join(_parsers_view(seen)))
    print_diagnostics(found)
    errors = sum(d.severity is Severity.ERROR for d in found)
    warnings = len(found) - errors
    tally = f"{count('error', errors)}, {count('warning', warnings)}" if found else "no problems"
    click.echo(f"{count('file', len(files))}: {tally}", err=text)
    sys.exit(_exit_code(found))


def _exit_code(found: list[Diagnostic]) -> ExitCode:
    """Errors are what `check` looks for; only where no file could be opened it has not looked."""
    codes = {d.code for d in found if d.severity is Severity.ERROR}
    if not codes:
        return ExitCode.DONE
    return ExitCode.UNREADABLE if codes <= NOT_READ else ExitCode.NOT_DONE


def _check(file: Path, workspace: Workspace, seen: list[ReadFile]) -> Iterator[Diagnostic]:
    """The problems of one file; ``seen`` takes up what was read back."""
    produced = file.is_file() and file.suffix.lower() in READERS
    if produced or (file.is_dir() and not (file / THEME_FILE).is_file()):
        read = check_one(file) if produced else check_folder(file, workspace.root)
        seen += read.files
        yield from read.diagnostics
    else:
        yield from _check_source(file / THEME_FILE if file.is_dir() else file, workspace)


def _check_source(file: Path, workspace: Workspace) -> Iterator[Diagnostic]:
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


def _parsers_view(seen: list[ReadFile]) -> Iterator[str]:
    """The text of each file with the numbers that its problems are placed by, and its links."""
    for number, file in enumerate(seen):
        if number:
            yield ""
        yield f"{file.path}, as a parser reads it:"
        yield from (f"{at:5}  {line}".rstrip() for at, line in enumerate(file.lines, 1))
        yield from (f" link  {link}" for link in file.links)
