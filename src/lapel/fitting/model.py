"""The values of fitting: heights of leaves, the page, and where every leaf was placed."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from msgspec import Struct

from lapel.document.tree import Block
from lapel.theme.model import Gaps
from lapel.theme.styles import NO_INSET, Inset, Range


class PageGeometry(Struct, frozen=True):
    """A page's size and margins in points. Side margins, and the inset of the lines under the
    header, are fixed within one step of a theme.
    """

    width_pt: float
    height_pt: float
    side_margin_pt: float
    top_margin: Range
    bottom_margin: Range
    inset: Inset = NO_INSET

    def content_height_pt(self, scale: float) -> float:
        """Return the height left for text at one gap scale."""
        return self.height_pt - self.top_margin.at(scale) - self.bottom_margin.at(scale)


class Heights(Struct, frozen=True):
    """The measured height of each leaf by block id, in points, and the gaps above."""

    height_pt: Mapping[str, float]
    gaps: Gaps


class Placed(Struct, frozen=True):
    """One leaf on its page: ``top_pt`` counts from the top of the page's content."""

    id: str
    page: int
    top_pt: float
    height_pt: float


class Pages(Struct, frozen=True):
    """A paginated document: every leaf placed, and the height used on each page."""

    placed: tuple[Placed, ...]
    used_pt: tuple[float, ...]
    content_height_pt: float
    scale: float

    @property
    def count(self) -> int:
        """The number of pages."""
        return len(self.used_pt)

    @property
    def fill_ratio(self) -> float:
        """The share of the last page that is used, in [0, 1]."""
        return self.used_pt[-1] / self.content_height_pt if self.used_pt else 0.0


class Ruler(Protocol):
    """Gives the heights of leaves at one step of the theme, in points, by block id."""

    @property
    def geometry(self) -> PageGeometry:
        """The page at that step."""
        ...

    def known_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """Return the heights that are known without a layout."""
        ...

    def least_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """Return a lower bound of the height of each block."""
        ...

    def measured_pt(self, blocks: Sequence[Block]) -> Mapping[str, float]:
        """Return the heights of all these blocks."""
        ...


def lines_over(over_pt: float, line_pt: float) -> int:
    """Return by how many lines, at least one, a height is over; ``line_pt`` is the height of
    one.
    """
    return max(1, round(over_pt / line_pt + 0.49))
