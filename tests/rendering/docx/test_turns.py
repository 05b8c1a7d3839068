"""Pages of a Word file that are told to begin where they do."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from lapel.fitting.model import Placed
from lapel.rendering.docx.document import render_docx
from lapel.rendering.docx.turns import find_marked_turns
from lapel.rendering.setting import setting_of
from lapel.theme.model import BlockKind, Theme
from tests.fitting.builders import block
from tests.rendering.documents import two_pages


def told(kept: Sequence[int], turns: Sequence[int], leaves: int = 60) -> list[int]:
    """Which of numbered leaves are told to begin a page, where those ``kept`` keep the next one
    and ``turns`` begin pages.
    """
    blocks = [block(str(n), keeps_next=n in kept) for n in range(1, leaves + 1)]
    placed = [
        Placed(leaf.id, 1 + sum(turn <= number for turn in turns), 0, 10)
        for number, leaf in enumerate(blocks, 1)
    ]
    return sorted(map(int, find_marked_turns(blocks, placed)))


@pytest.mark.parametrize(
    ("kept", "turns", "expected"),
    [
        ([24, 25], [24], [24]),  # the 25th, last of those dealt to page 1, keeps the 26th
        ([25], [25], [25]),
        ([22, 23, 24, 25], [22], [22]),
        ([24], [24], []),  # the 25th holds nothing
        ([24, 26], [24], []),
        ([25], [28], []),  # the hold stands whole on its page
        ([26, 27], [26], []),
        ([25], [15], []),
        ([25, 50], [25, 50], [25]),  # after a page that was told the dealing begins anew
        ([25, 49], [25, 49], [25, 49]),
        ([50], [25, 50], [50]),
    ],
)
def test_a_page_is_told_where_its_first_hold_is_dealt_in_two(
    kept: list[int], turns: list[int], expected: list[int]
) -> None:
    """By numbers of paragraphs, the first is 1."""
    assert told(kept, turns) == expected


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ([51, 52], [30]),  # dealt first to page 3, up to the page's end
        ([52], []),  # the hold begins with the second that was dealt there
        ([50], []),
        ([51], []),  # the page does not end with it
    ],
)
def test_a_page_is_told_where_its_last_hold_is_dealt_first(
    kept: list[int], expected: list[int]
) -> None:
    """Of 53 paragraphs, with page 2 from the 30th on."""
    assert told(kept, [30], leaves=53) == expected


def test_who_is_told_has_a_style_that_says_so(theme: Theme) -> None:
    """A style of the same look that begins a page, and has no gap there, as in the PDF."""
    document = two_pages()
    leaf = next(b for b in document.blocks() if b.kind is BlockKind.NEXT_ROLE)
    setting = setting_of(theme, "letter", "normal")
    data = render_docx(document, setting, 0, told={leaf.id})
    package = zipfile.ZipFile(io.BytesIO(data))
    assert package.read("word/document.xml").count(b'w:val="NextRoleOnNewPage"') == 1
    styles = package.read("word/styles.xml").decode()
    assert styles.count("<w:pageBreakBefore/>") == 1
    own = styles.partition('w:styleId="NextRoleOnNewPage"')[2].partition("</w:style>")[0]
    assert 'w:before="0"' in own
