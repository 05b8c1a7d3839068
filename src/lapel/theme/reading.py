"""Reading a theme's folder; lapel's own themes are checked once and kept, as bytecode is."""

import hashlib
from pathlib import Path
from typing import Any

import msgspec
from msgspec.structs import replace

from lapel.profile import model as profile_model
from lapel.source.diagnostics import Outcome
from lapel.text.data import load_compiled
from lapel.theme.model import BUILT_IN_THEMES, SHARED, THEME_FILE, Theme

_HERE = Path(__file__).parent
_MAKERS = (
    *(
        _HERE / f"{name}.py"
        for name in ("checking", "file", "making", "model", "reading", "styles")
    ),
    Path(profile_model.__file__),
)
"""The files that decide how a ``theme.yaml`` is read."""


def read_theme(folder: Path) -> Outcome[Theme]:
    """Return the theme in ``folder``, or every problem of its ``theme.yaml``."""
    real = folder.resolve()
    own = _read_own(real) if real.parent == BUILT_IN_THEMES.resolve() else None
    read = Outcome(own) if own else _check_anew(folder)
    theme = replace(read.value, folder=folder, digest=_digest_theme(folder)) if read.value else None
    return Outcome(theme, read.diagnostics)


def _check_anew(folder: Path) -> Outcome[Theme]:
    # The checks are pydantic's, which is slow to start, and most themes are lapel's own.
    from lapel.theme.checking import check_theme  # noqa: PLC0415

    return check_theme(folder)


def _read_own(folder: Path) -> Theme | None:
    """Return a theme that lapel brings, its digest left out; None where it is not sound."""

    def make() -> Any:  # noqa: ANN401 - as the kind of theme has it
        return msgspec.to_builtins(_check_anew(folder).value, enc_hook=str)

    made_of = (folder / THEME_FILE, *_MAKERS)
    made = load_compiled(_HERE / f"theme-{folder.name}", made_of, make, version=str(folder))
    return msgspec.convert(made, Theme | None, dec_hook=lambda kind, text: kind(text))


def _digest_theme(folder: Path) -> str:
    """Return the SHA-256 of all files of the theme and of the shared templates, names included."""
    digest = hashlib.sha256()
    for root in (folder, SHARED):
        for path in sorted(path for path in root.rglob("*") if path.is_file()):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(root).as_posix()}\0{len(data)}\0".encode())
            digest.update(data)
    return digest.hexdigest()
