"""Fonts cut down to the characters that a document uses, and variable ones fixed at a weight."""

import io
import logging
from collections.abc import Iterable
from typing import TYPE_CHECKING

from lapel.rendering.fonts import font_path
from lapel.theme.styles import FontFace

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont


LIGATURES = ("liga", "clig", "dlig")  # which the pages have none of


def subset_font(face: FontFace, characters: Iterable[str], *, fixed: bool) -> "TTFont":
    """The face's font with these characters only; ``fixed`` makes a variable one static."""
    from fontTools import subset  # noqa: PLC0415 - only where a file takes its fonts along
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # of an old font's flags it tells anyone
    options = subset.Options(hinting=False, name_IDs=["*"])
    options.layout_features = [f for f in options.layout_features if f not in LIGATURES]
    options.drop_tables = [*options.drop_tables, "meta"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(set(characters))))
    source = io.BytesIO(font_path(face).read_bytes())
    font = TTFont(source, lazy=True, recalcTimestamp=False)
    subsetter.subset(font)
    if fixed and "fvar" in font:
        from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415 - as above

        axes = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
        font = instantiateVariableFont(font, {**axes, "wght": face.weight}, inplace=True)
    return font


def web_font(face: FontFace, characters: Iterable[str]) -> bytes:
    """The face with these characters only as WOFF2."""
    font = subset_font(face, characters, fixed=False)
    font.flavor = "woff2"
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()
