"""Letter and resume in one PDF read back as one document."""

from pathlib import Path

import pytest

from lapel.checks.produced.folder import check_folder
from tests.command import run_lapel
from tests.samples import NAMES, ROOT


@pytest.mark.slow
def test_a_combined_pdf_reads_back_whole(tmp_path: Path) -> None:
    """Its words, links and footers are those of the letter and then of the resume."""
    job = ROOT / "jobs" / f"{NAMES[-1]}.md"
    result = run_lapel("tailor", job, "--combined", "--theme", "compact", "--output", tmp_path)
    assert result.exit_code == 0, result.output
    read = check_folder(tmp_path / NAMES[-1], ROOT)
    assert read.diagnostics == ()
    (combined,) = [file for file in read.files if file.path.stem.endswith("-Application")]
    parts = [file for file in read.files if file.path.suffix == ".pdf" and file is not combined]
    assert len(combined.links) == sum(len(file.links) for file in parts)
