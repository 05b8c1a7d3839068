"""Changes since lapel wrote a folder: to its files, and to the files it was made from."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.store.manifest import Manifest, digest_of


def find_drifted(folder: Path, manifest: Manifest) -> tuple[str, ...]:
    """Return the names of files that were changed after lapel wrote them."""
    known = {**manifest.earlier, **manifest.outputs}
    return tuple(
        name
        for name in known
        if (folder / name).is_file() and not manifest.wrote(name, (folder / name).read_bytes())
    )


def check_drift(
    folder: Path, manifest: Manifest, sources: Mapping[str, Path]
) -> Iterator[Diagnostic]:
    """Report files changed or gone, and ``sources`` ("job", "profile") that have changed since."""
    for name in find_drifted(folder, manifest):
        message = "changed by hand since lapel wrote it"
        help = "lapel keeps it and writes the next one beside it"
        yield Diagnostic("drift", Severity.WARNING, message, Place(folder / name, 1), help=help)
    for name in manifest.outputs:
        if not (folder / name).exists():
            message = "lapel wrote this file, and it is gone"
            yield Diagnostic("missing-output", Severity.WARNING, message, Place(folder / name, 1))
    for role, path in sources.items():
        written = manifest.inputs.get(role)
        if written and path.is_file() and digest_of(path.read_bytes()) != written:
            message = f"the {role} file changed since {folder} was written"
            help = f"run lapel tailor {manifest.job} to write it anew"
            yield Diagnostic("stale-output", Severity.WARNING, message, Place(path, 1), help=help)
