"""Diagnostics as people and programs see them."""

from pathlib import Path

import pytest

from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.source.printing import format_diagnostic, format_diagnostics


def shown(excerpt: str, column: int, width: int = 1) -> list[str]:
    place = Place(Path("a.yaml"), 3, column, width)
    problem = Diagnostic("code", Severity.ERROR, "wrong", place, excerpt, "right")
    return format_diagnostic(problem).splitlines()


def test_a_problem_is_headline_line_caret_and_help() -> None:
    """The headline makes sense alone; the help says what to do."""
    assert shown("name: Ada", 7, 3) == [
        "a.yaml:3:7: error: wrong",
        "    name: Ada",
        "          ^^^",
        "  help: right",
    ]


@pytest.mark.parametrize(
    ("excerpt", "column", "width", "caret"),
    [
        ("\tab", 3, 1, "     ^"),
        ("東京 x", 4, 1, "     ^"),
        ("東京", 1, 2, "^^^^"),
        ("e\u0301x", 3, 1, " ^"),
        ("😀!", 2, 1, "  ^"),
        ("ab", 3, 1, "  ^"),
        ("ab", 9, 1, "  ^"),
    ],
)
def test_the_caret_stands_below_what_a_terminal_shows(
    excerpt: str, column: int, width: int, caret: str
) -> None:
    """Tabs, wide letters and accents of their own take the columns they take."""
    assert shown(excerpt, column, width)[2] == "    " + caret


def test_a_long_line_is_shown_around_its_caret() -> None:
    """A line of a page's length shows what stands around the place."""
    assert shown("x" * 500 + "HERE" + "y" * 500, 501, 4)[1:3] == [
        "    …" + "x" * 40 + "HERE" + "y" * 56 + "…",
        "    " + " " * 41 + "^^^^",
    ]


def test_a_terminal_obeys_nothing_of_a_file() -> None:
    """Control characters of the line are shown as signs."""
    assert shown("a\x1b[31mb", 1)[1] == "    a\ufffd[31mb"


def test_a_problem_without_place_or_help_is_its_headline() -> None:
    """Nothing is shown of what is not there."""
    assert format_diagnostic(Diagnostic("c", Severity.WARNING, "odd")) == "warning: odd"


def placeholder(line: int, path: str = "a.md", severity: Severity = Severity.WARNING) -> Diagnostic:
    place = Place(Path(path), line)
    return Diagnostic("placeholder", severity, f"“[{line}]” is empty", place, "", "fill it in")


def told(*problems: Diagnostic) -> list[str]:
    return [text for _, text in format_diagnostics(problems)]


def test_many_warnings_alike_are_one_with_the_lines_of_the_others() -> None:
    """A template with a dozen placeholders does not fill the screen, and nothing goes untold."""
    assert told(placeholder(3), placeholder(9), placeholder(12)) == [
        "a.md:3:1: warning: “[3]” is empty\n"
        "  help: fill it in\n"
        "  and 2 more like it (“[9]” and “[12]”), on lines 9 and 12"
    ]


def test_what_is_not_alike_is_told_by_itself() -> None:
    """Two are few, another file is another matter, and each error has to be mended."""
    of_two_files = placeholder(3), placeholder(9), placeholder(3, "b.md")
    errors = (placeholder(line, severity=Severity.ERROR) for line in (3, 9, 12))
    assert len(told(*of_two_files)) == 3
    assert len(told(*errors)) == 3


def test_what_is_said_twice_is_told_once() -> None:
    """Two readings of a file find the same."""
    assert len(told(placeholder(3), placeholder(3))) == 1


def test_a_line_that_is_not_told_is_read_from_its_file(tmp_path: Path) -> None:
    """Who finds a problem later than the reader need not keep the line; the caret is below it."""
    path = tmp_path / "job.md"
    path.write_text("# Notes\r\n\t- Acme: tills\r\n", newline="")
    problem = Diagnostic("code", Severity.WARNING, "what is Acme?", Place(path, 2, 4, 11))
    assert format_diagnostic(problem).splitlines()[1:] == [
        "        - Acme: tills",
        "          ^^^^^^^^^^^",
    ]


@pytest.mark.parametrize("place", [Place(Path("job.md"), 1), Place(Path("gone.md"), 2, 3)])
def test_of_a_whole_file_and_of_one_that_is_gone_no_line_is_shown(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A problem of a file as a whole is none of its first line."""
    monkeypatch.chdir(tmp_path)
    Path("job.md").write_text("# Notes\n")
    problem = Diagnostic("code", Severity.WARNING, "wrong", place)
    assert format_diagnostic(problem).count("\n") == 0
