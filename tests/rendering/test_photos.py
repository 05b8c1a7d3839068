"""A photo takes the theme's size and gap, in both formats."""

import io
from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image
from pypdfium2 import PdfDocument

from lapel.document.tree import Photo
from lapel.rendering.docx.document import render_docx
from lapel.rendering.html import document_html
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.photos import NoPhotoError, cut_portrait, fit_photo
from lapel.rendering.setting import setting_of
from lapel.theme.model import Theme
from lapel.theme.styles import PhotoShape, PhotoSide, PhotoStyle
from tests.rendering.documents import classic_theme, one_page, theme_named
from tests.rendering.readers import by_pypdf

NEARLY_WHITE = 230
"""JPEG blurs edges."""


def picture(width: int, height: int) -> bytes:
    """A plain picture of this size."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#335577").save(target, "PNG")
    return target.getvalue()


def rendered(theme: Theme) -> tuple[str, bytes]:
    """A page with a photo, as HTML for the layout engine and as DOCX."""
    shown = fit_photo(theme, "a4")
    photo = Photo(cut_portrait(picture(300, 400), shown.portrait), "Photo")
    document = replace(one_page(), photo=photo)
    step = shown.steps[0]
    setting = setting_of(shown, "a4", step.name)
    return document_html(document, setting, 0), render_docx(document, setting, 0)


@pytest.mark.parametrize(
    "style",
    [
        PhotoStyle(50, 84.9, 14),
        PhotoStyle(66, 60, 14),
        PhotoStyle(66, 84.9, 30),
        PhotoStyle(66, 84.9, 14, side=PhotoSide.START),
        PhotoStyle(66, 84.9, 14, shape=PhotoShape.ROUNDED),
        PhotoStyle(66, 84.9, 14, shape=PhotoShape.OVAL),
    ],
)
def test_another_photo_makes_another_page(style: PhotoStyle) -> None:
    """Width, height, gap, side and shape each count in the HTML and in the DOCX."""
    theme = replace(classic_theme(), portrait=PhotoStyle(66, 84.9, 14))
    html, docx = rendered(theme)
    other_html, other_docx = rendered(replace(theme, portrait=style))
    assert html != other_html
    assert docx != other_docx


def test_a_photo_stands_on_the_rule_under_the_header(tmp_path: Path) -> None:
    """Where the header ends in a rule, the two have one foot, since the rule ends before it."""
    shown = fit_photo(theme_named("modern"), "a4")
    photo = Photo(cut_portrait(picture(300, 400), shown.portrait), "Photo")
    setting = setting_of(shown, "a4", shown.steps[0].name)
    page = render_pdf(replace(one_page(), photo=photo), setting, 0, tmp_path).data
    drawn = PdfDocument(page)[0].render(scale=4).to_pil().convert("L")
    dark = [n for n in range(drawn.height // 4) if _is_dark(drawn, n, 0.5)]
    beside = [n for n in range(drawn.height // 4) if _is_dark(drawn, n, 0.86)]
    assert abs(max(dark) - max(beside)) <= 1


def _is_dark(drawn: Image.Image, row: int, share: float) -> bool:
    """Whether a row of pixels is dark around this share of the page's width."""
    middle = int(drawn.width * share)
    return max(drawn.crop((middle - 20, row, middle + 20, row + 1)).tobytes()) < 160


@pytest.mark.parametrize(
    ("shape", "white"),
    [(PhotoShape.RECTANGLE, False), (PhotoShape.ROUNDED, True), (PhotoShape.OVAL, True)],
)
def test_a_shape_leaves_white_around_it(shape: PhotoShape, white: bool) -> None:
    """Corners are paper where the shape has none, and the middle is the picture."""
    data = cut_portrait(picture(300, 400), PhotoStyle(66, 84.9, 14, shape=shape))
    with Image.open(io.BytesIO(data)) as shown:
        pixels = shown.convert("L").tobytes()
        corner, middle = pixels[0], pixels[len(pixels) // 2 + shown.width // 2]
    assert (corner > NEARLY_WHITE) == white
    assert middle < NEARLY_WHITE


def test_what_is_no_picture_is_said() -> None:
    """Rather than a traceback of the library's."""
    with pytest.raises(NoPhotoError):
        cut_portrait(b"not a picture", classic_theme().portrait)


def test_the_header_is_read_in_its_order_beside_a_photo(tmp_path: Path) -> None:
    """The line that the photo hangs on is drawn, and so read, before the sections."""
    shown = fit_photo(classic_theme(), "a4")
    photo = Photo(cut_portrait(picture(300, 400), shown.portrait), "Photo")
    document, step = replace(one_page(), photo=photo), shown.steps[0]
    setting = setting_of(shown, "a4", step.name)
    text = by_pypdf(render_pdf(document, setting, 0, tmp_path).data)
    assert text.index("marisol.okafor@example.org") < text.index("SUMMARY")
