"""``footer1.xml``: the line at the foot of the second page and those after it (ECMA-376 17.10)."""

from html import escape
from string import digits

from docx.oxml.ns import nsdecls

from lapel.rendering.docx.units import half_points, rgb, twips
from lapel.theme.model import Theme
from lapel.theme.styles import FooterStyle

FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def footer_xml(footer: FooterStyle, name: str) -> str:
    """Return the footer with the person's name and the fields that Word counts."""
    runs = "".join(_run_xml(part, name) for part in footer.parts())
    return (
        f'<w:ftr {nsdecls("w")}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{runs}</w:p></w:ftr>'
    )


def _run_xml(part: str, name: str) -> str:
    if part in FIELDS:
        return f'<w:fldSimple w:instr="{FIELDS[part]}"><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    text = name if part == "{name}" else part
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def footer_characters(footer: FooterStyle | None, name: str) -> str:
    """Return all that a footer may ever show."""
    return f"{footer.text}{name}{digits}" if footer else ""


def footer_style(theme: Theme) -> str:
    """Return the style of the footer's paragraph, "" where the theme has none."""
    footer = theme.footer
    if footer is None:
        return ""
    size = half_points(footer.size_pt)
    return (
        '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:line="{twips(footer.size_pt)}" '
        f'w:lineRule="exact"/><w:jc w:val="{footer.align}"/></w:pPr><w:rPr>'
        f'<w:color w:val="{rgb(footer.color)}"/>'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )
