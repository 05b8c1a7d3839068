"""The empty package that python-docx fills, and its bytes without the time of day.

python-docx's own template brings half a megabyte of styles, a theme and compatibility settings
that would all have to be undone.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from html import escape

from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, NAMESPACE, RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls

from lapel.document.tree import Document
from lapel.fitting.model import PageGeometry
from lapel.rendering.docx.units import twips
from lapel.rendering.tidying import strip_controls

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
COMPRESSION = 4  # nearly as small as the usual 6, in half the time
EPOCH = (1980, 1, 1, 0, 0, 0)
FOOTER = "word/footer1.xml"
FOOTER_ID = "rIdFooter"

PART_TYPES = {
    "/docProps/core.xml": CONTENT_TYPE.OPC_CORE_PROPERTIES,
    "/word/document.xml": CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "/word/fontTable.xml": CONTENT_TYPE.WML_FONT_TABLE,
    "/word/footer1.xml": CONTENT_TYPE.WML_FOOTER,
    "/word/numbering.xml": CONTENT_TYPE.WML_NUMBERING,
    "/word/settings.xml": CONTENT_TYPE.WML_SETTINGS,
    "/word/styles.xml": CONTENT_TYPE.WML_STYLES,
}
PACKAGE_RELATIONS = (
    ("rId1", RELATIONSHIP_TYPE.OFFICE_DOCUMENT, "word/document.xml"),
    ("rId2", RELATIONSHIP_TYPE.CORE_PROPERTIES, "docProps/core.xml"),
)
DOCUMENT_RELATIONS = (
    ("rId1", RELATIONSHIP_TYPE.STYLES, "styles.xml"),
    ("rId2", RELATIONSHIP_TYPE.NUMBERING, "numbering.xml"),
    ("rId3", RELATIONSHIP_TYPE.SETTINGS, "settings.xml"),
    ("rId4", RELATIONSHIP_TYPE.FONT_TABLE, "fontTable.xml"),
)
SETTINGS = (
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/>'
    '<w:autoHyphenation w:val="false"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def empty_package(
    document: Document,
    geometry: PageGeometry,
    scale: float,
    slack_pt: float,
    footer_pt: float,
    parts: Mapping[str, str],
) -> bytes:
    """Return a file of no paragraphs with these parts beside it: name to XML.

    ``slack_pt`` is taken from the bottom margin; ``footer_pt`` is a footer's distance from the
    paper's edge.
    """
    has_footer = FOOTER in parts
    section = _section_xml(geometry, scale, slack_pt, footer_pt, footer=has_footer)
    footer = [(FOOTER_ID, RELATIONSHIP_TYPE.FOOTER, "footer1.xml")] if has_footer else []
    files = {
        "_rels/.rels": _relations_xml(PACKAGE_RELATIONS),
        "word/_rels/document.xml.rels": _relations_xml((*DOCUMENT_RELATIONS, *footer)),
        "word/document.xml": (
            f"<w:document {nsdecls('w', 'r')}><w:body>{section}</w:body></w:document>"
        ),
        "word/settings.xml": SETTINGS,
        "docProps/core.xml": _core_xml(document),
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        types = {name: type for name, type in PART_TYPES.items() if name[1:] in files}
        package.writestr("[Content_Types].xml", _content_types(types))
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), HEAD + text)
    return buffer.getvalue()


def _relations_xml(relations: Iterable[tuple[str, str, str]]) -> str:
    entries = "".join(
        f'<Relationship Id="{id}" Type="{type}" Target="{target}"/>'
        for id, type, target in relations
    )
    return f'<Relationships xmlns="{NAMESPACE.OPC_RELATIONSHIPS}">{entries}</Relationships>'


def _section_xml(
    geometry: PageGeometry, scale: float, slack_pt: float, footer_pt: float, *, footer: bool
) -> str:
    """Return the page and its margins; where there is a footer, the first page goes without."""
    bottom_pt = max(0.0, geometry.bottom_margin.at(scale) - slack_pt)
    side = twips(geometry.side_margin_pt)
    return (
        "<w:sectPr>"
        + (f'<w:footerReference w:type="default" r:id="{FOOTER_ID}"/>' if footer else "")
        + f'<w:pgSz w:w="{twips(geometry.width_pt)}" w:h="{twips(geometry.height_pt)}"/>'
        f'<w:pgMar w:top="{twips(geometry.top_margin.at(scale))}" w:right="{side}" '
        f'w:bottom="{twips(bottom_pt)}" w:left="{side}" '
        f'w:header="0" w:footer="{twips(footer_pt)}" w:gutter="0"/>'
        + ("<w:titlePg/>" if footer else "")
        + "</w:sectPr>"
    )


def _core_xml(document: Document) -> str:
    title, author = escape(strip_controls(document.title)), escape(strip_controls(document.author))
    return (
        f"<cp:coreProperties {nsdecls('cp', 'dc')}>"
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>{escape(document.language)}</dc:language></cp:coreProperties>"
    )


def package_bytes(document: WordDocument) -> bytes:
    """Return the document's bytes: the same for the same content, whenever they are written.

    python-docx's own writer would stamp the time on every part, and pack the fonts a second time.
    """
    package = document.part.package
    files = {"_rels/.rels": package.rels.xml}
    types = {}
    for part in package.iter_parts():
        types[str(part.partname)] = part.content_type
        files[part.partname.membername] = part.blob
        if part.rels:
            files[part.partname.rels_uri.membername] = part.rels.xml
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, data in {"[Content_Types].xml": _content_types(types), **files}.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.external_attr = 0o600 << 16
            target.writestr(entry, data, zipfile.ZIP_DEFLATED, COMPRESSION)
    return buffer.getvalue()


def _content_types(types: Mapping[str, str]) -> str:
    overrides = "".join(
        f'<Override PartName="{escape(name)}" ContentType="{escape(types[name])}"/>'
        for name in sorted(types)
    )
    return (
        f'{HEAD}<Types xmlns="{NAMESPACE.OPC_CONTENT_TYPES}">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
