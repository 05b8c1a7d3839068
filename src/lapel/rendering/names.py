"""A long name on one line of the header, in smaller type where needed.

A name in two lines looks like two things, and readers of the file take the first line for the
whole. Only a name that would be hardly larger than the text under it has two, of about equal
length.
"""

from collections.abc import Iterator, Sequence
from math import inf

from lapel.rendering.metrics import lines_em
from lapel.rendering.setting import Setting, setting_of
from lapel.rendering.tearing import ROOM_FOR_ERROR
from lapel.rendering.typography import break_into_lines, hold_together, prepare_runs
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme

STANDS_OUT = 1.2
"""The least ratio of a name's size to the largest type under it."""


def fit_name(theme: Theme, name: Sequence[Run], paper: str) -> Theme:
    """Return the theme with room for the name, in the resume and in the letter under the same
    header.
    """
    sizes_pt = {kind: style.size_pt for kind, style in theme.styles.items()}
    name_pt = sizes_pt.pop(BlockKind.NAME)
    smallest = STANDS_OUT * max(sizes_pt.values()) / name_pt
    settings = tuple(_build_settings(theme, paper))
    factor = min(_measure_factor(setting, name, parted=False) for setting in settings)
    if factor < smallest:
        in_two = min(_measure_factor(setting, name, parted=True) for setting in settings)
        factor = max(smallest, in_two)
    return theme.with_name(factor) if factor < 1 else theme


def _build_settings(theme: Theme, paper: str) -> Iterator[Setting]:
    for layout in (theme, theme.for_letter()):
        for step in layout.steps:
            yield setting_of(layout, paper, step.name)


def _measure_factor(setting: Setting, name: Sequence[Run], *, parted: bool) -> float:
    """Return the factor for the name's type to fit on this page, in one line or parted in two; 1 or
    more where it fits.
    """
    style, theme = setting.theme.styles[BlockKind.NAME], setting.theme
    drawn = prepare_runs(name, style, theme)
    if parted:
        drawn = break_into_lines(hold_together(drawn), 2, style, theme)
    width_em = max(lines_em(drawn, style, theme, inf))
    return ROOM_FOR_ERROR * setting.leaf_width_em(BlockKind.NAME) / max(width_em, 1)
