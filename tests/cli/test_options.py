"""Settings from flags and the environment, the same for every command."""

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from lapel.cli import options
from lapel.cli.exit_codes import ExitCode
from lapel.workspace import settings_json_schema

SHARED = {
    "profile": options.profile,
    "pages": options.pages,
    "theme": options.theme,
    "paper": options.paper,
    "language": options.language,
    "output": options.output,
    "format": options.formats,
}
INSTALLING = Path(__file__).parents[2] / "docs/installing.md"


def show(name: str, *arguments: str, **environment: str) -> Result:
    """What a command with this one shared option gets for it."""

    @click.command()
    @SHARED[name]
    def command(**values: object) -> None:
        click.echo(str(next(iter(values.values()))))

    return CliRunner().invoke(command, arguments, env=environment)


@pytest.mark.parametrize(
    ("name", "first", "second"),
    [
        ("profile", "jordan", "maren"),
        ("pages", "1", "2"),
        ("theme", "classic", "mine"),
        ("paper", "letter", "a4"),
        ("output", "output", "sent"),
        ("format", "('pdf',)", "('docx',)"),
    ],
)
def test_flag_before_environment(name: str, first: str, second: str) -> None:
    """A flag counts before the environment, and neither leaves the value open."""
    flag, variable = first.strip("(',)"), {f"LAPEL_{name.upper()}": second.strip("(',)")}
    assert show(name).stdout == "None\n"
    assert show(name, **variable).stdout == f"{second}\n"
    assert show(name, f"--{name}", flag, **variable).stdout == f"{first}\n"
    assert show(name, **dict.fromkeys(variable, "")).stdout == show(name).stdout


@pytest.mark.parametrize(
    ("typed", "formats"),
    [
        ("docx,pdf", "('pdf', 'docx')"),
        ("PDF", "('pdf',)"),
        (" pdf , pdf,", "('pdf',)"),
    ],
)
def test_formats_in_any_form(typed: str, formats: str) -> None:
    """Formats are a list with commas, in any case and order, each counted once."""
    assert show("format", "--format", typed).stdout == f"{formats}\n"


THERE_ARE = "the formats are pdf, docx, html, md, txt and json"


@pytest.mark.parametrize(
    ("name", "typed", "message"),
    [
        ("format", "pdf,rtf", f"'rtf' is not a format; {THERE_ARE}"),
        ("format", ",", f"no format named; {THERE_ARE}"),
        ("pages", "0", "expected a whole number from 1 to 10, found '0'"),
        ("pages", "5000", "expected a whole number from 1 to 10, found '5000'"),
        ("paper", "foolscap", "expected letter or a4, found 'foolscap'"),
    ],
)
def test_wrong_value(name: str, typed: str, message: str) -> None:
    """A value that means nothing is a usage error that says what does."""
    result = show(name, f"--{name}", typed)
    assert result.exit_code == ExitCode.USAGE
    assert result.stderr.rstrip().endswith(message)


def test_documented_settings_are_the_real_ones() -> None:
    """The table of settings in the docs names every flag, variable and key, and no other."""
    section = INSTALLING.read_text().partition("## Settings\n")[2]
    rows = [
        [cell.strip(" `") for cell in line.strip("|").split("|")]
        for line in section.partition("\n## ")[0].splitlines()
        if line.startswith("|")
    ][2:]
    expected = [[f"--{name}", f"LAPEL_{name.upper()}", name] for name in SHARED]
    switches = [
        ["--personal`, `--no-personal", "LAPEL_PERSONAL", "personal"],
        ["--words", "LAPEL_WORDS", ""],
        ["--date", "LAPEL_DATE", ""],
        ["--public", "LAPEL_PUBLIC", ""],
        ["--combined", "LAPEL_COMBINED", ""],
        ["--reference-docx", "LAPEL_REFERENCE_DOCX", ""],
        ["--port` of `lapel preview", "LAPEL_PORT", ""],
    ]
    assert [row[:3] for row in rows] == [*expected, *switches]
    properties = settings_json_schema()["properties"]
    assert isinstance(properties, dict)
    assert {row[2] for row in rows if row[2]} == set(properties)


@pytest.mark.parametrize("name", ["", " "])
def test_an_output_folder_without_a_name_is_a_usage_error(name: str) -> None:
    """An empty folder name is no folder, least of all this one."""
    result = show("output", "--output", name)
    assert result.exit_code == ExitCode.USAGE
    assert "no folder named" in result.stderr


@pytest.mark.parametrize("below", ["", "resumes"])
def test_an_output_folder_behind_a_broken_link_is_a_usage_error(below: str, tmp_path: Path) -> None:
    """A link to nothing is named with its target, before anything is made."""
    link = tmp_path / "link"
    link.symlink_to("gone")
    result = show("output", "--output", str(link / below))
    assert result.exit_code == ExitCode.USAGE
    assert f"'{link}' is a link to 'gone', which does not exist" in result.stderr
