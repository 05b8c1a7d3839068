"""The documentation runs: blocks are read or executed, generated parts are current."""

import ast
import importlib.util
import re
import tomllib
from hashlib import sha256
from pathlib import Path
from types import ModuleType

import pytest
from click import Context, Option

from lapel.cli.main import COMMANDS, main
from lapel.job.reading import read_job
from lapel.letter.frame import load_frame
from lapel.matching.lexicon_files import load_lexicon
from lapel.profile.reading import read_profile
from lapel.theme.file import theme_json_schema
from lapel.theme.reading import read_theme
from lapel.workspace import Workspace, list_themes
from tests.command import run_lapel
from tests.samples import ROOT

README = (ROOT / "README.md").read_text()
ROOTS = (ROOT, ROOT / "src" / "lapel")
PATHS = r"`((?:[a-z_]+/)+(?:[a-z_]+\.(?:py|yaml))?|[a-z_]+\.py|(?:src/lapel|tests)/[\w/.]+)`"
WORKSPACE = ("output/", "jobs/letters/", "templates/mine/", "templates/letter.yaml")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

LARGEST_UNTOLD = 4


def modules(package: Path) -> set[str]:
    """The modules and folders of a package."""
    folders = {path.name for path in package.glob("[a-z]*") if path.is_dir()}
    return {path.stem for path in package.glob("*.py")} - {"__init__"} | folders


LARGE = [
    path.parent
    for path in sorted((ROOT / "src" / "lapel").glob("*/**/__init__.py"))
    if len(modules(path.parent)) > LARGEST_UNTOLD
]
"""Those with more modules than their names alone tell apart."""


def blocks(language: str, page: str = README) -> list[str]:
    """The fenced blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)


def docs(name: str) -> str:
    """The text of a page in docs/."""
    return (ROOT / "docs" / name).read_text()


@pytest.fixture(scope="module")
def generate() -> ModuleType:
    return script("generate")


@pytest.fixture(scope="module")
def gallery() -> ModuleType:
    return script("gallery")


def script(name: str) -> ModuleType:
    """One of the scripts that make a part of the documentation."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_profile_and_job_of_the_readme_make_a_resume(tmp_path: Path) -> None:
    """Who pastes the two examples has a workspace that runs without a warning about them."""
    profile = next(block for block in blocks("yaml") if block.startswith("basics:"))
    [job] = blocks("markdown")
    (tmp_path / "profile.yaml").write_text(profile)
    (tmp_path / "job.md").write_text(job)
    assert read_profile(tmp_path / "profile.yaml").diagnostics == ()
    assert read_job(tmp_path / "job.md").diagnostics == ()
    files = [str(tmp_path / "job.md"), "--profile", str(tmp_path / "profile.yaml")]
    result = run_lapel("tailor", *files, "--output", tmp_path / "output")
    assert result.exit_code == 0, result.output


@pytest.mark.slow
def test_front_matter_of_the_readme_names_what_there_is(tmp_path: Path) -> None:
    """The ids in the example of pins and drops are those of the sample."""
    front_matter = next(block for block in blocks("yaml") if block.startswith("---"))
    job = (ROOT / "jobs" / "gannet-bay-nurse-manager-icu.md").read_text().split("---\n", 2)[2]
    (tmp_path / "job.md").write_text(front_matter + job)
    profile = str(ROOT / "profiles" / "maren-holt.yaml")
    arguments = ["tailor", str(tmp_path / "job.md"), "--profile", profile, "--dry-run"]
    result = run_lapel(*arguments)
    assert result.exit_code == 0, result.output
    assert "no id of the profile" not in result.output


def test_ids_of_the_readme_are_those_of_the_sample() -> None:
    """What the README explains by its id is there to be explained."""
    explained = re.findall(r"lapel explain (\S+) (\S+)$", README, re.MULTILINE)
    assert explained
    for job, id in explained:
        result = run_lapel("explain", str(ROOT / job), id)
        assert result.exit_code == 0, result.output


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_of_a_page_are_commands(page: Path) -> None:
    """Every `lapel …` in a code block names a command, and every file named is there."""
    text = page.read_text()
    for command, rest in re.findall(
        r"^    (?:\./bin/|V/bin/|bin/)?lapel (\w+)(.*)$", text, re.MULTILINE
    ):
        assert command in COMMANDS
        for file in re.findall(r"(?:jobs|profiles)/[\w-]+\.\w+", rest):
            assert (ROOT / file).exists()
    for target in re.findall(r"\]\((?!http)([^)#]+)", text):
        assert (page.parent / target).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_paths_of_a_page_exist(page: Path) -> None:
    """Files and packages that a page names are there, but for those of the reader's workspace."""
    names = re.findall(PATHS, page.read_text())
    missing = {name for name in names if not any((root / name).exists() for root in ROOTS)}
    assert all(name.startswith(WORKSPACE) for name in missing), missing


def test_the_rooms_of_the_architecture_are_the_layers() -> None:
    """Its table has every package, in the order in which `lint-imports` lets them import."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = project["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    text = (ROOT / "docs" / "architecture.md").read_text()
    rooms = iter(re.findall(r"^\| `(\w+)(?:/|\.py)` \|", text, re.MULTILINE))
    for layer in reversed(layers):
        packages = set(layer.split(" | "))
        assert {next(rooms) for _ in packages} == packages
    assert next(rooms, None) is None


@pytest.mark.parametrize("package", LARGE, ids=lambda package: package.name)
def test_a_large_package_says_what_each_of_its_modules_is_for(package: Path) -> None:
    """Its docstring names every module and folder of it, and none that is not there."""
    words = ast.get_docstring(ast.parse((package / "__init__.py").read_text())) or ""
    named = {name for pair in re.findall(r"`(\w+)/?`|(\w+)/?(?=─▶)", words) for name in pair}
    assert named - {""} == modules(package)


def test_every_setting_of_the_environment_is_in_the_table() -> None:
    """What `--help` names as an environment variable stands beside its flag."""
    text = (ROOT / "docs" / "installing.md").read_text()
    table = dict(re.findall(r"^\| (.+?) \| `(LAPEL_\w+)` \|", text, re.MULTILINE))
    flags = {
        (option.envvar, option.opts[0])
        for name in COMMANDS
        if (command := main.get_command(Context(main), name)) is not None
        for option in command.params
        if isinstance(option, Option) and option.envvar
    }
    assert {(env, flag.split("`")[1]) for flag, env in table.items()} == flags


def test_gallery_shows_every_theme() -> None:
    """Each theme has its picture and its own sentence; all pictures together stay small."""
    page = (ROOT / "docs" / "gallery.md").read_text()
    pictures = ROOT / "docs" / "pictures" / "themes"
    for folder in list_themes(Workspace(ROOT)):
        theme = read_theme(folder).value
        assert theme is not None
        assert f"## {theme.name}\n\n{theme.about}" in page
        assert (pictures / f"{theme.name}.png").is_file()
    assert sum(path.stat().st_size for path in pictures.iterdir()) < 600_000


def test_pictures_of_the_gallery_are_of_todays_themes(gallery: ModuleType) -> None:
    """Neither a theme nor its sample changed since its picture was taken: else run its command."""
    page = (ROOT / "docs" / "gallery.md").read_text()
    for folder in list_themes(Workspace(ROOT)):
        theme = read_theme(folder).value
        assert theme is not None
        assert gallery.passage(theme) in page, f"run docs/gallery.py: {theme.name} changed"


def test_readme_is_short() -> None:
    """A page that is read has at most 150 lines."""
    assert len(README.splitlines()) <= 150


@pytest.mark.slow
def test_picture_shows_todays_page(generate: ModuleType) -> None:
    """The README's picture was made from the PDF that the sample gives now."""
    digest = (ROOT / "docs" / "pictures" / "tailored.sha256").read_text().strip()
    assert sha256(generate.tailor().pdf).hexdigest() == digest


@pytest.mark.slow
def test_tour_tells_todays_fates(generate: ModuleType) -> None:
    """The README's table is what the sample's ledger says now."""
    [written] = generate.TOUR.findall(README)
    assert written == generate.tour(generate.tailor().ledger)


def test_languages_are_those_there_are(generate: ModuleType) -> None:
    """The table of languages says what the words of each say now."""
    [written] = generate.TABLE.findall((ROOT / "docs" / "languages.md").read_text())
    assert written == generate.languages()


def test_every_key_of_a_theme_is_told() -> None:
    """The page on themes has all that a `theme.yaml` may say, and nothing else."""
    rows = docs("themes.md").partition("| key | what it is |")[2].partition("\n\n")[0]
    told = [
        key
        for row in rows.splitlines()
        for key in re.findall(r"`(\w+)", "".join(row.split("|")[1:2]))
    ]
    assert sorted(told) == sorted(theme_json_schema()["properties"])


def test_the_profile_in_two_languages_is_read(tmp_path: Path) -> None:
    """Who pastes the example has a profile that speaks both."""
    [written] = blocks("yaml", docs("languages.md"))
    (tmp_path / "profile.yaml").write_text(written)
    for language in ("de", "fr"):
        assert read_profile(tmp_path / "profile.yaml", language).diagnostics == ()


def test_the_profile_of_its_page_is_read(tmp_path: Path) -> None:
    """Who pastes the example has a profile without a problem."""
    [written] = blocks("yaml", docs("profiles.md"))
    (tmp_path / "profile.yaml").write_text(written)
    assert read_profile(tmp_path / "profile.yaml").diagnostics == ()


def test_the_job_file_of_its_page_is_read(tmp_path: Path) -> None:
    """Who pastes the example has notes for the page, for an employer and for the letter."""
    [written] = blocks("markdown", docs("job-files.md"))
    (tmp_path / "job.md").write_text(written)
    job = read_job(tmp_path / "job.md")
    assert job.diagnostics == ()
    assert job.value is not None
    assert job.value.company is not None
    assert [note.kind for note in job.value.notes] == ["emphasis", "emphasis", "letter-point"]


def test_the_lexicon_of_the_matching_page_is_read(tmp_path: Path) -> None:
    """Who pastes the example has a lexicon of their own that knows its names."""
    [written] = blocks("yaml", docs("matching.md"))
    (tmp_path / "lexicon.yaml").write_text(written)
    lexicon = load_lexicon(tmp_path / "lexicon.yaml")
    assert lexicon.diagnostics == ()
    assert lexicon.value != load_lexicon().value


def test_the_frame_of_the_letter_page_is_read(tmp_path: Path) -> None:
    """Who pastes the example has sentences of their own in every place of the frame."""
    [written] = blocks("yaml", docs("letter.md"))
    (tmp_path / "letter.yaml").write_text(written)
    frame = load_frame(tmp_path / "letter.yaml")
    assert frame.diagnostics == ()
    assert frame.value is not None
    assert all(len(choices) == 1 for choices in frame.value.choices.values())


@pytest.mark.slow
def test_letter_of_the_readme_is_todays(generate: ModuleType) -> None:
    """The sentences shown, and their lines, are those of the sample's letter now."""
    [written] = generate.LETTER.findall(README)
    assert written == generate.letter(generate.tailor().ledger)
