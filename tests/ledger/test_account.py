"""What the ledger says of each entry of the profile: the form it stands in, and why."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from lapel.cli.summary import summary_lines
from lapel.ledger.serialising import ledger_from_json
from tests.command import ledger_of
from tests.samples import tailored

PROFILE = """\
basics: {name: Ines Moreau}
summaries:
  - {id: baker, text: Baker who likes sourdough.}
  - {id: manager, text: Manager of bakeries.}
work:
  - {id: mill, name: Stone Mill, position: Head Baker, startDate: 2021, highlights: [Led a crew]}
projects:
  - {id: starter, name: Starter library, hidden: true}
  - id: stall
    name: Saturday stall
    description: Bread for one street
    highlights: [{id: rolls, text: Sold rolls}]
  - {id: oven, name: Brick oven}
skills: [Sourdough, Rye]
languages:
  - {id: french, language: French}
  - {id: twi, language: Twi}
  - {id: latin, language: Latin, hidden: true}
interests:
  - {id: rowing, name: Rowing}
references:
  - {id: pia, name: Pia Holm, reference: She bakes.}
"""
JOB = """\
---
pages: 1
drop: [oven, twi]
---
# Application Details

## Company
Hearth & Co

## Notes
- Key skills to emphasize:
  - Rye
  - French
  - Twi
"""


UNASKED = "answers no note; stands for the balance of the page"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - parsed JSON
    """The ledger of a baker's resume, for whom everything fits on the page."""
    folder = tmp_path_factory.mktemp("account")
    (folder / "baker.yaml").write_text(PROFILE)
    (folder / "job.md").write_text(JOB)
    return ledger_of(folder, "job.md", "--profile", "baker.yaml", "--output", "out")


@pytest.mark.parametrize(
    ("id", "form", "why"),
    [
        ("mill", "open", ""),
        ("french", "brief", "answers “French”"),
        ("rowing", "brief", UNASKED),
        ("latin", "out", "hidden in the profile"),
        ("starter", "out", "hidden in the profile"),
        ("oven", "out", "dropped in the job file"),
        ("twi", "out", "dropped in the job file"),
        ("pia", "out", "references are never printed; a section of your own is"),
    ],
)
def test_each_entry_has_the_form_it_stands_in(ledger: Any, id: str, form: str, why: str) -> None:  # noqa: ANN401
    """Languages and interests stand in a line they share; what is out says why."""
    (entry,) = [entry for entry in ledger["entries"] if entry["id"] == id]
    assert (entry["form"], entry["why"]) == (form, why)


@pytest.mark.parametrize(
    ("front_matter", "note", "baker", "manager"),
    [
        ("", "Rye", UNASKED, f"gives way to baker ({UNASKED.partition('stands ')[2]})"),
        ("", "bakery management", "gives way to manager (answers “bakery management”)", "answers"),
        ("", "use the manager summary", "gives way to manager", "the note on line 11 wants"),
        ("pin: [manager]", "Rye", "the page has another summary", "pinned in the job file"),
        ("drop: [baker]", "Rye", "dropped in the job file", UNASKED),
    ],
)
def test_each_summary_says_why_it_stands_or_which_one_does(
    front_matter: str, note: str, baker: str, manager: str, tmp_path: Path
) -> None:
    """The one on the page by what it answers or by the person's word, the other by that one."""
    plain = PROFILE.replace("    description: Bread for one street\n", "")
    (tmp_path / "baker.yaml").write_text(plain)
    notes = JOB.partition("- Key skills")[0] + f"- {note}\n"
    (tmp_path / "job.md").write_text(notes.replace("drop: [oven, twi]", front_matter))
    found = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    told = {summary["id"]: summary for summary in found["summaries"]}
    assert told["baker"]["why"].startswith(baker), told["baker"]
    assert told["manager"]["why"].startswith(manager), told["manager"]
    assert [summary["included"] for summary in found["summaries"]].count(True) == 1
    assert all(summary["height_pt"] for summary in found["summaries"])
    for id, summary in told.items():
        turn = "drop" if summary["included"] else "pin"
        assert summary["flip"].startswith(f"{turn}: [{id}]")


@pytest.mark.parametrize(
    "note", ["Stone Mill: just the title", "Leave out Stone Mill", "Nothing before 2022"]
)
def test_a_role_that_a_note_shortens_lost_to_nothing(note: str, tmp_path: Path) -> None:
    """It says which note wants it in one line."""
    profile = PROFILE.replace("startDate: 2021,", "startDate: 2020, endDate: 2021,")
    (tmp_path / "baker.yaml").write_text(profile)
    (tmp_path / "job.md").write_text(f"{JOB.partition('- Key skills')[0]}- {note}\n")
    found = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    [mill] = [entry for entry in found["entries"] if entry["id"] == "mill"]
    why = "shortened to one line: the note on line 11 wants it without bullets"
    assert (mill["form"], mill["why"]) == ("brief", why)


@pytest.mark.parametrize(
    ("pinned", "hint", "form"),
    [("starter", "one line, no bullets", "brief"), ("stall/summary", "rolls", "open")],
)
def test_what_one_line_says_of_its_entry_is_on_the_page(
    tmp_path: Path, pinned: str, hint: str, form: str
) -> None:
    """The description of what stands in one line is in; pinned, it stands over the bullets."""
    (tmp_path / "baker.yaml").write_text(PROFILE)
    hints = f"\n- Specific experiences to highlight:\n  - Saturday stall: {hint}\n"
    (tmp_path / "job.md").write_text(JOB.replace("drop:", f"pin: [{pinned}]\ndrop:") + hints)
    found = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    [entry] = [entry for entry in found["entries"] if entry["id"] == "stall"]
    [told] = [one for one in found["highlights"] if one["id"] == "stall/summary"]
    assert entry["form"] == form
    assert told["included"]
    assert told["height_pt"] > 0
    assert told["flip"].startswith("drop: [stall/summary]")


@pytest.mark.slow
def test_an_entry_left_out_says_what_stands_in_its_room() -> None:
    """By the ids of what stands, each with what speaks for it."""
    ledger = tailored("ashwell-clinical-nurse-educator").ledger
    why = [entry["why"] for entry in ledger["entries"] if entry["form"] == "out"]
    assert any(re.search(r"^left out: gives way to \S+ \((answers|for) ", said) for said in why)


def test_what_is_free_is_counted_in_lines(ledger: Any) -> None:  # noqa: ANN401
    """About fifty lines of a bullet stand on a page of letter paper."""
    fit = ledger["fit"]
    assert fit["free_lines"] == pytest.approx((1 - fit["fill"]) * 50, rel=0.15)


SKILLS = """\
skills:
  - {id: tools, name: Tools, keywords: [ovens, mixers]}
  - {id: office, name: Office, keywords: [Excel, Word], hidden: true}
  - {id: crafts, name: Crafts, keywords: [glazing, braiding]}
"""


@pytest.mark.parametrize(
    ("id", "form", "why", "flip"),
    [
        ("tools", "brief", UNASKED, "drop: [tools]"),
        ("office", "out", "hidden in the profile", "remove “hidden: true” at baker.yaml:16"),
        (
            "crafts",
            "out",
            "dropped in the job file",
            "pin: [crafts], instead of its “drop” at job.md:3",
        ),
    ],
)
def test_each_group_of_skills_has_its_account(
    tmp_path: Path, id: str, form: str, why: str, flip: str
) -> None:
    """In or out, and why."""
    (tmp_path / "baker.yaml").write_text(PROFILE.replace("skills: [Sourdough, Rye]\n", SKILLS))
    (tmp_path / "job.md").write_text(JOB.replace("drop:", "drop: [crafts]\nfocus:"))
    found = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    [group] = [entry for entry in found["entries"] if entry["id"] == id]
    assert (group["form"], group["why"], group["flip"]) == (form, why, flip)


def test_a_group_in_part_tells_what_it_stands_without(tmp_path: Path) -> None:
    """In the account and in the summary; what the job file takes out of it is no news."""
    keywords = ", ".join(f"bread{n}" for n in range(900))
    skills = f"skills:\n  - {{id: breads, name: Breads, keywords: [{keywords}]}}\n"
    (tmp_path / "baker.yaml").write_text(PROFILE.replace("skills: [Sourdough, Rye]\n", skills))
    dropped = ", ".join(f"breads/bread{n}" for n in range(890, 900))
    (tmp_path / "job.md").write_text(JOB.replace("oven, twi", dropped))
    found = ledger_of(tmp_path, "job.md", "--profile", "baker.yaml", "--output", "out")
    [group] = [entry for entry in found["entries"] if entry["id"] == "breads"]
    without = r"left out: bread(\d+), .+, bread\d+ and (\d+) more"
    told = re.fullmatch(f"{UNASKED}; {without}", group["why"])
    assert told is not None
    assert (group["form"], int(told[1]) + 8 + int(told[2])) == ("brief", 890)
    ledger = ledger_from_json(json.dumps(found))
    assert ledger is not None
    summary = "\n".join(summary_lines(ledger, Path("job.md"), verbose=False))
    assert re.search(rf"^  left out: (.*; )?of Breads: bread{told[1]}, ", summary, re.MULTILINE)


def test_a_skill_in_a_shared_line_answers_its_note(ledger: Any) -> None:  # noqa: ANN401
    """Each skill or language on the line is evidence on the page; a dropped one is not."""
    fates = {note["text"]: note["fate"] for note in ledger["notes"]}
    included = {
        answer["text"]: answer["included"] for note in ledger["notes"] for answer in note["answers"]
    }
    assert included == {"Rye": True, "French": True, "Twi": False}
    assert fates["Twi"] == "left-out"


def test_no_bullet_is_asked_for_where_the_words_are_of_two_languages(tmp_path: Path) -> None:
    """That no word is the same says nothing of what a person did, so a tag is asked for."""
    (tmp_path / "baker.yaml").write_text(f"language: de\n{PROFILE}")
    (tmp_path / "job.md").write_text(JOB.replace("- Rye", "- team leadership"))
    asked = ("--profile", "baker.yaml", "--output", "out", "--only", "resume")
    found = ledger_of(tmp_path, "job.md", *asked)
    note = next(note for note in found["notes"] if note["text"] == "team leadership")
    assert note["fate"] == "no-evidence"
    assert note["why"].endswith("give the one that shows it a tag")
