"""Jinja's compiled templates of lapel's own: kept, and made anew where they are of no use."""

import sys
from pathlib import Path
from typing import Any

import jinja2
import pytest

from lapel.rendering import compiled
from lapel.rendering.compiled import PACKAGE, CompiledTemplates

NAME = "templates/shared/document.html.j2"


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which templates are kept, empty at first."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(compiled, "_kept", lambda key: tmp_path / "kept" / Path(key).name)
    return tmp_path / "kept"


def compiles(folder: Path, name: str, compiler: str = "as it is") -> bool:
    """Whether a process that begins has to compile the template."""
    told = folder / "compiler.py"
    told.write_text(compiler)
    made = []

    class Environment(jinja2.Environment):
        def compile(self, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - Jinja's own
            made.append(args)
            return super().compile(*args, **options)

    loader = jinja2.FileSystemLoader(folder if (folder / name).is_file() else PACKAGE)
    Environment(loader=loader, bytecode_cache=CompiledTemplates(told)).get_template(name)
    return bool(made)


def test_a_later_process_compiles_nothing(kept: Path, tmp_path: Path) -> None:
    assert compiles(tmp_path, NAME)
    assert not compiles(tmp_path, NAME)
    assert len(list(kept.iterdir())) == 1


@pytest.mark.parametrize("spoiled", [b"", b"no bytecode at all", None])
def test_what_is_broken_is_made_anew(kept: Path, tmp_path: Path, spoiled: bytes | None) -> None:
    assert compiles(tmp_path, NAME)
    (file,) = kept.iterdir()
    file.write_bytes(file.read_bytes()[:60] if spoiled is None else spoiled)
    assert compiles(tmp_path, NAME)
    assert not compiles(tmp_path, NAME)


def test_another_way_to_compile_makes_them_anew(kept: Path, tmp_path: Path) -> None:
    assert compiles(tmp_path, NAME)
    assert compiles(tmp_path, NAME, "changed")
    assert kept.is_dir()


def test_a_persons_own_templates_leave_no_files(kept: Path, tmp_path: Path) -> None:
    (tmp_path / "resume.html.j2").write_text("{{ name }}")
    assert compiles(tmp_path, "resume.html.j2")
    assert compiles(tmp_path, "resume.html.j2")
    assert not kept.exists()
