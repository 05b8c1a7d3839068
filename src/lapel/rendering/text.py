"""A document as plain text for web forms: each field on lines of its own, each list one block.

Nothing is wrapped, so that a bullet pastes as one line.
"""

from collections.abc import Iterator, Sequence
from unicodedata import east_asian_width

from lapel.document.tree import Block, Document
from lapel.rendering.tidying import tidy_runs
from lapel.text.inline import LINE_BREAK, Run
from lapel.theme.model import BlockKind

MARK = "- "
TOGETHER = frozenset(
    {
        (BlockKind.NAME, BlockKind.HEADLINE),
        (BlockKind.ORGANISATION, BlockKind.ROLE),
        (BlockKind.BULLET, BlockKind.BULLET),
        (BlockKind.SKILLS, BlockKind.SKILLS),
        (BlockKind.LINE, BlockKind.LINE),
    }
)
"""Kinds that follow each other without a blank line."""


def render_text(document: Document, separator: str) -> str:
    """Render the document's fields; ``separator`` is what separates the items of its contact
    line.
    """
    lines: list[str] = []
    previous: BlockKind | None = None
    for block in document.blocks():
        if lines and (previous, block.kind) not in TOGETHER:
            lines.append("")
        if lines and block.kind is BlockKind.HEADING:
            lines.append("")
        lines += _format_lines(block, separator)
        previous = block.kind
    return "\n".join(lines) + "\n"


def _format_lines(block: Block, separator: str) -> Iterator[str]:
    if block.kind is BlockKind.CONTACT:
        yield from _split_items(block.text, separator)
        return
    text, aside = _plain(block.text), _plain(block.aside)
    if block.kind is BlockKind.BULLET:
        yield MARK + text
    elif block.kind is BlockKind.HEADING:
        yield text
        yield "=" * sum(2 if east_asian_width(c) in "WF" else 1 for c in text)
    else:
        yield from text.split("\n")
        if aside:
            yield aside


def _split_items(runs: Sequence[Run], separator: str) -> Iterator[str]:
    """Yield the items of the contact line, one to a line; a shortened address whole."""
    item = ""
    for run in tidy_runs(runs):
        if run.text == LINE_BREAK or run.text.strip() == separator.strip():
            yield item
            item = ""
        else:
            item += run.href if run.href and run.text.endswith("…") else run.text
    yield item


def _plain(runs: Sequence[Run]) -> str:
    return "".join("\n" if run.text == LINE_BREAK else run.text for run in tidy_runs(runs))
