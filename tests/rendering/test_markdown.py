"""Texts that look like Markdown stay the texts they are."""

import pytest
from markdown_it import MarkdownIt

from lapel.document.tree import Document
from lapel.rendering.markdown import render_markdown
from lapel.text.inline import Run
from lapel.theme.model import BlockKind
from tests.rendering.documents import block, section


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.BULLET, BlockKind.LINE])
@pytest.mark.parametrize(
    "text",
    [
        "30. November 2026",
        "3) third",
        "# 1 of 14 teams",
        "- minus",
        "> 40 people",
        "+5% a year",
        "a * b * c, snake_case_name",
        "see [poster](x), <b>bold</b>",
        "C:\\Temp `code`",
    ],
)
def test_a_text_comes_out_as_it_went_in(text: str, kind: BlockKind) -> None:
    """Read as CommonMark, a paragraph or an item has its words and nothing of a mark's meaning."""
    document = Document("A B", "A B", "en", (), (section("s", "S", block("x", kind, text)),))
    tokens = MarkdownIt("commonmark").parse(render_markdown(document))
    inline = [token for token in tokens if token.type == "inline"]
    assert inline[0].content == "S"
    shown = "".join(child.content for child in inline[1].children or ())
    assert (len(inline), shown) == (2, text)
    assert not [c for c in inline[1].children or () if c.type not in ("text", "text_special")]


def test_neighbours_that_look_alike_are_marked_once() -> None:
    """A label and its colon are one strong text."""
    runs = (Run("Tools", strong=True), Run(": ", strong=True), Run("SQL"))
    line = block("x", BlockKind.SKILLS, runs)
    document = Document("A B", "A B", "en", (), (section("s", "S", line),))
    assert "- **Tools:** SQL" in render_markdown(document)
