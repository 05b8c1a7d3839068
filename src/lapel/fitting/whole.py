"""Fitting a document of which nothing may be left out: the first step of a theme that holds it."""

from collections.abc import Iterator, Mapping, Sequence
from math import inf

from msgspec import Struct

from lapel.document.tree import Block, Document
from lapel.fitting.model import Heights, PageGeometry, Pages, Ruler
from lapel.fitting.pagination import paginate
from lapel.fitting.spacing import FLOOR, close_gaps
from lapel.theme.model import Theme


class FittedWhole(Struct, frozen=True):
    """A document on its pages, at a step of its theme."""

    document: Document
    theme: Theme
    pages: Pages
    geometry: PageGeometry
    step: str


class TooLong(Struct, frozen=True):
    """The document is too tall by this height, even at the tightest step and the floors."""

    over_pt: float


def fit_whole(
    document: Document, theme: Theme, rulers: Mapping[str, Ruler]
) -> FittedWhole | TooLong:
    """Fit the whole document on one page, at the first step that holds it.

    ``rulers`` are those of the steps by name, from wide to tight; ``theme`` has the gaps.
    """
    blocks = tuple(document.blocks())
    over_pt = 0.0
    for step, ruler in rulers.items():
        heights = Heights(dict(_find_heights_pt(blocks, ruler)), theme.gaps())
        placed = close_gaps(blocks, heights, ruler.geometry, 1)
        if placed.count == 1:
            return FittedWhole(document, theme, placed, ruler.geometry, step)
        in_one = paginate(blocks, heights, inf, FLOOR).used_pt[0]
        over_pt = in_one - ruler.geometry.content_height_pt(FLOOR)
    return TooLong(over_pt)


def _find_heights_pt(blocks: Sequence[Block], ruler: Ruler) -> Iterator[tuple[str, float]]:
    known = ruler.known_pt(blocks)
    unknown = [block for block in blocks if block.id not in known]
    yield from known.items()
    if unknown:
        yield from ruler.measured_pt(unknown).items()
