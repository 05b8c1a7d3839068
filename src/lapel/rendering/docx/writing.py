"""Leaves as runs with their looks, and those as paragraphs of a Word file."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun
from msgspec import Struct
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.docx.links import add_link
from lapel.rendering.docx.looks import RunLook, aside_look, style_id, text_look
from lapel.rendering.docx.scripts import MARKS, split_by_script
from lapel.rendering.lines import KEPT, Line, with_lines
from lapel.rendering.metrics import aside_fits
from lapel.rendering.setting import Setting
from lapel.rendering.typography import set_typography
from lapel.text.inline import LINE_BREAK, Run
from lapel.text.regexes import regex
from lapel.theme.model import BlockKind, Theme
from lapel.theme.styles import AsidePosition

LookedRun = tuple[Run, RunLook]
BLANKS = regex("( +)")
ELEMENTS = {KEPT: "w:noBreakHyphen", LINE_BREAK: "w:br"}
SIGNS = regex(f"([{''.join(ELEMENTS)}])")
BREAK: LookedRun = (Run(LINE_BREAK), RunLook())
TAB: LookedRun = (Run("\t"), RunLook())


class LookedLeaf(Struct, frozen=True):
    """A leaf as it is drawn: by how many points its lines are shorter than others, and the runs of
    its text and aside with their looks.
    """

    block: Block
    shorter_pt: int
    text: tuple[LookedRun, ...]
    aside: tuple[LookedRun, ...]


def look_at(
    document: Document, setting: Setting, lines: Mapping[str, Sequence[Line]]
) -> tuple[LookedLeaf, ...]:
    """Return the leaves of a document with their looks, on these lines where those are known."""
    theme = setting.theme
    drawn = (
        with_lines(set_typography(block, setting), lines.get(block.id, ()), setting)
        for block in document.blocks()
    )
    return tuple(
        LookedLeaf(
            block,
            shorter_pt,
            tuple(_look_at_runs(block, tuple(_split_separators(block, theme)), text_look, theme)),
            tuple(_look_at_runs(block, block.aside, aside_look, theme)),
        )
        for block, shorter_pt in drawn
    )


def with_asides(line: LookedLeaf, setting: Setting) -> tuple[LookedRun, ...]:
    """Return all runs of a leaf; an aside at the right comes after a tab."""
    block, theme = line.block, setting.theme
    if not line.aside or theme.styles[block.kind].aside.position is not AsidePosition.RIGHT:
        return (*line.text, *line.aside)
    fits = aside_fits(block, theme, setting.leaf_width_em(block.kind))
    own_line = () if fits else (BREAK,)
    return (*line.text, *own_line, TAB, *line.aside)


def _split_separators(block: Block, theme: Theme) -> Iterator[Run]:
    """Yield the runs of a text; a separator's blanks, which may be wider, are separate runs."""
    for run in block.text:
        if block.kind is BlockKind.CONTACT and run.text == theme.separator:
            yield from (Run(part) for part in BLANKS.split(run.text) if part)
        else:
            yield run


def _look_at_runs(
    block: Block, runs: Sequence[Run], look: Callable[[Block, Run, Theme], RunLook], theme: Theme
) -> Iterator[LookedRun]:
    """Yield the runs with their looks, cut where the script changes."""
    for run in runs:
        for part, script in split_by_script(run, right_to_left=theme.right_to_left):
            yield part, replace(look(block, run, theme), script=script)


def add_paragraph(word: WordDocument, style: str, runs: Sequence[LookedRun]) -> None:
    """Add a paragraph at the end of the file, in the style of this id."""
    paragraph = word.add_paragraph()
    paragraph._p.get_or_add_pPr()._add_pStyle().val = style
    _add_runs(paragraph, runs)


def _add_runs(paragraph: Paragraph, runs: Sequence[LookedRun]) -> None:
    """Add the runs one after the other; neighbours with one address are one link."""
    href, link = "", None
    for run, look in runs:
        if run.href != href:
            href = run.href
            link = add_link(paragraph, href) if href else None
        written = paragraph.add_run()
        if run.text == "\t":
            written.add_tab()
        else:
            _write_text(written, run.text)
            if look.name:
                written._r.get_or_add_rPr()._add_rStyle().val = style_id(look.name)
            if look.script:
                written._r.get_or_add_rPr().append(OxmlElement(MARKS[look.script]))
        if link is not None:
            link.append(written._r)


def _write_text(run: WordRun, text: str) -> None:
    """Put a text into a run, with elements for each hyphen that is kept and each line's end."""
    for part in SIGNS.split(text):
        if part in ELEMENTS:
            run._r.append(OxmlElement(ELEMENTS[part]))
        elif part:
            run._r.add_t(part)
