"""Fonts cut down to the characters that a document uses, and variable ones fixed at a weight.

HarfBuzz cuts a face for Chinese in hundredths of a second, for which fontTools takes seconds.
"""

import io
from collections.abc import Iterable

from lapel.rendering.fonts import font_path
from lapel.rendering.variable import fix_weight
from lapel.theme.styles import FontFace

LIGATURES = ("liga", "clig", "dlig")  # the pages have no ligatures
LEFT_OUT = ("meta",)


def subset_font(face: FontFace, characters: Iterable[str], *, fixed: bool) -> bytes:
    """Return the face's font with these characters only; ``fixed`` makes a variable one static."""
    import uharfbuzz  # noqa: PLC0415 - only where a file takes its fonts along

    whole = uharfbuzz.Face(uharfbuzz.Blob(font_path(face).read_bytes()))
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NAME_LEGACY
    wanted.unicode_set.update(map(ord, characters))
    for all_names in (wanted.name_id_set, wanted.name_lang_id_set):
        all_names.invert()
    wanted.layout_feature_tag_set.difference_update(uharfbuzz.Set(map(_to_tag_number, LIGATURES)))
    wanted.drop_table_tag_set.update(map(_to_tag_number, LEFT_OUT))
    if fixed:
        fix_weight(wanted, whole, face.weight)
    return bytes(uharfbuzz.subset(whole, wanted).blob.data)


def _to_tag_number(name: str) -> int:
    """Return a tag of OpenType as the number that HarfBuzz has for it."""
    return int.from_bytes(name.encode(), "big")


def web_font(face: FontFace, characters: Iterable[str]) -> bytes:
    """Return the face with these characters only as WOFF2."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    font = TTFont(io.BytesIO(subset_font(face, characters, fixed=False)), recalcTimestamp=False)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()
