"""What of a list holds together over the end of a page, counted in lines."""

import pytest

from lapel.document.tree import Block, Document, Section
from lapel.fitting.holding import hold_lists
from lapel.fitting.model import Heights
from lapel.theme.model import BlockKind
from tests.fitting.builders import GAPS, block
from tests.rendering.documents import theme_named

THEME = theme_named("classic")
HEADING = block("heading", BlockKind.HEADING, keeps_next=True)
TITLE = block("title", BlockKind.ROLE, keeps_next=True)


def held(*leaves: tuple[Block, int]) -> str:
    """The ids of the leaves after which no page may end, of a section with leaves of so many
    lines each.
    """
    blocks = tuple(leaf for leaf, _ in leaves)
    document = Document("", "", "en", (), (Section("section", HEADING, blocks),))
    step = THEME.step("normal")
    heights = {leaf.id: lines * step.leading_pt(THEME.styles[leaf.kind]) for leaf, lines in leaves}
    found = hold_lists(document, Heights(heights, GAPS), THEME, "normal")
    return " ".join(leaf.id for leaf in found.blocks() if leaf.keeps_next)


@pytest.mark.parametrize(
    ("lines", "together"),
    [
        ([1], ""),
        ([1, 1], "a"),
        ([2, 2], ""),  # one bullet of two lines is enough on either side
        ([1, 2], "a"),
        ([2, 1], "a"),
        ([1, 1, 1], "a b"),
        ([1, 1, 1, 1], "a c"),
        ([2, 1, 1, 2], ""),
        ([3, 1, 2, 1], "c"),
        ([1, 2, 2, 1, 1], "a d"),
    ],
)
def test_two_lines_of_a_list_stand_on_either_side(lines: list[int], together: str) -> None:
    """Under a title at least two lines, and at the next page's head at least two."""
    bullets = [(block(id), count) for id, count in zip("abcdef", lines, strict=False)]
    assert held((TITLE, 1), *bullets) == f"heading title {together}".strip()


def test_lists_of_one_line_entries_are_held_as_bullets_are() -> None:
    """A section's lines among themselves; a title after them is of no list."""
    kinds = (BlockKind.NEXT_BRIEF, BlockKind.NEXT_BRIEF, BlockKind.LINE, BlockKind.SKILLS)
    lines = [(block(id, kind), 1) for id, kind in zip("abcd", kinds, strict=True)]
    bullets = [(block(id), 1) for id in "ef"]
    assert held(*lines, (TITLE, 1), *bullets) == "heading a c title e"


def test_bullets_and_lines_after_them_are_two_lists() -> None:
    """A one-line role after the bullets of another may stand alone: it lacks nothing."""
    bullets = [(block(id), 2) for id in "ab"]
    assert held((TITLE, 1), *bullets, (block("c", BlockKind.BRIEF), 1)) == "heading title"
