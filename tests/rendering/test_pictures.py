"""Pages look as they did when somebody last looked at them: `--update` takes today's pictures."""

from pathlib import Path

import pytest
from PIL import Image, ImageChops

from lapel.preview.painting import Painter
from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from tests.quick import one_quick
from tests.rendering.documents import THEMES, letter, one_page, theme_named

PICTURES = Path(__file__).with_name("pictures")
WIDTH_PX = 340
GRAYS = 16
VISIBLE = 48
"""A difference of gray, of 255, that an eye sees; less is what rasterisers do to edges."""
MOST_CHANGED = 0.002
"""The share of a page's pixels that may differ visibly: about a word of two in this size."""


@pytest.mark.parametrize("document", one_quick(["resume", "letter"]))
@pytest.mark.parametrize("name", THEMES)
def test_pages_look_as_they_did(
    name: str, document: str, cache: Path, tmp_path: Path, update: bool
) -> None:
    """The fonts are those of the lock and PDFium its own rasteriser, so that machines agree."""
    kept = PICTURES / f"{name}-{document}.png"
    page = picture(name, document, cache, tmp_path)
    if update:
        PICTURES.mkdir(exist_ok=True)
        page.save(kept, optimize=True)
    assert changed(Image.open(kept).convert("L"), page.convert("L")) <= MOST_CHANGED


def test_a_changed_gap_is_seen(cache: Path, tmp_path: Path) -> None:
    """The measure is fine enough: a page set two points lower is another."""
    page = picture("classic", "resume", cache, tmp_path).convert("L")
    assert changed(page, ImageChops.offset(page, 0, 1)) > MOST_CHANGED


def picture(name: str, document: str, cache: Path, folder: Path) -> Image.Image:
    """The first page of a made-up document in a theme, in grays."""
    theme = theme_named(name).for_letter() if document == "letter" else theme_named(name)
    setting = setting_of(theme, "letter", theme.steps[0].name)
    text = letter() if document == "letter" else one_page()
    pdf = render_pdf(text, setting, -0.5, cache).data
    path = folder / "page.png"
    path.write_bytes(Painter.of(pdf).png(0, WIDTH_PX))
    return Image.open(path).convert("L").quantize(GRAYS, dither=Image.Dither.NONE)


def changed(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels that differ visibly."""
    assert one.size == other.size
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[VISIBLE:]) / (one.width * one.height)
