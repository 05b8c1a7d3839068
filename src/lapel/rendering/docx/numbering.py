"""``numbering.xml``: the one list of bullets, with a hanging indent (ECMA-376 Part 1, 17.9)."""

from docx.oxml.ns import nsdecls

from lapel.rendering.docx.units import quote_attribute, rgb, twips
from lapel.rendering.metrics import bullet_width_em
from lapel.rendering.setting import Setting
from lapel.theme.model import BlockKind, Theme

NUMBERING_ID = 1
CENTERED = "center"


def numbering_xml(setting: Setting) -> str:
    """Return a bullet list whose text begins at the theme's indent, with the glyph at its inset."""
    theme = setting.theme
    family = quote_attribute(theme.font.family)
    return (
        f'<w:numbering {nsdecls("w")}><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:suff w:val="tab"/>'
        f"<w:lvlText w:val={quote_attribute(theme.bullet.glyph)}/>"
        f'<w:lvlJc w:val="{_align_glyph(theme)}"/>'
        "<w:pPr>"
        f"<w:ind {bullet_indents(setting)}/></w:pPr>"
        f'<w:rPr><w:rFonts w:ascii={family} w:hAnsi={family} w:cs={family} w:hint="default"/>'
        f'<w:color w:val="{rgb(theme.bullet.color)}"/></w:rPr></w:lvl>'
        f'</w:abstractNum><w:num w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )


def _align_glyph(theme: Theme) -> str:
    """Return how the glyph is aligned at its hanging position.

    In lines from right to left, "left" is the line's beginning to Word and the left side to
    LibreOffice; both agree on the glyph's middle.
    """
    return CENTERED if theme.right_to_left else "left"


def bullet_indents(setting: Setting, inset_pt: float = 0) -> str:
    """Return the indents of a bullet's text and its hanging glyph, as attributes of ``w:ind``."""
    theme, step = setting.theme, setting.step
    style = theme.styles[BlockKind.BULLET]
    indent_pt = step.indent_pt(theme.bullet.indent_em, style)
    hanging_pt = indent_pt - step.indent_pt(theme.bullet.inset_em, style)
    if _align_glyph(theme) == CENTERED:
        hanging_pt -= bullet_width_em(theme, style) * setting.size_pt(BlockKind.BULLET) / 2
    return f'w:left="{twips(inset_pt + indent_pt)}" w:hanging="{twips(hanging_pt)}"'
