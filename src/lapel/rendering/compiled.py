"""The compiled code of lapel's own templates, kept between runs as bytecode is."""

import hashlib
from contextlib import suppress
from importlib.util import cache_from_source
from io import BytesIO
from pathlib import Path
from pickle import UnpicklingError

import jinja2
from jinja2.bccache import Bucket

import lapel
from lapel.caching import keep_beside_bytecode

PACKAGE = Path(lapel.__file__).parent


class CompiledTemplates(jinja2.BytecodeCache):
    """The cache for templates of the package, which themes of a workspace include. A person's own
    templates are left out: they are short, and would leave a file for each folder they ever were
    in.

    ``compiler`` is the file that says how templates are compiled: if it changes, all are compiled
    again.
    """

    def __init__(self, compiler: Path) -> None:
        self._compiler = hashlib.sha256(compiler.read_bytes()).hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the path inside the package, or nothing for other templates."""
        path = Path(filename or name)
        return path.relative_to(PACKAGE).as_posix() if path.is_relative_to(PACKAGE) else ""

    def get_source_checksum(self, source: str) -> str:
        """Return a checksum of the template and of the file that says how it is compiled."""
        return f"{self._compiler} {super().get_source_checksum(source)}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Load what an earlier process kept, unless the file is broken."""
        if bucket.key:
            with suppress(OSError, EOFError, ValueError, UnpicklingError):
                bucket.load_bytecode(BytesIO(_kept(bucket.key).read_bytes()))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it for later processes."""
        if bucket.key:
            keep_beside_bytecode(_kept(bucket.key), bucket.bytecode_to_string())


def _kept(key: str) -> Path:
    """Return the place of the kept code: beside this module's bytecode, not in the folder of a
    theme, which people copy.
    """
    own = Path(cache_from_source(__file__))
    return own.with_name(f"{key.replace('/', '-')}.{own.stem}.data")
