"""The shape of ``theme.yaml`` as pydantic checks it; keys are camelCase as in the profile."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from lapel.profile.model import SectionKind
from lapel.theme.model import BlockKind


def _rising(values: tuple[float, float, float]) -> tuple[float, float, float]:
    if list(values) != sorted(values):
        raise PydanticCustomError(
            "theme-range", "expected [floor, default, ceiling], each at least the one before"
        )
    return values


def _word_weight(value: int) -> int:
    if value not in (400, 700):
        raise PydanticCustomError("theme-word-weight", "expected 400 or 700")
    return value


Points = Annotated[float, Field(ge=0, le=2000, allow_inf_nan=False)]
Triple = Annotated[tuple[Points, Points, Points], AfterValidator(_rising)]
FontFileName = Annotated[str, StringConstraints(pattern=r"^[\w ./-]+\.(ttf|otf)$")]
Weight = Annotated[int, Field(ge=100, le=900)]
Color = Annotated[str, StringConstraints(pattern=r"^(ink|muted|accent|#[0-9A-Fa-f]{6})$")]
HexColor = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
FamilyName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9 -]*$")]
# Tracking above 0.08 em makes PDF readers put spaces inside the word.
Tracking = Annotated[float, Field(ge=-0.02, le=0.08)]
Glyph = Annotated[str, StringConstraints(pattern=r"^[^\\\"<>&]{1,5}$", strip_whitespace=False)]


class _Strict(BaseModel):
    model_config = ConfigDict(
        extra="forbid",
        alias_generator=to_camel,
        populate_by_name=False,
        frozen=True,
        defer_build=True,
    )


class FaceFile(_Strict):
    """One static font file of the theme's package."""

    file: FontFileName
    weight: Weight
    style: Literal["normal", "italic"]


class DocxFaceFile(_Strict):
    """A face that travels inside the DOCX; Word knows two weights."""

    file: FontFileName
    weight: Annotated[int, AfterValidator(_word_weight)]
    style: Literal["normal", "italic"]


class FontFile(_Strict):
    """The family, the package that carries it, and which of its files are used."""

    family: FamilyName
    package: Annotated[str, StringConstraints(pattern=r"^[A-Za-z_][\w.]*$")]
    strong_weight: Weight
    faces: Annotated[tuple[FaceFile, ...], Field(min_length=1)]


class ColorsFile(_Strict):
    """The three colours that everything else names."""

    ink: HexColor
    muted: HexColor
    accent: HexColor


class RuleFile(_Strict):
    """The rule under a heading."""

    width: Points
    color: Color = "ink"
    above: Points
    below: Points


class BulletFile(_Strict):
    """The bullet's glyph and where it and its text stand, in ems."""

    glyph: Glyph
    color: Color = "ink"
    inset: Annotated[float, Field(ge=0, le=4)]
    indent: Annotated[float, Field(ge=0.5, le=6)]


class SeparatorFile(_Strict):
    """What stands between the items of the contact line, with its spaces."""

    text: Glyph
    color: Color = "muted"
    spacing: Annotated[float, Field(ge=0, le=1)] = 0


class DocxFile(_Strict):
    """What Word cannot do as the PDF does it."""

    caps: bool = False
    fallback: FamilyName
    slack: Points = 0
    faces: tuple[DocxFaceFile, ...] = ()


class AsideFile(_Strict):
    """How an aside differs from its line."""

    weight: Weight = 400
    italic: bool = False
    color: Color = "ink"


class LookFile(_Strict):
    """The look of a kind of leaf; None is what ``body`` says."""

    size: Annotated[float, Field(ge=6, le=60)] | None = None
    leading: Annotated[float, Field(ge=6, le=80)] | None = None
    weight: Weight | None = None
    italic: bool | None = None
    color: Color | None = None
    align: Literal["left", "center", "right"] | None = None
    letter_spacing: Tracking | None = None
    small_caps: bool | None = None
    aside: AsideFile = AsideFile()


class BlockFile(LookFile):
    """A kind of leaf with the gap above it."""

    gap: Triple


class BodyFile(_Strict):
    """What every leaf looks like unless its kind says otherwise."""

    size: Annotated[float, Field(ge=6, le=60)]
    leading: Annotated[float, Field(ge=6, le=80)]
    weight: Weight = 400
    italic: bool = False
    color: Color = "ink"
    align: Literal["left", "center", "right"] = "left"
    letter_spacing: Tracking = 0
    small_caps: bool = False


class StepFile(_Strict):
    """A named step of type size and side margins by paper."""

    name: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*$")]
    size: Annotated[float, Field(ge=0.7, le=1.4)]
    side_margin: dict[str, Points]


class PaperFile(_Strict):
    """A paper and its vertical margins."""

    width: Annotated[float, Field(ge=200, le=2000)]
    height: Annotated[float, Field(ge=200, le=3000)]
    top_margin: Triple
    bottom_margin: Triple


class LetterFile(_Strict):
    """Where a letter differs: its header is the resume's unless it says otherwise."""

    body: BodyFile
    blocks: dict[BlockKind, BlockFile]
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)]
    papers: Annotated[dict[str, PaperFile], Field(min_length=1)]


class ThemeFile(_Strict):
    """Everything ``theme.yaml`` may say."""

    label: str
    font: FontFile
    colors: ColorsFile
    rule: RuleFile
    bullet: BulletFile
    separator: SeparatorFile
    docx: DocxFile
    body: BodyFile
    blocks: dict[BlockKind, BlockFile]
    steps: Annotated[tuple[StepFile, ...], Field(min_length=1)]
    papers: Annotated[dict[str, PaperFile], Field(min_length=1)]
    letter: LetterFile
    sections: tuple[SectionKind, ...]
