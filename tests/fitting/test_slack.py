"""Height to spare, as long as no leaf moves to another page for it."""

import pytest
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.fitting.model import Heights, PageGeometry
from lapel.fitting.pagination import paginate
from lapel.fitting.slack import harmless_slack_pt
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Gaps
from lapel.theme.styles import Range

GEOMETRY = PageGeometry(300, 120, 10, Range(10, 10, 10), Range(10, 10, 10))
GAPS = Gaps({BlockKind.BULLET: Range(0, 0, 0)}, {})


def slack_pt(heights: list[float], most_pt: float) -> float:
    """The slack for a document of lines of these heights on pages of 100 points."""
    blocks = [Block(f"b{n}", BlockKind.BULLET, (Run("x"),)) for n in range(len(heights))]
    by_id = {block.id: height for block, height in zip(blocks, heights, strict=True)}
    pages = paginate(blocks, Heights(by_id, GAPS), GEOMETRY.content_height_pt(0), 0)
    return harmless_slack_pt(blocks, GAPS, replace(GEOMETRY), pages, most_pt)


@pytest.mark.parametrize(
    ("heights", "slack"),
    [
        ([50, 50], 14),  # one page: nothing can come up to it
        ([90, 50], 14),  # the next leaf is much higher than what is free
        ([95, 12], 3.5),  # 7 points more would bring it up, so a quarter is taken
        ([95, 19.4], 10.5),  # with all 14 it would be within half a point of coming up
        ([86, 15.1], 0),  # 1.1 points more would, and any share of 14 leaves less than one
        ([99, 2], 0.98),  # one point more would: even less keeps a full page from running over
        ([99.9, 0.2], 0),  # the smallest share would, too
    ],
)
def test_no_leaf_comes_up(heights: list[float], slack: float) -> None:
    """The largest share of what a theme allows under which every leaf stays on its page."""
    assert slack_pt(heights, 14) == pytest.approx(slack)
