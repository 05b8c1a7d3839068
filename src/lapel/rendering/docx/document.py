"""A document tree as DOCX, through python-docx."""

import io
from collections.abc import Collection, Mapping, Sequence

import docx
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.docx.fonts import embed_fonts, font_table_xml, name_families_apart
from lapel.rendering.docx.footers import footer_characters, footer_xml
from lapel.rendering.docx.looks import ParagraphLook, style_id
from lapel.rendering.docx.numbering import numbering_xml
from lapel.rendering.docx.package import FOOTER, empty_package, package_bytes
from lapel.rendering.docx.photos import add_photo
from lapel.rendering.docx.styles import styles_xml
from lapel.rendering.docx.writing import LookedLeaf, add_paragraph, look_at, with_asides
from lapel.rendering.lines import NO_LINES, Line
from lapel.rendering.marks import text_in_marks
from lapel.rendering.photos import last_of_header
from lapel.rendering.setting import Setting
from lapel.rendering.tidying import strip_controls
from lapel.theme.model import BlockKind, Theme


def render_docx(
    document: Document,
    setting: Setting,
    scale: float,
    slack_pt: float = 0,
    told: Collection[str] = (),
    lines: Mapping[str, Sequence[Line]] = NO_LINES,
) -> bytes:
    """Render the document as DOCX; the same input gives the same bytes.

    ``slack_pt`` is height to spare on every page, for programs that set a line higher; ``told`` are
    the ids of leaves marked to begin a page (``turns.py``); ``lines`` are the PDF's lines of each
    leaf, whose ends the DOCX is to have too.
    """
    theme, leaves = setting.theme, look_at(document, setting, lines)
    looked = [pair for leaf in leaves for pair in (*leaf.text, *leaf.aside)]
    characters = frozenset(character for run, _ in looked for character in run.text)
    name = text_in_marks(strip_controls(document.author), theme.marks)
    characters |= set(theme.bullet.glyph + footer_characters(theme.footer, name))
    theme = name_families_apart(theme, characters)
    setting = replace(setting, theme=theme)
    paragraphs = [
        ParagraphLook(
            leaf.block.kind,
            leaf.block.keeps_next,
            _find_kind_above(before, leaf, theme),
            leaf.block.id in told,
            leaf.shorter_pt,
        )
        for before, leaf in zip([None, *(leaf.block for leaf in leaves)], leaves, strict=False)
    ]
    looks = sorted({look for _, look in looked})
    package = empty_package(
        document,
        setting.geometry,
        scale,
        slack_pt,
        theme.footer.bottom_pt if theme.footer else 0,
        {
            "word/styles.xml": styles_xml(
                setting, scale, document.language, dict.fromkeys(paragraphs), looks
            ),
            "word/numbering.xml": numbering_xml(setting),
            "word/fontTable.xml": font_table_xml(theme, characters),
            **({FOOTER: footer_xml(theme.footer, name)} if theme.footer else {}),
        },
    )
    word = docx.Document(io.BytesIO(package))
    for look, leaf in zip(paragraphs, leaves, strict=True):
        add_paragraph(word, style_id(look.name), with_asides(leaf, setting))
    if document.photo is not None:
        number = last_of_header([leaf.block for leaf in leaves])
        last = leaves[number].block
        add_photo(word.paragraphs[number], document.photo, setting, scale, last)
    embed_fonts(word, theme, characters)
    return package_bytes(word)


def _find_kind_above(before: Block | None, leaf: LookedLeaf, theme: Theme) -> BlockKind | None:
    """Return the kind of the leaf before another if the gap between them depends on it."""
    if before is None:
        return None
    below = theme.gaps().below_of(before.kind, leaf.block.kind)
    return before.kind if below or theme.styles[before.kind].rule else None
