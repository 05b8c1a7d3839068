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
from lapel.rendering.docx.units import twips

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
EPOCH = (1980, 1, 1, 0, 0, 0)

CONTENT_TYPES = (
    f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{TYPES}.styles+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{TYPES}.numbering+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{TYPES}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{TYPES}.fontTable+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    "</Types>"
)
PACKAGE_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
DOCUMENT_RELATIONS = (
    f'<Relationships xmlns="{PACKAGE}/relationships">'
    + "".join(
        f'<Relationship Id="rId{number}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>'
        for number, name in enumerate(("styles", "numbering", "settings", "fontTable"), 1)
    )
    + "</Relationships>"
)
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
    title: str,
    author: str,
    language: str,
    parts: Mapping[str, str],
) -> bytes:
    """A document of no paragraphs with these parts beside it: name to XML."""
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE_RELATIONS,
        "word/_rels/document.xml.rels": DOCUMENT_RELATIONS,
        "word/document.xml": _document_xml(geometry, scale, slack_pt),
        "word/settings.xml": SETTINGS.format(embed="<w:embedTrueTypeFonts/>"),
        "docProps/core.xml": _core_xml(title, author, language),
        **parts,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, text in files.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), HEAD + text)
    return buffer.getvalue()


def _document_xml(geometry: PageGeometry, scale: float, slack_pt: float) -> str:
    bottom_pt = max(0.0, geometry.bottom_margin.at(scale) - slack_pt)
    side = twips(geometry.side_margin_pt)
    return (
        f'<w:document xmlns:w="{WORD}" xmlns:r="{RELATIONS}"><w:body><w:sectPr>'
        f'<w:pgSz w:w="{twips(geometry.width_pt)}" w:h="{twips(geometry.height_pt)}"/>'
        f'<w:pgMar w:top="{twips(geometry.top_margin.at(scale))}" w:right="{side}" '
        f'w:bottom="{twips(bottom_pt)}" w:left="{side}" '
        'w:header="0" w:footer="0" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _core_xml(title: str, author: str, language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(author)}</dc:creator>"
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


def package_bytes(document: "WordDocument") -> bytes:
    """The document's bytes: the same for the same content, whenever they are written."""
    written = io.BytesIO()
    document.save(written)
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(written) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, source.read(name))
    return buffer.getvalue()
