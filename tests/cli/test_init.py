"""A new workspace runs at once, and an old one loses nothing."""

import json
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lapel.cli.exit_codes import ExitCode
from lapel.cli.init import SAMPLE_JOB
from lapel.cli.main import main
from lapel.job.reading import read_job
from lapel.profile.reading import read_profile
from lapel.workspace import choose_profile, find_workspace

CLONE = Path(__file__).parents[2] / "bin" / "lapel"
PROFILE = "profiles/robin-ashdown.yaml"
FILES = [
    ".lapel/job.schema.json",
    ".lapel/profile.schema.json",
    ".lapel/theme.schema.json",
    ".lapel/workspace.schema.json",
    str(SAMPLE_JOB),
    "lapel.yaml",
    PROFILE,
]


def init(folder: Path) -> Result:
    """Run `lapel init` on a folder."""
    return CliRunner().invoke(main, ["init", str(folder)])


def report(folder: Path, *, kept: tuple[str, ...] = (), files: list[str] = FILES) -> str:
    """What init prints."""
    return "".join(f"{'kept' if name in kept else 'made'}  {folder / name}\n" for name in files)


@pytest.mark.parametrize(
    ("found", "command"), [("/bin/lapel", "lapel"), (None, shlex.quote(str(CLONE)))]
)
def test_what_to_try_next_can_be_pasted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, found: str | None, command: str
) -> None:
    """Out of a clone, whose lapel is on no search path, its script is named."""
    monkeypatch.setattr("shutil.which", lambda _: found)
    folder = tmp_path / "my jobs"
    tried = init(folder).stderr
    assert tried == f"now try: cd '{folder}' && {command} tailor {SAMPLE_JOB}\n"


def test_what_to_try_next_goes_nowhere_from_the_folder_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`lapel init .` leads to no `cd .`."""
    monkeypatch.setattr("shutil.which", lambda _: "/bin/lapel")
    monkeypatch.chdir(tmp_path)
    assert init(Path()).stderr == f"now try: lapel tailor {SAMPLE_JOB}\n"


def test_new_workspace(tmp_path: Path) -> None:
    """In a new folder init makes the four folders, the settings, the schemas and a sample."""
    folder = tmp_path / "my jobs"
    result = init(folder)
    assert (result.exit_code, result.stdout) == (ExitCode.DONE, report(folder))
    assert result.stderr.startswith("now try: ")
    folders = sorted(path.name for path in folder.iterdir() if path.is_dir())
    assert folders == [".lapel", "jobs", "output", "profiles", "templates"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A second run keeps every file as it is and says so."""
    init(tmp_path)
    for name in FILES:
        (tmp_path / name).write_text("mine")
    assert init(tmp_path).stdout == report(tmp_path, kept=tuple(FILES))
    assert {(tmp_path / name).read_text() for name in FILES} == {"mine"}


def test_own_profile_gets_no_sample_beside_it(tmp_path: Path) -> None:
    """Where somebody has a profile, a sample beside it would only be in the way."""
    (tmp_path / "profiles").mkdir()
    (tmp_path / "profiles/me.yaml").touch()
    result = init(tmp_path)
    files = [name for name in FILES if name not in (PROFILE, str(SAMPLE_JOB))]
    assert (result.stdout, result.stderr) == (report(tmp_path, files=files), "")


def test_file_in_the_folders_place(tmp_path: Path) -> None:
    """A workspace cannot be made where there is a file."""
    path = tmp_path / "file"
    path.touch()
    result = init(path)
    assert result.exit_code == ExitCode.USAGE
    assert "is a file" in result.stderr


def test_sample_is_read_without_any_problem(tmp_path: Path) -> None:
    """The sample's settings, profile and job are found from one another and have no warnings."""
    init(tmp_path)
    workspace = find_workspace(tmp_path)
    job = read_job(tmp_path / SAMPLE_JOB)
    assert workspace.value is not None
    assert job.value is not None
    in_job = job.value.settings.profile
    path = choose_profile(workspace.value, tmp_path / SAMPLE_JOB, asked=None, in_job=in_job).value
    assert path == tmp_path / PROFILE
    profile = read_profile(path)
    assert (workspace.diagnostics, job.diagnostics, profile.diagnostics) == ((), (), ())


@pytest.mark.parametrize(("name", "schema"), [(PROFILE, "profile"), ("lapel.yaml", "workspace")])
def test_editors_find_the_schema(tmp_path: Path, name: str, schema: str) -> None:
    """The first line of each YAML file names its schema, by a path that leads there."""
    init(tmp_path)
    first = (tmp_path / name).read_text().splitlines()[0]
    prefix, _, path = first.partition("=")
    assert prefix == "# yaml-language-server: $schema"
    found = (tmp_path / name).parent / path
    assert found.resolve() == tmp_path / f".lapel/{schema}.schema.json"
    assert json.loads(found.read_text())["$schema"].startswith("https://json-schema.org/")
