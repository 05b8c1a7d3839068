"""What the tests of letters share: a job's letter as a draft, and what it may be made of."""

import re
from functools import cache
from pathlib import Path

from bench.points import draft_points
from msgspec import Struct

from lapel.inputs import Inputs, match, read_inputs
from lapel.letter.model import LetterDraft
from lapel.lettering import draft
from lapel.matching.model import Matches
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.workspace import find_workspace
from tests.command import run_lapel
from tests.samples import ROOT

JOBS = (*sorted((ROOT / "jobs").glob("*.md")), *sorted((ROOT / "tests/letter/jobs").glob("*.md")))
LABELLED = ROOT / "tests" / "matching" / "labelled"
TRADES = ROOT / "tests" / "letter" / "trades"
STRANGERS = (*sorted(LABELLED.glob("*/job-*.md")), *sorted(TRADES.glob("*/job-*.md")))
"""Two jobs and a profile of each of twenty professions; those of the matching have no points."""
ENGLISH = tuple(job for job in JOBS if not job.stem.startswith(("digue", "hohenwart")))


class Case(Struct, frozen=True):
    """A job with everything that its letter is drafted from."""

    inputs: Inputs
    matches: Matches
    draft: LetterDraft


@cache
def case_of(job: Path) -> Case:
    """A job's letter, drafted without a resume beside it."""
    workspace = find_workspace(ROOT).value
    assert workspace is not None
    own = job.parent / "profile.yaml"
    request = Request(profile=str(own)) if own.exists() else Request()
    inputs = read_inputs(job, request, workspace).value
    assert inputs is not None
    cache = ROOT / ".pytest_cache" / "lapel"
    matches = match(inputs, Memory.in_folder(cache))
    drafted = draft(inputs, matches, None).value
    assert drafted is not None
    return Case(inputs, matches, drafted)


@cache
def letter_file(job: Path) -> str:
    """What `lapel letter --stdout` prints."""
    result = run_lapel("letter", job, "--stdout")
    assert result.exit_code == 0, result.output
    return result.stdout


def become(person: str, point: str, folder: Path) -> tuple[list[str], list[str]]:
    """The sentences and the to-dos that a person's point becomes."""
    posting = "- Lead\n- Our building is twelve miles from the city"
    job = {"person": person, "company": "Tarn & Co", "position": "Manager", "posting": posting}
    (found,) = draft_points({**job, "points": [{"point": point}]}, folder)
    todos = [text.removeprefix("TODO ") for text in found if text.startswith("TODO ")]
    return [text for text in found if not text.startswith("TODO ")], todos


def words_in(text: str) -> set[str]:
    """The words of a text in lower case, numbers with their points and marks."""
    return {w.strip(".,;:'’") for w in re.findall(r"[\w$%.,:'’-]+", text.casefold())}
