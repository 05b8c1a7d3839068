"""Writing leaves the old file or the new one, and nothing else."""

import errno
import io
import os
import stat
from pathlib import Path

import pytest

from lapel.store.writing import copy_folder, write_atomically, write_new


def test_new_file_gets_the_usual_mode(tmp_path: Path) -> None:
    """A new file has the mode any program's new file has here, not a temporary file's."""
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "resume.pdf", b"new")
    assert (tmp_path / "resume.pdf").read_bytes() == b"new"
    assert (tmp_path / "resume.pdf").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_existing_file_keeps_its_mode(tmp_path: Path) -> None:
    """Who may read a file stays the owner's decision when lapel writes it again."""
    path = tmp_path / "letter.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert (path.read_bytes(), stat.S_IMODE(path.stat().st_mode)) == (b"new", 0o640)


def test_symbolic_link_stays_a_link(tmp_path: Path) -> None:
    """A file reached through a link is written where it lies."""
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("real.md")
    write_atomically(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_name_as_long_as_names_can_be(tmp_path: Path) -> None:
    """The file beside the target does not need a longer name than the target's."""
    path = tmp_path / ("n" * 255)
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_failure_leaves_the_old_file_alone(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk or an interruption costs neither the old file nor leaves half of a new one."""

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    path = tmp_path / "resume.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(*{"fsync": (os, "fsync"), "replace": (Path, "replace")}[step], fail)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new")
    assert {item.name: item.read_bytes() for item in tmp_path.iterdir()} == {"resume.pdf": b"old"}


def test_what_the_disk_refuses_is_told_of_the_file_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A person knows the file, and not the one that stands in for it meanwhile."""

    def refuse(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="No space left on device") as refused:
        write_atomically(tmp_path / "resume.pdf", b"new")
    assert refused.value.filename == str(tmp_path / "resume.pdf")
    assert list(tmp_path.iterdir()) == []


class FullDisk(io.BytesIO):
    """A file that takes the first bytes and then no more."""

    def write(self, _: object) -> int:
        """Refuse."""
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_new_file_is_never_half_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a full disk cut short is no file that the next run would keep as somebody's own."""
    path = tmp_path / "lapel.yaml"

    def open_full(path: Path, _: str) -> FullDisk:
        path.touch()
        return FullDisk()

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", open_full)
        with pytest.raises(OSError, match="No space left") as raised:
            write_new(path, b"profile: ines")
    assert raised.value.filename == str(path)
    assert list(tmp_path.iterdir()) == []
    assert write_new(path, b"profile: ines")
    assert not write_new(path, b"other")
    assert path.read_bytes() == b"profile: ines"


def test_a_folder_is_copied_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy that a full disk cut short is gone, and the error is the target's."""
    source, target = tmp_path / "classic", tmp_path / "templates" / "mine"
    (source / "fonts").mkdir(parents=True)
    (source / "fonts" / "Mine.ttf").write_bytes(b"font")
    (source / "theme.yaml").write_bytes(b"label: Mine")

    def refuse(path: Path, _: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(OSError, match="No space left") as raised:
            copy_folder(source, target)
    assert raised.value.filename == str(target)
    assert list(target.parent.iterdir()) == []
    copy_folder(source, target)
    assert (target / "fonts" / "Mine.ttf").read_bytes() == b"font"
    assert (target / "theme.yaml").read_bytes() == b"label: Mine"
