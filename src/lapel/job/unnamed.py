"""The warning for a job file without a company or a position."""

from collections.abc import Iterator
from pathlib import Path

from lapel.job.model import Job
from lapel.source.diagnostics import Diagnostic, Place, Severity
from lapel.source.kinds import STRUCTURED


def unnamed_fields(job: Job, path: Path) -> Iterator[Diagnostic]:
    """Yield a warning where the job file names no company, no position or neither."""
    missing = [
        name
        for name, given in (("company", job.company), ("position", job.position))
        if given is None
    ]
    if not missing:
        return
    name = missing[0]
    if path.suffix.lower() in STRUCTURED:
        help = f"write `{name}: …`"
    else:
        help = f"write “## {name.capitalize()}” with its name below, or “{name.capitalize()}: …”"
    yield Diagnostic(
        "job-names-no-opening",
        Severity.WARNING,
        f"this job file names no {' and no '.join(missing)}, and the letter needs both",
        Place(path, 1),
        help=help,
    )
