"""A theme as the renderers see it: the only place that decides about looks."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from math import floor
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

import lapel
from lapel.locale.words import Marks
from lapel.profile.model import SectionKind
from lapel.theme.styles import (
    BlockStyle,
    BulletStyle,
    ContactStyle,
    Fallback,
    Font,
    FontFace,
    FooterStyle,
    Inset,
    PhotoStyle,
    Range,
)

THEME_FILE = "theme.yaml"
BUILT_IN_THEMES = Path(lapel.__file__).parent / "templates"
SHARED = BUILT_IN_THEMES / "shared"
"""The folder of templates that the themes' own include."""


class BlockKind(StrEnum):
    """The kinds of leaf on a page; the kind alone sets the gap above and the look.

    ``ORGANISATION`` is an employer's or school's line, ``ROLE`` the first role under it,
    ``NEXT_ROLE`` a later one, ``BRIEF`` an entry shrunken to one line, ``NEXT_BRIEF`` one that
    follows a heading or another brief entry, ``DESCRIPTION`` what an entry is, before its bullets,
    ``LINE`` an entry of a section that is a plain list (certificates, languages), ``SKILLS`` a
    group of skills. A letter has the header's three, bullets, and the kinds from ``DATE`` on; a
    ``RECIPIENT`` and an ``ENCLOSURE`` may have several lines (``LINE_BREAK`` between them).
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
"""The kinds of leaf that hold a highlight."""
BELOW_KINDS = frozenset({BlockKind.HEADING})
"""The kinds that may set the gap below them; for the header's kinds the header sets it."""
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


class Gaps(Struct, frozen=True):
    """The gap above a leaf: its kind's own, or the one set by a heading or the header above it."""

    own: Mapping[BlockKind, Range]
    below: Mapping[BlockKind, Range]

    def above(self, kind: BlockKind, previous: BlockKind | None) -> Range:
        """Return the gap above a leaf of ``kind`` that follows one of ``previous``."""
        return self.below_of(previous, kind) or self.own[kind]

    def below_of(self, previous: BlockKind | None, kind: BlockKind) -> Range | None:
        """Return the gap that ``previous`` sets below it for a leaf of ``kind``, None where it sets
        none.
        """
        return None if previous is None or kind in HEADER_KINDS else self.below.get(previous)


class Step(Struct, frozen=True):
    """A named step of type size, side margins and insets by paper; moving to another rewraps the
    text.
    """

    name: str
    size_factor: float
    side_margin_pt: Mapping[str, float]
    inset: Mapping[str, Inset] = {}

    def size_pt(self, style: BlockStyle) -> float:
        """Return the size of type at this step, in the half points that a DOCX knows."""
        return floor(style.size_pt * self._size_factor_of(style) * 2 + 0.5) / 2

    def leading_pt(self, style: BlockStyle) -> float:
        """Return the distance of lines at this step, in the twentieths of a point that a DOCX
        knows.
        """
        return _round_to_twentieths(style.leading_pt * self._size_factor_of(style))

    def indent_pt(self, ems: float, style: BlockStyle) -> float:
        """Return an indent of so many ems at this step, in the twentieths of a point of a DOCX."""
        return _round_to_twentieths(ems * self.size_pt(style))

    def _size_factor_of(self, style: BlockStyle) -> float:
        return 1.0 if style.fixed else self.size_factor


def _round_to_twentieths(points: float) -> float:
    return floor(points * 20 + 0.5) / 20


class Paper(Struct, frozen=True):
    """A paper by name ("letter", "a4") with its vertical margins in points."""

    name: str
    width_pt: float
    height_pt: float
    top_margin: Range
    bottom_margin: Range


class Layout(Struct, frozen=True):
    """The part of a theme that differs between a letter and a resume."""

    template: str
    styles: Mapping[BlockKind, BlockStyle]
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]


class Theme(Struct, frozen=True):
    """Everything ``theme.yaml`` says, checked. ``steps`` run from roomy to compact.

    ``template``, ``styles``, ``steps`` and ``papers`` are the resume's; ``for_letter`` is the theme
    in which a letter is set. ``digest`` is the SHA-256 of every file in the theme's folder and of
    the templates that all themes share. ``separator`` goes between the items of the contact line,
    its blanks wider by ``separator_spacing_em``, ``date_separator`` before dates that are inline.
    ``title_first`` gives each role its title before its employer; ``docx_slack_pt`` is the height
    that a DOCX has to spare below; ``titles`` are the theme's own section titles by language.
    ``sets_marks`` says that straight quotation marks and apostrophes become the language's,
    ``keeps_entries`` that no entry is left out for want of pages, where nobody asks for a number of
    them. ``right_to_left``, ``fallbacks`` and ``marks`` come from the language, not the file.
    ``portrait`` is the look of a photo where the resume shows one.
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
    sets_marks: bool
    keeps_entries: bool
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
    marks: Marks | None = None

    @property
    def faces(self) -> tuple[FontFace, ...]:
        """Every face that may draw a character, the theme's own first."""
        return (*self.font.faces, *(face for other in self.fallbacks for face in other.faces))

    @property
    def families(self) -> tuple[str, ...]:
        """The families in the order in which they are searched for a character."""
        return (self.font.family, *(other.family for other in self.fallbacks))

    @property
    def header_inset_pt(self) -> float:
        """The part of the header's width that a photo takes."""
        return self.portrait.width_pt + self.portrait.gap_pt if self.shows_photo else 0.0

    def with_marks(self, marks: Marks | None) -> "Theme":
        """Return the theme with a language's marks, where it does not leave them as typed."""
        if not self.sets_marks or marks is None:
            return self
        return replace(self, digest=f"{self.digest} {marks}", marks=marks)

    def with_letter_ends(self, parts: Collection[str]) -> "Theme":
        """Return the theme with these parts of its letter where lines end."""
        if not parts:
            return self
        ends = {
            kind: replace(self.letter.styles[kind], align="right") for kind in map(BlockKind, parts)
        }
        letter = replace(self.letter, styles={**self.letter.styles, **ends})
        return replace(self, digest=f"{self.digest} {sorted(parts)}", letter=letter)

    def with_photo(self, height_pt: float) -> "Theme":
        """Return the theme with a photo of this height at most, in its own proportions."""
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

    def with_name(self, factor: float) -> "Theme":
        """Return the theme with the name so much smaller, in the resume and in the letter."""

        def smaller(styles: Mapping[BlockKind, BlockStyle]) -> Mapping[BlockKind, BlockStyle]:
            style = styles[BlockKind.NAME]
            size_pt, leading_pt = floor(style.size_pt * factor * 2) / 2, style.leading_pt * factor
            return {
                **styles,
                BlockKind.NAME: replace(style, size_pt=size_pt, leading_pt=leading_pt),
            }

        return replace(
            self,
            digest=f"{self.digest} name {factor}",
            styles=smaller(self.styles),
            letter=replace(self.letter, styles=smaller(self.letter.styles)),
        )

    def for_letter(self) -> "Theme":
        """Return the theme with the letter's looks, steps and margins."""
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
        """Return the step with this name; raises KeyError when there is none."""
        return {step.name: step for step in self.steps}[name]

    def paper(self, name: str) -> Paper:
        """Return the paper with this name; raises KeyError when there is none."""
        return {paper.name: paper for paper in self.papers}[name]

    def gaps(self) -> Gaps:
        """Return the gaps above leaves, in points."""
        return Gaps(
            {kind: style.gap for kind, style in self.styles.items()},
            {kind: style.below for kind, style in self.styles.items() if style.below},
        )
