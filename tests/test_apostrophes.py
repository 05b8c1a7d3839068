"""Apostrophes and quotation marks as a word processor types them are read as the straight ones."""

import re
from pathlib import Path

import pytest

from tests.command import run_lapel
from tests.samples import ROOT

PAIRED = re.compile(r'"([^"\n]*)"')
APOSTROPHE = re.compile(r"(?<=\w)'(?=\w|\s)")
SAMPLES = (
    ("larkstall-engineering-manager-recommendations", "jordan-avery"),
    ("wexcombe-controller", "tomas-reyes"),
)


def straight(text: str) -> str:
    """The text with straight marks."""
    return re.sub("[“”]", '"', text.replace("’", "'"))


def curly(text: str) -> str:
    """The text with typographic marks."""
    return APOSTROPHE.sub("’", PAIRED.sub(r"“\1”", text))


@pytest.mark.slow
@pytest.mark.parametrize(("job", "profile"), SAMPLES)
def test_typographic_marks_change_nothing(job: str, profile: str, tmp_path: Path) -> None:
    """What answers what, with scores and reasons, the resume and the letter, but for the marks."""
    notes = straight((ROOT / "jobs" / f"{job}.md").read_text("utf-8"))
    life = (ROOT / "profiles" / f"{profile}.yaml").read_text("utf-8").replace("’", "'")
    typed = tmp_path / "typed.md", tmp_path / "typed.yaml", tmp_path / "out"
    made = []
    for written in ((notes, life), (curly(notes), APOSTROPHE.sub("’", life))):
        for path, text in zip(typed, written, strict=False):
            path.write_text(text, "utf-8")
        arguments = (typed[0], "--profile", typed[1], "--output", typed[2])
        explained = run_lapel("explain", *arguments, "--json")
        tailored = run_lapel("tailor", *arguments, "--format", "txt")
        assert (explained.exit_code, tailored.exit_code) == (0, 0), tailored.output
        texts = [path.read_text("utf-8") for path in sorted(typed[2].rglob("*.txt"))]
        assert len(texts) == 2
        made.append([straight(text) for text in texts])
        made[-1] += straight(explained.stdout.replace('\\"', '"')).splitlines()
    assert made[0] == made[1]
