"""What lapel drafts itself passes its own checks."""

import json
import shutil
from pathlib import Path

import pytest

from tests.command import run_lapel
from tests.samples import NAMES, ROOT

FORBIDDEN = {
    *("not-in-profile", "skill-not-in-profile", "other-company", "letter-placeholder"),
    *("cliche", "long-sentence", "begins-with-i", "long-letter"),
    *("no-verb", "comma-splice", "said-twice"),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's profiles and jobs, with a letter for each job."""
    root = tmp_path_factory.mktemp("drafts")
    for folder in ("jobs", "profiles"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("letters"))
    return root


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_draft_invents_nothing_and_reads_well(
    workspace: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No fact without a source, no worn phrase, no endless sentence, not "I" at every turn."""
    monkeypatch.chdir(workspace)
    job = f"jobs/{name}.md"
    written = run_lapel("letter", job)
    assert written.exit_code == 0, written.output
    letter = f"jobs/letters/{name}.md"
    checked = run_lapel("check", letter, "--json")
    problems = json.loads(checked.stdout)["problems"]
    assert [p for p in problems if p["file"] == letter and p["code"] in FORBIDDEN] == []
