"""The parts of a theme: families and faces, lengths, and the looks of leaves."""

import re
from enum import StrEnum

from msgspec import Struct


class Range(Struct, frozen=True):
    """A value with its floor and ceiling, in points; ``at`` moves between them."""

    floor: float
    default: float
    ceiling: float

    def at(self, scale: float) -> float:
        """Return the value at ``scale`` in [-1, 1]: -1 the floor, 0 the default, 1 the ceiling."""
        if scale < 0:
            return self.default + scale * (self.default - self.floor)
        return self.default + scale * (self.ceiling - self.default)


class FontKind(StrEnum):
    """The kind of a family, for programs that have to find a substitute."""

    SERIF = "serif"
    SANS = "sans"


class AsidePosition(StrEnum):
    """The position of dates and places: at the right of their line, in it, or on a line below."""

    RIGHT = "right"
    INLINE = "inline"
    BELOW = "below"


class ContactItem(StrEnum):
    """The items that the contact line may have, in their usual order: e-mail comes last, since some
    parsers take the first item with a dot in it for the person's page.
    """

    LOCATION = "location"
    PHONE = "phone"
    PAGES = "pages"
    EMAIL = "email"


class ContactStyle(Struct, frozen=True):
    """The order of the contact line, and whether web addresses are shown with "https://"."""

    order: tuple[ContactItem, ...] = tuple(ContactItem)
    shows_scheme: bool = False


class FontFace(Struct, frozen=True):
    """One static font file inside an installed package, or without a package at a path.

    ``style`` is "normal" or "italic".
    """

    package: str
    file: str
    weight: int
    style: str


class Font(Struct, frozen=True):
    """A family with its four faces: regular, italic, bold, bold italic; a family without italics
    has its upright faces in their place.

    ``fallback`` is for programs that ignore the fonts inside a DOCX, ``others`` are for texts with
    letters that the family lacks.
    """

    family: str
    kind: FontKind
    fallback: str
    faces: tuple[FontFace, ...]
    others: "tuple[Font, ...]" = ()

    @property
    def bold_weight(self) -> int:
        """The weight of its bold faces."""
        return max(face.weight for face in self.faces)


class Fallback(Struct, frozen=True):
    """A family for characters that the first family lacks: a regular and a bold face.

    ``slot`` is where a DOCX names it: "cs" for complex scripts, "eastAsia", or "" for neither.
    """

    family: str
    slot: str
    faces: tuple[FontFace, ...]


class AsideStyle(Struct, frozen=True):
    """The position of a line's aside (dates, a place), and how it differs from the line."""

    position: AsidePosition
    bold: bool
    italic: bool
    color: str


class RuleStyle(Struct, frozen=True):
    """A rule under a leaf: points between the text and the rule, and under the rule."""

    width_pt: float
    color: str
    above_pt: float
    below_pt: float


class BlockStyle(Struct, frozen=True):
    """The look of one kind of leaf; size and leading in points at the step with factor 1.

    ``below`` replaces the gap above the leaf that follows. A ``fixed`` look has its size at every
    step, as the header has, so that a letter's header is the resume's.
    """

    size_pt: float
    leading_pt: float
    bold: bool
    italic: bool
    color: str
    align: str
    letter_spacing_em: float
    caps: bool
    rule: RuleStyle | None
    gap: Range
    aside: AsideStyle
    below: Range | None = None
    fixed: bool = False


class BulletStyle(Struct, frozen=True):
    """The bullet glyph, its distance from the left edge, and the indent of its text, in ems."""

    glyph: str
    color: str
    inset_em: float
    indent_em: float


class PhotoSide(StrEnum):
    """The side of a photo: where the header's lines end, or where they begin."""

    END = "end"
    START = "start"


class PhotoShape(StrEnum):
    """The shape that a photo is cut to."""

    RECTANGLE = "rectangle"
    ROUNDED = "rounded"
    OVAL = "oval"


class PhotoStyle(Struct, frozen=True):
    """A photo beside the header: its size, the gap between the two, its side and shape."""

    width_pt: float
    height_pt: float
    gap_pt: float
    side: PhotoSide = PhotoSide.END
    shape: PhotoShape = PhotoShape.RECTANGLE


class FooterStyle(Struct, frozen=True):
    """The line at the foot of the second page and those after it.

    ``text`` holds ``{name}``, ``{page}`` and ``{pages}``; ``bottom_pt`` is its distance from the
    paper's edge.
    """

    text: str
    size_pt: float
    color: str
    align: str
    bottom_pt: float

    def parts(self) -> list[str]:
        """Split the text in order, each ``{…}`` as a separate part."""
        return re.findall(r"\{\w+\}|[^{}]+", self.text)


class Inset(Struct, frozen=True):
    """The space that lines under the header leave free inside the side margins, in points."""

    start_pt: float = 0.0
    end_pt: float = 0.0

    @property
    def both_pt(self) -> float:
        """The space left free at both sides, in points."""
        return self.start_pt + self.end_pt


NO_INSET = Inset()
