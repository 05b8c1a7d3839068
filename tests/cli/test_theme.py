"""`lapel theme`: listing, showing and copying themes."""

from pathlib import Path

import docx
import pytest
from click.testing import Result
from docx.shared import Pt

from lapel.cli import theme as theme_command
from lapel.cli.exit_codes import ExitCode
from lapel.theme.reading import read_theme
from tests.command import run_lapel


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty workspace, in which the commands run."""
    (tmp_path / "profiles").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return run_lapel("theme", *arguments)


def test_list_tells_each_theme_and_what_it_is_for() -> None:
    """A name and a sentence a theme; the default is said."""
    result = run("list")
    assert result.exit_code == ExitCode.DONE
    names = [line.split(",")[0] for line in result.stdout.splitlines() if line[0] != " "]
    assert names == ["academic", "classic", "compact", "executive", "modern", "plain"]
    assert "classic, where none is named\n    A centred name" in result.stdout


def test_a_copy_works_at_once(workspace: Path) -> None:
    """`new` copies every file, the copy is in the list, and a page can be set in it."""
    result = run("new", "mine", "--from", "plain")
    assert result.exit_code == ExitCode.DONE
    assert result.stderr == "now try: lapel theme show mine\n"
    folder = Path("templates/mine")
    assert (folder / "theme.yaml").is_file()
    assert read_theme(folder).diagnostics == ()
    assert f"mine ({folder})\n" in run("list").stdout
    shown = run("show", "mine", "--output", "pictures")
    assert shown.exit_code == ExitCode.DONE, shown.output
    pictures = [workspace / line for line in shown.stdout.splitlines()]
    assert pictures
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in pictures)


def test_the_height_to_spare_in_a_word_file_is_the_themes(workspace: Path) -> None:
    """`docx.slack` is taken from its bottom margin, and changes no PDF."""
    (workspace / "profiles" / "ada.yaml").write_text("basics: {name: Ada}\nskills: [Weaving]\n")
    (workspace / "job.md").write_text("# Company\nKiln\n# Position\nWeaver\n")
    run("new", "mine", "--from", "classic")
    tokens = workspace / "templates" / "mine" / "theme.yaml"
    tailor = ("tailor", "job.md", "--theme", "mine", "--only", "resume", "--output")
    assert run_lapel(*tailor, "one").exit_code == ExitCode.DONE
    tokens.write_text(tokens.read_text().replace("docx: {slack: 18}", "docx: {slack: 3}"))
    assert run_lapel(*tailor, "other").exit_code == ExitCode.DONE
    files = [Path(folder, "job", "Ada-Resume.docx") for folder in ("one", "other")]
    margins = [docx.Document(str(file)).sections[0].bottom_margin or Pt(0) for file in files]
    assert margins[1] - margins[0] == Pt(15)
    one, other = (file.with_suffix(".pdf").read_bytes() for file in files)
    assert one == other


def test_an_editor_knows_what_a_copy_may_say(workspace: Path) -> None:
    """The first line of a copy leads to the schema, in a copy of a copy too; who has a schema there
    keeps it.
    """
    schema = workspace / ".lapel" / "theme.schema.json"
    assert f"made  {schema.relative_to(workspace)}\n" in run("new", "mine").stdout
    schema.write_text("mine")
    assert "schema" not in run("new", "other", "--from", "mine").stdout
    assert schema.read_text() == "mine"
    for name in ("mine", "other"):
        file = workspace / "templates" / name / "theme.yaml"
        first, second, *_ = file.read_text().splitlines()
        assert (file.parent / first.partition("$schema=")[2]).resolve() == schema.resolve()
        assert "$schema" not in second


def test_a_theme_that_is_there_is_not_overwritten(workspace: Path) -> None:
    """`new` leaves a folder of that name as it is, whatever is in it."""
    own = workspace / "templates" / "mine" / "theme.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("label: Mine\n")
    result = run("new", "mine")
    assert result.exit_code == ExitCode.NOT_DONE
    assert "nothing was written" in result.stderr
    assert own.read_text() == "label: Mine\n"


@pytest.mark.parametrize("name", ["a/b", "..", ".hidden"])
def test_a_copy_has_the_name_of_a_folder(workspace: Path, name: str) -> None:
    """Nothing is written outside templates/."""
    assert run("new", name).exit_code == ExitCode.USAGE
    assert not (workspace / "templates").exists()


@pytest.mark.parametrize("arguments", [("show", "clasic"), ("new", "mine", "--from", "clasic")])
def test_a_theme_that_is_not_there_is_told_with_the_nearest(arguments: tuple[str, ...]) -> None:
    """A misspelt name has the valid one beside it."""
    result = run(*arguments)
    assert result.exit_code == ExitCode.USAGE
    assert "did you mean 'classic'?" in result.stderr


def test_a_broken_theme_is_told_with_its_line(workspace: Path) -> None:
    """`list` and `show` name file and line of a mistake."""
    run("new", "mine")
    path = workspace / "templates" / "mine" / "theme.yaml"
    path.write_text(path.read_text().replace("label:", "called:"))
    for arguments in (("list",), ("show", "mine")):
        result = run(*arguments)
        assert result.exit_code == ExitCode.UNREADABLE
        assert "theme.yaml:3:1" in result.stderr


def test_a_broken_style_is_told_with_its_line(workspace: Path) -> None:
    """So is a property that the engine does not know."""
    run("new", "mine")
    path = workspace / "templates" / "mine" / "theme.css.j2"
    path.write_text(path.read_text() + ".name {colour: red}\n")
    result = run("show", "mine")
    assert result.exit_code == ExitCode.NOT_DONE
    assert "theme.css.j2:3: Ignored `colour: red`" in result.stderr


@pytest.mark.parametrize(
    ("file", "written", "message"),
    [
        ("resume.html.j2", "{{ nothing.here }}", "resume.html.j2:2: 'nothing' is undefined"),
        ("letter.html.j2", "{% if %}", "letter.html.j2:2: Expected an expression"),
        ("theme.css.j2", "p { colr: red; }", "theme.css.j2:3: Ignored `colr: red`"),
    ],
)
def test_a_check_finds_what_is_wrong_with_its_files(
    workspace: Path, file: str, written: str, message: str
) -> None:
    """Once, with file and line, and without a job."""
    run("new", "mine")
    with (workspace / "templates" / "mine" / file).open("a") as template:
        template.write(f"{written}\n")
    result = run_lapel("check", "templates/mine")
    assert result.exit_code == ExitCode.NOT_DONE
    assert result.stderr.count(f"error: templates/mine/{message}") == 1


def test_a_template_that_is_not_there_is_named(workspace: Path) -> None:
    """So is one that another includes."""
    run("new", "mine")
    path = workspace / "templates" / "mine" / "resume.html.j2"
    path.write_text('{% include "shared/documents.html.j2" %}\n')
    result = run("show", "mine")
    assert result.exit_code == ExitCode.NOT_DONE
    assert "resume.html.j2:1: there is no template shared/documents.html.j2" in result.stderr


def test_without_a_painter_the_page_is_a_pdf(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where pypdfium2 is not installed the line to paste is said, and the PDF is there."""
    monkeypatch.setattr(theme_command, "PICTURES", ("no_such_painter",))
    result = run("show", "plain")
    assert result.exit_code == ExitCode.DONE
    assert result.stderr.count("pip install no_such_painter") == 1
    assert "warning: this needs no_such_painter" in result.stderr
    [first, *_] = result.stdout.splitlines()
    assert (workspace / first).read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("file", "before", "after", "code", "message"),
    [
        (
            "theme.yaml",
            "files/SourceSerifPro-Regular.ttf",
            "Gone.ttf",
            ExitCode.ENVIRONMENT,
            "the font Gone.ttf of the package font_source_serif_pro is not installed",
        ),
        (
            "theme.css.j2",
            "",
            "p, li { display: none }\n",
            ExitCode.NOT_DONE,
            "the theme's templates or its stylesheet leave out “header/contact” and 1 more",
        ),
    ],
)
def test_a_theme_that_cannot_be_drawn_is_told(
    file: str, before: str, after: str, code: ExitCode, message: str
) -> None:
    """A font that is not there, or a line that the theme hides, is one error."""
    run("new", "mine")
    path = Path("templates/mine") / file
    text = path.read_text()
    path.write_text(text.replace(before, after, 1) if before else text + after)
    run_lapel("init", ".")
    result = run_lapel("tailor", "jobs/fenwick-head-of-programs.md", "--theme", "mine")
    assert (result.exit_code, result.stderr) == (code, f"error: {message}\n")
    if code is ExitCode.ENVIRONMENT:
        assert f"error: {message}\n" in run_lapel("check", "templates/mine").stderr


@pytest.mark.parametrize("name", ["", ".", "a/b", ".mine", "a\nb", "n" * 300])
def test_a_name_that_no_folder_should_have_is_misuse(name: str) -> None:
    """Nothing is copied to where nobody looks."""
    result = run("new", name)
    assert result.exit_code == ExitCode.USAGE
    assert "cannot be the name of a folder" in result.stderr
