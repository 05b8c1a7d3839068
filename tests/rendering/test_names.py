"""A long name has one line of the header, in smaller type."""

from pathlib import Path

import pytest

from lapel.document.tree import Document
from lapel.rendering.names import fit_name
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from lapel.theme.model import BlockKind, Theme
from tests.rendering.documents import block, plain
from tests.rendering.readers import by_pypdf

NAME = "Augusta Featherstonehaugh-Okonkwo, CFA, FRSA"

LONG = (
    f"{NAME} of {NAME}",
    "María del Carmen Fernández-Villaverde y Gutiérrez de Santamaría y de las Casas Viejas",
)


def size_pt(theme: Theme) -> float:
    return theme.styles[BlockKind.NAME].size_pt


@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_a_long_name_stands_on_one_line(each: Theme, paper: str, cache: Path) -> None:
    """In resume and letter alike, at every step, also beside a photo; a parser reads it whole."""
    for theme in (each, each.with_photo(80)):
        fitted = fit_name(theme, plain(NAME), paper)
        assert size_pt(fitted) == size_pt(fitted.for_letter()) <= size_pt(theme)
        for layout in (fitted, fitted.for_letter()):
            for step in layout.steps:
                leaf = block("header/name", BlockKind.NAME, NAME)
                document = Document(NAME, NAME, "en-US", (leaf,), ())
                made = render_pdf(document, setting_of(layout, paper, step.name), 0, cache)
                [line] = by_pypdf(made.data).strip().splitlines()
                assert line.casefold() == NAME.casefold()


def test_a_short_name_is_as_large_as_ever(each: Theme) -> None:
    assert fit_name(each, plain("Ada Lund"), "letter") is each


@pytest.mark.parametrize("name", LONG)
def test_a_name_too_long_for_it_has_two_lines(each: Theme, name: str, cache: Path) -> None:
    """Larger than what stands under them, and about as long as one another."""
    fitted = fit_name(each, plain(name), "letter")
    others = {kind: style.size_pt for kind, style in fitted.styles.items()}
    assert others.pop(BlockKind.NAME) > max(others.values())
    for layout in (fitted, fitted.for_letter()):
        document = Document(name, name, "en-US", (block("n", BlockKind.NAME, name),), ())
        made = render_pdf(document, setting_of(layout, "letter", "normal"), 0, cache)
        one, two = by_pypdf(made.data).strip().splitlines()
        assert f"{one} {two}".casefold() == name.casefold()
        assert abs(len(one) - len(two)) < 0.3 * len(name)


def test_a_name_too_long_for_two_is_larger_than_the_rest(each: Theme) -> None:
    fitted = fit_name(each, plain(" of ".join([NAME] * 5)), "letter")
    others = {kind: style.size_pt for kind, style in fitted.styles.items()}
    assert others.pop(BlockKind.NAME) > max(others.values())
