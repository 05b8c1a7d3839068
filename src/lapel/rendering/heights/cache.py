"""Heights kept from run to run, by content: the same key can only mean the same height.

Runs at the same time may lose each other's additions, never mix them up.
"""

import hashlib
from collections.abc import Iterable, Mapping
from contextlib import redirect_stdout
from functools import cache
from importlib.util import find_spec
from io import StringIO
from pathlib import Path

import msgspec
from msgspec import Struct

from lapel.caching import keep_in_cache
from lapel.document.tree import Block
from lapel.rendering.fonts import fonts_digest
from lapel.rendering.setting import Setting
from lapel.text.inline import Run

MOST_ENTRIES = 20_000
MOST_FILES = 200
"""More than resume and letter have in every step of all themes on both papers."""
MAKERS_OF_HEIGHTS = (
    "html.py",
    "templates.py",
    "typography.py",
    "asides.py",
    "tearing.py",
    "glyphs.py",
    "tidying.py",
    "metrics.py",
    "heights/measuring.py",
    "setting.py",
)


class HeightCache(Struct, frozen=True):
    """Known heights in points for one set of fonts, theme, step, width and library versions."""

    path: Path

    def read(self) -> dict[str, float]:
        """Return every known height; a file that cannot be read knows none."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=dict[str, float])
        except (OSError, ValueError):
            return {}

    def add(self, heights: Mapping[str, float]) -> None:
        """Keep these heights too, beside those already kept."""
        merged = {**self.read(), **heights}
        if len(merged) > MOST_ENTRIES:
            merged = dict(heights)
        keep_in_cache(self.path, msgspec.json.encode(merged), MOST_FILES)


def height_cache(folder: Path, setting: Setting) -> HeightCache:
    """Return the cache for everything that a height depends on besides the leaf itself."""
    circumstances = [
        *_native_versions(),
        *_digest_code(),
        setting.theme.digest,
        fonts_digest(setting.theme),
        setting.step.name,
        repr(setting.step.size_factor),
        repr((setting.width_pt, setting.geometry.inset)),
    ]
    return HeightCache(folder / f"heights-{_digest(circumstances)}.json")


def leaf_key(block: Block) -> str:
    """Return a key of everything that a leaf's height depends on, besides its circumstances."""
    return _digest(
        [block.kind.value, *_describe_runs(block.text), "aside", *_describe_runs(block.aside)]
    )


def _describe_runs(runs: Iterable[Run]) -> Iterable[str]:
    for run in runs:
        yield f"{run.strong:d}{run.emphasis:d}{bool(run.href):d}{run.text}"


def _digest(parts: Iterable[str]) -> str:
    text = "\0".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


@cache
def _digest_code() -> tuple[str, ...]:
    """Return the digests of the code that a height comes from: our own, and weasyprint's."""
    spec = find_spec("weasyprint")
    files = [Path(__file__).parents[1] / name for name in MAKERS_OF_HEIGHTS]
    files += [Path(spec.origin)] if spec and spec.origin else []
    return tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in files)


@cache
def _native_versions() -> tuple[str, ...]:
    """Return the versions of Pango and HarfBuzz, asked of the libraries that weasyprint will load.

    Where they are not found by these names (weasyprint knows more places), weasyprint is asked.
    """
    asked = (("pango-1.0", "pango_version"), ("harfbuzz", "hb_version_string"))
    return tuple(
        _ask_library(stem, function) or _ask_weasyprint(function) for stem, function in asked
    )


def _ask_library(stem: str, function: str) -> str:
    import ctypes  # noqa: PLC0415 - only where heights are measured

    for name in (f"lib{stem}.so.0", f"lib{stem}.dylib", f"lib{stem}.0.dylib"):
        try:
            asked = getattr(ctypes.CDLL(name), function)
        except (OSError, AttributeError):
            continue
        if function.endswith("string"):
            asked.restype = ctypes.c_char_p
            return str(asked().decode())
        return str(asked())
    return ""


def _ask_weasyprint(function: str) -> str:
    with redirect_stdout(StringIO()):  # where a native library is missing it prints advice
        from weasyprint.text import ffi  # noqa: PLC0415 - slow, the last resort

    if function == "pango_version":
        return str(ffi.pango.pango_version())
    return "unknown"
