"""The arithmetic of fitting against the pages that the engine lays out."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.fitting.model import Heights, PageGeometry, Placed
from lapel.fitting.pagination import paginate
from lapel.rendering.heights.measuring import measure_blocks
from lapel.rendering.html import document_html
from lapel.rendering.setting import setting_of
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import AsidePosition
from tests.quick import one_quick
from tests.rendering.documents import (
    THEMES,
    block,
    letter,
    one_page,
    random_subset,
    section,
    theme_named,
    two_pages,
    with_dates,
)
from tests.rendering.leaves import laid_out_leaves

TOLERANCE_PT = 0.01 * 0.75
PAPERS, STEPS = ("letter", "a4"), ("roomy", "normal", "compact")
CIRCUMSTANCES = [(name, paper, step) for name in THEMES for paper in PAPERS for step in STEPS]


def differences(
    documents: Sequence[tuple[Document, float | None]],
    theme: Theme,
    paper: str,
    step_name: str,
    cache: Path,
) -> list[str]:
    """What stands elsewhere on the pages than in the plan, over all documents and scales."""
    setting = setting_of(theme, paper, step_name)
    everything = [leaf for document, _ in documents for leaf in document.blocks()]
    heights = Heights(measure_blocks(everything, setting, cache), theme.gaps())
    found = []
    for number, (document, scale) in enumerate(documents):
        blocks = tuple(document.blocks())
        if scale is None:
            scale = brim(blocks, heights, setting.geometry)  # noqa: PLW2901
        plan = paginate(blocks, heights, setting.geometry.content_height_pt(scale), scale)
        html = document_html(document, setting, scale)
        top_pt = setting.geometry.top_margin.at(scale)
        page = laid_out_leaves(html, blocks, theme, top_pt, cache)
        found += [
            f"document {number} at {scale:.3f}: planned {planned}, laid out {real}"
            for planned, real in zip(plan.placed, page, strict=True)
            if not same_place(planned, real)
        ]
    return found


def brim(blocks: tuple[Block, ...], heights: Heights, geometry: PageGeometry) -> float:
    """The largest gap scale at which the plan has no page more, to 10⁻⁸ pt."""

    def pages_at(scale: float) -> int:
        return paginate(blocks, heights, geometry.content_height_pt(scale), scale).count

    fits, over = -1.0, 1.0
    pages = pages_at(fits)
    for _ in range(50):
        middle = (fits + over) / 2
        fits, over = (middle, over) if pages_at(middle) == pages else (fits, middle)
    return fits - 1e-10


def same_place(planned: Placed, real: Placed) -> bool:
    return (
        planned.page == real.page
        and abs(planned.top_pt - real.top_pt) <= TOLERANCE_PT
        and abs(planned.height_pt - real.height_pt) <= TOLERANCE_PT
    )


def subsets(number: int, seed: str) -> list[tuple[Document, float | None]]:
    """Random parts of both documents, each with a gap scale; None is the one that fills its pages
    to the last fraction of a point.
    """
    chance = random.Random(seed)
    return [
        (
            random_subset(chance.choice((one_page(), two_pages())), chance, chance.uniform(0.2, 1)),
            chance.choice((None, chance.uniform(-1, 1))),
        )
        for _ in range(number)
    ]


@pytest.mark.parametrize(("name", "paper", "step"), CIRCUMSTANCES[:1])
def test_pages_are_as_planned(cache: Path, name: str, paper: str, step: str) -> None:
    """What fitting computes is what stands on the page, in any theme, step, paper, gap scale."""
    documents = subsets(1, f"{name} {paper} {step}")
    assert differences(documents, theme_named(name), paper, step, cache) == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", one_quick(THEMES))
def test_letters_are_as_planned(cache: Path, name: str, paper: str) -> None:
    """The same for a letter, at each of its steps, and at gap scales from floor to ceiling."""
    theme = theme_named(name).for_letter()
    for step, scale in zip(theme.steps, (-1.0, 0.2, 1.0), strict=True):
        assert differences([(letter(), scale)], theme, paper, step.name, cache) == []


@pytest.mark.parametrize("position", one_quick(AsidePosition))
def test_dates_anywhere_are_as_planned(theme: Theme, cache: Path, position: AsidePosition) -> None:
    """The same wherever dates and places stand, also where a title leaves them no room."""
    moved = with_dates(theme, position)
    long = section("long", "Long", *(replace(leaf, id=f"l/{leaf.id}") for leaf in titles()))
    documents: list[tuple[Document, float | None]] = [
        (replace(one_page(), sections=(*one_page().sections, long)), scale) for scale in (-1.0, 0.4)
    ]
    assert differences(documents, moved, "letter", "normal", cache) == []


def titles() -> Iterator[Block]:
    """Lines with a date after titles of growing length."""
    for kind in (BlockKind.ORGANISATION, BlockKind.ROLE, BlockKind.BRIEF, BlockKind.LINE):
        for words in range(4, 40, 5):
            title = " ".join(["lengthening"] * words)
            yield block(f"{kind}/{words}", kind, title, "Mar 2021 – Present")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "paper", "step"), CIRCUMSTANCES)
def test_pages_are_as_planned_in_many_documents(
    cache: Path, name: str, paper: str, step: str
) -> None:
    """Over 200 random subsets for each step of the classic theme, on both papers, and over some of
    each other theme, nothing stands 0.01 px away.
    """
    documents = subsets(100 if name == "classic" else 8, f"many {name} {paper} {step}")
    assert differences(documents, theme_named(name), paper, step, cache) == []
