"""A font's file under the names by which Word finds an embedded face.

A few bytes change in four of its tables (OpenType 1.9: ``name``, ``OS/2``, ``head``, ``GSUB``), and
they are changed in place: reading tables as objects and writing them back takes a tenth of a run.
"""

import io
import struct
from collections.abc import Iterator, Mapping

from fontTools.ttLib import sfnt, sortedTagList

# The names of family and style, in every form that OpenType has for them.
RENAMED = frozenset({1, 2, 3, 4, 6, 16, 17, 21, 22, 25})
WINDOWS_ENGLISH = (3, 1, 0x409)
USUAL_LIGATURES = (b"liga", b"clig")
ITALIC, BOLD, REGULAR = 1 << 0, 1 << 5, 1 << 6
WEIGHT_CLASS_AT, SELECTION_AT, MAC_STYLE_AT = 4, 62, 44


def rename_face(data: bytes, family: str, slot: str) -> bytes:
    """Return a face's file as one of the four that Word knows of a family (a semibold is its bold),
    with ligatures off until a writer asks for them, as in the PDF.

    Programs find an embedded face by the names inside its file, not by the font table's.
    """
    bold, italic = "Bold" in slot, "Italic" in slot
    reader = sfnt.SFNTReader(io.BytesIO(data))
    tables = {tag: bytes(reader[tag]) for tag in sortedTagList(reader.keys())}
    tables["name"] = _write_name_table(tables["name"], _make_names(family, slot))
    weight = _replace_number(tables["OS/2"], WEIGHT_CLASS_AT, 700 if bold else 400)
    (selection,) = struct.unpack_from(">H", weight, SELECTION_AT)
    looks = (BOLD if bold else 0) | (ITALIC if italic else 0) or REGULAR
    looks |= selection & ~(ITALIC | BOLD | REGULAR)
    tables["OS/2"] = _replace_number(weight, SELECTION_AT, looks)
    tables["head"] = _replace_number(tables["head"], MAC_STYLE_AT, bold | italic << 1)
    if "GSUB" in tables:
        tables["GSUB"] = _with_optional_ligatures(tables["GSUB"])
    file = io.BytesIO()
    writer = sfnt.SFNTWriter(file, len(tables), reader.sfntVersion)
    for tag, table in tables.items():
        writer[tag] = table
    writer.close()
    return file.getvalue()


def _make_names(family: str, slot: str) -> Mapping[int, str]:
    style = slot.removeprefix("embed").replace("BoldItalic", "Bold Italic")
    return {
        1: family,
        2: style,
        4: family if style == "Regular" else f"{family} {style}",
        6: f"{family.replace(' ', '')}-{style.replace(' ', '')}",
    }


def _write_name_table(table: bytes, names: Mapping[int, str]) -> bytes:
    """Return the table with these names by id in place of all that name the family or the style."""
    kept = (record for record in _read_records(table) if record[3] not in RENAMED)
    new = ((*WINDOWS_ENGLISH, id, text.encode("utf-16-be")) for id, text in names.items())
    records = sorted((*kept, *new))
    places: dict[bytes, int] = {}
    texts = b""
    for *_, text in records:
        if text not in places:
            places[text] = len(texts)
            texts += text
    head = struct.pack(">HHH", 0, len(records), 6 + 12 * len(records))
    listed = (struct.pack(">6H", *ids, len(text), places[text]) for *ids, text in records)
    return b"".join((head, *listed, texts))


def _read_records(table: bytes) -> Iterator[tuple[int, int, int, int, bytes]]:
    """Yield each name with its platform, encoding, language and id."""
    _, count, texts = struct.unpack_from(">HHH", table)
    for index in range(count):
        *ids, length, start = struct.unpack_from(">6H", table, 6 + 12 * index)
        platform, encoding, language, id = ids
        yield platform, encoding, language, id, table[texts + start :][:length]


def _replace_number(table: bytes, place: int, value: int) -> bytes:
    return table[:place] + value.to_bytes(2, "big") + table[place + 2 :]


def _with_optional_ligatures(table: bytes) -> bytes:
    data = bytearray(table)
    features = int.from_bytes(data[6:8], "big")
    for index in range(int.from_bytes(data[features : features + 2], "big")):
        place = features + 2 + 6 * index
        if data[place : place + 4] in USUAL_LIGATURES:
            data[place : place + 4] = b"dlig"
    return bytes(data)
