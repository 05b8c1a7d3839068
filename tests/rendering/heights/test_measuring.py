"""Heights of leaves, measured and kept."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from lapel.document.tree import Block
from lapel.rendering.heights import measuring
from lapel.rendering.heights.cache import HeightCache, _native_versions, height_cache, leaf_key
from lapel.rendering.heights.measuring import measure_blocks
from lapel.rendering.setting import setting_of
from lapel.text.inline import Run
from lapel.theme.model import BlockKind, Theme
from tests.rendering.documents import block, two_pages

CACHE = "lapel.rendering.heights.cache"
LEAVES = tuple(two_pages().blocks())


def measured(theme: Theme, cache: Path, leaves: tuple[Block, ...] = LEAVES) -> dict[str, float]:
    setting = setting_of(theme, "letter", "normal")
    return dict(measure_blocks(leaves, setting, cache))


def test_a_height_is_so_many_lines(theme: Theme, cache: Path) -> None:
    """Every leaf is a whole number of its kind's lines high, a heading with its rule."""
    measured_pt = measured(theme, cache)
    rule = theme.styles[BlockKind.HEADING].rule
    assert rule is not None
    rule_pt = rule.above_pt + rule.width_pt + rule.below_pt
    for leaf in LEAVES:
        height = measured_pt[leaf.id] - (rule_pt if leaf.kind is BlockKind.HEADING else 0)
        lines = height / theme.styles[leaf.kind].leading_pt
        assert lines == pytest.approx(round(lines), abs=1e-6)
        assert lines >= 1


def test_neighbours_and_order_change_no_height(theme: Theme, tmp_path: Path) -> None:
    """A leaf measured alone, last or first is as high to the last digit."""
    together = measured(theme, tmp_path / "a")
    backwards = measured(theme, tmp_path / "b", LEAVES[::-1])
    alone = measured(theme, tmp_path / "c", LEAVES[40:41])
    assert together == backwards
    assert alone.items() <= together.items()


def test_what_is_known_is_not_laid_out(
    theme: Theme, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With everything cached no page is laid out, and the heights are the same."""
    first = measured(theme, cache)
    monkeypatch.setattr(measuring, "lay_out", lambda _: pytest.fail("laid out again"))
    assert measured(theme, cache) == first


@pytest.mark.slow
def test_an_empty_or_broken_cache_changes_nothing(theme: Theme, tmp_path: Path) -> None:
    """The cache may be deleted or damaged at any time."""
    first = measured(theme, tmp_path)
    for damage in (b"", b"{", b"[]", b'{"x": "y"}', b"\xff"):
        for path in tmp_path.glob("heights-*.json"):
            path.write_bytes(damage)
        assert measured(theme, tmp_path) == first
    for path in tmp_path.glob("heights-*.json"):
        path.unlink()
    assert measured(theme, tmp_path) == first


def test_other_circumstances_have_other_heights(theme: Theme, tmp_path: Path) -> None:
    """Another theme, paper or step never finds the heights of this one."""
    for changed in (theme, replace(theme, digest="other")):
        for paper in ("letter", "a4"):
            for step in theme.steps:
                setting = setting_of(changed, paper, step.name)
                measure_blocks(LEAVES[:1], setting, tmp_path)
    assert len(list(tmp_path.glob("heights-*.json"))) == 12


def test_few_circumstances_are_kept(
    theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever edits a theme all day has the heights of its latest forms, not of each."""
    monkeypatch.setattr(f"{CACHE}.MOST_FILES", 2)
    (tmp_path / "nearness-1.json").write_text("{}")
    kept = []
    for number in range(4):
        setting = setting_of(replace(theme, digest=str(number)), "letter", "normal")
        measure_blocks(LEAVES[:1], setting, tmp_path)
        kept.append(height_cache(tmp_path, setting).path)
    assert set(tmp_path.glob("*.json")) == {*kept[2:], tmp_path / "nearness-1.json"}


def test_library_versions_come_from_weasyprint_where_nothing_else_knows(
    theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a system whose libraries have other names the heights are the same."""
    first = measured(theme, tmp_path)
    monkeypatch.setattr(f"{CACHE}._native_versions", _native_versions.__wrapped__)
    monkeypatch.setattr("ctypes.CDLL", lambda name: (_ for _ in ()).throw(OSError(name)))
    assert measured(theme, tmp_path) == first
    assert len(list(tmp_path.glob("heights-*.json"))) == 2


def test_a_key_tells_looks_apart() -> None:
    """The same words in another look, kind or place are another leaf; the id does not matter."""
    leaves = [
        block("a", BlockKind.BULLET, "x"),
        block("b", BlockKind.LINE, "x"),
        block("c", BlockKind.BULLET, (Run("x", strong=True),)),
        block("d", BlockKind.BULLET, (Run("x", emphasis=True),)),
        block("e", BlockKind.BULLET, "", "x"),
        block("f", BlockKind.BULLET, (Run("x"), Run("x"))),
    ]
    assert len({leaf_key(leaf) for leaf in leaves}) == len(leaves)
    assert leaf_key(leaves[0]) == leaf_key(replace(leaves[0], id="other", keeps_next=True))


def test_a_leaf_longer_than_a_page_is_measured_whole(theme: Theme, cache: Path) -> None:
    """An essay for a bullet gets its true height."""
    leaf = block("essay", BlockKind.BULLET, "A sentence of some words. " * 900)
    height = measured(theme, cache, (leaf,))["essay"]
    assert height > 2000
    assert height / 12.8 == pytest.approx(round(height / 12.8))


def test_nothing_is_measured_of_nothing(theme: Theme, cache: Path) -> None:
    """No leaves, no heights."""
    assert measured(theme, cache, ()) == {}


def test_a_cache_stays_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it has grown too large it begins anew with what was just measured."""
    monkeypatch.setattr(f"{CACHE}.MOST_ENTRIES", 3)
    cache = HeightCache(tmp_path / "heights.json")
    cache.add({"a": 1.0, "b": 2.0})
    cache.add({"c": 3.0})
    assert cache.read() == {"a": 1.0, "b": 2.0, "c": 3.0}
    cache.add({"d": 4.0})
    assert cache.read() == {"d": 4.0}


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    """A full disk or a read-only folder costs time, not the run."""
    (tmp_path / "file").write_text("")
    HeightCache(tmp_path / "file" / "heights.json").add({"a": 1.0})


def test_the_file_is_whole_after_every_addition(tmp_path: Path) -> None:
    """Additions leave one readable file and no scraps."""
    cache = HeightCache(tmp_path / "heights.json")
    for number in range(5):
        cache.add({str(number): float(number)})
    assert [path.name for path in tmp_path.iterdir()] == ["heights.json"]
    assert len(json.loads(cache.path.read_text())) == 5
