"""Blanks that are as wide as they look.

The engine draws a wide blank, such as those round the separator of the contact line, as a narrow
one and a move. Readers that look at glyphs (pdfminer) or at moves (pypdf) add a blank of their own
for it. So the glyph itself is stretched over the whole width (ISO 32000-1, 9.3.4).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lapel.rendering.pdf.objects import Font, Pdf, Rendered, walk_streams

FONT = re.compile(rb"/(\S+) \S+ Tf")
SHOWN = re.compile(rb"\[(.*)\] TJ")
PART = re.compile(rb"<(?P<glyphs>[0-9a-f]*)>|(?P<move>-?[\d.]+)")
GLYPH_DIGITS = 4
WIDEST_KERNING = 100
"""The largest move, in thousandths of an em, that may be the kerning of a pair."""
MOVES_FAR = re.compile(rb"-\d{3}")
"""A move that is wide; most text has none."""


def stretch_blanks(rendered: Rendered, pdf: Pdf) -> None:
    """Stretch each blank that a move makes wider; weasyprint's ``finisher``."""
    blanks = {str(font.hash).encode(): _find_blanks(font) for font in rendered.fonts.values()}
    for stream in walk_streams(pdf):
        font = b""
        for place, operator in enumerate(stream):
            if not isinstance(operator, bytes):
                continue
            if match := FONT.fullmatch(operator):
                font = match[1]
            elif font in blanks and (match := SHOWN.fullmatch(operator)):
                stream[place] = _stretch_operator(operator, match[1], blanks[font])


def _find_blanks(font: Font) -> Mapping[bytes, float]:
    """Return the glyphs of a font's spaces, as strings, and how wide they are in thousandths of an
    em; some fonts have one for Latin and one for Han or Hangul.
    """
    spaces = [glyph for glyph, text in font.to_unicode.items() if text == " "]
    return {f"<{glyph:04x}>".encode(): font.widths[glyph] for glyph in spaces}


def _stretch_operator(operator: bytes, array: bytes, blanks: Mapping[bytes, float]) -> bytes:
    """Return the operator, or one for each blank and for the text between them."""
    if not MOVES_FAR.search(array):
        return operator
    parts = list(_split_array(array))
    moved = [_measure_widening(parts, place, blanks) for place in range(len(parts))]
    if not any(moved):
        return operator
    shown = []
    for extra, group in groupby(zip(moved, parts, strict=True), key=lambda pair: pair[0]):
        if extra:
            shown += [_format_stretched_blank(part, blanks[part], extra) for _, part in group]
        else:
            kept = b"".join(part for _, part in group if not _is_wide(part))
            shown.append(b"[" + kept + b"] TJ")
    return b" ".join(shown)


def _split_array(array: bytes) -> Iterator[bytes]:
    """Yield each glyph as a separate string, and each move; strings without a glyph are left
    out.
    """
    for match in PART.finditer(array):
        if match["move"] is not None:
            yield match["move"]
        else:
            glyphs = match["glyphs"]
            for start in range(0, len(glyphs), GLYPH_DIGITS):
                yield b"<" + glyphs[start : start + GLYPH_DIGITS] + b">"


def _measure_widening(parts: Sequence[bytes], place: int, blanks: Mapping[bytes, float]) -> float:
    """Return by how much the moves beside a part widen it if it is a blank, in thousandths of an
    em.
    """
    if parts[place] not in blanks:
        return 0
    beside = [parts[n] for n in (place - 1, place + 1) if 0 <= n < len(parts)]
    return sum(-float(part) for part in beside if _is_wide(part))


def _is_wide(part: bytes) -> bool:
    return not part.startswith(b"<") and -float(part) > WIDEST_KERNING


def _format_stretched_blank(blank: bytes, width: float, extra: float) -> bytes:
    return b"%.4f Tz [%b] TJ 100 Tz" % (100 * (width + extra) / width, blank)
