"""A document tree as DOCX, through python-docx."""

import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lapel.document.tree import Block, Document
from lapel.fitting.model import PageGeometry
from lapel.rendering.docx.fonts import embed_fonts, font_table_xml
from lapel.rendering.docx.footers import footer_xml
from lapel.rendering.docx.links import add_link
from lapel.rendering.docx.looks import (
    ParagraphLook,
    RunLook,
    aside_look,
    style_id,
    text_look,
)
from lapel.rendering.docx.numbering import numbering_xml
from lapel.rendering.docx.package import FOOTER, empty_package, package_bytes
from lapel.rendering.docx.scripts import by_script
from lapel.rendering.docx.styles import styles_xml
from lapel.rendering.geometry import content_width_pt
from lapel.rendering.metrics import aside_fits
from lapel.rendering.tidying import plain
from lapel.rendering.typography import care_for
from lapel.text.inline import LINE_BREAK, Run
from lapel.theme.model import AsidePosition, BlockKind, Step, Theme

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.text.paragraph import Paragraph

LookedRun = tuple[Run, RunLook]
BLANKS = re.compile("( +)")
BREAK: LookedRun = (Run(LINE_BREAK), RunLook())
TAB: LookedRun = (Run("\t"), RunLook())


def render_docx(
    document: Document,
    theme: Theme,
    geometry: PageGeometry,
    step: Step,
    scale: float,
    slack_pt: float = 0,
) -> bytes:
    """The document as DOCX; the same input gives the same bytes.

    ``slack_pt`` is height to spare on every page, for programs that set a line higher.
    """
    import docx  # noqa: PLC0415 - a tenth of a second, paid only where a DOCX is written

    width_pt = content_width_pt(geometry)
    blocks = [care_for(block, theme, step, width_pt) for block in document.blocks()]
    texts = [
        list(_looked(block, tuple(_word_runs(block, theme)), text_look, theme)) for block in blocks
    ]
    asides = [list(_looked(block, block.aside, aside_look, theme)) for block in blocks]
    characters = frozenset(c for runs in (*texts, *asides) for run, _ in runs for c in run.text)
    paragraphs = [
        ParagraphLook(block.kind, block.keeps_next, _ruled(before, theme))
        for before, block in zip([None, *blocks], blocks, strict=False)
    ]
    looks = sorted({look for runs in (*texts, *asides) for _, look in runs})
    package = empty_package(
        geometry,
        scale,
        slack_pt,
        theme.footer.bottom_pt if theme.footer else 0,
        plain(document.title),
        plain(document.author),
        document.language,
        {
            "word/styles.xml": styles_xml(
                theme,
                geometry,
                step,
                scale,
                document.language,
                dict.fromkeys(paragraphs),
                looks,
            ),
            "word/numbering.xml": numbering_xml(theme, step),
            "word/fontTable.xml": font_table_xml(theme, characters),
            **({FOOTER: footer_xml(theme.footer, plain(document.author))} if theme.footer else {}),
        },
    )
    word = docx.Document(io.BytesIO(package))
    for block, look, text, aside in zip(blocks, paragraphs, texts, asides, strict=True):
        if aside and theme.date_position is AsidePosition.RIGHT:
            width_em = width_pt / step.size_pt(theme.styles[block.kind])
            own_line = not aside_fits(block, theme, width_em)
            aside = [*([BREAK] if own_line else []), TAB, *aside]  # noqa: PLW2901
        _add_paragraph(word, look, (*text, *aside))
    embed_fonts(word, theme, characters)
    return package_bytes(word)


def _word_runs(block: Block, theme: Theme) -> Iterator[Run]:
    """The runs of a text; a separator's blanks, which may be wider, are runs of their own."""
    for run in block.text:
        if block.kind is BlockKind.CONTACT and run.text == theme.separator:
            yield from (Run(part) for part in BLANKS.split(run.text) if part)
        else:
            yield run


def _looked(
    block: Block,
    runs: Sequence[Run],
    look: Callable[[Block, Run, Theme], RunLook],
    theme: Theme,
) -> Iterator[LookedRun]:
    """The runs with their looks, cut where the script changes."""
    for run in runs:
        for part, script in by_script(run, right_to_left=theme.right_to_left):
            yield part, replace(look(block, run, theme), script=script)


def _ruled(block: Block | None, theme: Theme) -> BlockKind | None:
    """The kind of a leaf with a rule under it."""
    return block.kind if block and theme.styles[block.kind].rule else None


def _add_paragraph(
    word: "WordDocument",
    look: ParagraphLook,
    runs: Sequence[LookedRun],
) -> None:
    paragraph = word.add_paragraph()
    paragraph._p.get_or_add_pPr()._add_pStyle().val = style_id(look.name)
    _add_runs(paragraph, runs)


def _add_runs(paragraph: "Paragraph", runs: Sequence[LookedRun]) -> None:
    """The runs one after the other; neighbours with one address are one link."""
    href, link = "", None
    for run, look in runs:
        if run.href != href:
            href = run.href
            link = add_link(paragraph, href) if href else None
        written = paragraph.add_run()
        if run.text == LINE_BREAK:
            written.add_break()
        elif run.text == "\t":
            written.add_tab()
        else:
            written.text = run.text
            if look.name:
                written._r.get_or_add_rPr()._add_rStyle().val = style_id(look.name)
        if link is not None:
            link.append(written._r)
