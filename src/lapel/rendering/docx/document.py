"""A document tree as DOCX, through python-docx."""

import io
from collections.abc import Collection

import docx
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.docx.fonts import embed_fonts, font_table_xml, named_apart
from lapel.rendering.docx.footers import footer_characters, footer_xml
from lapel.rendering.docx.looks import ParagraphLook, style_id
from lapel.rendering.docx.numbering import numbering_xml
from lapel.rendering.docx.package import FOOTER, empty_package, package_bytes
from lapel.rendering.docx.photos import add_photo
from lapel.rendering.docx.styles import styles_xml
from lapel.rendering.docx.writing import Line, add_paragraph, look_at, with_asides
from lapel.rendering.marks import text_in_marks
from lapel.rendering.photos import last_of_header
from lapel.rendering.setting import Setting
from lapel.rendering.tidying import plain
from lapel.theme.model import BlockKind, Theme


def render_docx(
    document: Document,
    setting: Setting,
    scale: float,
    slack_pt: float = 0,
    told: Collection[str] = (),
) -> bytes:
    """The document as DOCX; the same input gives the same bytes.

    ``slack_pt`` is height to spare on every page, for programs that set a line higher; ``told`` are
    the leaves, by id, that are told to begin a page (``turns.py``).
    """
    theme, lines = setting.theme, look_at(document, setting)
    looked = [pair for line in lines for pair in (*line.text, *line.aside)]
    characters = frozenset(character for run, _ in looked for character in run.text)
    name = text_in_marks(plain(document.author), theme.marks)
    characters |= set(theme.bullet.glyph + footer_characters(theme.footer, name))
    theme = named_apart(theme, characters)
    setting = replace(setting, theme=theme)
    paragraphs = [
        ParagraphLook(
            line.block.kind,
            line.block.keeps_next,
            _with_a_say(before, line, theme),
            line.block.id in told,
        )
        for before, line in zip([None, *(line.block for line in lines)], lines, strict=False)
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
    for look, line in zip(paragraphs, lines, strict=True):
        add_paragraph(word, style_id(look.name), with_asides(line, setting))
    if document.photo is not None:
        number = last_of_header([line.block for line in lines])
        last = lines[number].block
        add_photo(word.paragraphs[number], document.photo, setting, scale, last)
    embed_fonts(word, theme, characters)
    return package_bytes(word)


def _with_a_say(before: Block | None, line: Line, theme: Theme) -> BlockKind | None:
    """The kind of the leaf before a line if the gap between them depends on it."""
    if before is None:
        return None
    below = theme.gaps().below_of(before.kind, line.block.kind)
    return before.kind if below or theme.styles[before.kind].rule else None
