"""Writing a job's files into its folder without ever losing somebody's changes there."""

import re
from collections.abc import Iterator, Mapping
from itertools import chain, count
from pathlib import Path, PurePath

from msgspec import Struct
from msgspec.structs import replace

from lapel.source.diagnostics import Diagnostic, Severity
from lapel.store.manifest import (
    MANIFEST_NAME,
    Manifest,
    digest_of,
    read_manifest,
    write_manifest,
)
from lapel.store.writing import lock_folder, write_atomically


class Stored(Struct, frozen=True):
    """The result of storing a job's files.

    ``files`` says where each of them is now, in the order given; ``written`` are those of them that
    were not there with the same bytes already; ``kept`` the hand-made files beside which a new one
    was written.
    """

    files: tuple[Path, ...]
    written: tuple[Path, ...]
    kept: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...]


def store_outputs(
    folder: Path,
    files: Mapping[str, bytes],
    *,
    inputs: Mapping[str, str],
    job: str,
    force: bool = False,
) -> Stored:
    """Write ``files``, by name, into ``folder``, and the manifest beside them.

    A file that the manifest does not name, or that changed since it was written, is kept and the
    new one is written next to it as `Name.new.docx`; when that was changed too, as
    `Name.new-2.docx`, and so on. With ``force`` it is overwritten. Neighbours that are lapel's own,
    unchanged, go as soon as the file of today is another; all else that lapel wrote earlier and
    that is not among ``files`` stays. Raises OSError when the disk refuses; files written until
    then are recorded as lapel's own, also if the process ends in between.
    """
    _refuse_paths(files)
    folder.mkdir(parents=True, exist_ok=True)
    with lock_folder(folder):
        return _store_files(folder, files, Manifest(job, dict(inputs)), force=force)


def _store_files(folder: Path, files: Mapping[str, bytes], run: Manifest, *, force: bool) -> Stored:
    """Write ``files`` and the manifest of this ``run``, which has its job and inputs."""
    read = read_manifest(folder)
    is_own = read.value is not None and read.value.job == run.job
    manifest = read.value if read.value is not None and is_own else Manifest(run.job)
    placed = {
        name: _choose_path(folder, name, content, manifest, force=force)
        for name, content in files.items()
    }
    outputs = {placed[name].name: digest_of(content) for name, content in files.items()}
    run = replace(run, outputs=outputs)
    before = _find_earlier(folder, manifest, outputs) | _find_replaced(folder, manifest, outputs)
    write_manifest(folder, replace(run, earlier=before))
    written = tuple(path for name, path in placed.items() if _write_changed(path, files[name]))
    _remove_stale(folder, placed, manifest)
    write_manifest(folder, replace(run, earlier=_find_earlier(folder, manifest, outputs)))
    moved = [(folder / name, path) for name, path in placed.items() if path.name != name]
    return Stored(
        files=tuple(placed.values()),
        written=written,
        kept=tuple(target for target, _ in moved),
        diagnostics=(
            *read.diagnostics,
            *(_report_kept(target, path, manifest) for target, path in moved),
        ),
    )


def read_output(folder: Path, name: str, *, inputs: Mapping[str, str], job: str) -> bytes | None:
    """Return the file that the last run wrote, when it ran on these ``inputs`` and nobody changed
    it.
    """
    manifest = read_manifest(folder).value
    if manifest is None or manifest.job != job or manifest.inputs != inputs:
        return None
    path = folder / name
    content = path.read_bytes() if path.is_file() else None
    if content is None or manifest.outputs.get(name) != digest_of(content):
        return None
    return content


def _refuse_paths(files: Mapping[str, bytes]) -> None:
    for name in files:
        if PurePath(name).name != name or name in ("", "..", MANIFEST_NAME):
            message = f"{name!r} is not the name of an output file"
            raise ValueError(message)


def _choose_path(
    folder: Path, name: str, content: bytes, manifest: Manifest, *, force: bool
) -> Path:
    """Return the path to write ``content`` to: under its name, or the first neighbour that is
    free.
    """
    target = folder / name
    own = _may_write(target, content, manifest)
    if own or (target.is_file() and (force or _was_neighbour(target, manifest))):
        return target
    return next(path for path in _list_neighbours(target) if _may_write(path, content, manifest))


def _may_write(path: Path, content: bytes, manifest: Manifest) -> bool:
    """Tell whether writing here loses nothing: there is no file, the same, or lapel's own
    unchanged.
    """
    if not path.is_file():
        return not (path.exists() or path.is_symlink())
    current = path.read_bytes()
    return current == content or manifest.wrote(path.name, current)


def _was_neighbour(target: Path, manifest: Manifest) -> bool:
    """Tell whether somebody put lapel's own neighbour of a file, unchanged, in its place."""
    current = target.read_bytes()
    return any(manifest.wrote(path.name, current) for path in _known_neighbours(target, manifest))


def _list_neighbours(target: Path) -> Iterator[Path]:
    endings = chain(("new",), map("new-{}".format, count(2)))
    return (target.with_name(f"{target.stem}.{ending}{target.suffix}") for ending in endings)


def _known_neighbours(target: Path, manifest: Manifest) -> Iterator[Path]:
    """Yield the neighbours of a file that lapel wrote, whether they are still there or not."""
    name = rf"{re.escape(target.stem)}\.new(?:-\d+)?{re.escape(target.suffix)}"
    known = manifest.outputs.keys() | manifest.earlier.keys()
    return (target.with_name(each) for each in sorted(known) if re.fullmatch(name, each))


def _remove_stale(folder: Path, placed: Mapping[str, Path], manifest: Manifest) -> None:
    """Remove lapel's own neighbours of files that were written elsewhere today: they are of an
    earlier run, and nobody changed them.
    """
    for name, written in placed.items():
        for path in _known_neighbours(folder / name, manifest):
            stale = path != written and path.is_file() and not path.is_symlink()
            if stale and manifest.wrote(path.name, path.read_bytes()):
                path.unlink()


def _write_changed(path: Path, content: bytes) -> bool:
    """Write unless the same bytes are there; return whether it wrote."""
    if path.is_file() and path.read_bytes() == content:
        return False
    write_atomically(path, content)
    return True


def _find_earlier(folder: Path, manifest: Manifest, outputs: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of files that earlier runs wrote and this one did not touch."""
    known = {**manifest.earlier, **manifest.outputs}
    return {
        name: digest
        for name, digest in sorted(known.items())
        if name not in outputs and (folder / name).exists()
    }


def _find_replaced(folder: Path, manifest: Manifest, outputs: Mapping[str, str]) -> dict[str, str]:
    """Return the digests of files of earlier runs that this one is about to write over."""
    there = {name: folder / name for name in outputs if (folder / name).is_file()}
    contents = {name: path.read_bytes() for name, path in there.items()}
    own = {name: digest_of(data) for name, data in contents.items() if manifest.wrote(name, data)}
    return {name: digest for name, digest in own.items() if digest != outputs[name]}


def _report_kept(target: Path, path: Path, manifest: Manifest) -> Diagnostic:
    known = target.name in manifest.outputs or target.name in manifest.earlier
    how = "changed since lapel wrote it" if known else "was not written by lapel"
    message = f"{target} {how} and is kept; the new one is {path.name}"
    help = f"delete one of the two, or run again with --force to overwrite {target.name}"
    return Diagnostic("hand-made-output", Severity.WARNING, message, help=help)
