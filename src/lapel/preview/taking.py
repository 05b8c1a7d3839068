"""Taking acts: the job file is read, changed at the setting, compared and written."""

from pathlib import Path

from lapel.inputs import Inputs
from lapel.job.reading import parse_job
from lapel.job.settings.editing import CannotEditError, edit_settings
from lapel.preview.acts import Act, ActError, describe_act, edits_of
from lapel.preview.history import Deed, apply_deed
from lapel.source.reading import decode_source
from lapel.store.writing import replace_unchanged, write_atomically


class ConflictError(Exception):
    """The file was changed meanwhile by somebody else; nothing was written."""


def take_act(job: Path, inputs: Inputs | None, act: Act) -> Deed | None:
    """Write the act into the job file; None where the file says so already.

    Raises ActError where the act cannot be taken as the files are, ConflictError where the file
    changed while it was taken.
    """
    before = job.read_bytes()
    try:
        after = edit_settings(job, before, edits_of(act, inputs))
    except CannotEditError as error:
        raise ActError(str(error)) from error
    if after == before:
        return None
    _refuse_broken(job, after)
    deed = Deed(job, before, after, describe_act(act, inputs))
    _write_unchanged(deed.path, before, after)
    return deed


def write_deed_again(deed: Deed) -> None:
    """Write a deed (or, for undo, its reverse) into its file as it is now.

    A file that is its draft again is deleted. Raises ConflictError where the deed's place was
    changed meanwhile.
    """
    is_draft = deed.draft is not None and not deed.path.exists()
    current = deed.draft if deed.draft is not None and is_draft else deed.path.read_bytes()
    changed = apply_deed(deed, current)
    if changed is None:
        message = f"{deed.path} was changed at this place since; nothing was written"
        raise ConflictError(message)
    if is_draft:
        write_atomically(deed.path, changed)
        return
    _write_unchanged(deed.path, current, changed)
    if changed == deed.draft:
        deed.path.unlink()


def _write_unchanged(path: Path, before: bytes, after: bytes) -> None:
    if not replace_unchanged(path, before, after):
        raise ConflictError(f"{path} was changed meanwhile in an editor; nothing was written")


def _refuse_broken(job: Path, data: bytes) -> None:
    """Check the new content with the reader: a job file is never made unreadable. Raises
    ActError.
    """
    source = decode_source(job, data).value
    read = parse_job(source) if source else None
    if read is None or read.errors or read.value is None:
        raise ActError("the job file has errors; mend them first")
