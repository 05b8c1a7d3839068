"""Fonts cut down to the characters that a document uses, and variable ones fixed at a weight."""

import io
from collections.abc import Iterable

from lapel.rendering.fonts import font_path
from lapel.theme.model import FontFace


def subset_face(face: FontFace, characters: Iterable[str], *, web: bool = False) -> bytes:
    """The face's font file with these characters only; ``web`` makes it WOFF2."""
    from fontTools import subset  # noqa: PLC0415 - only where a file takes its fonts along
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    options = subset.Options(hinting=False, layout_features=["*"], name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(set(characters))))
    with TTFont(font_path(face), lazy=True, recalcTimestamp=False) as font:
        subsetter.subset(font)
        font.flavor = "woff2" if web else None
        target = io.BytesIO()
        font.save(target)
    return target.getvalue()
