"""What the notes refuse or play down is kept out of the letter."""

from pathlib import Path

import pytest

from lapel.inputs import match, read_inputs
from lapel.lettering import draft
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.workspace import Workspace

PROFILE = """basics: {name: Ida Brook}
work:
  - id: clinic
    name: Barnhart Clinic
    position: Technician
    startDate: 2018
    endDate: 2022
    highlights:
      - {id: dental, text: Scaled and polished teeth for 20 dogs and cats a week.}
      - {id: surgery, text: Prepared 900 patients for surgery and kept every count.}
      - {id: badger, text: Evicted a badger from the surgery garden.}
      - {id: puppies, text: "Taught Saturday puppy classes, 6 puppies at a time."}
  - id: shop
    name: Old Mill Pharmacy
    position: Clerk
    startDate: 2015
    endDate: 2017
    highlights:
      - {id: till, text: Balanced the till for surgery supplies each night.}
"""
POINTS = {"no": "", "yes": "\n## Cover letter points\n- Body: mention the puppies\n"}


def told(folder: Path, hints: str, points: str = "", ideas: str = "") -> str:
    """The letter of a job with these hints."""
    (folder / "profile.yaml").write_text(PROFILE, "utf-8")
    job = folder / "job.md"
    job.write_text(
        "---\nprofile: profile.yaml\n---\n# Application Details\n## Company\nHollow Vets\n"
        "## Position\nSurgery Lead\n## Notes\n- Key skills to emphasize:\n  - surgery\n"
        f"{ideas}- Resume bullet points to highlight or modify:\n{hints}{points}",
        "utf-8",
    )
    inputs = read_inputs(job, Request(profile="profile.yaml"), Workspace(folder)).value
    assert inputs is not None
    letter = draft(inputs, match(inputs, Memory.in_folder(folder)), None).value
    assert letter is not None
    return " ".join(sentence.text for sentence in letter.sentences())


@pytest.mark.parametrize(
    ("hint", "out"),
    [
        ("Barnhart: dental and surgery, not the puppies", "pupp"),
        ("Barnhart: drop the puppy classes", "pupp"),
        ("Barnhart: surgery, keep the badger out of it", "badger"),
        ("Barnhart: everything but the badger", "badger"),
        ("Barnhart: only surgery", "teeth"),
        ("Old Mill: drop unless there's room", "till"),
        ("Old Mill: one line", "till"),
    ],
)
def test_what_a_hint_refuses_is_not_told(tmp_path: Path, hint: str, out: str) -> None:
    """What stands behind "not", "drop", "only" and "one line" is kept out of what lapel adds."""
    assert "900 patients" in told(tmp_path, f"  - {hint}\n")
    assert out not in told(tmp_path, f"  - {hint}\n")


def test_an_idea_refuses_too(tmp_path: Path) -> None:
    """What is refused without an employer is looked for everywhere."""
    ideas = "- Resume customization ideas:\n  - keep the badger out of it\n"
    assert "badger" not in told(tmp_path, "  - Barnhart: surgery\n", ideas=ideas)


@pytest.mark.parametrize("asks", POINTS)
def test_what_is_played_down_is_told_where_a_point_asks(tmp_path: Path, asks: str) -> None:
    """A hint that wants one line of an employer takes nothing from what a point asks for."""
    letter = told(tmp_path, "  - Barnhart: one line\n", POINTS[asks])
    assert ("pupp" in letter) is (asks == "yes")


def test_what_an_answer_keeps_back_is_not_told(tmp_path: Path) -> None:
    """A question whether something goes into the letter is no answer; its no holds for the rest."""
    answers = (
        "\n## Personal connection\n"
        "- Have you been there? I worked the desk in 2011 (well, nights, once) and my nephew is a "
        "patient of theirs. His mother likes them.\n"
        "- Should the nephew go into the letter? No. Only the desk.\n"
    )
    letter = told(tmp_path, "", answers)
    assert "I worked the desk in 2011 (well, nights, once)." in letter
    assert not {"nephew", "mother", "Only"} & set(letter.split())
