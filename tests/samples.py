"""The samples of the repository, each tailored once in a run of the tests."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from lapel.store.writing import write_atomically
from tests.command import run_lapel
from tests.folders import new_folder, run_folder

ROOT = Path(__file__).parents[1]
JOBS = tuple(sorted((ROOT / "jobs").glob("*.md")))
NAMES = tuple(job.stem for job in JOBS)


class Sample(Struct, frozen=True):
    """What `lapel tailor --json` made of one sample job."""

    name: str
    exit_code: int
    view: dict[str, Any]
    pdf: bytes
    docx: bytes
    ledger: dict[str, Any]
    page: str
    documents: dict[str, dict[str, bytes]]


@cache
def tailored(name: str, theme: str = "classic", *options: str) -> Sample:
    """What becomes of a job of `jobs/` in a theme, with more options of the command; nobody changes
    its files.
    """
    told = run_folder() / f"{'-'.join((theme, name, *options))}.json"
    if not told.is_file():  # two processes that come at once each make their own
        job, folder = ROOT / "jobs" / f"{name}.md", new_folder("sample")
        result = run_lapel("tailor", job, "--json", "--theme", theme, "--output", folder, *options)
        write_atomically(told, json.dumps([result.exit_code, result.stdout]).encode())
    exit_code, printed = json.loads(told.read_bytes())
    view = json.loads(printed)
    resume: dict[str, Path] = {}
    for file in map(Path, view["files"]):  # the resume comes before the letter
        resume.setdefault(file.suffix, file)
    return Sample(
        name,
        exit_code,
        view,
        resume[".pdf"].read_bytes(),
        resume[".docx"].read_bytes() if ".docx" in resume else b"",
        json.loads(resume[".json"].read_text()),
        resume[".html"].read_text(),
        _documents(view["files"]),
    )


def _documents(files: list[str]) -> dict[str, dict[str, bytes]]:
    """The bytes of each document by its name and the file's ending."""
    found: dict[str, dict[str, bytes]] = {}
    for path in map(Path, files):
        if path.suffix in (".pdf", ".docx"):
            found.setdefault(path.stem, {})[path.suffix] = path.read_bytes()
    return found
