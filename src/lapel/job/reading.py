"""Reading a job file: Markdown, YAML and JSON each have their reader."""

import re
from functools import lru_cache
from pathlib import Path

from lapel.job.markdown_job import read_markdown_job
from lapel.job.model import Job
from lapel.job.problems import report_empty
from lapel.job.yaml_job import read_yaml_job
from lapel.source.diagnostics import Outcome
from lapel.source.kinds import MARKDOWN, STRUCTURED
from lapel.source.reading import read_source
from lapel.source.source import Source
from lapel.text.regexes import regex

_OBJECT = regex(r"\s*\{\s*\"[\w ]+\"\s*:.*\}\s*", re.DOTALL)
"""An object of JSON, whatever its file is called."""


def read_job(path: Path) -> Outcome[Job]:
    """Read a job file; return the job, None where there is none, and every problem in the file."""
    read = read_source(path)
    return parse_job(read.value) if read.value else Outcome(None, read.diagnostics)


@lru_cache(maxsize=4)  # a program that stays reads the same text again and again
def parse_job(source: Source) -> Outcome[Job]:
    """Read the job in a file's text; the file's suffix tells its format."""
    suffix = source.path.suffix.lower()
    if not source.text.strip():
        return Outcome(None, (report_empty(source),))
    if suffix in STRUCTURED or (suffix in MARKDOWN and _OBJECT.fullmatch(source.text)):
        return read_yaml_job(source)
    if suffix in MARKDOWN:
        return read_markdown_job(source)
    unknown = source.diagnostic(
        "job-format",
        f"a job file ends in .md or .yaml, this one in “{source.path.suffix}”",
        source.place(1),
        help="rename it",
    )
    return Outcome(None, (unknown,))
