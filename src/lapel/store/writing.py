"""Writing a file so that it is either the old one or the new one, never half of each."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from shutil import rmtree


def write_atomically(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, through a file beside it; an existing file keeps its mode.

    A symbolic link stays one: the file it points at is replaced. Raises OSError that names
    ``path``; then ``path`` is as it was and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    # Its name is not made of the target's, which may already be as long as names can be.
    temporary = target.with_name(f".lapel-{token_hex(8)}")
    try:
        with temporary.open("xb") as file:
            if target.exists():
                temporary.chmod(stat.S_IMODE(target.stat().st_mode))
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(target)
    except BaseException as error:
        temporary.unlink(missing_ok=True)
        raise _name_file_in(path, error) from None


def write_new(path: Path, content: bytes) -> bool:
    """Write a file unless there is one; return whether it wrote. Raises as ``write_atomically``
    does, and then there is no file.
    """
    try:
        file = path.open("xb")
    except FileExistsError:
        return False
    try:
        with file:
            file.write(content)
    except BaseException as error:
        path.unlink(missing_ok=True)
        raise _name_file_in(path, error) from None
    return True


def copy_folder(source: Path, target: Path) -> None:
    """Copy a folder with all its files to a free path; the copy is complete or absent.

    Raises as ``write_atomically`` does.
    """
    temporary = target.with_name(f".lapel-{token_hex(8)}")
    try:
        temporary.mkdir(parents=True)
        for path in sorted(source.rglob("*")):
            copy = temporary / path.relative_to(source)
            if path.is_dir():
                copy.mkdir()
            else:
                copy.write_bytes(path.read_bytes())
        temporary.rename(target)
    except BaseException as error:
        rmtree(temporary, ignore_errors=True)
        raise _name_file_in(target, error) from None


def _name_file_in(path: Path, error: BaseException) -> BaseException:
    """Return the error, of the file that a person knows."""
    if isinstance(error, OSError):
        error.filename, error.filename2 = str(path), None
    return error


def replace_unchanged(path: Path, before: bytes, content: bytes) -> bool:
    """Write ``content`` over a file that still holds ``before``; return False if it does not.

    Somebody may have saved it meanwhile in an editor: then nothing is written.
    """
    if path.read_bytes() != before:
        return False
    write_atomically(path, content)
    return True


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Make other processes that ask for this folder wait; the lock ends with the process.

    File systems without locks on folders let everybody in.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
