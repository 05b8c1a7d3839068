"""A sample job with other letter points in place of its own, and the letter that comes of it."""

from pathlib import Path

from lapel.inputs import Inputs, read_inputs
from lapel.letter.model import LetterDraft
from lapel.lettering import draft
from lapel.matching.model import Matches
from lapel.options import Request
from lapel.text.inline import plain_text
from lapel.workspace import find_workspace
from tests.letter.lines import case_of
from tests.samples import ROOT

BASE = ROOT / "tests" / "letter" / "jobs" / "thistledown-machine-learning-manager.md"


def inputs_with(folder: Path, notes: list[str]) -> Inputs:
    """The job with these letter points in place of its own."""
    text = BASE.read_text().split("- Cover letter points:\n")[0]
    lines = [f"  - {note}" for note in notes]
    job = folder / "job.md"
    job.write_text("\n".join([text + "- Cover letter points:", *lines]) + "\n")
    workspace = find_workspace(ROOT).value
    assert workspace is not None
    inputs = read_inputs(job, Request(), workspace).value
    assert inputs is not None
    return inputs


def matches() -> Matches:
    """What the job's other notes and its posting find; letter points ask for nothing there."""
    return case_of(BASE).matches


def drafted(folder: Path, *notes: str) -> LetterDraft:
    """The draft for the job with these points in place of its own."""
    letter = draft(inputs_with(folder, list(notes)), matches(), None).value
    assert letter is not None
    return letter


def said_in(letter: LetterDraft) -> str:
    """The words of the body."""
    return " ".join(plain_text(sentence.text) for sentence in letter.sentences())
