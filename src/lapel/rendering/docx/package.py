"""The empty package that python-docx fills, and its bytes without the time of day.

python-docx's own template brings half a megabyte of styles, a theme and compatibility settings
that would all have to be undone.
"""

import io
import zipfile
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING

from lapel.fitting.model import PageGeometry
from lapel.rendering.docx.namespaces import RELATIONS, WORD
from lapel.rendering.docx.units import twips

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
COMPRESSION = 4  # nearly as small as the usual 6, in half the time
EPOCH = (1980, 1, 1, 0, 0, 0)

PART_TYPES = {
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/word/document.xml": f"{TYPES}.document.main+xml",
    "/word/fontTable.xml": f"{TYPES}.fontTable+xml",
    "/word/footer1.xml": f"{TYPES}.footer+xml",
    "/word/numbering.xml": f"{TYPES}.numbering+xml",
    "/word/settings.xml": f"{TYPES}.settings+xml",
    "/word/styles.xml": f"{TYPES}.styles+xml",
}
PACKAGE_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_PARTS = ("styles", "numbering", "settings", "fontTable")
FOOTER = "word/footer1.xml"
FOOTER_ID = "rIdFooter"
SETTINGS = (
    f'<w:settings xmlns:w="{WORD}"><w:zoom w:percent="100"/>{{embed}}'
    '<w:autoHyphenation w:val="false"/><w:characterSpacingControl w:val="doNotCompress"/>'
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
)


def empty_package(
    geometry: PageGeometry,
    scale: float,
    slack_pt: float,
    footer_pt: float,
    title: str,
    author: str,
    language: str,
    parts: Mapping[str, str],
) -> bytes:
    """A document of no paragraphs with these parts beside it: name to XML.

    ``slack_pt`` is taken from the bottom margin; ``footer_pt`` is a footer's distance from the
    paper's edge.
    """
    section = _section_xml(geometry, scale, slack_pt, footer_pt, footer=FOOTER in parts)
    files = {
        "_rels/.rels": PACKAGE_RELATIONS,
        "word/_rels/document.xml.rels": _document_relations(footer=FOOTER in parts),
        "word/document.xml": (
            f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body>{section}</w:body>'
            "</w:document>"
        ),
        "word/settings.xml": SETTINGS.format(embed="<w:embedTrueTypeFonts/>"),
        "docProps/core.xml": _core_xml(title, author, language),
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        types = {name: type for name, type in PART_TYPES.items() if name[1:] in files}
        package.writestr("[Content_Types].xml", _content_types(types))
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), HEAD + text)
    return buffer.getvalue()


def _document_relations(*, footer: bool) -> str:
    parts = [(f"rId{number}", name, name) for number, name in enumerate(DOCUMENT_PARTS, 1)]
    parts += [(FOOTER_ID, "footer", "footer1")] if footer else []
    return (
        f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{id}" Type="{RELATIONS}/{type}" Target="{file}.xml"/>'
            for id, type, file in parts
        )
        + "</Relationships>"
    )


def _section_xml(
    geometry: PageGeometry, scale: float, slack_pt: float, footer_pt: float, *, footer: bool
) -> str:
    """The page and its margins; where there is a footer, the first page goes without."""
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


def _core_xml(title: str, author: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


def package_bytes(document: "WordDocument") -> bytes:
    """The document's bytes: the same for the same content, whenever they are written.

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
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{overrides}</Types>"
    )
