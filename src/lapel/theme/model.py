"""A theme as the renderers see it. Nothing about looks is decided anywhere else."""

import re
from collections.abc import Mapping
from enum import StrEnum
from math import floor
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

import lapel
from lapel.profile.model import SectionKind

THEME_FILE = "theme.yaml"
BUILT_IN_THEMES = Path(lapel.__file__).parent / "templates"
SHARED = BUILT_IN_THEMES / "shared"
"""The templates that the themes' own include."""


class BlockKind(StrEnum):
    """The kinds of leaf on a page; the kind alone sets the gap above and the look.

    ``ORGANISATION`` is an employer's or school's line, ``ROLE`` the first role under it,
    ``NEXT_ROLE`` a later one, ``BRIEF`` an entry shrunken to one line, ``NEXT_BRIEF`` one that
    stands under a heading or another of its like, ``DESCRIPTION`` what an entry is, before its
    bullets, ``LINE`` an entry of a section that is a plain
    list (certificates, languages), ``SKILLS`` a group of skills. A letter has the header's three,
    bullets, and the kinds from ``DATE`` on; a ``RECIPIENT`` and an ``ENCLOSURE`` may have several
    lines (``LINE_BREAK`` between them).
    """

    NAME = "name"
    HEADLINE = "headline"
    CONTACT = "contact"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ORGANISATION = "organisation"
    ROLE = "role"
    NEXT_ROLE = "next-role"
    BRIEF = "brief"
    NEXT_BRIEF = "next-brief"
    DESCRIPTION = "description"
    LINE = "line"
    BULLET = "bullet"
    SKILLS = "skills"
    DATE = "date"
    RECIPIENT = "recipient"
    SUBJECT = "subject"
    SALUTATION = "salutation"
    LETTER_PARAGRAPH = "letter-paragraph"
    SIGN_OFF = "sign-off"
    SIGNATURE = "signature"
    ENCLOSURE = "enclosure"


HEADER_KINDS = frozenset({BlockKind.NAME, BlockKind.HEADLINE, BlockKind.CONTACT})
LETTER_ONLY = frozenset(
    {
        BlockKind.DATE,
        BlockKind.RECIPIENT,
        BlockKind.SUBJECT,
        BlockKind.SALUTATION,
        BlockKind.LETTER_PARAGRAPH,
        BlockKind.SIGN_OFF,
        BlockKind.SIGNATURE,
        BlockKind.ENCLOSURE,
    }
)
RULED_KINDS = HEADER_KINDS | {BlockKind.HEADING, BlockKind.SUBJECT}
"""The kinds that may have a rule under them."""
HIGHLIGHT_KINDS = frozenset({BlockKind.BULLET, BlockKind.DESCRIPTION})
"""The kinds in which a highlight stands."""
BELOW_KINDS = frozenset({BlockKind.HEADING})
"""The kinds that may say what gap they leave below; the header says it for its own."""
ASIDE_KINDS = frozenset(
    {
        BlockKind.ORGANISATION,
        BlockKind.ROLE,
        BlockKind.NEXT_ROLE,
        BlockKind.BRIEF,
        BlockKind.NEXT_BRIEF,
        BlockKind.LINE,
    }
)
"""The kinds that may have dates or a place beside their text."""
RESUME_KINDS = frozenset(BlockKind) - LETTER_ONLY
LETTER_KINDS = HEADER_KINDS | {BlockKind.BULLET} | LETTER_ONLY


class Range(Struct, frozen=True):
    """A value with its floor and ceiling, in points; ``at`` moves between them."""

    floor: float
    default: float
    ceiling: float

    def at(self, scale: float) -> float:
        """The value at ``scale`` in [-1, 1]: -1 the floor, 0 the default, 1 the ceiling."""
        if scale < 0:
            return self.default + scale * (self.default - self.floor)
        return self.default + scale * (self.ceiling - self.default)


class Gaps(Struct, frozen=True):
    """The gap above a leaf: its kind's own, or what a heading or the header leaves below it."""

    own: Mapping[BlockKind, Range]
    below: Mapping[BlockKind, Range]

    def above(self, kind: BlockKind, previous: BlockKind | None) -> Range:
        """The gap above a leaf of ``kind`` that stands under one of ``previous``."""
        return self.below_of(previous, kind) or self.own[kind]

    def below_of(self, previous: BlockKind | None, kind: BlockKind) -> Range | None:
        """What a leaf of ``previous`` leaves below it for one of ``kind``, None for no say."""
        return None if previous is None or kind in HEADER_KINDS else self.below.get(previous)


class FontKind(StrEnum):
    """What a family is, for programs that have to find another."""

    SERIF = "serif"
    SANS = "sans"


class AsidePosition(StrEnum):
    """Where dates and places stand: at the right of their line, in it, or on a line below."""

    RIGHT = "right"
    INLINE = "inline"
    BELOW = "below"


class ContactItem(StrEnum):
    """What the contact line may hold, in its usual order: e-mail comes last, since some parsers
    take the first thing with a dot in it for the person's page.
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
    """One static font file inside an installed package, or with no package a path of its own.

    ``style`` is "normal" or "italic".
    """

    package: str
    file: str
    weight: int
    style: str


class Font(Struct, frozen=True):
    """A family with its four faces: regular, italic, bold, bold italic; where a family has no
    italics the upright ones stand for them.

    ``fallback`` is for programs that ignore the fonts inside a DOCX, ``greek`` for texts with
    Greek letters where the family has none.
    """

    family: str
    kind: FontKind
    fallback: str
    faces: tuple[FontFace, ...]
    greek: "Font | None" = None

    @property
    def bold_weight(self) -> int:
        """The weight of its bold faces."""
        return max(face.weight for face in self.faces)


class Fallback(Struct, frozen=True):
    """A family for what the first family lacks: a regular and a bold face.

    ``slot`` is where a DOCX names it: "cs" for complex scripts, "eastAsia", or "" for neither.
    """

    family: str
    slot: str
    faces: tuple[FontFace, ...]


class AsideStyle(Struct, frozen=True):
    """Where the aside of a line (dates, a place) stands, and how it differs from the line."""

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

    ``below`` is the gap above what stands under it, where that is not the other's own. What is
    ``fixed`` has its size at every step, as the header has, so that a letter's is the resume's.
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
    """Where a photo stands: where the header's lines end, or where they begin."""

    END = "end"
    START = "start"


class PhotoShape(StrEnum):
    """What a photo is cut to."""

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
        """The text in order, each ``{…}`` a part of its own."""
        return re.findall(r"\{\w+\}|[^{}]+", self.text)


class Inset(Struct, frozen=True):
    """What the lines under the header leave free inside the side margins, in points."""

    start_pt: float = 0.0
    end_pt: float = 0.0

    @property
    def both_pt(self) -> float:
        """What they leave free in all."""
        return self.start_pt + self.end_pt


NO_INSET = Inset()


class Step(Struct, frozen=True):
    """A named step of type size, side margins and insets by paper; moving to another rewraps the
    text.
    """

    name: str
    size_factor: float
    side_margin_pt: Mapping[str, float]
    inset: Mapping[str, Inset] = {}

    def size_pt(self, style: BlockStyle) -> float:
        """The size of type at this step, in the half points that a DOCX knows."""
        return floor(style.size_pt * self._factor(style) * 2 + 0.5) / 2

    def leading_pt(self, style: BlockStyle) -> float:
        """The distance of lines at this step, in the twentieths of a point that a DOCX knows."""
        return _twentieths(style.leading_pt * self._factor(style))

    def indent_pt(self, ems: float, style: BlockStyle) -> float:
        """An indent of so many ems at this step, in the twentieths of a point of a DOCX."""
        return _twentieths(ems * self.size_pt(style))

    def _factor(self, style: BlockStyle) -> float:
        return 1.0 if style.fixed else self.size_factor


def _twentieths(points: float) -> float:
    return floor(points * 20 + 0.5) / 20


class Paper(Struct, frozen=True):
    """A paper by name ("letter", "a4") with its vertical margins in points."""

    name: str
    width_pt: float
    height_pt: float
    top_margin: Range
    bottom_margin: Range


class Layout(Struct, frozen=True):
    """What sets a letter apart from a resume in the same theme."""

    template: str
    styles: Mapping[BlockKind, BlockStyle]
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]


class Theme(Struct, frozen=True):
    """Everything ``theme.yaml`` says, checked. ``steps`` run from roomy to compact.

    ``template``, ``styles``, ``steps`` and ``papers`` are the resume's; ``for_letter`` is the
    theme in which a letter is set. ``digest`` is the SHA-256 of every file in the theme's folder
    and of the templates that all themes share; ``separator`` stands between the items of the
    contact line, its blanks wider by ``separator_spacing_em``; ``date_separator`` before
    dates that are inline; ``title_first`` gives each role its title before its employer;
    ``docx_slack_pt`` is the height that a DOCX has to spare below;
    ``titles`` are the theme's own section titles by language. ``right_to_left`` and ``fallbacks``
    are no matter of the file but of the language (``scripts.py``). ``portrait`` is what a photo
    looks like where the resume shows one.
    """

    name: str
    label: str
    about: str
    folder: Path
    digest: str
    font: Font
    ink: str
    muted: str
    accent: str
    bullet: BulletStyle
    separator: str
    separator_spacing_em: float
    separator_color: str
    date_separator: str
    title_first: bool
    contact: ContactStyle
    footer: FooterStyle | None
    docx_slack_pt: float
    template: str
    styles: Mapping[BlockKind, BlockStyle]
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]
    letter: Layout
    section_order: tuple[SectionKind, ...]
    titles: Mapping[str, Mapping[str, str]]
    portrait: PhotoStyle
    right_to_left: bool = False
    fallbacks: tuple[Fallback, ...] = ()
    shows_photo: bool = False

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """Every face that may draw a character, the theme's own first."""
        return (*self.font.faces, *(face for other in self.fallbacks for face in other.faces))

    @property
    def families(self) -> tuple[str, ...]:
        """The families in the order in which they are asked for a character."""
        return (self.font.family, *(other.family for other in self.fallbacks))

    @property
    def header_inset_pt(self) -> float:
        """What a photo takes of the header's width."""
        return self.portrait.width_pt + self.portrait.gap_pt if self.shows_photo else 0.0

    def with_photo(self, height_pt: float) -> "Theme":
        """The theme with a photo of this height at most, in its own proportions."""
        factor = min(1.0, height_pt / self.portrait.height_pt)
        width_pt = self.portrait.width_pt * factor
        return replace(
            self,
            digest=f"{self.digest} photo {factor}",
            portrait=replace(
                self.portrait, width_pt=width_pt, height_pt=self.portrait.height_pt * factor
            ),
            shows_photo=True,
        )

    def for_letter(self) -> "Theme":
        """The theme with the letter's looks, steps and margins."""
        letter = self.letter
        return replace(
            self,
            digest=f"{self.digest} {letter.template}",
            template=letter.template,
            styles=letter.styles,
            steps=letter.steps,
            papers=letter.papers,
            shows_photo=False,
        )

    def step(self, name: str) -> Step:
        """The step with this name; raises KeyError when there is none."""
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(name)

    def paper(self, name: str) -> Paper:
        """The paper with this name; raises KeyError when there is none."""
        for paper in self.papers:
            if paper.name == name:
                return paper
        raise KeyError(name)

    def gaps(self) -> Gaps:
        """The gaps above leaves, in points."""
        return Gaps(
            {kind: style.gap for kind, style in self.styles.items()},
            {kind: style.below for kind, style in self.styles.items() if style.below},
        )
