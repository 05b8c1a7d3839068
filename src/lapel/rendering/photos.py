"""A person's photo cut to the shape that a resume has for it, with nothing else in the file."""

import io
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from lapel.document.tree import Block
from lapel.theme.model import HEADER_KINDS, Theme
from lapel.theme.styles import PhotoShape, PhotoStyle

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

PIXELS_PER_POINT = 300 / 72
QUALITY = 88
EYES = 0.4
"""The part to keep when a tall picture is cut: more of its upper part, where the face is."""
LEAST_FROM_EDGE_PT = 14
ROUNDING = 0.12
"""The radius of rounded corners, as a part of the width."""
FINER = 4
"""How many times finer a shape is drawn than shown, for smooth edges."""


class NoPhotoError(Exception):
    """A file could not be read as a picture."""


@lru_cache(maxsize=4)  # a preview reads its files again and again
def cut_portrait(data: bytes, style: PhotoStyle) -> bytes:
    """Return the picture as JPEG in the style's shape at 300 pixels an inch, upright, without
    metadata.

    Raises NoPhotoError for data that cannot be read as a picture.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 - seldom asked for

    size = (round(style.width_pt * PIXELS_PER_POINT), round(style.height_pt * PIXELS_PER_POINT))
    try:
        with Image.open(io.BytesIO(data)) as picture:
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError) as error:
        raise NoPhotoError(str(error)) from error
    target = io.BytesIO()
    fitted = _cut_to_shape(ImageOps.fit(upright, size, centering=(0.5, EYES)), style.shape)
    fitted.save(target, "JPEG", quality=QUALITY, optimize=True)
    return target.getvalue()


def _cut_to_shape(picture: "Picture", shape: PhotoShape) -> "Picture":
    """Return the picture with white, the colour of paper, around its shape."""
    from PIL import Image, ImageDraw  # noqa: PLC0415 - as above

    if shape is PhotoShape.RECTANGLE:
        return picture
    width, height = (side * FINER for side in picture.size)
    mask = Image.new("L", (width, height))
    box = (0, 0, width - 1, height - 1)
    if shape is PhotoShape.OVAL:
        ImageDraw.Draw(mask).ellipse(box, fill=255)
    else:
        ImageDraw.Draw(mask).rounded_rectangle(box, round(ROUNDING * width), fill=255)
    paper = Image.new("RGB", picture.size, "white")
    return Image.composite(picture, paper, mask.resize(picture.size, Image.Resampling.LANCZOS))


def fit_photo(theme: Theme, paper: str) -> Theme:
    """Return the theme with room for a photo beside its header, no higher than the space above the
    text.

    The photo's foot is the header's foot; it rises into the margin, at every step and scale.
    """
    top_pt = theme.paper(paper).top_margin.floor
    header_pt = min(
        sum(
            step.leading_pt(theme.styles[kind]) + theme.styles[kind].gap.floor
            for kind in HEADER_KINDS
        )
        for step in theme.steps
    )
    height_pt = min(theme.portrait.height_pt, top_pt + header_pt - LEAST_FROM_EDGE_PT)
    return theme.with_photo(height_pt)


def last_of_header(blocks: Sequence[Block]) -> int:
    """Return the place of the leaf that holds the photo, the header's last; -1 where there is
    none.
    """
    return max((n for n, block in enumerate(blocks) if block.kind in HEADER_KINDS), default=-1)
