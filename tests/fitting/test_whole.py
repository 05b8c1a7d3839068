"""A document that must stand whole takes the first step that holds it."""

from collections.abc import Mapping, Sequence

import pytest
from msgspec import Struct

from lapel.document.tree import Block, Document, Section
from lapel.fitting.model import PageGeometry
from lapel.fitting.whole import FittedWhole, TooLong, fit_whole
from lapel.theme.model import BUILT_IN_THEMES, BlockKind
from lapel.theme.reading import read_theme
from tests.fitting.builders import GEOMETRY, block


class Fixed(Struct, frozen=True):
    """Every leaf is as high."""

    height_pt: float
    geometry: PageGeometry = GEOMETRY

    def known_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:  # noqa: D102
        return {block.id: self.height_pt for block in blocks[:1]}

    def least_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:  # noqa: D102
        return {block.id: 1.0 for block in blocks}

    def measured_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:  # noqa: D102
        return {block.id: self.height_pt for block in blocks}


def theme_gap() -> float:
    theme = read_theme(BUILT_IN_THEMES / "classic").value
    assert theme is not None
    return theme.gaps().own[BlockKind.BULLET].floor


def fitted(*heights_pt: float) -> FittedWhole | TooLong:
    theme = read_theme(BUILT_IN_THEMES / "classic").value
    assert theme is not None
    leaves = tuple(block(f"leaf {number}") for number in range(4))
    document = Document("", "", "en", leaves[:1], (Section("letter", None, leaves[1:]),))
    return fit_whole(document, theme, {f"step {h}": Fixed(h) for h in heights_pt})


def test_the_first_step_that_holds_it_is_taken() -> None:
    """A letter is set no tighter than it must be."""
    found = fitted(60.0, 20.0, 10.0)
    assert isinstance(found, FittedWhole)
    assert (found.step, found.pages.count, len(found.pages.placed)) == ("step 20.0", 1, 4)


def test_what_fits_no_step_says_by_how_much() -> None:
    """The height over counts what passes the page at the tightest step."""
    found = fitted(60.0, 40.0)
    assert isinstance(found, TooLong)
    assert found.over_pt == pytest.approx(4 * 40.0 + 3 * theme_gap() - 110.0)
