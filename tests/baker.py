"""A small profile and job that the commands are tried on."""

from pathlib import Path

PROFILE = """\
basics: {name: Ines Moreau, label: Baker, email: ines@example.com}
work:
  - id: mill
    name: Stone Mill Bakery
    position: Head Baker
    startDate: 2021-02
    highlights:
      - {id: crew, text: "Led a crew of five through the night bake", tags: [leadership]}
      - {id: rye, text: "Developed a rye starter that three shops now sell"}
      - {id: waste, text: "Cut flour waste from 9% to 4% with a weighing sheet"}
  - id: quay
    name: Quay Kitchen
    position: Baker
    startDate: 2018
    endDate: 2021
    highlights:
      - {id: ovens, text: "Kept two deck ovens running through a kitchen move"}
education:
  - {id: cap, institution: Lycee Sud, studyType: CAP, area: Boulangerie, endDate: 2017}
skills:
  - {name: Baking, keywords: [sourdough, rye, lamination]}
"""
JOB = """\
# Application Details

## Company
Hearth & Co

## Position
Bakery Manager

## Notes
- Key skills to emphasize:
  - Team leadership
  - Flour waste
  - Chocolate work
"""


def lay(folder: Path, profile: str = PROFILE, job: str = JOB) -> None:
    """Put the two files into a folder."""
    for name, text in (("profiles/ines.yaml", profile), ("jobs/hearth.md", job)):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
