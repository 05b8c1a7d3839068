"""`manifest.json`: the inputs of a job's output folder, and each file as lapel wrote it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field, to_builtins

from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.store.writing import write_atomically

MANIFEST_NAME = "manifest.json"


class Manifest(Struct, frozen=True):
    """The record of one output folder; every digest is a SHA-256 in hexadecimal.

    ``job`` is the job file the folder belongs to. ``inputs`` are the digests of what the last run
    read, by role ("job", "profile", "flags", …); ``outputs`` the digests of what it wrote, by file
    name; ``earlier`` those of files that previous runs wrote and that are still there. It is
    written before the files: during a run, ``earlier`` also has the files about to be replaced.
    """

    job: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    outputs: Mapping[str, str] = field(default_factory=dict)
    earlier: Mapping[str, str] = field(default_factory=dict)

    def wrote(self, name: str, content: bytes) -> bool:
        """Tell whether lapel wrote this content under this name: then it is nobody's edit."""
        digest = digest_of(content)
        return digest in (self.outputs.get(name), self.earlier.get(name))


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of ``content`` in hexadecimal."""
    return sha256(content).hexdigest()


def read_manifest(folder: Path) -> Outcome[Manifest]:
    """Return the manifest of ``folder``; without a value where there is none or it is damaged."""
    path = folder / MANIFEST_NAME
    try:
        return Outcome(_parse_manifest(path.read_bytes()))
    except FileNotFoundError:
        return Outcome(None)
    except (OSError, ValueError, RecursionError):
        return Outcome(None, (_report_damaged(path),))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write ``manifest`` into ``folder``; a file that holds it already is left alone."""
    path = folder / MANIFEST_NAME
    content = (json.dumps(to_builtins(manifest), indent=2, ensure_ascii=False) + "\n").encode(
        errors="backslashreplace"  # a file name need not be text; JSON reads it back as it was
    )
    if not (path.is_file() and path.read_bytes() == content):
        write_atomically(path, content)


def _parse_manifest(content: bytes) -> Manifest:
    """Return the manifest in ``content``; raises ValueError for anything else."""
    data = json.loads(content)
    if not isinstance(data, dict) or not isinstance(data.get("job"), str):
        raise ValueError
    inputs, outputs, earlier = (
        _require_texts(data.get(key)) for key in ("inputs", "outputs", "earlier")
    )
    return Manifest(data["job"], inputs, outputs, earlier)


def _require_texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        raise ValueError
    return value


def _report_damaged(path: Path) -> Diagnostic:
    message = f"{path} cannot be read as a manifest, so every file beside it counts as made by hand"
    help = "delete the files there that you do not need, or run again with --force"
    return Diagnostic("damaged-manifest", Severity.WARNING, message, help=help)
