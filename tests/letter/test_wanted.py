"""What the notes emphasize, in a letter without points: the evidence that the matching holds."""

from pathlib import Path

from tests.letter.lines import case_of

PROFILE = """basics: {name: Temi Rossiter}
work:
  - name: Lantern Advice
    position: Senior Caseworker
    startDate: 2019
    highlights:
      - Weekly reach of the advice line up from 610 to 880 callers
      - Obtained pro bono medical evidence from 2 networks of doctors
      - Represent clients at the First-tier Tribunal; 31 of 42 appeals allowed
      - Staff training for the four offices, 22 passes out of 24
      - Drop-in clinic on Tuesdays, 25 people on a normal week
      - Loan of tablets to clients without a phone
      - Kept the client database clean
"""
JOB = """---
profile: profile.yaml
---
## Company
Severn Law
## Position
Supervisor
## Notes
- Key skills to emphasize: {skills}
"""


def letter_of(folder: Path, skills: str) -> list[str]:
    """The sentences of the letter, in order."""
    (folder / "profile.yaml").write_text(PROFILE)
    job = folder / "job.md"
    job.write_text(JOB.format(skills=skills))
    return [s.text for paragraph in case_of(job).draft.paragraphs for s in paragraph.sentences]


def test_what_can_only_be_listed_is_told_where_it_is_wished_for(tmp_path: Path) -> None:
    """It stands behind what was done."""
    said = letter_of(tmp_path, "staff training, tribunal advocacy")
    listed = next(number for number, text in enumerate(said) if "staff training" in text)
    done = next(number for number, text in enumerate(said) if "represent clients" in text)
    assert done < listed


def test_what_can_only_be_listed_is_told_seldom(tmp_path: Path) -> None:
    """Two such deeds are no list of three."""
    said = letter_of(tmp_path, "staff training, drop-in clinic, loan of tablets")
    assert sum("work includes" in text or "work there includes" in text for text in said) == 2


def test_a_change_that_is_wished_for_is_found_in_figures(tmp_path: Path) -> None:
    """No bullet says that anything grew."""
    assert any("610 to 880" in text for text in letter_of(tmp_path, "reach growth"))
