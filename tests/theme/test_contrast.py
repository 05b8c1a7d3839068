"""Colours of a theme of one's own that are too pale for text."""

import shutil
from pathlib import Path

import pytest

from lapel.source.diagnostics import Severity
from lapel.theme.contrast import contrast
from lapel.theme.model import BUILT_IN_THEMES
from lapel.theme.reading import read_theme


@pytest.mark.parametrize(
    ("color", "ratio"), [("#000000", 21), ("#ffffff", 1), ("#767676", 4.54), ("#0000ff", 8.59)]
)
def test_contrast_is_that_of_wcag(color: str, ratio: float) -> None:
    """As the recommendation's own examples have it."""
    assert contrast(color) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ('muted: "#555555"', 'muted: "#9a9a9a"', ["#9a9a9a"]),
        ('ink: "#1a1a1a"', 'ink: "#999999"', ["#999999"]),
        (
            "color: muted, align: center, bottom",
            'color: "#aaaaaa", align: center, bottom',
            ["#aaaaaa"],
        ),
        ('muted: "#555555"', 'muted: "#767676"', []),
        ("rule: {width: 0.5, color: ink", 'rule: {width: 0.5, color: "#dddddd"', []),
    ],
)
def test_pale_text_is_told_where_its_colour_is_named(
    tmp_path: Path, old: str, new: str, places: list[str]
) -> None:
    """A warning each, since a page can be made all the same; a rule may be as pale as it likes."""
    folder = Path(shutil.copytree(BUILT_IN_THEMES / "classic", tmp_path / "own"))
    tokens = folder / "theme.yaml"
    text = tokens.read_text(encoding="utf-8")
    assert old in text
    tokens.write_text(text.replace(old, new, 1), encoding="utf-8")
    read = read_theme(folder)
    assert read.value is not None
    assert {d.severity for d in read.diagnostics} <= {Severity.WARNING}
    assert [d.excerpt[d.place.column - 1 :][1:8] for d in read.diagnostics if d.place] == places
