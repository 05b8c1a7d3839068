"""What the contract says of notes that ask something of the document."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests import baker
from tests.command import ledger_of
from tests.samples import tailored

JOB = """\
# Application Details

## Company
Hearth & Co

## Notes
- Key skills to emphasize:
  - Keep it to one page
  - Lead with the flour waste
  - Lead with Stone Mill
  - Cut the ovens
  - Skip the choir
  - Don't start with the crew of five
  - Don't repeat the summary
  - Rye starter. Drop the ovens
  - Keep the accordion out of it
  - Goose plucking? skip if I've got none
- Work experience:
  - Quay: one line is enough
  - Stone Mill: keep it
  - Corner Deli: keep it
  - Stone Mill: cut if tight
  - Stone Mill: three bullets max
"""

ANSWERS = [
    ("emphasis-1", "honoured", "the resume has one page"),
    ("emphasis-2", "honoured", "such bullets stand first in their role"),
    ("emphasis-3", "honoured", "mill stands first in the section"),
    ("emphasis-4", "honoured", "`pin: [quay/ovens]` in the front matter brings it back"),
    ("emphasis-5", "not-placed", "name the entry or bullet in the front matter to take it out"),
    ("emphasis-6", "honoured", "does not come first in its role"),
    ("emphasis-7", "not-applicable", "this says how to write"),
    ("emphasis-8", "honoured", "“ovens” is left out, of the letter too"),
    ("emphasis-9", "not-placed", "“accordion” names no bullet or entry for sure"),
    ("emphasis-10", "not-applicable", "asked only if it fits, and the profile has nothing for it"),
    ("hint-1", "honoured", "it stands in one line"),
    ("hint-2", "honoured", "it stands on the page"),
    ("hint-3", "not-placed", "Corner Deli"),
    ("hint-4", "honoured", "room for 3 bullets of it, though it counts half; to take more room"),
    ("hint-5", "honoured", "it has 3 bullets"),
]


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Any:  # noqa: ANN401 - parsed JSON
    """The ledger of a baker's resume whose notes are all about the document."""
    folder = tmp_path_factory.mktemp("acts")
    baker.lay(folder, job=JOB)
    return ledger_of(folder, "jobs/hearth.md", "--only", "resume")


@pytest.mark.parametrize(("id", "fate", "why"), ANSWERS)
def test_an_act_is_done_or_told_how(ledger: Any, id: str, fate: str, why: str) -> None:  # noqa: ANN401
    """Each says what became of it, or the line of front matter that does it; none is a skill."""
    (note,) = [note for note in ledger["notes"] if note["id"] == id]
    assert (note["fate"], why in note["why"]) == (fate, True), note["why"]


def _account_of(note: str, folder: Path, more: str = "", front: str = "") -> Any:  # noqa: ANN401
    """What the ledger says of a note that stands in place of the first."""
    job = f"{front}{JOB.replace('Keep it to one page', note)}"
    baker.lay(folder, baker.PROFILE + more, job)
    return ledger_of(folder, "jobs/hearth.md", "--only", "resume")["notes"][0]


@pytest.mark.parametrize(
    ("note", "fate", "why"),
    [
        ("Two pages", "not-done", "what there is to say does not fill 2 pages"),
        ("Two pages max", "honoured", "the resume has one page"),
        ("1-2 pages", "honoured", "the resume has one page"),
        ("no 3rd page pls, 1 page best", "honoured", "the resume has one page"),
    ],
)
def test_more_pages_than_there_is_to_say_are_told(
    note: str, fate: str, why: str, tmp_path: Path
) -> None:
    """A short profile keeps its one page: that is less than was asked, unless it was a bound."""
    found = _account_of(note, tmp_path)
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]


REFEREES = "sections: [{title: Referees, entries: [Available on request]}]\n"


@pytest.mark.parametrize(
    ("note", "more", "fate", "why"),
    [
        ("References available on request at the bottom", "", "not-done", "lapel prints no `ref"),
        ("Add two referees at the end", "", "not-done", "lapel prints no `references:`"),
        ("References: available on request", REFEREES, "honoured", "“Referees” stands on the page"),
    ],
)
def test_references_are_what_a_section_of_ones_own_says(
    note: str, more: str, fate: str, why: str, tmp_path: Path
) -> None:
    """The contract says what to write; nobody is told to write a bullet about it."""
    found = _account_of(note, tmp_path, more)
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]


TALKS = """\
sections:
  - {title: Bread Shows, entries: [{title: Golden loaf, date: 2019}]}
  - {title: Invited Talks, entries: [{title: What bread loses, date: 2021}]}
"""


@pytest.mark.parametrize(
    ("note", "why"),
    [
        ("no talks", "“talks” is left out"),
        ("talks before shows", "“Invited Talks” stands above “Bread Shows”"),
    ],
)
def test_a_section_of_ones_own_goes_by_what_it_holds(note: str, why: str, tmp_path: Path) -> None:
    """Nobody types the whole title of it."""
    found = _account_of(note, tmp_path, TALKS)
    assert (found["fate"], why in found["why"]) == ("honoured", True), found["why"]


FOUR = """\
publications:
  - {id: salt, name: Salt and dough, releaseDate: 2015}
  - {id: loss, name: What bread loses in a night, releaseDate: 2021}
  - {id: mills, name: Small mills, releaseDate: 2018}
  - {id: flour, name: Flour waste in small bakeries, releaseDate: 2011}
"""


@pytest.mark.parametrize(
    ("note", "pin", "fate", "why", "out"),
    [
        ("Publications: two at most", "", "honoured", "2 of 4 stand; `pin: [salt]`", "salt mills"),
        ("Only the 2 best publications", "", "honoured", "2 of 4 stand", "salt mills"),
        ("Publications in one line", "", "honoured", "1 of 4 stand", "salt loss mills"),
        ("Publications: 2 most relevant", "", "honoured", "2 of 4 stand", "salt mills"),
        ("publications: top two only", "", "honoured", "2 of 4 stand", "salt mills"),
        ("keep publications to one line or drop", "", "honoured", "1 of 4", "salt loss mills"),
        ("Keep the publications short", "", "honoured", "3 of 4 stand", "salt"),
        ("Publications: two at most", "salt", "honoured", "2 of 4 stand", "loss mills"),
        (
            "Publications: one line",
            "salt, loss",
            "not-done",
            "since they are pinned",
            "mills flour",
        ),
    ],
)
def test_of_a_section_no_more_entries_stand_than_a_note_wants(
    note: str, pin: str, fate: str, why: str, out: str, tmp_path: Path
) -> None:
    """Those stay that are pinned, answer the job or are newest."""
    job = JOB.replace("Keep it to one page", note)
    baker.lay(tmp_path, baker.PROFILE + FOUR, f"---\npin: [{pin}]\n---\n{job}")
    ledger = ledger_of(tmp_path, "jobs/hearth.md", "--only", "resume")
    found = ledger["notes"][0]
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]
    gone = [entry["id"] for entry in ledger["entries"] if entry["form"] == "out"]
    assert [id for id in gone if id in FOUR] == out.split()
    told = r"the note on line \d+ wants no more of its kind"
    assert re.search(told, str(ledger["entries"]))


@pytest.mark.parametrize("note", ["No leadership", "skip leadership"])
def test_what_a_note_does_not_want_is_not_called_done_while_it_stands(
    note: str, tmp_path: Path
) -> None:
    """Where lapel only lets it count half."""
    found = _account_of(note, tmp_path)
    assert found["fate"] == "partly", found["why"]
    assert "counts half, and there was room for it" in found["why"]


def test_of_a_list_what_is_named_goes_and_the_rest_is_told(tmp_path: Path) -> None:
    """One thing that nothing is called by keeps no other on the page, and is not passed over."""
    found = _account_of("leave out the ovens and the accordion", tmp_path)
    assert found["fate"] == "partly"
    assert "“ovens” is left out" in found["why"]
    assert "“accordion” names no bullet or entry for sure" in found["why"]


@pytest.mark.parametrize(
    ("note", "fate", "why"),
    [
        ("CV in English please", "honoured", "language is en"),
        ("Language: English (British spelling)", "partly", "`language: en-GB` in the front matter"),
        ("letter paper", "honoured", "paper is letter"),
        ("Paper: A4", "honoured", "paper is a4"),
        ("A4 please, and the modern theme.", "honoured", "theme is modern"),
        ("use the growth theme", "not-done", "`theme: growth` in the front matter asks for it"),
        ("Photo: none", "honoured", "no photo is printed"),
        ("no photo this time", "honoured", "no photo is printed"),
    ],
)
def test_looks_that_notes_ask_for_are_followed(
    note: str, fate: str, why: str, tmp_path: Path
) -> None:
    """What no setting is called by is told with the line that would ask for it."""
    found = _account_of(note, tmp_path)
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]


def test_what_stands_below_leave_out_is_left_out(tmp_path: Path) -> None:
    """Each line there is an order, whose words are no wish for a bullet."""
    job = "## Company\nHearth & Co\n\n## Notes\n\n### Leave out\n- the ovens\n- the accordion\n"
    baker.lay(tmp_path, job=job)
    ovens, accordion = ledger_of(tmp_path, "jobs/hearth.md", "--only", "resume")["notes"]
    assert (ovens["fate"], accordion["fate"]) == ("honoured", "not-placed")
    assert "“accordion” names no bullet or entry for sure" in accordion["why"]


def test_what_should_come_first_does(ledger: Any) -> None:  # noqa: ANN401
    """Of a role's bullets the one that a note wants first stands first, what it wants later not."""
    lines = [line["text"] for document in ledger["documents"] for line in document["lines"]]
    bullets = [line for line in lines if "flour" in line or "crew" in line or "rye starter" in line]
    assert "flour" in bullets[0]
    assert "crew" in bullets[-1]


ENTRIES = """\
volunteer:
  - {id: pantry, organization: Food Pantry, position: Driver, startDate: 2016}
  - {id: choir, organization: Harbour Choir, position: Alto, startDate: 2019}
  - {id: museum, organization: Mill Museum, position: Guide, startDate: 2021}
sections:
  - {title: Talks, entries: [{id: talk, name: Rye in cold weather}]}
  - {title: Guilds, entries: [{id: guild, name: Bakers' Guild}]}
certificates:
  - {id: hygiene, name: Food Hygiene Level 3}
  - {id: first-aid, name: First Aid at Work}
"""


@pytest.mark.parametrize(
    ("note", "fate", "why"),
    [
        ("Lead with the night bake", "honoured", "such bullets stand first in their role"),
        ("Lead with the rye starter", "partly", "mill/rye has 2 bullets of its role above it"),
        ("Lead with Quay", "not-done", "quay has 1 entry of its section above it"),
        ("Awards first", "not-done", "the page has no section awards"),
        ("Summary at the top", "not-done", "the page has no section summary"),
        ("Certificates first", "honoured", "the section certificates stands first, above the jobs"),
        (
            "First aid near the top",
            "honoured",
            "above the jobs; first-aid stands first in the sect",
        ),
        ("First aid goes up", "honoured", "first-aid stands first in the section"),
        ("Put the hygiene last", "honoured", "hygiene stands last in the section"),
        ("Pantry goes up", "not-done", "the note “volunteer first” would move the section"),
        ("Pantry, choir and museum go up", "honoured", "the section volunteer stands right behind"),
        (
            "Museum goes up",
            "partly",
            "museum stands first in the section; the note “volunteer first”",
        ),
        ("Museum and guild go up", "partly", "the section “Guilds” stands right behind the jobs"),
        ("Put Guilds above education", "honoured", "the section “Guilds” stands above education"),
        (
            "Move Guilds up, before education",
            "honoured",
            "the section “Guilds” stands above education",
        ),
    ],
)
def test_where_a_thing_stands_is_told_from_the_page(
    note: str, fate: str, why: str, tmp_path: Path
) -> None:
    """What the front matter orders comes before what a note wants first; a section moves where it
    is named, or all that it holds; an entry where it has no date to stand by.
    """
    front = "---\norder: {mill: [mill/crew]}\n---\n"
    found = _account_of(note, tmp_path, ENTRIES, front)
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]


@pytest.mark.parametrize(
    ("note", "fate", "why"),
    [
        ("no GPA", "honoured", "no “GPA” is printed"),
        ("hide my street address", "honoured", "no “street address” is printed"),
        ("leave off the e-mail", "not-done", "printed from `email:` in the profile; take it out"),
        ("call me Dr.", "not-done", "`name:` under `basics:`"),
        ("CAP next to my name", "not-done", "names and titles are printed as the profile has them"),
        ("rename Baking to Bread", "not-done", "names and titles are printed as the profile"),
        ("Summary should lead with the flour waste", "honoured", "this says how to write"),
        ("leave Quay as one line", "honoured", "it stands in one line"),
        ("Guilds first", "honoured", "the section “Guilds” stands first"),
        ("Museum before the pantry", "honoured", "museum stands before pantry in the section"),
        ("Guilds and first aid first", "honoured", "in their sections"),
        ("lamination first in skills", "honoured", "“lamination” stands first among the skills"),
        ("One page, no photo", "honoured", "the resume has one page; no photo is printed"),
        ("lose starter", "partly", "the bullet about “starter” counts half"),
    ],
)
def test_what_people_type_is_done_or_told(note: str, fate: str, why: str, tmp_path: Path) -> None:
    """What lapel never changes is not done, and says where to change it; nothing refused is
    asked for.
    """
    found = _account_of(note, tmp_path, ENTRIES)
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]


def test_only_one_of_a_section_leaves_the_others_out(tmp_path: Path) -> None:
    """What alone is wanted may be an entry by its name, and no bullet of it has to say so."""
    job = "## Company\nHearth & Co\n\n## Notes\n- Ideas:\n  - volunteering: only the museum\n"
    baker.lay(tmp_path, baker.PROFILE + ENTRIES, job)
    ledger = ledger_of(tmp_path, "jobs/hearth.md", "--only", "resume")
    (note,) = ledger["notes"]
    assert (note["fate"], "left off, `pin: [pantry, choir]`" in note["why"]) == ("honoured", True)
    forms = {entry["id"]: entry["form"] for entry in ledger["entries"]}
    assert [forms[id] for id in ("museum", "choir", "pantry")] == ["open", "out", "out"]


PAPERS = "publications:\n" + "".join(
    f"  - {{id: p{n}, name: Paper {n} on rye, publisher: Cereals, releaseDate: {1950 + n}}}\n"
    for n in range(70)
)


@pytest.mark.parametrize(
    ("note", "pages", "fate", "why"),
    [
        ("Full publication list", 3, "honoured", "all of its entries stand"),
        ("Full publication list", 1, "partly", "of its 70 entries stand; `pin: [p"),
        ("list all publications", 1, "partly", "of its 70 entries stand"),
        ("don't list all the publications", 1, "honoured", "of 70 entries stand; `drop: [p"),
        (
            "don't list all the crew",
            3,
            "not-done",
            "mill/crew stands as you wrote it: write a shorter wording",
        ),
        ("the quay can go, or one line", 3, "honoured", "it stands in one line"),
        ("Quay can go or be shortened", 3, "honoured", "it stands in one line"),
    ],
)
def test_all_and_not_all_are_told_by_how_many_stand(
    note: str, pages: int, fate: str, why: str, tmp_path: Path
) -> None:
    """A full list is honoured only if all of it stands; fewer names drop no bullet, and of two
    orders the milder is done.
    """
    found = _account_of(note, tmp_path, PAPERS, f"---\npages: {pages}\n---\n")
    assert (found["fate"], why in found["why"]) == (fate, True), found["why"]


@pytest.mark.slow
def test_a_bullet_in_another_wording_stands_too() -> None:
    """What notes order of an entry is counted by its bullets, in whatever words they are."""
    ledger = tailored("ashwell-clinical-nurse-educator").ledger
    bullets = {entry["id"]: entry["bullets"] for entry in ledger["entries"]}
    why = {note["id"]: note["why"] for note in ledger["notes"]}
    assert why["idea-1"].endswith(f"it has {bullets['two-bridges-manager']} bullets")
    assert why["hint-1"].endswith("all of its bullets stand")


def test_a_note_for_more_years_than_the_dates_show_is_partly_met(tmp_path: Path) -> None:
    """The dates of the roles that show it are counted, and said."""
    found = _account_of("40+ years of flour waste reduction", tmp_path)
    assert found["fate"] == "partly"
    assert "by the dates of these roles, the years of it are" in found["why"]
    assert "of 40 asked" in found["why"]
