"""The page of a theme on one paper at one step."""

from lapel.document.tree import Block
from lapel.fitting.model import PageGeometry
from lapel.theme.model import HEADER_KINDS, Theme


def page_geometry(theme: Theme, paper_name: str, step_name: str) -> PageGeometry:
    """The page's size and margins; raises KeyError for a paper or step the theme lacks."""
    paper = theme.paper(paper_name)
    return PageGeometry(
        width_pt=paper.width_pt,
        height_pt=paper.height_pt,
        side_margin_pt=theme.step(step_name).side_margin_pt[paper_name],
        top_margin=paper.top_margin,
        bottom_margin=paper.bottom_margin,
    )


def content_width_pt(geometry: PageGeometry) -> float:
    """The width of the text."""
    return geometry.width_pt - 2 * geometry.side_margin_pt


def leaf_width_pt(block: Block, theme: Theme, width_pt: float) -> float:
    """The width of a leaf on lines of ``width_pt``: a header leaves room for a photo."""
    return width_pt - theme.header_inset_pt if block.kind in HEADER_KINDS else width_pt
