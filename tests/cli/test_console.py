"""What the commands print on a terminal."""

from os import terminal_size
from pathlib import Path

import click
import pytest

from lapel.cli import console
from lapel.cli.console import folded, print_diagnostics
from lapel.source.diagnostics import Diagnostic, Place, Severity


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("  short", ["  short"]),
        (
            "  it has no date: give it one in the job file, please",
            ["  it has no date: give it one in the job", "    file, please"],
        ),
        (
            "  0.873  Planned and led about 120 programs a year for all",
            ["  0.873  Planned and led about 120", "         programs a year for all"],
        ),
        (
            "  output/a-folder-with-a-very-long-name/Resume.pdf",
            ["  output/a-folder-with-a-very-long-name/Resume.pdf"],
        ),
    ],
)
def test_a_long_line_goes_on_under_its_text(line: str, parts: list[str]) -> None:
    """A label keeps its column, other lines go on deeper, and no word or path is broken."""
    assert list(folded(line, 40)) == parts


def test_colours_take_no_room() -> None:
    styled = f"  {click.style('partly', fg='yellow')}  line 41, which fits in forty"
    assert list(folded(styled, 40)) == [styled]


def test_a_very_narrow_terminal_leaves_room_for_words() -> None:
    """Beside a deep indent a text keeps thirty columns, for the terminal to break."""
    assert list(folded(f"{'':20}one two three", 24)) == [f"{'':20}one two three"]


def test_a_problem_is_folded_on_a_narrow_terminal_but_not_the_line_of_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What stands above a caret stays one line; elsewhere than on a terminal all does."""
    excerpt = "pages: three, or four where there is more to say of it"
    place = Place(Path("job.md"), 2, 8, 5)
    problem = Diagnostic(
        "odd",
        Severity.WARNING,
        "expected a number of pages, found `three`",
        place,
        excerpt,
        "write 3",
    )
    print_diagnostics([problem])
    whole = capsys.readouterr().err
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(console, "get_terminal_size", lambda: terminal_size((40, 24)))
    print_diagnostics([problem])
    told = click.unstyle(capsys.readouterr().err)
    assert told.split() == click.unstyle(whole).split()
    assert whole.count("\n") + 1 == told.count("\n")
    assert f"    {excerpt}\n" in told
