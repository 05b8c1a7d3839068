"""Where a command finds its profile, theme, settings and output."""

from pathlib import Path

import pytest

from lapel.job.model import Field
from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.workspace import (
    Settings,
    Workspace,
    choose_profile,
    find_theme,
    find_workspace,
    find_workspace_of,
    settings_json_schema,
)


def make(root: Path, *files: str, settings: str | None = None) -> Path:
    """A folder with these empty files, and with `lapel.yaml` when it says something."""
    for name in files:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    if settings is not None:
        (root / "lapel.yaml").write_text(settings)
    return root


def workspace_at(start: Path) -> Workspace:
    """The workspace found from ``start``, without any problem."""
    found = find_workspace(start)
    assert found.diagnostics == ()
    assert found.value is not None
    return found.value


def only_problem(found: Outcome[Path] | Outcome[Workspace]) -> Diagnostic:
    """The one problem of something not found."""
    assert found.value is None
    (problem,) = found.diagnostics
    return problem


@pytest.mark.parametrize("mark", ["lapel.yaml", "profiles/a.yaml"])
def test_nearest_folder_with_a_mark(tmp_path: Path, mark: str) -> None:
    """Run from anywhere inside, lapel works in the nearest folder with a mark of a workspace."""
    make(tmp_path, "lapel.yaml", f"inner/{mark}", "inner/jobs/2026/x.md")
    assert workspace_at(tmp_path / "inner/jobs/2026").root == tmp_path / "inner"
    assert workspace_at(tmp_path).root == tmp_path


def test_marks_are_of_the_right_kind(tmp_path: Path) -> None:
    """A folder called lapel.yaml or a file called profiles makes no workspace."""
    make(tmp_path, "profiles/a.yaml", "inner/profiles", "inner/lapel.yaml/x")
    assert workspace_at(tmp_path / "inner").root == tmp_path


def test_no_workspace_is_the_folder_itself(tmp_path: Path) -> None:
    """Without any workspace around, the current folder is one that says nothing."""
    assert workspace_at(tmp_path) == Workspace(tmp_path, Settings())


def test_relative_start_gives_relative_paths(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Messages name files the way the person would: from where they stand."""
    make(tmp_path, "profiles/a.yaml", "jobs/x.md")
    monkeypatch.chdir(tmp_path / "jobs")
    assert workspace_at(Path()).profiles == Path("../profiles")
    monkeypatch.chdir(tmp_path)
    assert workspace_at(Path()).profiles == Path("profiles")


def test_folders(tmp_path: Path) -> None:
    """The four folders have the names that `lapel init` makes; output may be elsewhere."""
    found = Workspace(tmp_path)
    names = ("profiles", "jobs", "templates", "output")
    assert (found.profiles, found.jobs, found.templates, found.output) == tuple(
        tmp_path / name for name in names
    )
    assert Workspace(tmp_path, Settings(output=Path("sent"))).output == tmp_path / "sent"
    assert Workspace(tmp_path, Settings(output=Path("/sent"))).output == Path("/sent")


def test_name_of_a_file_is_the_same_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A manifest names a job file the same, wherever the command runs and wherever it lies."""
    make(tmp_path, "w/jobs/x.md", "elsewhere/y.md")
    found = Workspace(tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w/jobs")
    assert found.name_of(Path("x.md")) == found.name_of(tmp_path / "w/jobs/x.md") == "jobs/x.md"
    assert found.name_of(tmp_path / "elsewhere/y.md") == "../elsewhere/y.md"


def test_settings(tmp_path: Path) -> None:
    """Everything `lapel.yaml` may say arrives, as people would write it."""
    root = make(
        tmp_path,
        settings=(
            "profile: jordan\npages: 2\ntheme: classic\npaper: A4\n"
            "language: en\noutput: sent\nformat: PDF, docx\n"
        ),
    )
    path = root / "lapel.yaml"
    assert workspace_at(root).settings == Settings(
        profile=Field("jordan", Place(path, 1, 10, 6)),
        pages=2,
        theme=Field("classic", Place(path, 3, 8, 7)),
        paper="a4",
        language="en",
        output=Path("sent"),
        formats=("pdf", "docx"),
    )


@pytest.mark.parametrize("settings", ["", "# nothing yet\n", "~\n", "pages:\n", "format: []\n"])
def test_settings_that_say_nothing(tmp_path: Path, settings: str) -> None:
    """A file without settings is the mark of a workspace and no more."""
    assert workspace_at(make(tmp_path, settings=settings)).settings == Settings()


def test_formats_as_a_list(tmp_path: Path) -> None:
    """A list of formats is as good as one with commas."""
    root = make(tmp_path, settings="format: [docx]\n")
    assert workspace_at(root).settings.formats == ("docx",)


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ("theme: classic\npages: two\n", 2),
        ("pages: 0\n", 1),
        ("paper: foolscap\n", 1),
        ("format: [pdf, rtf]\n", 1),
        ("format: 3\n", 1),
        ("- pages\n", 1),
        ("pages: [\n", 1),
    ],
)
def test_wrong_settings(tmp_path: Path, settings: str, line: int) -> None:
    """A setting that means nothing is an error at its line, and no run begins."""
    problem = only_problem(find_workspace(make(tmp_path, settings=settings)))
    assert problem.place is not None
    assert (problem.place.path.name, problem.place.line) == ("lapel.yaml", line)


def test_unknown_setting(tmp_path: Path) -> None:
    """A setting that lapel does not know is a warning with the nearest one; the rest counts."""
    found = find_workspace(make(tmp_path, settings="pages: 2\nthemed1: classic\n"))
    assert found.value is not None
    assert found.value.settings == Settings(pages=2)
    (warning,) = found.diagnostics
    assert (warning.severity, warning.place and warning.place.line) == (Severity.WARNING, 2)
    assert "`theme`" in warning.help


def test_settings_that_are_no_text(tmp_path: Path) -> None:
    """A lapel.yaml that is not text is an error like any other file's."""
    (tmp_path / "lapel.yaml").write_bytes(b"\xff\xfe")
    assert "UTF-16" in only_problem(find_workspace(tmp_path)).message


@pytest.fixture
def three(tmp_path: Path) -> Workspace:
    make(tmp_path, *(f"profiles/{name}" for name in ("jordan.yaml", "maren.yml", "tomas.json")))
    make(tmp_path, "jobs/a/own.yaml", "jobs/a/x.md", "profiles/.hidden.yaml", "profiles/notes.txt")
    return Workspace(tmp_path)


def choose(
    found: Workspace, *, asked: str | None = None, in_job: str | None = None
) -> Outcome[Path]:
    """The profile for the job jobs/a/x.md; in the job it is named on line 2."""
    job = found.root / "jobs/a/x.md"
    job.write_text(f"---\nprofile: {in_job}\n---\n")
    field = Field(in_job, Place(job, 2, 10)) if in_job else None
    return choose_profile(found, job, asked=asked, in_job=field)


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("jordan", "profiles/jordan.yaml"),
        ("maren", "profiles/maren.yml"),
        ("tomas.json", "profiles/tomas.json"),
        ("profiles/jordan", "profiles/jordan.yaml"),
        ("profiles/jordan.yaml", "profiles/jordan.yaml"),
    ],
)
def test_profile_by_any_name(three: Workspace, name: str, file: str) -> None:
    """A stem, a file name and a path from the workspace all name the profile, everywhere."""
    settings = Settings(profile=Field(name, Place(three.root / "lapel.yaml", 1)))
    in_settings = Workspace(three.root, settings)
    for found in (choose(three, asked=name), choose(three, in_job=name), choose(in_settings)):
        assert found == Outcome(three.root / file)


def test_path_from_where_it_is_written(three: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path in a job file counts from that file, a flag's from where the command runs."""
    own = three.root / "jobs/a/own.yaml"
    assert choose(three, in_job="own").value == own
    assert choose(three, in_job="../../profiles/maren.yml").value is not None
    monkeypatch.chdir(three.root / "jobs")
    assert choose(three, asked="a/own.yaml").value == Path("a/own.yaml")
    assert choose(three, asked=str(own)).value == own


def test_flag_before_job_before_settings(three: Workspace) -> None:
    """The nearer to the run a profile is named, the more it counts."""
    settings = Settings(profile=Field("tomas", Place(three.root / "lapel.yaml", 1)))
    found = Workspace(three.root, settings)
    choices = [
        choose(found, asked="jordan", in_job="maren"),
        choose(found, in_job="maren"),
        choose(found),
    ]
    assert [path.value and path.value.stem for path in choices] == ["jordan", "maren", "tomas"]


def test_only_profile_needs_no_name(tmp_path: Path) -> None:
    """With one profile there is nothing to choose."""
    found = Workspace(make(tmp_path, "profiles/a.yaml", "jobs/a/x.md"))
    assert choose(found) == Outcome(tmp_path / "profiles/a.yaml")


def test_several_profiles_are_listed(three: Workspace) -> None:
    """With several and none named, the message lists them and says where to name one."""
    problem = only_problem(choose(three))
    assert problem.message == f"no profile is named, and {three.profiles} holds 3"
    assert problem.help == (
        "choose jordan, maren or tomas with --profile, "
        "or with `profile:` in the job file or in lapel.yaml"
    )


def test_two_profiles_of_one_stem_keep_their_suffixes(tmp_path: Path) -> None:
    """Where a stem would not tell two files apart, they are listed by their whole names."""
    found = Workspace(make(tmp_path, "profiles/a.yaml", "profiles/a.json", "jobs/a/x.md"))
    assert "a.json or a.yaml" in only_problem(choose(found)).help


def test_no_profile_at_all(tmp_path: Path) -> None:
    """Without any profile the message says how to begin, named or not."""
    found = Workspace(make(tmp_path, "jobs/a/x.md"))
    problem = only_problem(choose(found))
    assert problem.message == f"there is no profile in {tmp_path / 'profiles'}"
    assert "lapel init" in problem.help
    assert "name a file with --profile" in only_problem(choose(found, asked="x")).help


@pytest.mark.parametrize("mark", ["elsewhere/lapel.yaml", "elsewhere/plain"])
def test_a_job_file_brings_its_workspace(tmp_path: Path, mark: str) -> None:
    """Whatever folder a command runs in, a job file is read with what lies around it."""
    make(tmp_path, "home/profiles/a.yaml", "home/jobs/x.md", mark, "loose/x.md")
    home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
    found = find_workspace_of(home / "jobs/x.md", elsewhere).value
    assert found == Workspace(home)
    assert find_workspace_of(elsewhere / "../home/jobs/x.md", elsewhere).value == found
    assert find_workspace_of(tmp_path / "loose/x.md", home).value == found


def test_paths_of_the_workspace_one_is_in_stay_short(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A job file named by its whole path changes nothing there."""
    monkeypatch.chdir(make(tmp_path, "lapel.yaml", "jobs/x.md"))
    for job in (Path("jobs/x.md"), tmp_path / "jobs/x.md"):
        assert find_workspace_of(job, Path()).value == Workspace(Path())


def test_misspelt_profile_in_a_job(three: Workspace) -> None:
    """A wrong name is shown where it stands, with the nearest right one and all the others."""
    problem = only_problem(choose(three, in_job="jordon"))
    assert problem.message == "there is no profile 'jordon'"
    assert problem.excerpt == "profile: jordon"
    assert problem.help == (
        f"did you mean 'jordan'? there are jordan, maren and tomas in {three.profiles}"
    )


@pytest.mark.parametrize("name", ["", ".", "/", "profiles", "~nobody/x", "a\0b", "x" * 5000])
def test_name_that_is_no_file(three: Workspace, name: str) -> None:
    """Whatever stands in the name's place is at worst a profile that does not exist."""
    assert only_problem(choose(three, asked=name)).code == "unknown-profile"


def test_own_theme_before_the_built_in(tmp_path: Path) -> None:
    """A workspace's theme replaces the built-in one of its name."""
    found = Workspace(tmp_path)
    built_in = find_theme(found, "classic").value
    assert built_in is not None
    assert (built_in / "theme.yaml").is_file()
    make(tmp_path, "templates/classic/theme.yaml")
    assert find_theme(found, "classic").value == tmp_path / "templates/classic"


def test_unknown_theme(tmp_path: Path) -> None:
    """A wrong theme is shown where it is named, with the nearest and the list of all."""
    make(tmp_path, "templates/mine/theme.yaml", "templates/empty/x", settings="theme: clasic\n")
    place = Place(tmp_path / "lapel.yaml", 1, 8)
    problem = only_problem(find_theme(workspace_at(tmp_path), "clasic", place))
    assert (problem.message, problem.excerpt) == ("there is no theme 'clasic'", "theme: clasic")
    assert problem.help.startswith("did you mean 'classic'? the themes are academic, classic,")
    assert "mine" in problem.help


@pytest.mark.parametrize("name", ["", "..", "classic/../classic", "/"])
def test_theme_is_a_name_not_a_path(tmp_path: Path, name: str) -> None:
    """A theme is one of a list, so no name leads out of its folder."""
    assert only_problem(find_theme(Workspace(tmp_path), name)).code == "unknown-theme"


def test_schema_describes_every_setting() -> None:
    """An editor shows what each setting means."""
    properties = settings_json_schema()["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == [
        "profile",
        "pages",
        "theme",
        "paper",
        "language",
        "personal",
        "output",
        "format",
    ]
    assert all(value["description"] for value in properties.values())
