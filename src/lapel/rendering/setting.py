"""The setting of a document: a theme, at one of its steps, on a page of a paper."""

from msgspec import Struct

from lapel.fitting.model import PageGeometry
from lapel.theme.model import HEADER_KINDS, BlockKind, Step, Theme
from lapel.theme.styles import NO_INSET, Range

NOTHING = Range(0, 0, 0)


class Setting(Struct, frozen=True):
    """A theme on one page at one step, and the measures that follow from the three."""

    theme: Theme
    geometry: PageGeometry
    step: Step

    @property
    def width_pt(self) -> float:
        """The width between the side margins."""
        return self.geometry.width_pt - 2 * self.geometry.side_margin_pt

    def leaf_width_pt(self, kind: BlockKind) -> float:
        """Return the width of a leaf: a header's leaves room for a photo, others' for the inset."""
        inset_pt = self.geometry.inset.both_pt
        return self.width_pt - (self.theme.header_inset_pt if kind in HEADER_KINDS else inset_pt)

    def leaf_width_em(self, kind: BlockKind) -> float:
        """Return the same in ems of the leaf's type."""
        return self.leaf_width_pt(kind) / self.size_pt(kind)

    def size_pt(self, kind: BlockKind) -> float:
        """Return the size of a leaf's type."""
        return self.step.size_pt(self.theme.styles[kind])

    def leading_pt(self, kind: BlockKind) -> float:
        """Return the distance of a leaf's lines."""
        return self.step.leading_pt(self.theme.styles[kind])


def setting_of(theme: Theme, paper_name: str, step_name: str) -> Setting:
    """Return the theme on a paper at a step; raises KeyError for a paper or step it lacks."""
    paper, step = theme.paper(paper_name), theme.step(step_name)
    geometry = PageGeometry(
        width_pt=paper.width_pt,
        height_pt=paper.height_pt,
        side_margin_pt=step.side_margin_pt[paper_name],
        top_margin=paper.top_margin,
        bottom_margin=paper.bottom_margin,
        inset=step.inset.get(paper_name, NO_INSET),
    )
    return Setting(theme, geometry, step)


def on_lines_of(width_pt: float, theme: Theme, step: Step) -> Setting:
    """Return the theme at a step on lines of a width, of whatever page they are."""
    return Setting(theme, PageGeometry(width_pt, 0, 0, NOTHING, NOTHING), step)
