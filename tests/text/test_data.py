"""Data in YAML, and what is kept of it beside the bytecode."""

import os
import sys
from pathlib import Path

import pytest

from lapel.text.data import load_compiled

ANOTHER = {"made": ("anew", frozenset({1}))}


@pytest.fixture(autouse=True)
def _writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def make_from(path: Path, version: str = "") -> object:
    """The text of a file, compiled; ANOTHER where it had to be made again."""
    first = load_compiled(path, (path,), path.read_text, version)
    assert first in (path.read_text(), ANOTHER)
    return load_compiled(path, (path,), lambda: ANOTHER, version)


def test_what_was_made_is_kept(tmp_path: Path) -> None:
    """The second time nothing is made."""
    (tmp_path / "words.yaml").write_text("one")
    assert make_from(tmp_path / "words.yaml") == "one"


def test_changed_files_are_made_anew(tmp_path: Path) -> None:
    """A file whose content changed is made anew, however old it says it is."""
    path = tmp_path / "words.yaml"
    path.write_text("one")
    times = (path.stat().st_atime_ns, path.stat().st_mtime_ns)
    make_from(path)
    path.write_text("two")
    os.utime(path, ns=times)
    assert make_from(path) == "two"


def test_another_version_is_made_anew(tmp_path: Path) -> None:
    """What else decides the result has a version, and a new one makes it anew."""
    path = tmp_path / "words.yaml"
    path.write_text("one")
    make_from(path, "1")
    assert load_compiled(path, (path,), lambda: ANOTHER, "2") == ANOTHER


def test_what_is_broken_is_made_anew(tmp_path: Path) -> None:
    """A kept file that cannot be read is as good as none."""
    path = tmp_path / "words.yaml"
    path.write_text("one")
    make_from(path)
    [kept] = (tmp_path / "__pycache__").iterdir()
    kept.write_bytes(kept.read_bytes()[:17])
    assert load_compiled(path, (path,), lambda: ANOTHER) == ANOTHER


def test_nothing_is_written_where_python_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who wants no bytecode written (``python -B``) gets no data either."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    path = tmp_path / "words.yaml"
    path.write_text("one")
    assert make_from(path) == ANOTHER
    assert list(tmp_path.iterdir()) == [path]


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """Where nothing can be kept it is made each time."""
    path = tmp_path / "words.yaml"
    path.write_text("one")
    (tmp_path / "__pycache__").write_text("in the way")
    assert make_from(path) == ANOTHER
