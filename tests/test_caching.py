"""Files that lapel makes for itself."""

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from lapel.caching import keep_beside_bytecode, keep_in_cache


def test_the_newest_of_a_kind_stay(tmp_path: Path) -> None:
    """A folder that nobody looks after does not grow without end; other kinds are let alone."""
    for number in range(5):
        path = tmp_path / "made" / f"heights-{number}.json"
        keep_in_cache(path, b"{}", 3)
        os.utime(path, (number, number))
    keep_in_cache(tmp_path / "made" / "nearness-0.json", b"{}", 3)
    kept = sorted(path.name for path in (tmp_path / "made").iterdir())
    assert kept == ["heights-2.json", "heights-3.json", "heights-4.json", "nearness-0.json"]


@pytest.mark.parametrize("keep", [keep_beside_bytecode, partial(keep_in_cache, most=3)])
def test_what_cannot_be_kept_is_done_without(tmp_path: Path, keep: Callable[..., None]) -> None:
    """Neither a file in a folder's place nor a folder in a file's ends a run or leaves scraps."""
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    keep(tmp_path / "file" / "kept", b"made")
    keep(tmp_path / "folder", b"made")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


def test_python_may_be_told_to_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no bytecode is written, nothing is kept beside it."""
    for told in (True, False):
        monkeypatch.setattr("sys.dont_write_bytecode", told)
        keep_beside_bytecode(tmp_path / "kept", b"made")
        assert (tmp_path / "kept").exists() is not told
