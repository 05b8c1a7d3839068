"""Files that lapel makes for itself, each by its content: beside the bytecode, in ``__pycache__``,
and in the user's cache folder. They may be deleted at any time, and where they cannot be written
nothing is kept.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path


def keep_beside_bytecode(path: Path, content: bytes) -> None:
    """Keep what is made of lapel's own data, unless Python is told to write no bytecode."""
    if not sys.dont_write_bytecode:
        with suppress(OSError):
            _put_in_place(path, content)


def keep_in_cache(path: Path, content: bytes, most: int) -> None:
    """Keep what is made of a person's files, and of the files of this kind so many at the ``most``,
    the newest. A file's kind is the part of its name before the first hyphen.
    """
    with suppress(OSError):
        _put_in_place(path, content)
        kind = path.name.partition("-")[0]
        files = path.parent.glob(f"{kind}-*{path.suffix}")
        newest = sorted(files, key=lambda file: file.stat().st_mtime_ns, reverse=True)
        for file in newest[most:]:
            file.unlink(missing_ok=True)


def _put_in_place(path: Path, content: bytes) -> None:
    """Write a file whole and put it in place at once; two processes leave that of the later one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    try:
        new.write_bytes(content)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
