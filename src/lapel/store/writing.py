"""Writing a file so that it is either the old one or the new one, never half of each."""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex


def write_atomically(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``, through a file beside it; an existing file keeps its mode.

    A symbolic link stays one: the file it points at is replaced. Raises OSError that names
    ``path``, and then that is as it was and nothing is left beside it.
    """
    target = path.resolve()
    # Named apart from the target, whose own name may already be as long as names can be.
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
        if isinstance(error, OSError):  # of the file that a person knows
            error.filename, error.filename2 = str(path), None
        raise


def replace_unchanged(path: Path, before: bytes, content: bytes) -> bool:
    """Write ``content`` over a file that still holds ``before``; False where it does not.

    Somebody may have saved it meanwhile in an editor: then nothing is written.
    """
    if path.read_bytes() != before:
        return False
    write_atomically(path, content)
    return True


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """While inside, whoever else asks for this folder waits; the lock ends with the process.

    File systems that know no locks on folders let everybody in.
    """
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
