"""`lapel theme`: list the themes, show how one looks, and make a copy to change."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from lapel.cli.console import cache_folder, complain, exit_code, print_diagnostics, progress
from lapel.cli.exit_codes import ExitCode
from lapel.cli.extras import find_missing, report_if_missing
from lapel.cli.init import SAMPLE, SAMPLE_JOB
from lapel.cli.schema import schema_file, schema_text
from lapel.cli.values import output_folder
from lapel.inputs import match, read_inputs
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.store.names import folder_name
from lapel.store.writing import copy_folder, write_atomically, write_new
from lapel.theme.model import BUILT_IN_THEMES, THEME_FILE
from lapel.theme.reading import read_theme
from lapel.workspace import (
    DEFAULT_THEME,
    Workspace,
    find_theme,
    find_workspace_of,
    list_themes,
)

PICTURE_WIDTH_PX = 1020
"""The width of a Letter page at 120 dots an inch."""
PICTURES = ("pypdfium2",)
SCHEMA_LINE = "# yaml-language-server: $schema="
"""The comment by which editors find the schema of a YAML file."""


@click.group()
def command() -> None:
    """List the themes, preview one, or copy one into the workspace to change it."""


@command.command("list", short_help="List the themes.")
def list_all() -> None:
    """List the themes, including the workspace's own, with a line about each."""
    workspace = _require_workspace()
    problems: list[Diagnostic] = []
    lines = []
    for folder in list_themes(workspace):
        read = read_theme(folder)
        problems += read.diagnostics
        own = "" if folder.parent.resolve() == BUILT_IN_THEMES.resolve() else f" ({folder})"
        default = ", where none is named" if folder.name == DEFAULT_THEME else ""
        about = read.value.about if read.value else "cannot be read, see above"
        lines.append(f"{folder.name + default + own}\n    {about}")
    print_diagnostics(problems)
    click.echo("\n".join(lines))
    sys.exit(exit_code(problems))


@command.command("show", short_help="Make a picture of a theme.")
@click.argument("name")
@click.argument("job", required=False, type=click.Path(path_type=Path))
@click.option(
    "--output",
    default=Path(),
    type=output_folder,
    metavar="DIR",
    help="The folder for the pictures.  [default: the current folder]",
)
@click.option("--open", "open_it", is_flag=True, help="Open the first picture.")
def show(name: str, job: Path | None, output: Path, open_it: bool) -> None:
    """Make a PNG of each page in the theme NAME, of JOB's documents or of lapel's sample."""
    workspace = _require_workspace(job)
    request = Request(theme=name, formats=("pdf",))
    if job is None:
        job = SAMPLE / SAMPLE_JOB
        [profile] = (SAMPLE / "profiles").glob("*.yaml")
        request = Request(profile=str(profile), theme=name, formats=("pdf",))
    problems: list[Diagnostic] = []
    with progress(f"setting a page in {name}", quiet=False):
        documents = _make_documents(job, request, workspace, problems)
    print_diagnostics(problems)
    if documents:
        report_if_missing(PICTURES, Severity.WARNING)
        output.mkdir(parents=True, exist_ok=True)
        made = [path for pdf in documents for path in _write_pictures(pdf, name, output)]
        click.echo("\n".join(map(str, made)))
        if open_it:
            click.launch(str(made[0]))
    sys.exit(exit_code(problems))


@command.command("new", short_help="Copy a theme into the workspace.")
@click.argument("name")
@click.option(
    "--from",
    "origin",
    default=DEFAULT_THEME,
    show_default=True,
    metavar="THEME",
    help="The theme to copy.",
)
def new(name: str, origin: str) -> None:
    """Copy a theme into templates/NAME of the workspace, where it can be changed.

    An editor completes and checks its theme.yaml by a schema, which is put into .lapel/.
    """
    workspace = _require_workspace()
    if folder_name(name) != name:
        raise click.UsageError(f"'{name}' cannot be the name of a folder")
    found = find_theme(workspace, origin)
    print_diagnostics(found.diagnostics)
    if found.value is None:
        sys.exit(exit_code(found.diagnostics))
    folder = workspace.templates / name
    if folder.exists():
        complain(f"{folder} is there already; nothing was written")
        sys.exit(ExitCode.NOT_DONE)
    copy_folder(found.value, folder)
    made = [*sorted(folder.rglob("*")), *_add_schema(folder / THEME_FILE, workspace)]
    click.echo("\n".join(f"made  {path}" for path in made))
    click.echo(f"now try: lapel theme show {name}", err=True)


def _add_schema(file: Path, workspace: Workspace) -> Iterator[Path]:
    """Let a ``theme.yaml`` name its schema, and yield that where it was not there yet."""
    schema = workspace.root / schema_file("theme")
    line = f"{SCHEMA_LINE}{os.path.relpath(schema, file.parent)}\n".encode()
    content = file.read_bytes()
    if not content.startswith(SCHEMA_LINE.encode()):
        write_atomically(file, line + content)
    schema.parent.mkdir(exist_ok=True)
    if write_new(schema, f"{schema_text('theme')}\n".encode()):
        yield schema


def _require_workspace(job: Path | None = None) -> Workspace:
    found = find_workspace_of(job or Path(), Path())
    print_diagnostics(found.diagnostics)
    if found.value is None:
        sys.exit(exit_code(found.diagnostics))
    return found.value


def _make_documents(
    job: Path, request: Request, workspace: Workspace, problems: list[Diagnostic]
) -> Sequence[tuple[str, bytes]]:
    """Return the PDFs of a job by name, nothing stored; everything found is added to
    ``problems``.
    """
    from lapel.rendering.engine import LayoutEngine, Press  # noqa: PLC0415 - a list needs no engine
    from lapel.tailor import tailor_job  # noqa: PLC0415 - as above

    with LayoutEngine() as engine:
        press = Press(engine, cache_folder())
        read = read_inputs(job, request, workspace)
        problems += read.diagnostics
        if read.value is None or exit_code(problems):
            return ()
        matches = match(read.value, Memory.in_folder(press.cache))
        made = tailor_job(read.value, matches, problems, press)
        problems += made.diagnostics
        files = made.value.files if made.value else {}
    return [(name, data) for name, data in files.items() if name.endswith(".pdf")]


def _write_pictures(pdf: tuple[str, bytes], theme: str, folder: Path) -> list[Path]:
    """Return a PNG a page; or the PDF itself, where nothing that draws pages is installed."""
    stem, data = f"{theme}-{Path(pdf[0]).stem.rpartition('-')[2].lower()}", pdf[1]
    if find_missing(PICTURES):
        path = folder / f"{stem}.pdf"
        write_atomically(path, data)
        return [path]
    from lapel.preview.painting import Painter  # noqa: PLC0415 - of an extra

    painter = Painter.of(data)
    made = []
    for page in range(painter.pages):
        path = folder / f"{stem}-{page + 1}.png"
        write_atomically(path, painter.png(page, PICTURE_WIDTH_PX))
        made.append(path)
    painter.close()
    return made
