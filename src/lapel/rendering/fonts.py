"""The theme's fonts: where their files are, and a fontconfig that knows no others."""

import hashlib
import importlib.util
import io
import os
import struct
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from html import escape
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from threading import RLock

from lapel.rendering.variable import fixed_font, is_variable
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.store.writing import write_atomically
from lapel.theme.model import Theme
from lapel.theme.styles import FontFace

FONTCONFIG_VARIABLE = "FONTCONFIG_FILE"
ENVIRONMENT = RLock()


class MissingFontError(Exception):
    """A font file of the theme is missing or cannot be read; the message names it."""


@cache
def font_path(face: FontFace) -> Path:
    """Return the file of a face: its own, or inside its installed package, whose code is not
    run.
    """
    spec = importlib.util.find_spec(face.package) if face.package else None
    folders = spec.submodule_search_locations if spec else None
    path = Path(folders[0] if folders else "", face.file)
    if path.is_file() and (folders or not face.package):
        if not face.package and not _is_font(path):
            raise MissingFontError(f"{face.file} is not a readable font, or only part of one")
        return path
    if not face.package:
        raise MissingFontError(f"there is no font file {face.file}")
    raise MissingFontError(f"the font {face.file} of the package {face.package} is not installed")


def _is_font(path: Path) -> bool:
    """Tell whether a file of somebody's own is a whole font: the layout engine crashes on any
    other.
    """
    from fontTools.ttLib import TTLibError  # noqa: PLC0415 - few themes have fonts of their own
    from fontTools.ttLib.sfnt import SFNTReader  # noqa: PLC0415 - as above

    data = path.read_bytes()
    try:
        tables = SFNTReader(io.BytesIO(data)).tables.values()
    except (TTLibError, struct.error):
        return False
    return all(table.offset + table.length <= len(data) for table in tables)


def missing_fonts(theme: Theme) -> Iterator[Diagnostic]:
    """Yield the error for each font file of a theme that is missing or cannot be read as a font."""
    for face in theme.faces:
        try:
            font_path(face)
        except MissingFontError as error:
            yield Diagnostic("missing-font", Severity.ERROR, str(error))


def fonts_digest(theme: Theme) -> str:
    """Return the SHA-256 of the theme's font files."""
    return _digest_of(theme.faces, theme.digest)


@lru_cache(maxsize=16)  # the theme's digest tells of fonts in its own folder
def _digest_of(faces: tuple[FontFace, ...], _theme: str) -> str:
    digest = hashlib.sha256()
    for face in faces:
        digest.update(font_path(face).read_bytes())
    return digest.hexdigest()


@contextmanager
def only_fonts_of(theme: Theme, cache_folder: Path) -> Iterator[Path]:
    """Let fontconfig find the theme's fonts and no others; yield its file, whose name changes with
    the fonts.

    Weasyprint must be imported, and its font configuration made, inside. This is the one place that
    touches the environment; the old value is put back, for programs started later. One thread at a
    time, because the environment is one.
    """
    with ENVIRONMENT, ExitStack() as stack:
        try:
            path = _write_configuration(theme, cache_folder)
        except OSError:  # a home that cannot be written, say
            path = _write_configuration(theme, Path(stack.enter_context(TemporaryDirectory())))
        before = os.environ.get(FONTCONFIG_VARIABLE)
        os.environ[FONTCONFIG_VARIABLE] = str(path)
        try:
            yield path
        finally:
            if before is None:
                del os.environ[FONTCONFIG_VARIABLE]
            else:
                os.environ[FONTCONFIG_VARIABLE] = before


def _write_configuration(theme: Theme, cache_folder: Path) -> Path:
    """Write the fontconfig file once for each content and return its path; a file that was changed
    since is written again.

    It names one folder with a link to each of the theme's files and nothing else: fontconfig's own
    lists of accepted and rejected files mean different things in different versions.
    """
    files = [_find_file_to_draw(face, cache_folder).absolute() for face in theme.faces]
    told = [(str(path), path.stat().st_mtime_ns) for path in files]
    key = hashlib.sha256(repr((told, str(cache_folder))).encode()).hexdigest()[:16]
    path = cache_folder / f"fonts-{key}.conf"
    folder = path.with_suffix("")
    links = {folder / f"{number}-{file.name}": file for number, file in enumerate(files)}
    _make_links(links, folder)
    content = _configuration_xml(folder, cache_folder).encode()
    if not path.is_file() or path.read_bytes() != content:
        write_atomically(path, content)
    return path


def _find_file_to_draw(face: FontFace, cache_folder: Path) -> Path:
    """Return the file that pages are drawn with. A variable font is replaced by a static one, kept
    at its weight, since WeasyPrint would make every glyph of it static for each page, which takes
    seconds.
    """
    path = font_path(face)
    if not is_variable(path):
        return path
    told = (str(path.absolute()), path.stat().st_mtime_ns, face.weight)
    key = hashlib.sha256(repr(told).encode()).hexdigest()[:16]
    fixed = cache_folder / f"face-{key}{path.suffix}"
    if not fixed.is_file():
        cache_folder.mkdir(parents=True, exist_ok=True)
        write_atomically(fixed, fixed_font(path, face.weight))
    return fixed


def _make_links(links: Mapping[Path, Path], folder: Path) -> None:
    """Make the folder of links; it is complete or absent, never partial."""
    if all(link.is_file() for link in links):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(mkdtemp(dir=folder.parent))
    for link, file in links.items():
        (new / link.name).symlink_to(file)
    rmtree(folder, ignore_errors=True)
    try:
        new.rename(folder)
    except OSError:  # another process was first
        rmtree(new)


def _configuration_xml(folder: Path, cache_folder: Path) -> str:
    lines = (
        '<?xml version="1.0"?>',
        '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
        "<fontconfig>",
        f"<dir>{escape(str(folder))}</dir>",
        f"<cachedir>{escape(str(cache_folder / 'fontconfig'))}</cachedir>",
        "</fontconfig>",
        "",
    )
    return "\n".join(lines)
