"""`lapel check`: read files and report every problem in them."""

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from lapel.checks.produced.model import ReadFile
from lapel.checks.views import checked_view
from lapel.cli.checking import check_path
from lapel.cli.console import print_diagnostics
from lapel.cli.exit_codes import ExitCode
from lapel.ledger.serialising import to_json
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.reading import MISSING_FILE
from lapel.text.plurals import count
from lapel.workspace import Workspace, find_workspace_of

NOT_READ = frozenset(
    {
        "unreadable",
        MISSING_FILE,
        "not-utf-8",
        "null-character",
        "unreadable-output",
        "no-output",
        "damaged-manifest",
    }
)
"""The codes of files that cannot be opened as their kind."""


@click.command()
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option("--text", is_flag=True, help="Print what a parser sees in each PDF and DOCX.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(files: tuple[Path, ...], text: bool, as_json: bool) -> None:
    """Read each FILE and report every problem in it: profiles, job files, themes, lapel.yaml.

    A job file is also checked against its profile: labels that match no entry, pins that match
    nothing. So is its letter in letters/: claims found in neither the profile nor the job file,
    another company's name, to-dos that are left, and style.

    For a job's folder in output/, or a PDF or DOCX in it, every file is read back as a parser would
    read it: whatever is lost, torn or out of order is reported with its line, and so is anything
    that was changed by hand.
    """
    found: list[Diagnostic] = []
    seen: list[ReadFile] = []
    for file in files:
        workspace = find_workspace_of(file, Path())
        found += workspace.diagnostics
        found += check_path(file, workspace.value or Workspace(Path()), seen)
    found = list(dict.fromkeys(found))
    if as_json:
        click.echo(to_json(checked_view([str(file) for file in files], found, seen), indent=1))
        sys.exit(_choose_exit_code(found))
    if text:
        click.echo("\n".join(_show_as_parser_reads(seen)))
    print_diagnostics(found)
    click.echo(f"{count('file', len(files))}: {_count_by_severity(found)}", err=text)
    sys.exit(_choose_exit_code(found))


def _count_by_severity(found: Sequence[Diagnostic]) -> str:
    """Return how many problems of each kind there are; hints are named only where there are any."""
    counts = Counter(problem.severity for problem in found)
    if not counts:
        return "no problems"
    named = [count("error", counts[Severity.ERROR]), count("warning", counts[Severity.WARNING])]
    if counts[Severity.HINT]:
        named.append(count("hint", counts[Severity.HINT]))
    return ", ".join(named)


def _choose_exit_code(found: Sequence[Diagnostic]) -> ExitCode:
    """Return the exit code: unreadable only if no file could be opened, since finding errors is
    what `check` is for.
    """
    codes = {d.code for d in found if d.severity is Severity.ERROR}
    if not codes:
        return ExitCode.DONE
    return ExitCode.UNREADABLE if codes <= NOT_READ else ExitCode.NOT_DONE


def _show_as_parser_reads(seen: Sequence[ReadFile]) -> Iterator[str]:
    """Yield the text of each file with the numbers that its problems are placed by, and its
    links.
    """
    for number, file in enumerate(seen):
        if number:
            yield ""
        yield f"{file.path}, as a parser reads it:"
        yield from (f"{at:5}  {line}".rstrip() for at, line in enumerate(file.lines, 1))
        yield from (f" link  {link}" for link in file.links)
