"""A document as Markdown (CommonMark): headings, lists and links, and the page's words."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.tidying import tidy_runs
from lapel.text.inline import LINE_BREAK, Run, runs_text
from lapel.text.regexes import regex
from lapel.theme.model import BlockKind

BESIDE = " · "
"""The separator between a line's text and its aside."""
HEADINGS = {BlockKind.NAME: "# ", BlockKind.HEADING: "## ", BlockKind.ORGANISATION: "### "}
ITEMS = frozenset({BlockKind.BULLET, BlockKind.LINE, BlockKind.SKILLS, BlockKind.NEXT_BRIEF})
STRONG = frozenset({BlockKind.ROLE, BlockKind.NEXT_ROLE})
_SPECIAL = regex(r"[\\`*_\[\]<>]")
_BLOCK_START = regex(r"^(\d*)(?=[#>+-]|(?<=\d)[.)](?: |$))")
"""The place for a backslash that keeps a text from beginning a heading, a quotation or a list."""


def render_markdown(document: Document) -> str:
    """Render the document's leaves, one to a line, with blank lines between all but items."""
    lines: list[str] = []
    previous_is_item = False
    for block in document.blocks():
        is_item = block.kind in ITEMS
        if lines and not (is_item and previous_is_item):
            lines.append("")
        lines.append(_format_line(block))
        previous_is_item = is_item
    return "\n".join(lines) + "\n"


def _format_line(block: Block) -> str:
    text, aside = tidy_runs(block.text), tidy_runs(block.aside)
    marked = _format_runs(text, plainly=block.kind in HEADINGS or block.kind in STRONG)
    if block.kind in STRONG:
        marked = f"**{marked}**"
    if block.kind in HEADINGS:
        marked = HEADINGS[block.kind] + marked
    else:
        marked = _BLOCK_START.sub(r"\1\\", marked)
    if block.kind in ITEMS:
        marked = f"- {marked}"
    return BESIDE.join(part for part in (marked, _format_runs(aside)) if part)


def _format_runs(runs: Sequence[Run], *, plainly: bool = False) -> str:
    """Return the runs in Markdown, those that look alike as one; ``plainly`` where all is
    strong.
    """
    alike = groupby(runs, key=lambda run: replace(run, text=LINE_BREAK * (run.text == LINE_BREAK)))
    joined = (replace(look, text=runs_text(same)) for look, same in alike)
    return "".join(_format_run(run, plainly=plainly) for run in joined)


def _format_run(run: Run, *, plainly: bool) -> str:
    if run.text == LINE_BREAK:
        return "  \n"
    before, text, after = _split_blanks(run.text)
    text = _SPECIAL.sub(r"\\\g<0>", text)
    if run.href:
        text = f"[{text}]({''.join(_escape_address(run.href))})"
    for wanted, mark in ((run.emphasis, "*"), (run.strong and not plainly, "**")):
        text = f"{mark}{text}{mark}" if wanted and text else text
    return before + text + after


def _split_blanks(text: str) -> tuple[str, str, str]:
    """Split a text from the blanks around it, which are not allowed inside marks."""
    stripped = text.strip(" ")
    start = len(text) - len(text.lstrip(" "))
    return text[:start], stripped, text[start + len(stripped) :]


def _escape_address(href: str) -> Iterator[str]:
    for character in href:
        yield f"%{ord(character):02X}" if character in " ()<>" else character
