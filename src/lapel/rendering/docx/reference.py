"""A document in a company's own Word file: its styles, page, header and footer, as pandoc does it.

A style that the file has is used as it is; one that it lacks is added, based on its ``Normal``, so
that its fonts apply. The file's own text is removed.
"""

import io
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Emu
from msgspec.structs import replace

from lapel.document.tree import Block, Document
from lapel.rendering.docx.looks import KEPT, PARAGRAPH_STYLES, ParagraphLook, RunLook, style_id
from lapel.rendering.docx.numbering import NUMBERING_ID, numbering_xml
from lapel.rendering.docx.own_styles import OwnStyles
from lapel.rendering.docx.package import package_bytes
from lapel.rendering.docx.styles import OUTLINE_LEVELS, character_style, paragraph_run_properties
from lapel.rendering.docx.units import quote_attribute, twips
from lapel.rendering.docx.writing import LookedLeaf, add_paragraph, look_at, with_asides
from lapel.rendering.lines import NO_LINES
from lapel.rendering.office import WordFileError
from lapel.rendering.setting import Setting, on_lines_of
from lapel.rendering.tidying import NO_BREAK_SPACE, strip_controls
from lapel.text.inline import LINE_BREAK
from lapel.theme.model import ASIDE_KINDS, BlockKind, Step, Theme
from lapel.theme.styles import AsidePosition, BlockStyle

TEMPLATE, DOCUMENT = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"
FLOWING_TITLES = frozenset({BlockKind.NAME, BlockKind.HEADLINE, BlockKind.SUBJECT})
BOLDER = 1.06
"""The factor by which bold letters are about wider."""


def render_into_reference(
    document: Document, theme: Theme, step: Step, reference: bytes, told: Collection[str] = ()
) -> bytes:
    """Return the document as DOCX in the looks of ``reference``, the bytes of a DOCX or DOTX.

    Where the file says nothing, sizes and gaps are the theme's at ``step``; ``told`` are the
    leaves, by id, that are told to begin a page. Raises WordFileError.
    """
    word = open_reference(reference)
    with _report_damage("a part of it is damaged"):
        return _render_into(word, document, theme, step, told)


def _render_into(
    word: WordDocument, document: Document, theme: Theme, step: Step, told: Collection[str]
) -> bytes:
    own = OwnStyles(word)
    setting = on_lines_of(_text_width_pt(word), _adapt_theme(own, theme), step)
    looked = [_allow_wider_font(line) for line in look_at(document, setting, NO_LINES)]
    lines = [
        [(run, _without_colors(look)) for run, look in with_asides(line, setting)]
        for line in looked
    ]
    paragraphs = [_choose_look(line.block, told) for line in looked]
    styles = _Styles(word, own, setting)
    for look, line in zip(paragraphs, lines, strict=True):
        for _, run_look in line:
            styles.add_character(run_look)
        add_paragraph(word, styles.id_of(look), line)
    properties = word.core_properties
    properties.title, properties.author = (
        strip_controls(document.title),
        strip_controls(document.author),
    )
    properties.language = document.language
    return package_bytes(word)


def open_reference(reference: bytes) -> WordDocument:
    """Return the file without its text; the last section keeps its page. Raises WordFileError."""
    with _report_damage("it is not a Word document, or part of it is damaged"):
        word = docx.Document(io.BytesIO(_as_document(reference)))
        body = word.element.body
        *content, section = list(body)
    if not section.tag.endswith("}sectPr"):
        raise WordFileError("it has no page")
    for element in content:
        body.remove(element)
    return word


@contextmanager
def _report_damage(message: str) -> Iterator[None]:
    """Report any error raised inside as a fault of the file: libraries that read its parts expect
    them whole, and fail with errors of many kinds where they are not.
    """
    try:
        yield
    except WordFileError:
        raise
    except Exception as error:
        raise WordFileError(message) from error


def _text_width_pt(word: WordDocument) -> float:
    section = word.sections[-1]
    page, left, right = section.page_width, section.left_margin, section.right_margin
    if page is None or left is None or right is None:
        raise WordFileError("its page has no width or no margins")
    return float(Emu(page - left - right).pt)


def _as_document(reference: bytes) -> bytes:
    """Turn a template into a document: the two differ only in the name of their type."""
    with zipfile.ZipFile(io.BytesIO(reference)) as package:
        if TEMPLATE not in package.read(TYPES):
            return reference
        copy = io.BytesIO()
        with zipfile.ZipFile(copy, "w") as target:
            for entry in package.infolist():
                data = package.read(entry)
                data = data.replace(TEMPLATE, DOCUMENT) if entry.filename == TYPES else data
                target.writestr(entry, data)
    return copy.getvalue()


def _adapt_theme(own: OwnStyles, theme: Theme) -> Theme:
    """Return the theme without capitals; for styles that the file has, with the file's size and
    without the theme's weights and slants: these are the company's.
    """
    return replace(
        theme, styles={kind: _adapt_style(own, kind, style) for kind, style in theme.styles.items()}
    )


def _adapt_style(own: OwnStyles, kind: BlockKind, style: BlockStyle) -> BlockStyle:
    id = own.named(PARAGRAPH_STYLES[kind])
    if id is None:
        return replace(style, caps=False)
    size_pt = own.size_pt(id) * (BOLDER if own.has(id, "b") else 1)
    aside = replace(style.aside, bold=False, italic=False)
    plain_style = replace(style, bold=False, italic=False, caps=False, aside=aside)
    return replace(plain_style, size_pt=size_pt, fixed=True)


def _choose_look(block: Block, told: Collection[str]) -> ParagraphLook:
    """Return the look of a leaf. Only lines and headings have styles that keep or let go: the space
    that Word leaves out between paragraphs of one style would come and go between bullets.
    """
    usual = ParagraphLook(block.kind, block.kind in KEPT, begins_page=block.id in told)
    varies = block.kind in ASIDE_KINDS or block.kind is BlockKind.HEADING
    return replace(usual, keeps_next=block.keeps_next) if varies else usual


def _allow_wider_font(line: LookedLeaf) -> LookedLeaf:
    """Return a leaf for a font that may be wider: its date goes to the next line as a whole, and
    the lines of a name or a title end where they do.
    """
    aside = tuple(
        (replace(run, text=run.text.replace(" ", NO_BREAK_SPACE)), look) for run, look in line.aside
    )
    if line.block.kind not in FLOWING_TITLES:
        return replace(line, aside=aside)
    text = tuple(
        (replace(run, text=run.text.replace(LINE_BREAK, " ")), look) for run, look in line.text
    )
    return replace(line, text=text, aside=aside)


def _without_colors(look: RunLook) -> RunLook:
    """Return a look without the theme's colours, which are not the company's."""
    return replace(look, wide=False, color="")


class _Styles:
    """The styles of the file, and those added to it."""

    def __init__(self, word: WordDocument, own: OwnStyles, setting: Setting) -> None:
        self._element: Any = word.styles.element
        self._word, self._setting = word, setting
        self._own, self._ids = own, dict(own.ids)

    def id_of(self, look: ParagraphLook) -> str:
        """Return the style of a paragraph: the file's own, one based on it, or one of ours."""
        own = self._ids.get(("paragraph", PARAGRAPH_STYLES[look.kind].lower()))
        style = self._setting.theme.styles[look.kind]
        dated = look.kind in ASIDE_KINDS and style.aside.position is AsidePosition.RIGHT
        marked = look.kind is BlockKind.BULLET and own is not None and not self._is_listed(own)
        kept = look.keeps_next and own is not None and not self._own.has(own, "keepNext")
        name = look.name + (" With Date" if dated else " With Mark" if marked else "")
        name += " Kept" if kept and name == look.name else ""
        found = self._ids.get(("paragraph", name.lower()))
        if found is not None:
            return found
        return self._add_style(
            name, own or self._find_normal_id(), self._properties_xml(look, own, dated=dated)
        )

    def add_character(self, look: RunLook) -> None:
        """Add a style for a run's look under its name, if there is none."""
        if look.name and ("character", look.name.lower()) not in self._ids:
            self._ids["character", look.name.lower()] = style_id(look.name)
            self._append(character_style(look, self._setting))

    def _find_normal_id(self) -> str:
        return self._ids.get(("paragraph", "normal"), "Normal")

    def _add_style(self, name: str, base: str, properties: str) -> str:
        """Return a new paragraph style; its id."""
        id = style_id(name)
        while id in self._ids.values():
            id += "1"
        self._ids["paragraph", name.lower()] = id
        self._append(
            f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{id}">'
            f"<w:name w:val={quote_attribute(name)}/>"
            f"<w:basedOn w:val={quote_attribute(base)}/><w:qFormat/>"
            f"{properties}</w:style>"
        )
        return id

    def _append(self, xml: str) -> None:
        self._element.append(parse_xml(xml.replace("<w:style ", f"<w:style {nsdecls('w')} ", 1)))

    def _properties_xml(self, look: ParagraphLook, own: str | None, *, dated: bool) -> str:
        """Return what a style adds to the one it is based on, in the order of the schema."""
        theme = self._setting.theme
        style = theme.styles[look.kind]
        keeps = f'<w:keepNext w:val="{look.keeps_next:d}"/>'
        parts = [keeps, "<w:keepLines/>"]
        parts += ["<w:pageBreakBefore/>"] if look.begins_page else []
        if look.kind is BlockKind.BULLET and not self._is_listed(own):
            parts.append(f'<w:numPr><w:numId w:val="{self._add_list()}"/></w:numPr>')
        if dated:
            edge = twips(self._setting.width_pt)
            parts.append(f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>')
        if own is not None:
            return f"<w:pPr>{''.join(parts)}</w:pPr>"
        parts.append(f'<w:spacing w:before="{twips(style.gap.default)}" w:after="0"/>')
        if look.kind in OUTLINE_LEVELS:
            parts.append(f'<w:outlineLvl w:val="{OUTLINE_LEVELS[look.kind]}"/>')
        styles = {**theme.styles, look.kind: replace(style, color=theme.ink)}
        setting = replace(self._setting, theme=replace(theme, styles=styles))
        runs = paragraph_run_properties(look.kind, setting)
        return f"<w:pPr>{''.join(parts)}</w:pPr><w:rPr>{runs}</w:rPr>"

    def _is_listed(self, own: str | None) -> bool:
        """Tell whether a style of the file is a list's."""
        found = self._element.xpath(f"w:style[@w:styleId={quote_attribute(own or '')}]//w:numPr")
        return bool(found)

    def _add_list(self) -> int:
        """Return a list of bullets beside the file's own; its number."""
        ours: Any = parse_xml(numbering_xml(self._setting))
        for font in ours.xpath(".//w:rFonts"):
            font.getparent().remove(font)
        document = self._word.part
        try:
            theirs: Any = document.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
        except KeyError:
            name, type = PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING
            part = NumberingPart(name, type, ours, document.package)
            document.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
            return NUMBERING_ID
        return _merge_list(theirs.element, ours)


def _merge_list(numbering: Any, ours: Any) -> int:  # noqa: ANN401 - elements of lxml's
    """Add our list to the others, under free numbers."""
    abstract, number = (deepcopy(ours.find(qn(name))) for name in ("w:abstractNum", "w:num"))
    abstract_id = 1 + max(map(int, numbering.xpath("w:abstractNum/@w:abstractNumId")), default=0)
    number_id = 1 + max(map(int, numbering.xpath("w:num/@w:numId")), default=0)
    abstract.set(qn("w:abstractNumId"), str(abstract_id))
    number.set(qn("w:numId"), str(number_id))
    number.find(qn("w:abstractNumId")).set(qn("w:val"), str(abstract_id))
    others = numbering.num_lst
    numbering.insert(numbering.index(others[0]) if others else len(numbering), abstract)
    (others[-1].addnext if others else numbering.append)(number)
    return number_id
