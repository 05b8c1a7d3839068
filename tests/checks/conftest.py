"""A baker's resume, tailored once; each test gets a copy of its folder to damage."""

import shutil
from pathlib import Path

import pytest

from tests.command import run_lapel

PROFILE = """\
basics:
  name: Ines Moreau
  email: ines@example.org
  phone: +1 218 555 0142
  url: https://moreau.example.org
work:
  - id: mill
    name: Stone Mill
    url: https://mill.example.org
    position: Head Baker
    startDate: 2021-03
    highlights:
      - {id: crew, text: Led a crew of nine through two winters without a day closed}
      - {id: rye, text: Brought back the **rye** of the house after 30 years}
  - {id: harbor, name: Harbor Café, position: Baker, startDate: 2016, endDate: 2021,
     highlights: [Baked 400 loaves a night, Taught four apprentices Hallqvist's starter]}
skills: [Sourdough, Rye]
"""
JOB = """\
---
profile: ines
pages: 1
---
# Application Details

## Company
Hearth & Co

## Position
Bakery Operations Manager

## Notes
- Key skills to emphasize:
  - Rye
"""


@pytest.fixture(scope="session")
def bakery(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace with the resume in `output/hearth`; nobody changes it."""
    root = tmp_path_factory.mktemp("bakery")
    for name, text in {"profiles/ines.yaml": PROFILE, "jobs/hearth.md": JOB}.items():
        (root / name).parent.mkdir()
        (root / name).write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        result = run_lapel("tailor", "jobs/hearth.md", "--only", "resume")
    assert result.exit_code == 0, result.output
    return root


@pytest.fixture
def folder(bakery: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the bakery to damage, as the current folder; gives the job's output folder."""
    shutil.copytree(bakery, tmp_path / "w")
    monkeypatch.chdir(tmp_path / "w")
    return Path("output/hearth")
