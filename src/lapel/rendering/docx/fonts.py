"""The theme's fonts inside the file, so that the page looks the same without them installed."""

import hashlib
from typing import TYPE_CHECKING

from lapel.rendering.docx.units import quoted
from lapel.rendering.fonts import font_path
from lapel.theme.model import FontFace, Theme

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
FONT_RELATION = f"{RELATIONS}/font"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
OBFUSCATED_BYTES = 32
SLOTS = {
    (400, "normal"): "embedRegular",
    (700, "normal"): "embedBold",
    (400, "italic"): "embedItalic",
    (700, "italic"): "embedBoldItalic",
}


def font_table_xml(theme: Theme) -> str:
    """The family, what to take where the embedded faces are ignored, and the faces."""
    embedded = "".join(
        f'<w:{slot} r:id="rId{number}" w:fontKey="{{{_key(face)}}}"/>'
        for number, (slot, face) in enumerate(_embedded(theme), 1)
    )
    return (
        f'<w:fonts xmlns:w="{WORD}" xmlns:r="{RELATIONS}">'
        f"<w:font w:name={quoted(theme.font_family)}>"
        f"<w:altName w:val={quoted(theme.docx_fallback)}/>"
        '<w:family w:val="roman"/><w:pitch w:val="variable"/>'
        f"{embedded}</w:font></w:fonts>"
    )


def embed_fonts(word: "WordDocument", theme: Theme) -> None:
    """Put the faces into the package, related from the font table."""
    from docx.opc.packuri import PackURI  # noqa: PLC0415 - python-docx is imported where it is used
    from docx.opc.part import Part  # noqa: PLC0415 - as above

    table = next(
        relation.target_part
        for relation in word.part.rels.values()
        if relation.reltype.endswith("/fontTable")
    )
    for number, (_, face) in enumerate(_embedded(theme), 1):
        blob = obfuscate(font_path(face).read_bytes(), _key(face))
        part = Part(
            PackURI(f"/word/fonts/font{number}.odttf"), CONTENT_TYPE, blob, word.part.package
        )
        table.rels.add_relationship(FONT_RELATION, part, f"rId{number}")


def obfuscate(data: bytes, key: str) -> bytes:
    """The font with its first 32 bytes mixed with the key (ECMA-376 Part 4, 17.8.1)."""
    reversed_key = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(
        byte ^ reversed_key[index % len(reversed_key)]
        for index, byte in enumerate(data[:OBFUSCATED_BYTES])
    )
    return head + data[OBFUSCATED_BYTES:]


def _embedded(theme: Theme) -> list[tuple[str, FontFace]]:
    """The faces by their slot, in the order that the schema asks for."""
    slots = {SLOTS[face.weight, face.style]: face for face in theme.docx_faces}
    order = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
    return [(slot, slots[slot]) for slot in order if slot in slots]


def _key(face: FontFace) -> str:
    """A GUID that belongs to the file's name, so that it is the same in every document."""
    digest = hashlib.sha256(f"{face.package}/{face.file}".encode()).hexdigest().upper()
    return "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
