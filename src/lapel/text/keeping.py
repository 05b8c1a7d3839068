"""Files made once and kept beside the bytecode, in ``__pycache__``."""

import os
import sys
from contextlib import suppress
from pathlib import Path


def keep_beside_bytecode(path: Path, content: bytes) -> None:
    """Write a file whole and put it in place at once. Do nothing where Python is told to write no
    bytecode, or where the folder cannot be written.
    """
    if sys.dont_write_bytecode:
        return
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        new = path.with_name(f"{path.name}.{os.getpid()}")
        new.write_bytes(content)
        new.replace(path)
