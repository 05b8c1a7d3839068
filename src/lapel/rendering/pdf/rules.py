"""Rules as lines, so that all of a page look alike on a screen.

The engine fills a rule as a rectangle half a point high. Spread over the rows of pixels that it
happens to touch, one is pale and its neighbour dark. A stroked line is at least a pixel wide, and
equally wide everywhere (ISO 32000-1, 8.5.3.2 and 10.6.5), as LibreOffice and Word draw theirs.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from lapel.rendering.pdf.objects import Pdf, walk_streams

Point = tuple[float, float]

POINT = re.compile(rb"(\S+) (\S+) [ml]")
COLOR = re.compile(rb"\S+ \S+ \S+ rg")
CLIPPED, FILLED = [b"W*", b"n"], [b"f*", b"Q"]
CORNERS = 4
LONGEST = 16
"""The most operators that draw a border."""


def draw_rules_as_lines(pdf: Pdf) -> None:
    """Stroke the lines that the engine fills: each border below a box that has no other."""
    for stream in walk_streams(pdf):
        clips = [n for n, pair in enumerate(pairwise(stream)) if list(pair) == CLIPPED]
        for clip in reversed(clips):
            start = clip - CORNERS
            line = _redraw_as_line(stream[start : start + LONGEST])
            if line is not None:
                length, operators = line
                stream[start : start + length] = [operators]


def _redraw_as_line(items: Sequence[Any]) -> tuple[int, bytes] | None:
    """Return how many operators draw a level border, and operators that draw it as a line; None if
    the first items draw something else. The state is saved before them and restored by their last.
    """
    corners = [_read_point(item) for item in items[:CORNERS]]
    end = next((n + 2 for n, pair in enumerate(pairwise(items)) if list(pair) == FILLED), None)
    color = next((item for item in items if isinstance(item, bytes) and COLOR.match(item)), None)
    if end is None or color is None or None in corners:
        return None
    (x1, y1), (x2, y1_again), (x2_again, y2), (x1_again, y2_again) = (c for c in corners if c)
    if (y1, x2, y2, x1) != (y1_again, x2_again, y2_again, x1_again):
        return None
    middle = (y1 + y2) / 2
    stroke = color.removesuffix(b"rg").decode() + "RG"
    path = f"{x1:.6f} {middle:.6f} m {x2:.6f} {middle:.6f} l"
    return end, f"{stroke} {abs(y1 - y2):.6f} w {path} S Q".encode()


def _read_point(item: object) -> Point | None:
    match = POINT.fullmatch(item) if isinstance(item, bytes) else None
    return (float(match[1]), float(match[2])) if match else None
