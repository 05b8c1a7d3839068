"""What a job file should name and does not: whose opening it is, and which."""

from collections.abc import Iterator
from pathlib import Path

from lapel.job.model import Job
from lapel.source.diagnostics import Diagnostic, Place, Severity


def unnamed_fields(job: Job, path: Path) -> Iterator[Diagnostic]:
    """A warning for the company and the position where the job file names none."""
    missing = [
        name
        for name, given in (("company", job.company), ("position", job.position))
        if given is None
    ]
    if not missing:
        return
    heading = missing[0].capitalize()
    yield Diagnostic(
        "job-names-no-opening",
        Severity.WARNING,
        f"this job file names no {' and no '.join(missing)}, and the letter needs both",
        Place(path, 1),
        help=f"write “## {heading}” with its name on the line below, or “{heading}: …”",
    )
