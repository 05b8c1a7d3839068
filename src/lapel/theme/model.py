"""A theme as the renderers see it. Nothing about looks is decided anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from lapel.profile.model import SectionKind


class BlockKind(StrEnum):
    """The kinds of leaf on a page; the kind alone sets the gap above and the look.

    ``ORGANISATION`` is an employer's or school's line, ``ROLE`` the first role under it,
    ``NEXT_ROLE`` a later one, ``BRIEF`` an entry shrunken to one line, ``LINE`` an entry of a
    section that is a plain list (certificates, languages), ``SKILLS`` a group of skills.
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
    LINE = "line"
    BULLET = "bullet"
    SKILLS = "skills"


@dataclass(frozen=True, slots=True)
class Range:
    """A value with its floor and ceiling, in points; ``at`` moves between them."""

    floor: float
    default: float
    ceiling: float

    def at(self, scale: float) -> float:
        """The value at ``scale`` in [-1, 1]: -1 the floor, 0 the default, 1 the ceiling."""
        if scale < 0:
            return self.default + scale * (self.default - self.floor)
        return self.default + scale * (self.ceiling - self.default)


@dataclass(frozen=True, slots=True)
class FontFace:
    """One static font file inside an installed package; ``style`` is "normal" or "italic"."""

    package: str
    file: str
    weight: int
    style: str


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """The look of one kind of leaf; sizes and leading in points, indents in ems of the size."""

    size_pt: float
    leading_pt: float
    weight: int
    italic: bool
    color: str
    align: str
    letter_spacing_em: float
    small_caps: bool
    gap: Range


@dataclass(frozen=True, slots=True)
class Step:
    """A named step of type size and side margins; moving to another rewraps the text."""

    name: str
    size_factor: float
    side_margin_pt: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper by name ("letter", "a4") with its vertical margins in points."""

    name: str
    width_pt: float
    height_pt: float
    top_margin: Range
    bottom_margin: Range


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything ``theme.yaml`` says, checked. ``steps`` run from roomy to compact."""

    name: str
    label: str
    folder: Path
    digest: str
    font_family: str
    docx_family: str
    faces: tuple[FontFace, ...]
    ink: str
    muted: str
    accent: str
    strong_weight: int
    rule_pt: float
    rule_color: str
    rule_padding_pt: float
    bullet: str
    bullet_inset_em: float
    bullet_indent_em: float
    separator: str
    styles: Mapping[BlockKind, BlockStyle]
    steps: tuple[Step, ...]
    papers: tuple[Paper, ...]
    section_order: tuple[SectionKind, ...]

    def step(self, name: str) -> Step:
        """The step with this name; raises KeyError when there is none."""
        for step in self.steps:
            if step.name == name:
                return step
        raise KeyError(name)
