"""The edits that a ledger tells, each pasted as it stands: they do what they say."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.command import run_lapel
from tests.quick import one_quick
from tests.samples import NAMES, ROOT, tailored

PROFILE = """\
basics: {name: Ines Moreau, label: Baker, email: ines@example.com}
work:
  - id: mill
    name: Stone Mill Bakery
    position: Head Baker
    startDate: 2021-02
    highlights:
      - {id: crew, text: Led a crew of five through the night bake}
      - {id: waste, text: "Cut flour waste from 9% to 4% with a weighing sheet"}
      - id: flood
        text: Kept two deck ovens running through the flood
        wordings: {guests: Seated 60 wedding guests}
  - id: quay
    name: Quay Kitchen
    position: Baker
    startDate: 2012
    endDate: 2021
    highlights:
      - {id: move, text: Moved the kitchen across the street in one night}
      - {id: menus, text: Wrote the summer menus for four years}
education:
  - {id: cap, institution: Lycee Sud, studyType: CAP, area: Boulangerie, endDate: 2011}
projects:
  - {id: oven, name: Brick Oven, startDate: 2015, highlights: [Built an oven with two neighbors]}
certificates:
  - {id: haccp, name: HACCP Level 3, date: 2020}
  - {id: aid, name: First Aid, date: 2019}
  - {id: boat, name: Boat Licence, date: 2009, hidden: true}
volunteer:
  - id: pantry
    organization: Quay Pantry
    position: Driver
    startDate: 2019
    highlights: [Drove bread to the shelter, {id: stall, text: Opened a stall, hidden: true}]
"""
JOB = "Company: Hearth\nPosition: Cook\n\n# Customization ideas\n"
_OUT = "out"


def _tailor(folder: Path, job: str, settings: dict[str, Any]) -> Any:  # noqa: ANN401
    """The ledger of a job with these settings in its front matter."""
    path = folder / "job.md"
    path.write_text(f"---\n{yaml.safe_dump(settings, allow_unicode=True)}---\n{job}")
    options = ("--only", "resume", "--format", "pdf", "--output", folder)
    result = run_lapel("tailor", path, "--force", *options)
    assert result.exit_code == 0, result.output
    return json.loads((folder / "job" / "ledger.json").read_text())


def _of_baker(folder: Path, note: str, settings: dict[str, Any], more: str = "") -> Any:  # noqa: ANN401
    (folder / "baker.yaml").write_text(PROFILE + more)
    return _tailor(folder, f"{JOB}- {note}\n", {"profile": "baker.yaml", **settings})


def _forms(ledger: Any) -> dict[str, str]:  # noqa: ANN401
    """How each bullet, entry and group of skills stands, by its id."""
    bullets = {
        h["id"]: "in" + h["wording"] * bool(h["wording"]) if h["included"] else _OUT
        for h in ledger["highlights"]
    }
    return bullets | {entry["id"]: entry["form"] for entry in ledger["entries"]}


def _bare(edit: str) -> dict[str, list[str]]:
    """A line of front matter, without what it stands instead of."""
    line: dict[str, list[str]] = yaml.safe_load(edit.partition(", instead of")[0])
    return line


@pytest.mark.parametrize("name", one_quick(NAMES[:4]))
def test_the_edits_of_a_sample_turn_what_they_are_about(name: str, tmp_path: Path) -> None:
    """A bullet and an entry that are out come in, others go, all by the lines of the ledger."""
    ledger = tailored(name).ledger
    before = _forms(ledger)
    told = [e for e in (*ledger["highlights"], *ledger["entries"]) if ": [" in e["flip"]]
    by_form = {(each.get("section", ""), before[each["id"]]): each for each in told}
    chosen = [by_form[key] for key in (("", _OUT), ("", "in"), *sorted(by_form)[-2:])]
    source = (ROOT / "jobs" / f"{name}.md").read_text()
    _, front, job = source.split("---\n", 2)
    settings: dict[str, Any] = yaml.safe_load(front)
    settings["profile"] = f"{ROOT}/profiles/{settings['profile']}.yaml"
    for each in chosen:
        for setting, ids in _bare(each["flip"]).items():
            settings[setting] = [*settings.get(setting, []), *ids]
    after = _forms(_tailor(tmp_path, job, settings))
    assert [id for each in chosen if before[id := each["id"]] == after[id]] == []


@pytest.mark.parametrize(
    ("note", "line", "id", "form"),
    [
        ("skip the menus", "pin: [quay/menus]", "quay/menus", "in"),
        ("less of the flour waste", "drop: [mill/waste]", "mill/waste", _OUT),
        ("nothing before 2015", "drop: [cap]", "cap", _OUT),
        ("certificates: one at most", "pin: [aid]", "aid", "brief"),
    ],
)
def test_a_line_of_the_contract_does_what_it_says(
    note: str, line: str, id: str, form: str, tmp_path: Path
) -> None:
    """It is pasted between the two rules as it stands."""
    before = _of_baker(tmp_path, note, {})
    assert f"`{line}`" in before["notes"][0]["why"]
    after = _forms(_of_baker(tmp_path, note, yaml.safe_load(line)))
    assert (_forms(before)[id] != form, after[id]) == (True, form)


@pytest.mark.parametrize(
    ("note", "id"),
    [("quay: one line, no bullets", "quay"), ("brick oven: one line, no bullets", "oven")],
)
def test_the_edit_of_what_stands_in_one_line_opens_it(note: str, id: str, tmp_path: Path) -> None:
    """The pin of an entry that may leave holds no more than its line: one of its bullets does."""
    before = _of_baker(tmp_path, note, {})
    [told] = [entry for entry in before["entries"] if entry["id"] == id]
    after = _of_baker(tmp_path, note, _bare(told["flip"]))
    assert (_forms(before)[id], _forms(after)[id]) == ("brief", "open")


@pytest.mark.parametrize(
    ("note", "held", "line"),
    [
        ("deck ovens", {"wording": {"mill/flood": "guests"}}, "wording: {mill/flood: text}"),
        ("wedding guests", {"wording": {"mill/flood": "text"}}, "wording: {mill/flood: guests}"),
        ("A4 please", {"paper": "letter"}, "paper: a4"),
        ("flood first", {"order": {"mill": ["mill/crew"]}}, "order: {mill: [mill/flood]}"),
    ],
)
def test_a_line_makes_the_note_honoured(
    note: str, held: dict[str, Any], line: str, tmp_path: Path
) -> None:
    """What the front matter said against it is replaced by the line of the contract."""
    [before] = _of_baker(tmp_path, note, held)["notes"]
    assert before["fate"] != "honoured"
    assert f"`{line}`" in before["why"]
    [after] = _of_baker(tmp_path, note, yaml.safe_load(line))["notes"]
    assert (after["fate"], after["why"]) == ("honoured", after["why"])


@pytest.mark.parametrize(
    ("setting", "id", "edit"),
    [
        ("pin", "mill/crew", "drop: [mill/crew], instead of its “pin” at"),
        ("drop", "quay/menus", "pin: [quay/menus], instead of its “drop” at"),
        ("drop", "aid", "pin: [aid], instead of its “drop” at"),
    ],
)
def test_what_the_front_matter_says_already_is_replaced(
    setting: str, id: str, edit: str, tmp_path: Path
) -> None:
    """A drop beside a pin would change nothing: the edit says instead of which line it is."""
    before = _of_baker(tmp_path, "baking", {setting: [id]})
    [told] = [e for e in (*before["highlights"], *before["entries"]) if e["id"] == id]
    assert told["flip"].startswith(edit)
    after = _of_baker(tmp_path, "baking", _bare(told["flip"]))
    assert _forms(before)[id] != _forms(after)[id]


def test_a_line_for_the_profile_is_pasted_there(tmp_path: Path) -> None:
    """A section of one's own says who vouches for a person."""
    [before] = _of_baker(tmp_path, "references on request", {})["notes"]
    line = before["why"].split("`")[-2]
    [after] = _of_baker(tmp_path, "references on request", {}, more=line)["notes"]
    assert (before["fate"], after["fate"]) == ("not-done", "honoured")


@pytest.mark.parametrize(
    "note", ["list all certificates", "the certificates must stay", "Quay Pantry: everything"]
)
def test_no_line_is_told_for_what_is_hidden(note: str, tmp_path: Path) -> None:
    """A pin does not bring it in, so that all is there without it."""
    [told] = _of_baker(tmp_path, note, {})["notes"]
    assert told["fate"] == "honoured"
    assert "pin:" not in told["why"]


@pytest.mark.parametrize("id", ["boat", "pantry/stall"])
def test_what_is_hidden_is_edited_in_the_profile(id: str, tmp_path: Path) -> None:
    """`explain` names the file that the edit is made in."""
    _of_baker(tmp_path, "baking", {})
    run_lapel("tailor", tmp_path / "job.md", "--output", tmp_path, "--force")
    told = run_lapel("explain", tmp_path / "job.md", id, "--output", tmp_path)
    assert told.exit_code == 0, told.output
    assert "to change that, in the profile: remove “hidden: true” at" in told.stdout
