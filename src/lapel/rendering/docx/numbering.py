"""``numbering.xml``: the one list of bullets, with a hanging indent (ECMA-376 Part 1, 17.9)."""

from lapel.rendering.docx.namespaces import WORD
from lapel.rendering.docx.units import quoted, twips
from lapel.theme.model import BlockKind, Step, Theme

NUMBERING_ID = 1


def numbering_xml(theme: Theme, step: Step) -> str:
    """A bullet list whose text stands at the theme's indent, the glyph at its inset."""
    size = step.size_pt(theme.styles[BlockKind.BULLET])
    indent = twips(theme.bullet.indent_em * size)
    hanging = twips((theme.bullet.indent_em - theme.bullet.inset_em) * size)
    family = quoted(theme.font.family)
    return (
        f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:suff w:val="tab"/>'
        f'<w:lvlText w:val={quoted(theme.bullet.glyph)}/><w:lvlJc w:val="left"/>'
        "<w:pPr>"
        f'<w:ind w:left="{indent}" w:hanging="{hanging}"/></w:pPr>'
        f'<w:rPr><w:rFonts w:ascii={family} w:hAnsi={family} w:cs={family} w:hint="default"/>'
        f'<w:color w:val="{theme.bullet.color.lstrip("#").upper()}"/></w:rPr></w:lvl>'
        f'</w:abstractNum><w:num w:numId="{NUMBERING_ID}"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>"
    )
