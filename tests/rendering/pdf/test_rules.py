"""Rules on the page: lines that look alike, wherever they fall on the pixels of a screen."""

from itertools import pairwise
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from lapel.rendering.pdf.document import render_pdf
from lapel.rendering.setting import setting_of
from tests.quick import one_quick
from tests.rendering.documents import one_page, theme_named

WHITE = 255
ROUNDING = 4
SCALES = (0.8, 1.0, 1.37, 2.0)
LONGEST_TEXT = 0.5
"""No text has ink without a gap on so much of a page's width; a rule has."""


@pytest.mark.parametrize("name", one_quick(["classic", "compact", "executive", "modern", "plain"]))
def test_rules_of_a_page_look_alike(name: str, cache: Path) -> None:
    """At every size each of them has the same ink, in one row of pixels or spread over two."""
    theme = theme_named(name)
    setting = setting_of(theme, "a4", "normal")
    pdf = render_pdf(one_page(), setting, 0.13, cache).data
    for scale in SCALES:
        rules = ink_of_rules(pdf, scale)
        assert len(rules) >= (1 if name in {"executive", "modern"} else 3)
        assert max(rules) - min(rules) <= ROUNDING, (scale, rules)


def ink_of_rules(pdf: bytes, scale: float) -> list[int]:
    """For each rule of the first page, the ink in its rows of pixels: 255 a row that is black."""
    page = PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("L")
    full = []
    for y in range(page.height):
        row = page.crop((0, y, page.width, y + 1)).tobytes()
        inked = "".join("x" if gray < WHITE else " " for gray in row).split()
        if max(map(len, inked), default=0) > LONGEST_TEXT * page.width:
            full.append((y, row[page.width // 2]))
    starts = [n for n, (one, two) in enumerate(pairwise([(-2, 0), *full])) if two[0] > one[0] + 1]
    return [
        sum(WHITE - gray for _, gray in full[start:end])
        for start, end in zip(starts, [*starts[1:], None], strict=True)
    ]
