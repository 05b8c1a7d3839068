"""Variable fonts made static at a weight, by HarfBuzz."""

from pathlib import Path
from typing import Any

WEIGHT = "wght"


def is_variable(path: Path) -> bool:
    """Tell whether a font's file holds several weights, by the axes in brackets in its name."""
    return "[" in path.name


def fixed_font(path: Path, weight: int) -> bytes:
    """Return the whole font at this weight, every other axis at its default."""
    import uharfbuzz  # noqa: PLC0415 - only where a font is variable

    whole, wanted = uharfbuzz.Face(uharfbuzz.Blob(path.read_bytes())), uharfbuzz.SubsetInput()
    wanted.keep_everything()
    fix_weight(wanted, whole, weight)
    return bytes(uharfbuzz.subset(whole, wanted).blob.data)


def fix_weight(wanted: Any, whole: Any, weight: int) -> None:  # noqa: ANN401 - uharfbuzz has no types
    """Fix the wanted part of a font at a weight; of a static font there is nothing to fix."""
    wanted.pin_all_axes_to_default(whole)
    if any(axis.tag == WEIGHT for axis in whole.axis_infos):
        wanted.pin_axis_location(whole, WEIGHT, weight)
