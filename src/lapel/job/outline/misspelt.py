"""Misspelt headings ("Compnay", "Cover leter points"), read as what they mean."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from lapel.job.markup.markdown import Block, Written
from lapel.job.outline.statements import Outlined
from lapel.job.outline.walking import outline
from lapel.job.words.headings import meant_heading
from lapel.job.words.labels import plain_label, strip_markdown
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.source.source import Source


def outline_as_meant(
    source: Source, blocks: Sequence[Block], before: Sequence[Block]
) -> tuple[Outlined, tuple[Diagnostic, ...]]:
    """Return the outline of the blocks, and a warning for each heading that was read as a known
    one.

    Text under a corrected heading may hold further misspelt ones, so the outline is made anew until
    none is left.
    """
    told: list[Diagnostic] = []
    while True:
        outlined = outline(blocks, before=before)
        meant = {
            _key(heading): name
            for heading in outlined.unknown
            if (name := meant_heading(strip_markdown(heading.text)))
        }
        respelled = tuple(_respell_headings(block, meant) for block in blocks)
        if respelled == tuple(blocks):
            return outlined, tuple(told)
        told += [_report_misspelt(source, h, meant) for h in outlined.unknown if _key(h) in meant]
        blocks = respelled


def _key(heading: Written) -> tuple[int, str]:
    return heading.line, strip_markdown(heading.text)


def _respell_headings(block: Block, meant: Mapping[tuple[int, str], str]) -> Block:
    """Return the block and those in it with known headings in the place of misspelt ones.

    ``meant`` has the known heading for each line number and title.
    """
    lines = tuple(
        next(
            (
                replace(written, text=written.text.replace(title.rstrip(": "), name, 1))
                for (line, title), name in meant.items()
                if line == written.line and strip_markdown(written.text).startswith(title)
            ),
            written,
        )
        for written in block.lines
    )
    children = tuple(_respell_headings(child, meant) for child in block.children)
    return replace(block, lines=lines, children=children)


def _report_misspelt(
    source: Source, heading: Written, meant: Mapping[tuple[int, str], str]
) -> Diagnostic:
    title = plain_label(heading.text)
    return source.diagnostic(
        "heading-misspelt",
        f"“{title}” is read as “{meant[_key(heading)].title()}”",
        heading.place(source),
        help="correct it, or name the heading otherwise if it is something else",
        severity=Severity.WARNING,
    )
