"""What the commands print on a terminal."""

import click
import pytest

from lapel.cli.console import folded


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
