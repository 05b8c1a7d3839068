"""The shape of ``theme.yaml`` as pydantic checks it; keys are camelCase as in the profile."""

from typing import Annotated, Literal

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
from lapel.theme.styles import Alphabet, AsidePosition, ContactItem, FontKind, PhotoShape, PhotoSide


def _rising(values: tuple[float, float, float]) -> tuple[float, float, float]:
    if list(values) != sorted(values):
        raise PydanticCustomError(
            "theme-range", "expected [floor, default, ceiling], each at least the one before"
        )
    return values


def _each_once(items: tuple[ContactItem, ...]) -> tuple[ContactItem, ...]:
    if sorted(items) != sorted(ContactItem):
        raise PydanticCustomError(
            "theme-contact", "expected location, phone, pages and email, each once"
        )
    return items


Points = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)]
Triple = Annotated[tuple[Points, Points, Points], AfterValidator(_rising)]
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


Letters = Annotated[str, StringConstraints(pattern=r"^[^\x00-\x7f]+$")]


class FamilyFile(_Strict):
    """A font family and its four faces: files of a package, or of the theme's own folder.

    ``bold_weight`` is the weight of its bold faces: 600 for a semibold. ``fallback`` is the family
    for programs that ignore the fonts inside a DOCX.
    """

    family: FamilyName
    package: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][\w.]*$")] | None = None
    kind: FontKind
    fallback: FamilyName
    bold_weight: Annotated[int, Field(ge=500, le=900)] = 700
    regular: FontFileName
    italic: FontFileName
    bold: FontFileName
    bold_italic: FontFileName


class OtherFamilyFile(FamilyFile):
    """The family for texts with ``letters`` that the theme's own family lacks.

    They are named by their alphabet, or are the letters themselves.
    """

    letters: Annotated[tuple[Alphabet | Letters, ...], Field(min_length=1)]


class FontFile(FamilyFile):
    """The theme's font family, and another for texts with letters that it lacks."""

    other: OtherFamilyFile | None = None


class ColorsFile(_Strict):
    """The three colours that all other tokens may name."""

    ink: HexColor
    muted: HexColor
    accent: HexColor


class RuleFile(_Strict):
    """A rule under a line, with its width and the gaps above and below it, in points."""

    width: Annotated[float, Field(gt=0, le=6)]
    color: Color = "ink"
    above: Points
    below: Points


class BulletFile(_Strict):
    """The bullet's glyph, with the distance of glyph and text from the margin, in ems."""

    glyph: Glyph
    color: Color = "ink"
    inset: Annotated[float, Field(ge=0, le=4)]
    indent: Annotated[float, Field(ge=0.5, le=6)]


class SeparatorFile(_Strict):
    """The separator between the items of the contact line; ``spacing`` widens its blanks, in
    ems.
    """

    text: Glyph
    color: Color = "muted"
    spacing: Annotated[float, Field(ge=0, le=1)] = 0


class DatesFile(_Strict):
    """The position of dates and places; ``separator`` is before them where they are inline."""

    position: AsidePosition
    separator: Glyph = " | "


class RolesFile(_Strict):
    """What comes first in an employer's roles.

    ``employer``: one line for the employer over all its roles. ``title``: each role's title, with
    its employer, dates and place under it.
    """

    first: Literal["employer", "title"] = "employer"


class ContactFile(_Strict):
    """The order of the contact line's items, and whether web addresses show their scheme."""

    order: Annotated[tuple[ContactItem, ...], AfterValidator(_each_once)] = tuple(ContactItem)
    scheme: bool = False


class FooterFile(_Strict):
    """The footer of the second page and those after it.

    ``bottom`` is its distance from the paper's edge in points; ``{name}``, ``{page}`` and
    ``{pages}`` are filled in.
    """

    text: FooterText
    size: Size
    color: Color = "muted"
    align: Align
    bottom: Points


class HeaderFile(_Strict):
    """The gap between the header and the text under it, in points."""

    below: Triple | None = None


class PhotoFile(_Strict):
    """A photo beside the header, in points, where the job file asks for one; 35 to 45 as on a
    passport.
    """

    width: Points = 66
    height: Points = 84.9
    gap: Points = 14
    side: PhotoSide = PhotoSide.END
    shape: PhotoShape = PhotoShape.RECTANGLE


class DocxFile(_Strict):
    """Allowances for Word: ``slack`` is the height in points that a DOCX page keeps to spare."""

    slack: Points = 0


class AsideFile(_Strict):
    """The look of an aside (dates, places) where it differs from its line or from ``dates``."""

    position: AsidePosition | None = None
    bold: bool = False
    italic: bool = False
    color: Color = "ink"


class LookFile(_Strict):
    """The look of a kind of line; what is left out is as in ``body``."""

    size: Size | None = None
    leading: Leading | None = None
    bold: bool | None = None
    italic: bool | None = None
    color: Color | None = None
    align: Align | None = None
    letter_spacing: Tracking | None = None
    caps: bool | None = None
    rule: RuleFile | None = None
    aside: AsideFile = AsideFile()


class BlockFile(LookFile):
    """A kind of line with the gap above it; ``below`` is the gap under a heading."""

    gap: Triple
    below: Triple | None = None


class BodyFile(_Strict):
    """The look of every line unless its kind says otherwise; sizes in points, spacing in ems."""

    size: Size
    leading: Leading
    bold: bool = False
    italic: bool = False
    color: Color = "ink"
    align: Align = "left"
    letter_spacing: Tracking = 0
    caps: bool = False


class StepFile(_Strict):
    """A named step of type size and side margins.

    ``size`` is a factor on all type, ``side_margin`` goes by paper, in points. ``inset`` is what
    the lines under the header leave free inside the margins, where they begin and where they end.
    """

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
    size: Annotated[float, Field(ge=0.7, le=1.4)]
    side_margin: dict[str, Points]
    inset: dict[str, tuple[Points, Points]] = Field(default_factory=dict)


class PaperFile(_Strict):
    """A paper's size and its top and bottom margins, in points."""

    width: Annotated[float, Field(ge=200, le=2000)]
    height: Annotated[float, Field(ge=200, le=3000)]
    top_margin: Triple
    bottom_margin: Triple


class LetterFile(_Strict):
    """The look of letters; a letter's header is the resume's unless it says otherwise."""

    header: HeaderFile = HeaderFile()
    body: BodyFile
    blocks: dict[BlockKind, BlockFile]
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)]
    papers: Annotated[dict[str, PaperFile], Field(min_length=1)]


class ThemeFile(_Strict):
    """Everything ``theme.yaml`` may say."""

    label: str
    about: str = ""
    font: FontFile
    colors: ColorsFile
    bullet: BulletFile
    separator: SeparatorFile
    dates: DatesFile
    roles: RolesFile = RolesFile()
    contact: ContactFile = ContactFile()
    quotes: Literal["language", "typed"] = "language"
    entries: Literal["chosen", "all"] = "chosen"
    photo: PhotoFile = PhotoFile()
    header: HeaderFile = HeaderFile()
    footer: FooterFile | None = None
    docx: DocxFile
    body: BodyFile
    blocks: dict[BlockKind, BlockFile]
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)]
    papers: Annotated[dict[str, PaperFile], Field(min_length=1)]
    letter: LetterFile
    sections: tuple[SectionKind, ...]
    titles: dict[LanguageCode, dict[TitleKey, str]] = Field(default_factory=dict)


def theme_json_schema() -> dict[str, object]:
    """Return the JSON Schema of ``theme.yaml``, for editors."""
    return json_schema(ThemeFile)
