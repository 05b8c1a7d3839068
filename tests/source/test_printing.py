"""Diagnostics as people and programs see them."""

from pathlib import Path

import pytest

from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.source.printing import format_diagnostic


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
