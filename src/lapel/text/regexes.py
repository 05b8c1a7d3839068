"""Regular expressions, compiled once instead of in every process.

Python keeps the bytecode of a module but compiles its regular expressions again each time it runs,
which would take a fifth of explaining. So the compiler's result for a pattern is kept like
bytecode: in ``__pycache__``, for one build of Python. It may be deleted at any time, and where it
cannot be written patterns are compiled as usual.
"""

import atexit
import marshal
import re
import sys
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from lapel.caching import keep_beside_bytecode

_Key = tuple[str, int]
_Made = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
"""The flags, the code, the number of groups, and their names both ways."""

_KEPT = Path(cache_from_source(__file__)).with_suffix(".data")
_BUILD = sys.version.encode()
_MOST = 3_000
"""The most patterns kept, those of earlier versions of lapel included; then keeping starts over."""
_new: dict[_Key, _Made] = {}


@cache
def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return ``re.compile``'s result for one of lapel's own patterns, if possible as kept by an
    earlier process.

    Not for patterns with a user's words: those would be kept, too. Raises re.error.
    """
    key = (pattern, int(flags))
    if made := _read_kept().get(key):
        with suppress(*_CHANGED):
            return _load_pattern(pattern, made)
    compiled = re.compile(pattern, flags)
    with suppress(*_CHANGED):
        made = _compile_code(pattern, flags)
        loaded = _load_pattern(pattern, made)
        if loaded == compiled and loaded.groupindex == compiled.groupindex:
            if not _new:
                atexit.register(_write_kept)
            _new[key] = made
    return compiled


_CHANGED = (ImportError, AttributeError, TypeError, ValueError, OverflowError, RuntimeError)
"""The errors raised where the inside of ``re`` is not as expected here."""


def _compile_code(pattern: str, flags: int) -> _Made:
    """Return the code and data that the compiler inside ``re`` gives to its engine."""
    compiler: Any = import_module("re._compiler")
    parsed = import_module("re._parser").parse(pattern, flags)
    names: dict[str, int] = parsed.state.groupdict
    by_number = {number: name for name, number in names.items()}
    groups: int = parsed.state.groups
    code = array("I", compiler._code(parsed, flags)).tobytes()
    ordered = tuple(map(by_number.get, range(groups)))
    return int(flags | parsed.state.flags), code, groups - 1, dict(names), ordered


def _load_pattern(pattern: str, made: _Made) -> re.Pattern[str]:
    """Return a pattern made of the compiler's result; the engine raises RuntimeError for broken
    code.
    """
    flags, code, *rest = made
    engine: Any = import_module("_sre")
    loaded: re.Pattern[str] = engine.compile(pattern, flags, array("I", code).tolist(), *rest)
    return loaded


@cache
def _read_kept() -> dict[_Key, _Made]:
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = _KEPT.read_bytes()
        if content.startswith(_BUILD):
            kept: dict[_Key, _Made] = marshal.loads(content[len(_BUILD) :])  # noqa: S302 - as safe as bytecode
            return kept
    return {}


def _write_kept() -> None:
    """Add newly compiled patterns to those kept, including what other processes kept meanwhile."""
    _read_kept.cache_clear()
    kept = _read_kept() if len(_read_kept()) < _MOST else {}
    keep_beside_bytecode(_KEPT, _BUILD + marshal.dumps(kept | _new))
