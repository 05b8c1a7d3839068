"""``styles.xml``: every look of the document as a named style (ECMA-376 Part 1, 17.7)."""

from collections.abc import Iterable

from docx.oxml.ns import nsdecls

from lapel.rendering.docx.footers import footer_style
from lapel.rendering.docx.looks import (
    KEPT,
    LOOK_IN_RUNS,
    PARAGRAPH_STYLES,
    ParagraphLook,
    RunLook,
    style_id,
)
from lapel.rendering.docx.numbering import NUMBERING_ID, bullet_indents
from lapel.rendering.docx.units import eighths, half_points, quote_attribute, rgb, twips
from lapel.rendering.lines import SPARE_PT
from lapel.rendering.setting import Setting
from lapel.rendering.typography import FLOWING
from lapel.theme.model import ASIDE_KINDS, HEADER_KINDS, BlockKind, Theme
from lapel.theme.styles import AsidePosition, PhotoSide

OUTLINE_LEVELS = {BlockKind.HEADING: 0, BlockKind.ORGANISATION: 1}
KERNED_FROM = 2
"""The size in half points from which Word kerns pairs; without it, it kerns none."""


def styles_xml(
    setting: Setting,
    scale: float,
    language: str,
    paragraphs: Iterable[ParagraphLook],
    runs: Iterable[RunLook],
) -> str:
    """Return the document's defaults, and a style for each look."""
    variants = [look for look in paragraphs if look.name != PARAGRAPH_STYLES[look.kind]]
    plain = [
        ParagraphLook(kind, ParagraphLook(kind, True).name == name)
        for kind, name in PARAGRAPH_STYLES.items()
        if kind in setting.theme.styles
    ]
    styles = [_paragraph_style_xml(look, setting, scale) for look in (*plain, *variants)]
    styles += [character_style(look, setting) for look in runs if look.name]
    return (
        f"<w:styles {nsdecls('w')}>{_defaults_xml(setting, language)}"
        f"{_normal_styles_xml(setting)}{''.join(styles)}{footer_style(setting.theme)}</w:styles>"
    )


def _defaults_xml(setting: Setting, language: str) -> str:
    theme = setting.theme
    family = quote_attribute(theme.font.family)
    others = {other.slot: quote_attribute(other.family) for other in reversed(theme.fallbacks)}
    east, complex = (others.get(slot, family) for slot in ("eastAsia", "cs"))
    size = half_points(setting.size_pt(BlockKind.BULLET))
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f"<w:rFonts w:ascii={family} w:hAnsi={family} w:eastAsia={east} w:cs={complex}/>"
        f'<w:color w:val="{rgb(theme.ink)}"/><w:kern w:val="{KERNED_FROM}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{_language_xml(theme, language)}'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        '<w:widowControl w:val="0"/><w:spacing w:before="0" w:after="0"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _language_xml(theme: Theme, language: str) -> str:
    """Return the language, for the kind of script that it is written in as well."""
    kind = "bidi" if theme.right_to_left else "eastAsia" if theme.fallbacks else ""
    also = f" w:{kind}={quote_attribute(language)}" if kind else ""
    return f"<w:lang w:val={quote_attribute(language)}{also}/>"


def _normal_styles_xml(setting: Setting) -> str:
    leading = twips(setting.leading_pt(BlockKind.BULLET))
    # Blanks between scripts would widen the DOCX alone; then which way lines run.
    script = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    script += "<w:bidi/>" if setting.theme.right_to_left else ""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr>{script}<w:spacing w:line="{leading}" w:lineRule="exact"/></w:pPr>'
        "</w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
    )


def _paragraph_style_xml(look: ParagraphLook, setting: Setting, scale: float) -> str:
    name, own = look.name, PARAGRAPH_STYLES[look.kind]
    base = "Normal" if name == own else style_id(own)
    return (
        f'<w:style w:type="paragraph" w:styleId="{style_id(name)}"'
        f"{'' if name in WORDS_OWN else ' w:customStyle=' + quote_attribute('1')}>"
        f'<w:name w:val="{WORDS_OWN.get(name, name)}"/><w:basedOn w:val="{base}"/><w:qFormat/>'
        f"<w:pPr>{_paragraph_properties(look, setting, scale)}</w:pPr>"
        f"<w:rPr>{paragraph_run_properties(look.kind, setting)}</w:rPr></w:style>"
    )


# Word writes its own names in lower case where they are built in.
WORDS_OWN = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "Heading 1": "heading 1",
    "Heading 2": "heading 2",
    "Body Text": "Body Text",
    "List Bullet": "List Bullet",
    "Date": "Date",
    "Salutation": "Salutation",
    "Closing": "Closing",
    "Signature": "Signature",
}


def _paragraph_properties(look: ParagraphLook, setting: Setting, scale: float) -> str:
    """Return the children of ``w:pPr`` in the order that its schema asks for."""
    kind, style = look.kind, setting.theme.styles[look.kind]
    let_go = '<w:keepNext w:val="0"/>' if kind in KEPT else ""  # as its plain style does not
    parts = ["<w:keepNext/>" if look.keeps_next else let_go, "<w:keepLines/>"]
    parts += ["<w:pageBreakBefore/>"] if look.begins_page else []
    if kind is BlockKind.BULLET:
        parts.append(f'<w:numPr><w:numId w:val="{NUMBERING_ID}"/></w:numPr>')
    if style.rule is not None:
        parts.append(
            f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths(style.rule.width_pt)}" '
            f'w:space="{round(style.rule.above_pt)}" w:color="{rgb(style.rule.color)}"/></w:pBdr>'
        )
    if kind in ASIDE_KINDS and style.aside.position is AsidePosition.RIGHT:
        edge = twips(setting.width_pt - setting.geometry.inset.end_pt)
        parts.append(f'<w:tabs><w:tab w:val="right" w:pos="{edge}"/></w:tabs>')
    parts.append(
        f'<w:spacing w:before="{twips(_gap_pt(look, setting.theme, scale))}" w:after="0" '
        f'w:line="{twips(setting.leading_pt(kind))}" w:lineRule="exact"/>'
    )
    parts.append(_indents_xml(kind, setting, look.shorter_pt))
    if style.align != "left":
        parts.append(f'<w:jc w:val="{style.align}"/>')
    if kind in OUTLINE_LEVELS:
        parts.append(f'<w:outlineLvl w:val="{OUTLINE_LEVELS[kind]}"/>')
    return "".join(parts)


def _indents_xml(kind: BlockKind, setting: Setting, shorter_pt: int) -> str:
    """Return the ``w:ind`` element, "" where a leaf has none; left and right mean a line's
    beginning and end, whichever way it runs.
    """
    theme, inset = setting.theme, setting.geometry.inset
    if kind in HEADER_KINDS:
        if not theme.header_inset_pt:
            return ""
        side = "left" if theme.portrait.side is PhotoSide.START else "right"
        return f'<w:ind w:{side}="{twips(theme.header_inset_pt)}"/>'
    right = twips(inset.end_pt + (shorter_pt or (-SPARE_PT if kind in FLOWING else 0)))
    if kind is BlockKind.BULLET:
        return f'<w:ind {bullet_indents(setting, inset.start_pt)} w:right="{right}"/>'
    left = twips(inset.start_pt)
    return f'<w:ind w:left="{left}" w:right="{right}"/>' if left or right else ""


def _gap_pt(look: ParagraphLook, theme: Theme, scale: float) -> float:
    """Return the gap above a leaf, with the rest of the rule before it; 0 where the leaf is marked
    to begin a page, since programs keep a gap at a page's top only there.

    A border's distance is in whole points and its width in eighths.
    """
    if look.begins_page:
        return 0.0
    gap_pt = theme.gaps().above(look.kind, look.under).at(scale)
    rule = theme.styles[look.under].rule if look.under else None
    if rule is None:
        return gap_pt
    drawn_pt = round(rule.above_pt) + eighths(rule.width_pt) / 8
    return max(0.0, gap_pt + rule.above_pt + rule.width_pt + rule.below_pt - drawn_pt)


def paragraph_run_properties(kind: BlockKind, setting: Setting) -> str:
    """Return the children of ``w:rPr`` in the order that its schema asks for."""
    style, size_pt = setting.theme.styles[kind], setting.size_pt(kind)
    size, tracking = half_points(size_pt), twips(style.letter_spacing_em * size_pt)
    parts = []
    if kind not in LOOK_IN_RUNS:
        parts += ["<w:b/><w:bCs/>"] if style.bold else []
        parts += ["<w:i/><w:iCs/>"] if style.italic else []
    if style.color != setting.theme.ink:
        parts.append(f'<w:color w:val="{rgb(style.color)}"/>')
    if tracking:
        parts.append(f'<w:spacing w:val="{tracking}"/>')
    parts.append(f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>')
    return "".join(parts)


def character_style(look: RunLook, setting: Setting) -> str:
    """Return a character style; links look like the text around them, as in the PDF."""
    slants = look.emphasis and not look.script  # complex scripts have no italics
    parts = ["<w:b/><w:bCs/>" if look.strong else "", "<w:i/><w:iCs/>" if slants else ""]
    if look.color:
        parts.append(f'<w:color w:val="{rgb(look.color)}"/>')
    if look.wide:
        wider_pt = setting.theme.separator_spacing_em * setting.size_pt(BlockKind.CONTACT)
        parts.append(f'<w:spacing w:val="{twips(wider_pt)}"/>')
    own = "" if look.name in ("Strong", "Emphasis", "Hyperlink") else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character" w:styleId="{style_id(look.name)}"{own}>'
        f'<w:name w:val="{look.name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>'
        f"<w:rPr>{''.join(parts)}</w:rPr></w:style>"
    )
