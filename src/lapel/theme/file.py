"""The shape of ``theme.yaml`` as pydantic checks it; keys are camelCase as in the profile."""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from lapel.profile.model import SectionKind
from lapel.source.shapes import json_schema
from lapel.theme.model import BlockKind
from lapel.theme.styles import AsidePosition, ContactItem, FontKind, PhotoShape, PhotoSide


def _check_rising(values: tuple[float, float, float]) -> tuple[float, float, float]:
    if list(values) != sorted(values):
        raise PydanticCustomError(
            "theme-range", "expected [floor, default, ceiling], each at least the one before"
        )
    return values


def _check_each_once(items: tuple[ContactItem, ...]) -> tuple[ContactItem, ...]:
    if sorted(items) != sorted(ContactItem):
        raise PydanticCustomError(
            "theme-contact", "expected location, phone, pages and email, each once"
        )
    return items


Points = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)]
Triple = Annotated[tuple[Points, Points, Points], AfterValidator(_check_rising)]
FontFileName = Annotated[
    str, StringConstraints(pattern=r"^[\w ./-]+\.(ttf|otf)$"), Field(examples=["Mine-Regular.ttf"])
]
Color = Annotated[
    str,
    StringConstraints(pattern=r"^(ink|muted|accent|#[0-9A-Fa-f]{6})$"),
    Field(examples=["accent", "#1A4D8F"]),
]
HexColor = Annotated[
    str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), Field(examples=["#1A4D8F"])
]
FamilyName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 -]*$")]
# Tracking above 0.08 em makes PDF readers put spaces inside the word.
Tracking = Annotated[float, Field(ge=-0.02, le=0.08)]
Glyph = Annotated[str, StringConstraints(pattern=r"^[^\\\"<>&]{1,5}$", strip_whitespace=False)]
FooterText = Annotated[
    str,
    StringConstraints(pattern=r"^([^{}]|\{(name|page|pages)\})+$"),
    Field(examples=["{name} · {page}"]),
]
Align = Literal["left", "center", "right"]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
TitleKey = SectionKind | Literal["summary"]
Size = Annotated[float, Field(ge=6, le=60)]
Leading = Annotated[float, Field(ge=6, le=80)]


class _Strict(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        alias_generator=to_camel,
        populate_by_name=False,
        frozen=True,
        defer_build=True,
    )


TRIPLE = "[floor, default, ceiling] in points"
SIZE = "The size of type, in points"
LEADING = "From line to line, in points"
BOLD = "Whether it is bold"
ITALIC = "Whether it is italic"
COLOR = "ink, muted, accent, or a colour such as #1A4D8F"
ALIGN = "Where on the line it stands"
LETTER_SPACING = "How much wider letters are set, in ems"
CAPS = "Whether it is set in capitals"
STEPS = "From roomy to compact, each tried as a whole"
PAPERS = "Papers by name: letter, a4"


class FamilyFile(_Strict):
    """A font family and its four faces."""

    family: FamilyName = Field(description="The family's name, as its files have it")
    package: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][\w.]*$")] | None = Field(
        default=None,
        description="The installed package with the files; else they are in the theme's folder",
    )
    kind: FontKind = Field(description="For programs that look for a substitute")
    fallback: FamilyName = Field(
        description="The family for programs that ignore the fonts inside a DOCX"
    )
    bold_weight: Annotated[int, Field(ge=500, le=900)] = Field(
        default=700, description="The weight of its bold faces; 600 is a semibold"
    )
    regular: FontFileName = Field(description="The file of the upright face")
    italic: FontFileName = Field(description="The file of the italic face")
    bold: FontFileName = Field(description="The file of the bold face")
    bold_italic: FontFileName = Field(description="The file of the bold italic face")


class FontFile(FamilyFile):
    """The theme's font family, and others for texts with letters that it lacks."""

    others: tuple[FamilyFile, ...] = Field(
        default=(),
        description="For texts with letters that this one lacks: the first that has them all",
    )


class ColorsFile(_Strict):
    """The three colours, by which all else may name them."""

    ink: HexColor = Field(description="The colour of text")
    muted: HexColor = Field(description="The colour of what stands back, such as the footer")
    accent: HexColor = Field(description="The colour of what stands out, such as headings")


class RuleFile(_Strict):
    """A rule under a line."""

    width: Annotated[float, Field(gt=0, le=6)] = Field(description="How thick it is, in points")
    color: Color = Field(default="ink", description="Its colour")
    above: Points = Field(description="From the text to the rule, in points")
    below: Points = Field(description="Under the rule, in points")


class BulletFile(_Strict):
    """The bullet before a text."""

    glyph: Glyph = Field(description="The character")
    color: Color = Field(default="ink", description="Its colour")
    inset: Annotated[float, Field(ge=0, le=4)] = Field(
        description="From the margin to the glyph, in ems"
    )
    indent: Annotated[float, Field(ge=0.5, le=6)] = Field(
        description="From the margin to the text, in ems"
    )


class SeparatorFile(_Strict):
    """What stands between the items of the contact line."""

    text: Glyph = Field(description="The characters, with the blanks around them")
    color: Color = Field(default="muted", description="Its colour")
    spacing: Annotated[float, Field(ge=0, le=1)] = Field(
        default=0, description="How much wider its blanks are, in ems"
    )


class DatesFile(_Strict):
    """Where dates and places stand."""

    position: AsidePosition = Field(
        description="At the right of their line, in it, or on a line below"
    )
    separator: Glyph = Field(
        default=" | ", description="What stands before them where they are in the line"
    )


class RolesFile(_Strict):
    """How an employer's roles are headed."""

    first: Literal["employer", "title"] = Field(
        default="employer",
        description="employer: one line for the employer over all its roles; title: each role's "
        "title, with the employer, dates and place under it",
    )


class ContactFile(_Strict):
    """The contact line."""

    order: Annotated[tuple[ContactItem, ...], AfterValidator(_check_each_once)] = Field(
        default=tuple(ContactItem), description="Its items in their order, each once"
    )
    scheme: bool = Field(default=False, description="Whether web addresses show their https://")


class FooterFile(_Strict):
    """The footer of the second page and those after it."""

    text: FooterText = Field(description="The words; {name}, {page} and {pages} are filled in")
    size: Size = Field(description="The size of type, in points")
    color: Color = Field(default="muted", description="Its colour")
    align: Align = Field(description="Where on the line it stands")
    bottom: Points = Field(description="From the paper's edge, in points")


class HeaderFile(_Strict):
    """The name, the headline and the contact line."""

    below: Triple | None = Field(default=None, description=f"The gap under it: {TRIPLE}")


class PhotoFile(_Strict):
    """A photo beside the header, where one is asked for; 35 to 45 as on a passport."""

    width: Points = Field(default=66, description="In points")
    height: Points = Field(default=84.9, description="In points")
    gap: Points = Field(
        default=14, description="Between the photo and the header's lines, in points"
    )
    side: PhotoSide = Field(
        default=PhotoSide.END, description="Where lines end, or where they begin"
    )
    shape: PhotoShape = Field(default=PhotoShape.RECTANGLE, description="What it is cut to")


class DocxFile(_Strict):
    """Allowances for Word."""

    slack: Points = Field(
        default=0,
        description="The height that a page keeps to spare, for a Word that sets a line more",
    )


class AsideFile(_Strict):
    """The look of the dates or the place beside a text, where it is not that of their line."""

    position: AsidePosition | None = Field(
        default=None, description="Where they stand, if not as `dates` has it"
    )
    bold: bool = Field(default=False, description="Whether they are bold")
    italic: bool = Field(default=False, description="Whether they are italic")
    color: Color = Field(default="ink", description="Their colour")


class LookFile(_Strict):
    """The look of a kind of line; what is left out is as in `body`."""

    size: Size | None = Field(default=None, description=SIZE)
    leading: Leading | None = Field(default=None, description=LEADING)
    bold: bool | None = Field(default=None, description=BOLD)
    italic: bool | None = Field(default=None, description=ITALIC)
    color: Color | None = Field(default=None, description=COLOR)
    align: Align | None = Field(default=None, description=ALIGN)
    letter_spacing: Tracking | None = Field(default=None, description=LETTER_SPACING)
    caps: bool | None = Field(default=None, description=CAPS)
    rule: RuleFile | None = Field(
        default=None, description="A rule under it; for the header's lines, headings and a subject"
    )
    aside: AsideFile = Field(
        default_factory=AsideFile,
        description="The dates or the place beside it; for lines of entries",
    )


class BlockFile(LookFile):
    """A kind of line with the gap above it."""

    gap: Triple = Field(description=f"The gap above it: {TRIPLE}")
    below: Triple | None = Field(default=None, description=f"The gap under a heading: {TRIPLE}")


class BodyFile(_Strict):
    """The look of every line, unless its kind says otherwise."""

    size: Size = Field(description=SIZE)
    leading: Leading = Field(description=LEADING)
    bold: bool = Field(default=False, description=BOLD)
    italic: bool = Field(default=False, description=ITALIC)
    color: Color = Field(default="ink", description=COLOR)
    align: Align = Field(default="left", description=ALIGN)
    letter_spacing: Tracking = Field(default=0, description=LETTER_SPACING)
    caps: bool = Field(default=False, description=CAPS)


class StepFile(_Strict):
    """A named step of type size and side margins, tried as a whole."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")] = Field(
        description="What it is called"
    )
    size: Annotated[float, Field(ge=0.7, le=1.4)] = Field(
        description="A factor on all type but the header's"
    )
    side_margin: dict[str, Points] = Field(description="By paper, in points")
    inset: dict[str, tuple[Points, Points]] = Field(
        default_factory=dict,
        description="By paper, in points: what the lines under the header leave free inside the "
        "margins, where they begin and where they end",
    )


class PaperFile(_Strict):
    """A paper's size and its top and bottom margins."""

    width: Annotated[float, Field(ge=200, le=2000)] = Field(description="In points")
    height: Annotated[float, Field(ge=200, le=3000)] = Field(description="In points")
    top_margin: Triple = Field(description=TRIPLE)
    bottom_margin: Triple = Field(description=TRIPLE)


class LetterFile(_Strict):
    """The look of letters."""

    header: HeaderFile = Field(
        default_factory=HeaderFile, description="Its gap, where it is not that of the resume's"
    )
    body: BodyFile = Field(description="The look of every line under the header")
    blocks: dict[BlockKind, BlockFile] = Field(
        description="The kinds of line that only letters have, and bullets"
    )
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)] = Field(description=STEPS)
    papers: Annotated[dict[str, PaperFile], Field(min_length=1)] = Field(description=PAPERS)


class ThemeFile(_Strict):
    """Everything that `theme.yaml` may say. Sizes, gaps and margins are in points."""

    label: str = Field(description="What the theme is called")
    about: str = Field(default="", description="What it is for, as `lapel theme list` says it")
    font: FontFile = Field(description="The font family")
    colors: ColorsFile = Field(description="The three colours, by which all else may name them")
    bullet: BulletFile = Field(description="The bullet before a text")
    separator: SeparatorFile = Field(description="Between the items of the contact line")
    dates: DatesFile = Field(description="Where dates and places stand")
    roles: RolesFile = Field(
        default_factory=RolesFile, description="How an employer's roles are headed"
    )
    contact: ContactFile = Field(default_factory=ContactFile, description="The contact line")
    quotes: Literal["language", "typed"] = Field(
        default="language",
        description="Whether straight marks become those of the document's language",
    )
    entries: Literal["chosen", "all"] = Field(
        default="chosen",
        description="all: none is left out for want of pages, unless their number is asked for",
    )
    photo: PhotoFile = Field(
        default_factory=PhotoFile, description="Where one is asked for, beside the header"
    )
    header: HeaderFile = Field(default_factory=HeaderFile, description="The gap under it")
    footer: FooterFile | None = Field(default=None, description="From the second page on")
    docx: DocxFile = Field(description="Allowances for Word")
    body: BodyFile = Field(description="The look of every line, unless its kind says otherwise")
    blocks: dict[BlockKind, BlockFile] = Field(description="The look of each kind of line")
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)] = Field(description=STEPS)
    papers: Annotated[dict[str, PaperFile], Field(min_length=1)] = Field(description=PAPERS)
    letter: LetterFile = Field(description="The look of letters, under the resume's header")
    sections: tuple[SectionKind, ...] = Field(description="The sections in their order")
    titles: dict[LanguageCode, dict[TitleKey, str]] = Field(
        default_factory=dict,
        description="Section titles by language, where they are to be other than lapel's",
    )


def theme_json_schema() -> dict[str, Any]:
    """Return the JSON Schema of ``theme.yaml``, for editors."""
    return json_schema(ThemeFile)
