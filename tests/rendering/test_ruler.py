"""What the ruler says without a layout holds against the layout."""

from pathlib import Path

import pytest

from lapel.document.tree import Block
from lapel.rendering.engine import Press
from lapel.rendering.heights.measuring import measure_blocks
from lapel.rendering.ruler import Ruler
from lapel.rendering.setting import setting_of
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme
from tests.command import warm_engine
from tests.quick import one_quick
from tests.rendering.documents import two_pages

WORDS = (
    "Agreed with Wawa’s AV team on a Type-A layout, then VAT, WAVE, fjords and illiquid jalousies"
)
LEAVES = (
    *two_pages().blocks(),
    *(Block(f"w{n}", BlockKind.BULLET, (Run(f"{WORDS} {WORDS}"[:n]),)) for n in range(60, 125)),
    *(Block(f"t{n}", BlockKind.BULLET, (Run("Fjord" * n),)) for n in range(10, 90, 7)),
    *(
        Block(f"e{n}", BlockKind.BULLET, (Run(WORDS[:n] + " 🎉👩🏽‍🚀" * n),))
        for n in range(5, 90, 7)
    ),
    *(
        Block(f"a{n}", BlockKind.BRIEF, (Run(WORDS[:n]),), (Run("Sep 2019 – Present"),))
        for n in range(50, 92)
    ),
)


@pytest.mark.parametrize("step", one_quick(["normal", "roomy", "compact"]))
@pytest.mark.parametrize("paper", one_quick(["letter", "a4"]))
def test_bounds_and_single_lines_hold_against_the_layout(
    theme: Theme, tmp_path: Path, paper: str, step: str
) -> None:
    """No leaf is lower than its bound, and what surely fits one line is just that high."""
    setting = setting_of(theme, paper, step)
    ruler = Ruler(setting, Press(warm_engine(), tmp_path))
    known, least = ruler.known_pt(LEAVES), ruler.least_pt(LEAVES)
    true = measure_blocks(LEAVES, setting, tmp_path)
    assert len(known) > 30
    assert {id: known[id] for id in known} == pytest.approx(
        {id: true[id] for id in known}, abs=1e-6
    )
    assert all(least[id] <= true[id] + 1e-6 for id in true)


def test_the_engine_measures_the_rest(theme: Theme, tmp_path: Path) -> None:
    """Heights that need a layout come from the engine, and are known the next time."""
    long = (Block("long", BlockKind.BULLET, (Run(f"{WORDS} {WORDS}"),)),)
    ruler = Ruler(setting_of(theme, "letter", "normal"), Press(warm_engine(), tmp_path))
    assert ruler.known_pt(long) == {}
    measured = ruler.measured_pt(long)
    assert ruler.known_pt(long) == measured


def test_what_is_measured_ahead_is_known_later(theme: Theme, tmp_path: Path) -> None:
    """The engine keeps what it was let measure, though nobody waited for it."""
    long = (Block("long", BlockKind.BULLET, (Run(f"{WORDS} {WORDS}"),)),)
    ruler = Ruler(setting_of(theme, "letter", "normal"), Press(warm_engine(), tmp_path))
    ahead = ruler.measure_ahead(long)
    assert ahead is not None
    ahead.settle()
    assert ruler.known_pt(long).keys() == {"long"}
    assert ruler.measure_ahead(long) is None
