"""A PDF as pictures for the screen, and as the text that a parser reads in it (pypdfium2)."""

import struct
import zlib
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Self

from msgspec import Struct

if TYPE_CHECKING:
    import pypdfium2

WIDEST_PX = 4000
FASTEST = 1
"""The level of compression: the picture travels no further than this machine."""
BANDS = 24
ZLIB_HEADER, LAST_BLOCK = b"\x78\x01", b"\x03\x00"
"""The bytes around the bands' own blocks (RFC 1950, 2.2); the last block is empty."""


class Painter(Struct, frozen=True):
    """One PDF, opened. PDFium takes one call at a time: keep to one thread."""

    document: "pypdfium2.PdfDocument"

    @classmethod
    def of(cls, pdf: bytes) -> Self:
        """Open the PDF with these bytes."""
        import pypdfium2  # noqa: PLC0415 - of an extra, which may not be installed

        return cls(pypdfium2.PdfDocument(pdf))

    @property
    def pages(self) -> int:
        """The number of pages."""
        return len(self.document)

    def png(self, page: int, width_px: int) -> bytes:
        """Return a page, counted from 0, as a PNG of this width; IndexError for one there is
        not.
        """
        if not 0 <= page < len(self.document):
            raise IndexError(page)
        sheet = self.document[page]
        scale = min(width_px, WIDEST_PX) / sheet.get_width()
        bitmap = sheet.render(scale=scale, rev_byteorder=True)
        rows = memoryview(bitmap.buffer).cast("B")
        picture = encode_png(rows, bitmap.width, bitmap.height, bitmap.stride)
        bitmap.close()
        sheet.close()
        return picture

    def text(self) -> tuple[str, ...]:
        """Return the text that a parser reads, page by page, in its order."""
        texts = []
        for index in range(len(self.document)):
            sheet = self.document[index]
            found = sheet.get_textpage()
            texts.append(found.get_text_range().replace("\r\n", "\n"))
            found.close()
            sheet.close()
        return tuple(texts)

    def close(self) -> None:
        """Give the memory back."""
        self.document.close()


def encode_png(rows: memoryview, width: int, height: int, stride: int) -> bytes:
    """Encode RGB rows of ``stride`` bytes as a PNG (ISO 15948) without filters."""
    taken = width * 3
    starts = range(0, height * stride, stride)
    lines = b"".join(b"\0" + bytes(rows[start : start + taken]) for start in starts)
    band = ceil(height / BANDS) * (taken + 1)
    bands = (lines[start : start + band] for start in range(0, len(lines), band))
    data = (ZLIB_HEADER, *map(_deflate_band, bands), LAST_BLOCK, _pack_number(zlib.adler32(lines)))
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _make_chunk(b"IHDR", header),
            _make_chunk(b"IDAT", b"".join(data)),
            _make_chunk(b"IEND", b""),
        )
    )


@lru_cache(maxsize=3 * BANDS)
def _deflate_band(band: bytes) -> bytes:
    """Compress some rows of a picture without reference to those before them: most of a page is as
    it was before an edit (RFC 1951, 3.2.4).
    """
    deflating = zlib.compressobj(FASTEST, wbits=-zlib.MAX_WBITS)
    return deflating.compress(band) + deflating.flush(zlib.Z_FULL_FLUSH)


def _make_chunk(kind: bytes, data: bytes) -> bytes:
    return _pack_number(len(data)) + kind + data + _pack_number(zlib.crc32(kind + data))


def _pack_number(value: int) -> bytes:
    return struct.pack(">I", value)
