"""The folder a person works in: its profiles, jobs, themes, output and `lapel.yaml`."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

from msgspec import Struct, field
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from lapel.job.model import Field as WrittenField
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.source.kinds import JOB_FILES, STRUCTURED
from lapel.source.nodes import Mapping, Node
from lapel.source.reading import read_source
from lapel.source.shapes import AnyCase, json_schema, lowered
from lapel.source.source import Source
from lapel.source.validation import validate
from lapel.source.yaml import parse_yaml
from lapel.store.formats import MOST_PAGES, Format, Paper
from lapel.text.plurals import join_and
from lapel.text.spelling import find_nearest
from lapel.theme.model import BUILT_IN_THEMES, THEME_FILE

SETTINGS_FILE = "lapel.yaml"
NO_PROFILE = "which-profile"
"""The code of the error that no profile is named and there is not exactly one to take."""
WITHOUT_PROFILE = frozenset({NO_PROFILE, "unknown-profile"})
"""The codes of the errors that ask a person to choose a profile."""
DEFAULT_THEME = "classic"


class Settings(Struct, frozen=True):
    """What `lapel.yaml` says; None where it says nothing."""

    profile: WrittenField | None = None
    pages: int | None = None
    theme: WrittenField | None = None
    paper: str | None = None
    language: str | None = None
    personal: bool | None = None
    output: Path | None = None
    formats: tuple[str, ...] | None = None


class Workspace(Struct, frozen=True):
    """The folders of a workspace, which need not exist, and its settings."""

    root: Path
    settings: Settings = field(default_factory=Settings)

    @property
    def profiles(self) -> Path:
        """The folder of the master profiles."""
        return self.root / "profiles"

    @property
    def jobs(self) -> Path:
        """The folder of the job files."""
        return self.root / "jobs"

    @property
    def templates(self) -> Path:
        """The folder of the workspace's own themes, each a folder in it."""
        return self.root / "templates"

    @property
    def output(self) -> Path:
        """The folder in which each job gets its own folder."""
        return self.root / (self.settings.output or "output")

    def name_of(self, path: Path) -> str:
        """Return the file as a manifest names it: relative to the workspace, with forward
        slashes.
        """
        return Path(os.path.relpath(path.resolve(), self.root.resolve())).as_posix()


def _split_list(value: object) -> object:
    parts = value.split(",") if isinstance(value, str) else value
    return [lowered(part) for part in parts] if isinstance(parts, list) else parts


class SettingsFile(BaseModel):
    """`lapel.yaml`: what holds for every job here, unless the job file or the command says else."""

    model_config = ConfigDict(extra="forbid", title="lapel.yaml", defer_build=True)

    profile: str | None = Field(None, description="The profile, when profiles/ holds several.")
    pages: int | None = Field(None, ge=1, le=MOST_PAGES, description="How many pages a resume has.")
    theme: str | None = Field(None, description="A folder in templates/, or a built-in theme.")
    paper: Annotated[Paper | None, AnyCase] = Field(None, description="The paper.")
    language: str | None = Field(None, description="The documents' language, such as en.")
    personal: bool | None = Field(
        None, description="Whether photo, birth date and nationality are printed."
    )
    output: Path | None = Field(None, description="The folder for what lapel writes.")
    format: Annotated[tuple[Format, ...] | None, BeforeValidator(_split_list)] = Field(
        None, description="What to write; pdf and docx where not said."
    )


def find_workspace(start: Path) -> Outcome[Workspace]:
    """Find the workspace of ``start``: the nearest folder at or above it with `lapel.yaml` or
    `profiles/`; ``start`` itself where there is none. Paths stay relative when ``start`` is.
    """
    root = _find_root(start) or start
    path = root / SETTINGS_FILE
    if not path.is_file():
        return Outcome(Workspace(root))
    settings = _read_settings(path)
    workspace = Workspace(root, settings.value) if settings.value else None
    return Outcome(workspace, settings.diagnostics)


def find_workspace_of(path: Path, folder: Path) -> Outcome[Workspace]:
    """Find the workspace of a file or folder; where it lies in none, that of ``folder``, by
    whose paths its own go too.
    """
    around, here = _find_root(path.parent), _find_root(folder)
    is_here = around is None or (here is not None and _is_same_folder(around, here))
    return find_workspace(folder if is_here else path.parent)


def choose_profile(
    workspace: Workspace, job_file: Path, *, asked: str | None, in_job: WrittenField | None
) -> Outcome[Path]:
    """Choose the profile for a job: the one ``asked`` for, else the job file's, else that of
    `lapel.yaml`, else the only one there is.

    A name is a file, with or without its suffix: of `profiles/`, or by a path from where the
    command runs (``asked``), from the job file's folder (``in_job``) or from the workspace.
    """
    in_settings = workspace.settings.profile
    profiles = list_profiles(workspace)
    if asked is not None:
        name, place, bases = asked, None, [Path()]
    elif in_job is not None:
        name, place, bases = in_job.text, in_job.place, [job_file.parent]
    elif in_settings is not None:
        name, place, bases = in_settings.text, in_settings.place, []
    elif len(profiles) == 1:
        return Outcome(profiles[0])
    else:
        return _report_no_profile(workspace, profiles, job_file)
    if path := _find_profile_file(workspace, name, bases):
        return Outcome(path)
    help = _tell_profiles(workspace, profiles)
    return Outcome(None, (_report_unknown("profile", name, place, _shorten_names(profiles), help),))


def list_profiles(workspace: Workspace) -> tuple[Path, ...]:
    """Return the profiles of a workspace by name."""
    if not workspace.profiles.is_dir():
        return ()
    files = sorted(workspace.profiles.iterdir())
    return tuple(path for path in files if _is_profile_name(path) and path.is_file())


def list_jobs(workspace: Workspace) -> tuple[Path, ...]:
    """Return the job files of a workspace by name."""
    if not workspace.jobs.is_dir():
        return ()
    files = sorted(workspace.jobs.iterdir())
    return tuple(f for f in files if f.suffix in JOB_FILES and f.is_file() and f.name[0] != ".")


def find_theme(workspace: Workspace, name: str, place: Place | None = None) -> Outcome[Path]:
    """Return the folder of a theme: the workspace's own, else the built-in one of that name."""
    themes = {theme.name: theme for theme in list_themes(workspace)}
    if name in themes:
        return Outcome(themes[name])
    help = f"the themes are {join_and(sorted(themes))}"
    return Outcome(None, (_report_unknown("theme", name, place, list(themes), help),))


def list_themes(workspace: Workspace) -> tuple[Path, ...]:
    """Return the folders of all themes by name; a workspace's own hides a built-in one of its
    name.
    """
    folders = (BUILT_IN_THEMES, workspace.templates)
    themes = {theme.name: theme for folder in folders for theme in themes_in(folder)}
    return tuple(themes[name] for name in sorted(themes))


def settings_json_schema() -> dict[str, object]:
    """Return the JSON Schema of `lapel.yaml`, for editors."""
    return json_schema(SettingsFile)


def _find_root(start: Path) -> Path | None:
    """Return the nearest folder with the mark of a workspace, None where there is none."""
    here = Path(os.path.realpath(start)) if ".." in start.parts else start.absolute()
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file() or (folder / "profiles").is_dir():
            return folder if start.is_absolute() else Path(os.path.relpath(folder))
    return None


def _is_same_folder(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _read_settings(path: Path) -> Outcome[Settings]:
    read = read_source(path)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    parsed = parse_yaml(read.value)
    if parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    checked = validate(SettingsFile, parsed.value, read.value)
    settings = _make_settings(checked.value, parsed.value, read.value) if checked.value else None
    return Outcome(settings, (*parsed.diagnostics, *checked.diagnostics))


def _make_settings(file: SettingsFile, node: Node, source: Source) -> Settings:
    def written(key: str, text: str | None) -> WrittenField | None:
        value = node.get(key) if isinstance(node, Mapping) else None
        place = value.place if value else source.place(1)
        return WrittenField(text, place) if text is not None else None

    return Settings(
        profile=written("profile", file.profile),
        pages=file.pages,
        theme=written("theme", file.theme),
        paper=file.paper,
        language=file.language,
        personal=file.personal,
        output=file.output,
        formats=file.format or None,
    )


def _find_profile_file(workspace: Workspace, name: str, bases: Sequence[Path]) -> Path | None:
    for base in (*bases, workspace.root, workspace.profiles):
        for path in _list_spellings(base / os.path.expanduser(name)):  # noqa: PTH111  (never raises)
            if _is_file(path):
                return path
    return None


def _list_spellings(path: Path) -> Iterator[Path]:
    yield path
    for suffix in STRUCTURED:
        yield path.with_name(path.name + suffix) if path.name else path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name that no file could have
        return False


def _report_no_profile(
    workspace: Workspace, profiles: Sequence[Path], job_file: Path
) -> Outcome[Path]:
    if not profiles:
        message = f"there is no profile in {workspace.profiles}"
        help = "write one there, or begin with a sample: lapel init ."
    else:
        message = f"no profile is named, and {workspace.profiles} holds {len(profiles)}"
        help = (
            f"choose {join_and(_shorten_names(profiles), 'or')} with --profile, "
            f"or with `profile:` in the job file or in {SETTINGS_FILE}"
        )
    place = Place(job_file, 1)
    return Outcome(None, (Diagnostic(NO_PROFILE, Severity.ERROR, message, place, help=help),))


def _tell_profiles(workspace: Workspace, profiles: Sequence[Path]) -> str:
    if not profiles:
        return f"{workspace.profiles} holds none: name a file with --profile, or write one there"
    are = "is" if len(profiles) == 1 else "are"
    return f"there {are} {join_and(_shorten_names(profiles))} in {workspace.profiles}"


def _shorten_names(profiles: Sequence[Path]) -> list[str]:
    """Return short names: the stems, or the whole file names where two profiles share a stem."""
    stems = [path.stem for path in profiles]
    return [path.stem if stems.count(path.stem) == 1 else path.name for path in profiles]


def _is_profile_name(path: Path) -> bool:
    return path.suffix in STRUCTURED and not path.name.startswith(".")


def themes_in(folder: Path) -> Iterator[Path]:
    """Yield the folders of the themes in a folder."""
    if folder.is_dir():
        yield from (path for path in folder.iterdir() if (path / THEME_FILE).is_file())


def _report_unknown(
    what: str, name: str, place: Place | None, choices: Sequence[str], help: str
) -> Diagnostic:
    near = find_nearest(Path(name).name, choices)
    return Diagnostic(
        f"unknown-{what}",
        Severity.ERROR,
        f"there is no {what} '{name}'",
        place,
        _read_line(place),
        f"did you mean '{near}'? {help}" if near else help,
    )


def _read_line(place: Place | None) -> str:
    """Return the line to show with a problem; reading it again is cheap, and rarely needed."""
    source = read_source(place.path).value if place else None
    return source.lines[place.line - 1] if source and place else ""
