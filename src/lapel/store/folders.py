"""The folder in `output/` that belongs to each job file."""

import re
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

from lapel.store.manifest import read_manifest
from lapel.store.names import folder_name


def job_folder(output: Path, job_file: Path, job: str) -> Path:
    """Return the folder that belongs to this job file, existing or not; no two job files share one.

    It is named after the file's stem. Where another job file has that folder, by its manifest, a
    number is appended; a job that has a folder keeps it. ``job`` is the job file as a manifest
    names it.
    """
    stem = folder_name(job_file.stem)
    for folder in _find_existing(output, stem):
        if _find_owner(folder) == job:
            return folder
    return next(folder for folder in _number_folders(output, stem) if _is_free(folder, job))


def _find_existing(output: Path, stem: str) -> list[Path]:
    """Return the folders `stem`, `stem-2`, … that are there, gaps and all."""
    pattern = re.compile(re.escape(stem) + r"(-[0-9]+)?")
    there = output.iterdir() if output.is_dir() else ()
    return sorted(path for path in there if pattern.fullmatch(path.name))


def _number_folders(output: Path, stem: str) -> Iterator[Path]:
    return chain((output / stem,), (output / f"{stem}-{number}" for number in count(2)))


def _is_free(folder: Path, job: str) -> bool:
    if not folder.is_dir():
        return not folder.exists()
    # A file system that ignores case may have a folder that the listing above did not show.
    return _find_owner(folder) in (None, job)


def _find_owner(folder: Path) -> str | None:
    manifest = read_manifest(folder).value
    return manifest.job if manifest else None
