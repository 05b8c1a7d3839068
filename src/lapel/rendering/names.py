"""A long name on one line of the header, in type as much smaller as it needs.

A name in two lines looks like two things, and whoever reads the file takes the first for the whole.
"""

from collections.abc import Iterator, Sequence

from lapel.rendering.metrics import runs_width_em
from lapel.rendering.setting import Setting, setting_of
from lapel.rendering.tearing import ROOM_FOR_ERROR
from lapel.rendering.typography import worded
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme

SMALLEST = 0.5
"""A name that needs smaller type than this has two lines."""


def fit_name(theme: Theme, name: Sequence[Run], paper: str) -> Theme:
    """The theme with room for the name, in the resume and in the letter under the same header."""
    factor = min(_factor(setting, name) for setting in _settings(theme, paper))
    return theme.with_name(factor) if SMALLEST <= factor < 1 else theme


def _settings(theme: Theme, paper: str) -> Iterator[Setting]:
    for layout in (theme, theme.for_letter()):
        for step in layout.steps:
            yield setting_of(layout, paper, step.name)


def _factor(setting: Setting, name: Sequence[Run]) -> float:
    """By how much the name's type has to be smaller on this page; 1 or more where it fits."""
    style = setting.theme.styles[BlockKind.NAME]
    drawn = worded(name, style, setting.theme)
    width_em = runs_width_em(drawn, style, setting.theme)
    return ROOM_FOR_ERROR * setting.leaf_width_em(BlockKind.NAME) / max(width_em, 1)
