"""A photo takes the theme's size and gap, in both formats."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from lapel.document.tree import Photo
from lapel.rendering.docx.document import render_docx
from lapel.rendering.geometry import page_geometry
from lapel.rendering.html import document_html
from lapel.rendering.photos import NoPhotoError, fit_photo, portrait
from lapel.theme.model import PhotoStyle, Theme
from tests.rendering.documents import classic_theme, one_page


def picture(width: int, height: int) -> bytes:
    """A plain picture of this size."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), "#335577").save(target, "PNG")
    return target.getvalue()


def rendered(theme: Theme) -> tuple[str, bytes]:
    """A page with a photo, as HTML for the layout engine and as DOCX."""
    shown = fit_photo(theme, "a4")
    photo = Photo(portrait(picture(300, 400), shown.portrait), "Photo")
    document = replace(one_page(), photo=photo)
    step = shown.steps[0]
    page = page_geometry(shown, "a4", step.name)
    return document_html(document, shown, page, step, 0), render_docx(
        document, shown, page, step, 0
    )


@pytest.mark.parametrize("style", [(50, 84.9, 14), (66, 60, 14), (66, 84.9, 30)])
def test_another_size_makes_another_page(style: tuple[float, float, float]) -> None:
    """Width, height and gap each count in the HTML and in the DOCX."""
    theme = classic_theme()
    html, docx = rendered(theme)
    other_html, other_docx = rendered(replace(theme, portrait=PhotoStyle(*style)))
    assert html != other_html
    assert docx != other_docx


def test_what_is_no_picture_is_said() -> None:
    """Rather than a traceback of the library's."""
    with pytest.raises(NoPhotoError):
        portrait(b"not a picture", classic_theme().portrait)
