"""`lapel init`: a workspace with a sample, around files already in the folder."""

import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from lapel.cli.schema import FILES, schema_file, schema_text
from lapel.cli.values import output_folder
from lapel.store.writing import write_new
from lapel.workspace import Workspace, list_profiles

SAMPLE = Path(__file__).parent / "sample"
SAMPLE_JOB = Path("jobs/fenwick-head-of-programs.md")
FOLDERS = ("profiles", "jobs", "templates", "output")


@click.command()
@click.argument("folder", metavar="DIR", type=output_folder)
def command(folder: Path) -> None:
    """Make a workspace in DIR with a sample that is ready to run.

    Makes profiles/, jobs/, templates/, output/ and lapel.yaml, and in .lapel/ the schemas that let
    an editor complete and check the YAML files. The sample is left out if you already have a
    profile of your own there. No file is ever overwritten.
    """
    profiles = {path.name for path in list_profiles(Workspace(folder))}
    with_sample = profiles <= {path.name for path in list_profiles(Workspace(SAMPLE))}
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    for path, content in sorted(workspace_files(with_sample=with_sample).items()):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        made = write_new(folder / path, content.encode())
        click.echo(f"{'made' if made else 'kept'}  {folder / path}")
    if with_sample:
        there = f"cd {shlex.quote(str(folder))} && " if folder.resolve() != Path.cwd() else ""
        click.echo(f"now try: {there}{_find_command()} tailor {SAMPLE_JOB}", err=True)


def _find_command() -> str:
    """Return the command that starts lapel from any folder: its name, or the script it was started
    by, or the one of the clone it runs from.
    """
    started, cloned = Path(sys.argv[0]).absolute(), Path(__file__).parents[3] / "bin" / "lapel"
    scripts = (path for path in (started, cloned) if path.name == "lapel" and path.is_file())
    script = None if shutil.which("lapel") else next(scripts, None)
    return shlex.quote(str(script)) if script else "lapel"


def workspace_files(*, with_sample: bool) -> Mapping[Path, str]:
    """Return the files of a new workspace: its settings, the schemas and, where asked, the
    sample.
    """
    schemas = {schema_file(kind): f"{schema_text(kind)}\n" for kind in FILES}
    sample = [path for path in SAMPLE.rglob("*") if path.is_file()]
    return schemas | {
        path.relative_to(SAMPLE): path.read_text(encoding="utf-8")
        for path in sample
        if with_sample or path.parent == SAMPLE
    }
