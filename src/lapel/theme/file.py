"""The shape of ``theme.yaml``; keys are camelCase as in the profile."""

from typing import Annotated, Literal

from lapel.profile.model import SectionKind
from lapel.source.json_schema import json_schema
from lapel.source.marks import Form, Holds, Length, Limits
from lapel.source.shapes import Shape, described
from lapel.theme.model import BlockKind
from lapel.theme.styles import Alphabet, AsidePosition, ContactItem, FontKind, PhotoShape, PhotoSide


def _rising(values: tuple[float, float, float]) -> bool:
    return list(values) == sorted(values)


def _each_once(items: tuple[ContactItem, ...]) -> bool:
    return sorted(items) == sorted(ContactItem)


Points = Annotated[float, Limits(ge=0, le=2000)]
Triple = Annotated[tuple[Points, Points, Points], Holds(_rising, "theme-range")]
FontFileName = Annotated[str, Form(r"^[\w ./-]+\.(ttf|otf)$", "Mine-Regular.ttf")]
Color = Annotated[
    str,
    Form(r"^(ink|muted|accent|#[0-9A-Fa-f]{6})$", "accent", "#1A4D8F"),
]
HexColor = Annotated[str, Form(r"^#[0-9A-Fa-f]{6}$", "#1A4D8F")]
FamilyName = Annotated[str, Form(r"^[A-Za-z][A-Za-z0-9 -]*$")]
# Tracking above 0.08 em makes PDF readers put spaces inside the word.
Tracking = Annotated[float, Limits(ge=-0.02, le=0.08)]
Glyph = Annotated[str, Form(r"^[^\\\"<>&]{1,5}$")]
FooterText = Annotated[
    str,
    Form(r"^([^{}]|\{(name|page|pages)\})+$", "{name} · {page}"),
]
Align = Literal["left", "center", "right"]
LanguageCode = Annotated[str, Form(r"^[a-z]{2,3}$")]
TitleKey = SectionKind | Literal["summary"]
Size = Annotated[float, Limits(ge=6, le=60)]
Leading = Annotated[float, Limits(ge=6, le=80)]


Letters = Annotated[str, Form(r"^[^\x00-\x7f]+$")]


class FamilyFile(Shape):
    """The family and its four faces: files of a package, or of the theme's own folder.

    ``bold_weight`` is that of its bold faces: a semibold has 600. ``fallback`` is the family for
    programs that ignore the fonts inside a DOCX.
    """

    family: FamilyName
    package: Annotated[str, Form(r"^[A-Za-z_][\w.]*$")] | None = None
    kind: FontKind
    fallback: FamilyName
    bold_weight: Annotated[int, Limits(ge=500, le=900)] = 700
    regular: FontFileName
    italic: FontFileName
    bold: FontFileName
    bold_italic: FontFileName


class OtherFamilyFile(FamilyFile):
    """The family for texts with ``letters`` that the theme's own lacks: an alphabet, or the letters
    themselves.
    """

    letters: Annotated[tuple[Alphabet | Letters, ...], Length(1)]


class FontFile(FamilyFile):
    """The theme's family, and the one for texts with letters that it lacks."""

    other: OtherFamilyFile | None = None


class ColorsFile(Shape):
    """The three colours that everything else names."""

    ink: HexColor
    muted: HexColor
    accent: HexColor


class RuleFile(Shape):
    """A rule under a leaf."""

    width: Annotated[float, Limits(gt=0, le=6)]
    color: Color = "ink"
    above: Points
    below: Points


class BulletFile(Shape):
    """The bullet's glyph and where it and its text stand, in ems."""

    glyph: Glyph
    color: Color = "ink"
    inset: Annotated[float, Limits(ge=0, le=4)]
    indent: Annotated[float, Limits(ge=0.5, le=6)]


class SeparatorFile(Shape):
    """What stands between the items of the contact line, with its spaces."""

    text: Glyph
    color: Color = "muted"
    spacing: Annotated[float, Limits(ge=0, le=1)] = 0


class DatesFile(Shape):
    """Where dates and places stand; ``separator`` is before them where they are inline."""

    position: AsidePosition
    separator: Glyph = " | "


class RolesFile(Shape):
    """What an employer's roles begin with: the employer's line over all of them, or each with its
    own title, the employer, dates and place under it.
    """

    first: Literal["employer", "title"] = "employer"


class ContactFile(Shape):
    """The order of the contact line, and whether web addresses are shown with their scheme."""

    order: Annotated[tuple[ContactItem, ...], Holds(_each_once, "theme-contact")] = tuple(
        ContactItem
    )
    scheme: bool = False


class FooterFile(Shape):
    """What stands at the foot of the second page and those after it.

    ``bottom`` is the distance from the paper's edge; ``{name}``, ``{page}`` and ``{pages}`` are
    filled in.
    """

    text: FooterText
    size: Size
    color: Color = "muted"
    align: Align
    bottom: Points


class HeaderFile(Shape):
    """The gap between the header and what stands under it."""

    below: Triple | None = None


class PhotoFile(Shape):
    """A photo beside the header, where one is asked for; 35 to 45 as on a passport."""

    width: Points = 66
    height: Points = 84.9
    gap: Points = 14
    side: PhotoSide = PhotoSide.END
    shape: PhotoShape = PhotoShape.RECTANGLE


class DocxFile(Shape):
    """What Word cannot do as the PDF does it."""

    slack: Points = 0


class AsideFile(Shape):
    """Where an aside stands, if not as ``dates`` says, and how it differs from its line."""

    position: AsidePosition | None = None
    bold: bool = False
    italic: bool = False
    color: Color = "ink"


class LookFile(Shape):
    """The look of a kind of leaf; None is what ``body`` says."""

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
    """A kind of leaf with the gap above it; a heading's ``below`` is that of what it heads."""

    gap: Triple
    below: Triple | None = None


class BodyFile(Shape):
    """What every leaf looks like unless its kind says otherwise."""

    size: Size
    leading: Leading
    bold: bool = False
    italic: bool = False
    color: Color = "ink"
    align: Align = "left"
    letter_spacing: Tracking = 0
    caps: bool = False


class StepFile(Shape):
    """A named step of type size and side margins by paper; ``inset`` is what the lines under the
    header leave free inside the margins, where they begin and where they end.
    """

    name: Annotated[str, Form(r"^[a-z][a-z-]*$")]
    size: Annotated[float, Limits(ge=0.7, le=1.4)]
    side_margin: dict[str, Points]
    inset: dict[str, tuple[Points, Points]] = described("", default={})


class PaperFile(Shape):
    """A paper and its vertical margins."""

    width: Annotated[float, Limits(ge=200, le=2000)]
    height: Annotated[float, Limits(ge=200, le=3000)]
    top_margin: Triple
    bottom_margin: Triple


class LetterFile(Shape):
    """Where a letter differs: its header is the resume's unless it says otherwise."""

    header: HeaderFile = HeaderFile()
    body: BodyFile
    blocks: dict[BlockKind, BlockFile]
    steps: Annotated[tuple[StepFile, ...], Length(1)]
    papers: Annotated[dict[str, PaperFile], Length(1)]


class ThemeFile(Shape):
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
    steps: Annotated[tuple[StepFile, ...], Length(1)]
    papers: Annotated[dict[str, PaperFile], Length(1)]
    letter: LetterFile
    sections: tuple[SectionKind, ...]
    titles: dict[LanguageCode, dict[TitleKey, str]] = described("", default={})


def theme_json_schema() -> dict[str, object]:
    """The JSON Schema of ``theme.yaml``, for editors."""
    return json_schema(ThemeFile)
