"""The folders that a job depends on, and a signal for every change in them."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from threading import Event

from lapel.inputs import Inputs
from lapel.source.kinds import JOB_FILES
from lapel.theme.model import BUILT_IN_THEMES
from lapel.workspace import find_workspace_of

PICTURES = (".jpg", ".jpeg", ".png")
FONTS = (".ttf", ".otf")
READ_SUFFIXES = frozenset({*JOB_FILES, *PICTURES, *FONTS, ".j2", ".css"})
STEP_MS = 2
"""How long the files must be quiet: editors write, rename and delete in one go."""
LONGEST_MS = 200
TICK_MS = 200
"""How long after its start the watcher surely hears everything."""
LOOK_UP_TICKS = 5
"""How often the list of folders is checked, should one have come or gone."""


def watched_folders(job: Path, root: Path, inputs: Inputs | None) -> frozenset[Path]:
    """Return the folders with files that a build of this job reads, as far as they exist."""
    workspace = find_workspace_of(job, root).value
    folders = {job.resolve().parent, job.resolve().parent / "letters"}
    if workspace is not None:
        folders |= {workspace.root, workspace.profiles}
        folders |= {workspace.templates, *workspace.templates.glob("*/")}
    if inputs is not None:
        profile = inputs.profile.basics.name.place.path.parent
        folders |= {profile, inputs.theme.folder}
        if (image := inputs.profile.basics.image) is not None:
            folders.add((profile / image.markdown).parent)
    resolved = {folder.resolve() for folder in folders if folder.is_dir()}
    return frozenset(f for f in resolved if not f.is_relative_to(BUILT_IN_THEMES.resolve()))


def concerns(_: object, path: str) -> bool:
    """Tell whether lapel reads files of this kind, or this is a folder."""
    return Path(path).suffix.lower() in READ_SUFFIXES | {""}


def changes_in(folders: Callable[[], frozenset[Path]], stop: Event) -> Iterator[None]:
    """Yield once for each burst of changes to files that lapel reads, until ``stop`` is set.

    Yield once more soon after watching begins, or begins again because a folder came, went or was
    replaced: nobody heard what was saved before.
    """
    while not stop.is_set():
        watched = _find_inodes(folders())
        with contextlib.suppress(FileNotFoundError):  # one has gone since: look again
            yield from _watch_while_same(watched, folders, stop)


def _watch_while_same(
    watched: Mapping[Path, int], folders: Callable[[], frozenset[Path]], stop: Event
) -> Iterator[None]:
    import watchfiles  # noqa: PLC0415 - of an extra, which may not be installed

    bursts = watchfiles.watch(
        *sorted(watched),
        watch_filter=concerns,
        step=STEP_MS,
        debounce=LONGEST_MS,
        rust_timeout=TICK_MS,
        yield_on_timeout=True,
        recursive=False,
        stop_event=stop,
    )
    for number, burst in enumerate(bursts):
        if burst or number == 0:
            yield
        if (burst or number % LOOK_UP_TICKS == 0) and _find_inodes(folders()) != watched:
            return


def _find_inodes(folders: frozenset[Path]) -> dict[Path, int]:
    """Return the inode of each folder, which tells it from another that has replaced it."""
    found = {}
    for folder in folders:
        with contextlib.suppress(OSError):
            found[folder] = folder.stat().st_ino
    return found
