"""What the notes on a company say of it, said to it."""

from pathlib import Path

import pytest

from lapel.letter.answering.company_facts import to_you
from tests.letter.lines import case_of


@pytest.mark.parametrize(
    ("company", "sentence", "said"),
    [
        (
            "River Foundation",
            "After the 2024 flood it paid out $4M in relief within six weeks.",
            "After the 2024 flood you paid out $4M in relief within six weeks.",
        ),
        (
            "River Foundation",
            "The foundation has supported the towns since 1974.",
            "You have supported the towns since 1974.",
        ),
        (
            "Willamette Smiles",
            "Willamette has been serving families since 1988 and runs a free dental day.",
            "You have been serving families since 1988 and run a free dental day.",
        ),
        (
            "Mercy Ridge Medical Center",
            "Mercy Ridge is a Magnet hospital and pays tuition for employees.",
            "You are a Magnet hospital and pay tuition for employees.",
        ),
        (
            "Acme Tool",
            "Acme has 3 plants and stores across Ohio.",
            "You have 3 plants and stores across Ohio.",
        ),
        ("Acme Tool", "Its courses reach 400 hospitals.", "Your courses reach 400 hospitals."),
        ("Acme Tool", "In 2023, Acme was named best.", "In 2023, you were named best."),
        ("Acme Tool", "Acme trains cooks and works to end hunger.", ""),
        ("Acme Tool", "More than 5,000 shops use it.", ""),
        ("Acme Tool", "It takes two years to become a journeyman.", ""),
        ("Acme Tool", "Founded in 1950, Acme makes tools.", ""),
        ("Acme Tool", "We want you to grow.", ""),
    ],
)
def test_a_sentence_about_the_company_is_said_to_it(company: str, sentence: str, said: str) -> None:
    """The company is "you" where the sentence is certain to be about it; else nothing is said."""
    assert to_you(sentence, company) == said


PROFILE = """basics: {name: Ada Pell}
work:
  - name: Kent Estuary Lifeboat
    position: Trainer
    startDate: 2019
    highlights:
      - Trained 34 shore crew in first aid
      - Visited 60 schools along the estuary
"""
JOB = """---
profile: profile.yaml
---
## Company
Lune Valley Hospice
## Position
Volunteer Manager
## Job Description
- Last year we cared for 412 people, and 91 percent of them could stay at home.
- The dale is narrow, and our patients are our neighbours.
- Patience is worth more to us than cheer.
- Our volunteers run a tea garden each summer.
- Our nearest friends are walkers, and they bring us eggs.
- You will train the volunteers.
## Cover letter points
- Company-specific paragraph: {point}
"""


@pytest.mark.parametrize(
    ("point", "said"),
    [
        (
            "Say what impressed me about their results.",
            "Last year you cared for 412 people, and 91 percent of them could stay at home. "
            "That impressed me.",
        ),
        (
            "Acknowledge that patients are neighbours there.",
            "The dale is narrow, and your patients are your neighbours.",
        ),
        ("They say patience.", "Patience is worth more to you than cheer."),
        ("They want patience.", "Patience is worth more to you than cheer."),
        (
            "Acknowledge that walkers bring them eggs.",
            "Your nearest friends are walkers, and they bring you eggs.",
        ),
        ("Mention their tea garden.", "Your volunteers run a tea garden each summer."),
        ("Quote their charter.", "(to do: quote their charter)"),
    ],
)
def test_what_a_point_only_names_is_said_as_the_posting_says_it(
    tmp_path: Path, point: str, said: str
) -> None:
    """The posting says itself what a point only names of it; where it does not, a to-do does."""
    (tmp_path / "profile.yaml").write_text(PROFILE)
    job = tmp_path / "job.md"
    job.write_text(JOB.format(point=point))
    paragraphs = case_of(job).draft.paragraphs
    texts = [s.text for p in paragraphs for s in p.sentences]
    texts += [f"(to do: {todo.text})" for p in paragraphs for todo in p.todos]
    assert said in " ".join(texts)
