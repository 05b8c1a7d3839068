"""The theme's fonts inside the file, so that the page looks the same without them installed."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from msgspec import Struct
from msgspec.structs import replace

from lapel.rendering.docx.faces import rename_face
from lapel.rendering.docx.units import quote_attribute
from lapel.rendering.fonts import font_path
from lapel.rendering.metrics import widths_em
from lapel.rendering.subsetting import subset_font
from lapel.rendering.variable import is_variable
from lapel.theme.model import Theme
from lapel.theme.styles import Fallback, FontFace, FontKind

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
OBFUSCATED_BYTES = 32
LARGEST_WHOLE_BYTES = 1_000_000
SLOTS = ("embedRegular", "embedBold", "embedItalic", "embedBoldItalic")
KINDS = {FontKind.SERIF: "roman", FontKind.SANS: "swiss"}


def name_families_apart(theme: Theme, characters: frozenset[str]) -> Theme:
    """Return the theme with families that travel cut under a name of this document's own.

    LibreOffice has one list of embedded families for all open files, so that a letter would be
    drawn with the characters of the resume beside it.
    """
    mark = hashlib.sha256("".join(sorted(characters)).encode()).hexdigest()[:4].upper()
    font = theme.font
    if not all(_travels_whole(font_path(face)) for face in font.faces):
        font = replace(font, family=f"{font.family} {mark}")
    others = (replace(other, family=f"{other.family} {mark}") for other in theme.fallbacks)
    return replace(theme, font=font, fallbacks=tuple(others))


def font_table_xml(theme: Theme, characters: frozenset[str]) -> str:
    """Return the font table: the families, each with a substitute for programs that ignore embedded
    faces, and the faces.
    """
    entries, number = [], 0
    for family in _choose_families(theme, characters):
        embedded = ""
        for slot, face in family.faces:
            number += 1
            embedded += f'<w:{slot} r:id="rId{number}" w:fontKey="{{{_key(face)}}}"/>'
        entries.append(
            f"<w:font w:name={quote_attribute(family.name)}>"
            f"<w:altName w:val={quote_attribute(family.alternative)}/>"
            f'<w:family w:val="{family.kind}"/><w:pitch w:val="variable"/>{embedded}</w:font>'
        )
    return f"<w:fonts {nsdecls('w', 'r')}>{''.join(entries)}</w:fonts>"


def embed_fonts(word: WordDocument, theme: Theme, characters: frozenset[str]) -> None:
    """Put the faces into the package, related from the font table.

    The theme's own are whole, so that a person can go on writing, unless they are large or
    variable. These and all other fonts hold only the document's characters, and have names that
    tell them apart.
    """
    table = word.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    faces = [
        (family, slot, face)
        for family in _choose_families(theme, characters)
        for slot, face in family.faces
    ]
    for number, (family, slot, face) in enumerate(faces, 1):
        if family.is_own and _travels_whole(font_path(face)):
            data = named_face(font_path(face), family.name, slot)
        else:
            data = _cut_face(face, family.name, slot, characters)
        name = PackURI(f"/word/fonts/font{number}.odttf")
        part = Part(name, CONTENT_TYPE, obfuscate(data, _key(face)), word.part.package)
        table.rels.add_relationship(RELATIONSHIP_TYPE.FONT, part, f"rId{number}")


class _Family(Struct, frozen=True):
    """A family of the file, with its faces by their slots; ``is_own`` is true of the theme's."""

    name: str
    alternative: str
    kind: str
    faces: tuple[tuple[str, FontFace], ...]
    is_own: bool


def _choose_families(theme: Theme, characters: frozenset[str]) -> Iterator[_Family]:
    """Yield the theme's family, its faces in the order of the schema, and those that draw the other
    characters.
    """
    font = theme.font
    regular, italic, bold, bold_italic = font.faces
    faces = zip(SLOTS, (regular, bold, italic, bold_italic), strict=True)
    own = tuple((slot, face) for slot, face in faces if ("Italic" in slot) == _is_italic(face))
    yield _Family(font.family, font.fallback, KINDS[font.kind], own, is_own=True)
    for other in _find_used_fallbacks(theme, characters):
        slotted = tuple(zip(SLOTS, other.faces, strict=False))
        alternative = other.family.rpartition(" ")[0]
        yield _Family(other.family, alternative, KINDS[FontKind.SANS], slotted, is_own=False)


def _find_used_fallbacks(theme: Theme, characters: frozenset[str]) -> Iterator[Fallback]:
    """Yield the families besides the theme's own that draw any of the characters, in their
    order.
    """
    rest = {ord(character) for character in characters}
    rest -= widths_em(theme.font.faces[0]).keys()
    for other in theme.fallbacks:
        drawn = rest & widths_em(other.faces[0]).keys()
        if drawn:
            yield other
        rest -= drawn


def _is_italic(face: FontFace) -> bool:
    return face.style == "italic"


@cache
def named_face(path: Path, family: str, slot: str) -> bytes:
    """Return a face's whole file as one of the four that Word knows of a family."""
    return rename_face(path.read_bytes(), family, slot)


def _travels_whole(path: Path) -> bool:
    return path.stat().st_size <= LARGEST_WHOLE_BYTES and not is_variable(path)


def _cut_face(face: FontFace, family: str, slot: str, characters: frozenset[str]) -> bytes:
    return rename_face(subset_font(face, characters, fixed=True), family, slot)


def obfuscate(data: bytes, key: str) -> bytes:
    """Return the font with its first 32 bytes mixed with the key (ECMA-376 Part 4, 17.8.1)."""
    reversed_key = bytes.fromhex(key.replace("-", ""))[::-1]
    head = bytes(
        byte ^ reversed_key[index % len(reversed_key)]
        for index, byte in enumerate(data[:OBFUSCATED_BYTES])
    )
    return head + data[OBFUSCATED_BYTES:]


def _key(face: FontFace) -> str:
    """Return a GUID that belongs to the face, so that it is the same in every document."""
    named = f"{face.package}/{Path(face.file).name}/{face.weight}/{face.style}"
    digest = hashlib.sha256(named.encode()).hexdigest().upper()
    return "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
