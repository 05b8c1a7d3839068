"""The page of a theme on one paper at one step."""

from lapel.document.tree import Block
from lapel.fitting.model import PageGeometry
from lapel.theme.model import HEADER_KINDS, Theme
from lapel.theme.styles import NO_INSET, Inset


def page_geometry(theme: Theme, paper_name: str, step_name: str) -> PageGeometry:
    """The page's size and margins; raises KeyError for a paper or step the theme lacks."""
    paper, step = theme.paper(paper_name), theme.step(step_name)
    return PageGeometry(
        width_pt=paper.width_pt,
        height_pt=paper.height_pt,
        side_margin_pt=step.side_margin_pt[paper_name],
        top_margin=paper.top_margin,
        bottom_margin=paper.bottom_margin,
        inset=step.inset.get(paper_name, NO_INSET),
    )


def content_width_pt(geometry: PageGeometry) -> float:
    """The width between the side margins."""
    return geometry.width_pt - 2 * geometry.side_margin_pt


def leaf_width_pt(block: Block, theme: Theme, width_pt: float, inset: Inset = NO_INSET) -> float:
    """The width of a leaf between margins that are ``width_pt`` apart: a header leaves room for a
    photo, what stands under it the inset.
    """
    taken_pt = theme.header_inset_pt if block.kind in HEADER_KINDS else inset.both_pt
    return width_pt - taken_pt
