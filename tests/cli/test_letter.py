"""`lapel letter`, and the letter of `lapel tailor`: made, edited, kept, compared, merged."""

import io
import json
from pathlib import Path

import docx
import pypdf
import pytest

from lapel.cli.exit_codes import ExitCode
from tests import baker
from tests.cli.conftest import Lapel
from tests.rendering.readers import words_of

PROFILE = baker.PROFILE.replace("example.com}", "example.com, location: {countryCode: US}}")
JOB = """\
# Application Details

## Company
Hearth & Co

## Position
Bakery Manager

## Application Date
2026-03-02

## Notes
- Key skills to emphasize:
  - Flour waste
- Cover letter points:
  - Opening paragraph: I have bought your rye bread every Saturday since 2019.
  - Body paragraph: Mention the night crew at Stone Mill
  - Second body paragraph: blorp fnord re: zz??
  - Closing paragraph: I can start in July.
"""
LETTER = Path("jobs/letters/hearth.md")
BASE = Path("jobs/letters/.base/hearth.md")


@pytest.fixture
def workspace(workspace: Path) -> Path:
    """The small workspace with the files of this page."""
    baker.lay(workspace, PROFILE, JOB)
    return workspace


def edit(old: str, new: str, path: Path = LETTER) -> None:
    text = path.read_text()
    assert text.count(old) == 1
    path.write_text(text.replace(old, new))


def _line_of(words: str) -> int:
    """The line of the job file with these words."""
    lines = JOB.splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def letter_words(folder: Path) -> tuple[list[str], list[str]]:
    """The words of the letter's PDF and DOCX."""
    pdf = pypdf.PdfReader(folder / "Ines-Moreau-Cover-Letter.pdf")
    assert len(pdf.pages) == 1
    document = docx.Document(io.BytesIO((folder / "Ines-Moreau-Cover-Letter.docx").read_bytes()))
    spoken = " ".join(paragraph.text for paragraph in document.paragraphs)
    return words_of(pdf.pages[0].extract_text()), words_of(spoken)


@pytest.mark.usefixtures("workspace")
def test_the_draft_is_written_once_and_shown_with_its_sources(lapel: Lapel) -> None:
    """The draft lies beside the job file; every sentence is shown with its source."""
    result = lapel("letter", "jobs/hearth.md")
    assert result.exit_code == 0
    text = LETTER.read_text()
    assert text == BASE.read_text()
    assert text.startswith("March 2, 2026\n\nDear Hearth & Co hiring team,\n")
    assert "I have bought your rye bread every Saturday since 2019." in text
    assert "highlight mill/crew, note letter-2" in text
    assert "highlight mill/crew (profiles/ines.yaml:8)" in result.stdout
    assert f"note letter-1 (jobs/hearth.md:{_line_of('rye bread')})" in result.stdout
    assert "> **To do:**" in text
    assert f"jobs/hearth.md:{_line_of('blorp')}" in result.stderr


def test_tailor_renders_a_fresh_draft_and_writes_nothing_beside_the_job(
    workspace: Path, lapel: Lapel
) -> None:
    """Without a letter file both formats say the draft, without its to-dos."""
    result = lapel("tailor", "jobs/hearth.md", "--json")
    assert result.exit_code == 0
    assert not LETTER.parent.exists()
    view = json.loads(result.stdout)
    assert view["letter"]["todos"] == 1
    pdf, word = letter_words(workspace / "output" / "hearth")
    assert pdf == word
    spoken = " ".join(pdf)
    assert "rye bread every Saturday since 2019" in spoken
    assert "blorp" not in spoken
    assert "To do" not in spoken


def test_tailor_renders_the_letter_as_it_was_edited(workspace: Path, lapel: Lapel) -> None:
    """Bullets, bold and links of the person's own come out, to-dos do not, the file stays."""
    lapel("letter", "jobs/hearth.md")
    edit(
        "I can start in July.",
        "I can start in **August**.\n\n"
        "- First point\n- [My page](https://ines.example.com)\n\nSo be it.",
    )
    edited = LETTER.read_bytes()
    result = lapel("tailor", "jobs/hearth.md", "--json")
    assert result.exit_code == 0
    assert LETTER.read_bytes() == edited
    assert json.loads(result.stdout)["letter"]["edited"] is True
    folder = workspace / "output" / "hearth"
    pdf, word = letter_words(folder)
    assert pdf == word
    assert "First point My page So be it." in " ".join(pdf)
    page = pypdf.PdfReader(folder / "Ines-Moreau-Cover-Letter.pdf").pages[0]
    links = [str(item.get_object()["/A"]["/URI"]) for item in page.annotations or ()]
    assert "https://ines.example.com" in links


@pytest.mark.usefixtures("workspace")
def test_a_changed_job_is_shown_and_merged_round_the_edits(lapel: Lapel) -> None:
    """A later run shows what a fresh draft changes; --update takes it up round the edits."""
    lapel("letter", "jobs/hearth.md")
    edit("I can start in July.", "I can start in August.")
    edited = LETTER.read_text()
    edit("every Saturday since 2019", "every Sunday since 2019", Path("jobs/hearth.md"))
    assert "a fresh draft would differ" in lapel("tailor", "jobs/hearth.md", "--dry-run").stdout
    shown = lapel("letter", "jobs/hearth.md")
    assert shown.exit_code == 0
    assert "[-Saturday-] {+Sunday+}" in shown.stdout
    assert LETTER.read_text() == edited
    updated = lapel("letter", "jobs/hearth.md", "--update")
    assert updated.exit_code == 0
    assert "a fresh draft would differ" not in updated.stdout
    text = LETTER.read_text()
    assert "every Sunday since 2019" in text
    assert "I can start in August." in text
    again = json.loads(lapel("letter", "jobs/hearth.md", "--json").stdout)
    assert again["state"] == "current"
    own = [s for s in again["sentences"] if "August" in s["text"]]
    assert own[0]["sources"] == [{"kind": "own", "id": "", "place": ""}]


def test_a_conflict_is_marked_and_not_rendered(workspace: Path, lapel: Lapel) -> None:
    """Where both changed one sentence, both stand; the letter waits, the resume is written."""
    lapel("letter", "jobs/hearth.md")
    edit("I can start in July.", "I can start in August.")
    edit("I can start in July.", "I can start in October.", Path("jobs/hearth.md"))
    result = lapel("letter", "jobs/hearth.md", "--update")
    assert result.exit_code == 1
    text = LETTER.read_text()
    both = "<<<<<<< yours\nI can start in August.\n=======\nI can start in October.\n>>>>>>>"
    assert both in text
    assert result.stdout.count("<<<<<<<") == 1  # where it says what to delete
    tailored = lapel("tailor", "jobs/hearth.md")
    assert tailored.exit_code == 1
    assert "letters/hearth.md" in tailored.stderr
    folder = workspace / "output" / "hearth"
    assert (folder / "Ines-Moreau-Resume.pdf").exists()
    assert not (folder / "Ines-Moreau-Cover-Letter.pdf").exists()


@pytest.mark.usefixtures("workspace")
def test_a_letter_of_an_earlier_run_is_named_where_there_is_none(lapel: Lapel) -> None:
    """Who looks into the folder does not take the old letter for today's."""
    lapel("letter", "jobs/hearth.md")
    assert "earlier run" not in lapel("tailor", "jobs/hearth.md").stderr
    edit("I can start in July.", "<<<<<<< yours")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 1
    assert "a letter from an earlier run is still here: " in result.stderr
    assert "Ines-Moreau-Cover-Letter.docx" in result.stderr


@pytest.mark.usefixtures("workspace")
def test_tailor_points_to_the_check_where_an_edited_letter_says_what_is_nowhere(
    lapel: Lapel,
) -> None:
    """False facts are counted, and where they are shown is said; true ones are quiet."""
    lapel("letter", "jobs/hearth.md")
    edit("I can start in July.", "I can start in July!")
    assert "lapel check" not in lapel("tailor", "jobs/hearth.md").stdout
    edit("I can start in July!", "I hold a PhD from Harvard and cut waste by 83%.")
    said = lapel("tailor", "jobs/hearth.md").stdout
    assert "things that neither your profile nor the job file has: lapel check" in said


def test_a_letter_too_long_for_its_page_leaves_the_resume(workspace: Path, lapel: Lapel) -> None:
    """It says how many lines are over; the resume is written all the same."""
    lapel("letter", "jobs/hearth.md")
    edit("I can start in July.", "\n\n".join(["I can start in July, I say at length. " * 8] * 20))
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 1
    assert "lines too long for one page" in result.stderr
    assert (workspace / "output" / "hearth" / "Ines-Moreau-Resume.docx").exists()


def test_only_one_document_is_written_where_one_is_asked_for(workspace: Path, lapel: Lapel) -> None:
    """`--only` leaves the other alone."""
    folder = workspace / "output" / "hearth"
    assert lapel("tailor", "jobs/hearth.md", "--only", "letter").exit_code == 0
    assert sorted(path.name for path in folder.glob("*.pdf")) == ["Ines-Moreau-Cover-Letter.pdf"]
    assert lapel("tailor", "jobs/hearth.md", "--only", "resume").exit_code == 0
    assert (folder / "Ines-Moreau-Resume.pdf").exists()


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("asked", "date"), [("2026-11-25", "November 25, 2026"), ("3 May 2026", "May 3, 2026")]
)
def test_the_date_is_the_one_asked_for(lapel: Lapel, asked: str, date: str) -> None:
    """`--date` comes before the application date; --stdout writes nothing."""
    result = lapel("letter", "jobs/hearth.md", "--date", asked, "--stdout")
    assert result.stdout.startswith(date)
    assert not LETTER.exists()


@pytest.mark.usefixtures("workspace")
def test_a_letter_without_a_date_says_so(lapel: Lapel) -> None:
    """Where no date is known none is made up."""
    edit("## Application Date\n2026-03-02\n\n", "", Path("jobs/hearth.md"))
    result = lapel("tailor", "jobs/hearth.md")
    assert "it has no date" in result.stdout
    assert lapel("letter", "jobs/hearth.md", "--date", "03/04/2026").exit_code == 2


def test_own_letters_are_left_alone(workspace: Path, lapel: Lapel) -> None:
    """A letter that lapel did not draft is rendered, shown and never merged."""
    LETTER.parent.mkdir()
    LETTER.write_text("Dear Sam,\n\nHere I am.\n\nBest,\n\nInes\n")
    assert lapel("letter", "jobs/hearth.md").exit_code == 0
    refused = lapel("letter", "jobs/hearth.md", "--update")
    assert refused.exit_code == 1
    assert "not drafted by lapel" in refused.stderr
    assert LETTER.read_text().startswith("Dear Sam,")
    assert lapel("tailor", "jobs/hearth.md", "--only", "letter").exit_code == 0
    pdf, word = letter_words(workspace / "output" / "hearth")
    assert pdf == word
    assert "Dear Sam, Here I am. Best, Ines" in " ".join(pdf)


def test_the_notes_for_the_letter_have_their_answer(workspace: Path, lapel: Lapel) -> None:
    """The ledger says which sentence answers each point, and what is left to do."""
    lapel("tailor", "jobs/hearth.md")
    ledger = json.loads((workspace / "output" / "hearth" / "ledger.json").read_text())
    fates = {n["id"]: n["fate"] for n in ledger["notes"] if n["kind"] == "letter-point"}
    assert fates == {
        "letter-1": "honoured",
        "letter-2": "honoured",
        "letter-3": "to-do",
        "letter-4": "honoured",
    }
    told = [s for s in ledger["letter"]["sentences"] if "night bake" in s["text"]]
    assert [(source["kind"], source["id"]) for source in told[0]["sources"]][-2:] == [
        ("highlight", "mill/crew"),
        ("note", "letter-2"),
    ]


def test_a_point_put_between_others_takes_no_sentence_of_theirs(
    workspace: Path, lapel: Lapel
) -> None:
    """A letter that was drafted before it answers each point with its own sentence."""
    lapel("letter", "jobs/hearth.md")
    point = "  - Body paragraph: I run the till on Mondays.\n  - Closing"
    edit("  - Closing", point, Path("jobs/hearth.md"))
    lapel("tailor", "jobs/hearth.md")
    ledger = json.loads((workspace / "output" / "hearth" / "ledger.json").read_text())
    new, closing = (next(n for n in ledger["notes"] if n["id"] == f"letter-{at}") for at in (4, 5))
    assert (new["fate"], new["answers"]) == ("for-the-letter", [])
    assert "lapel letter --update takes up what is new" in new["why"]
    assert [answer["text"] for answer in closing["answers"]] == ["I can start in July."]


def test_own_frame_sentences_come_first(workspace: Path, lapel: Lapel) -> None:
    """`templates/letter.yaml` replaces lapel's sentences, none where nothing stands in it; a wrong
    brace is said with its file.
    """
    (workspace / "templates").mkdir()
    frame = workspace / "templates" / "letter.yaml"
    frame.write_text("# close: [Come and taste the bread.]\n")
    assert lapel("letter", "jobs/hearth.md", "--stdout").exit_code == 0
    frame.write_text("close: [Come and taste the bread.]\n")
    assert "Come and taste the bread." in lapel("letter", "jobs/hearth.md", "--stdout").stdout
    frame.write_text("close: ['Come to {place}.']\n")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 1
    assert "letter.yaml" in result.stderr
    assert (workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf").exists()


def test_a_date_that_is_asked_for_stands_on_the_page_of_an_edited_letter(
    workspace: Path, lapel: Lapel
) -> None:
    """The file keeps its own; the command's holds for the page."""
    lapel("letter", "jobs/hearth.md")
    edit("March 2, 2026\n\n", "")
    lapel("tailor", "jobs/hearth.md", "--date", "2026-04-05")
    pdf, word = letter_words(workspace / "output" / "hearth")
    assert pdf == word
    assert "April 5, 2026 Dear Hearth" in " ".join(pdf)
    assert "2026" not in LETTER.read_text()


def test_points_without_labels_find_their_place(workspace: Path, lapel: Lapel) -> None:
    """The first that only says something opens, thanks and dates close, the rest is the body."""
    job = workspace / "jobs" / "hearth.md"
    head = JOB.split("- Cover letter points:\n", maxsplit=1)[0]
    notes = ("thank them", "I grew up over a bakery.", "Mention the night crew at Stone Mill")
    job.write_text(head + "- Cover letter points:\n" + "".join(f"  - {note}\n" for note in notes))
    body = lapel("letter", "jobs/hearth.md", "--stdout").stdout
    places = [body.index(text) for text in ("over a bakery", "night bake", "Thank you")]
    assert places == sorted(places)


def test_a_name_alone_makes_a_letter(workspace: Path, lapel: Lapel) -> None:
    """Nobody is turned away for having nothing to tell yet."""
    (workspace / "profiles" / "ines.yaml").write_text("basics: {name: Ines Moreau}\n")
    (workspace / "jobs" / "hearth.md").write_text("# Application Details\n")
    assert lapel("tailor", "jobs/hearth.md").exit_code == 0
    pdf, word = letter_words(workspace / "output" / "hearth")
    assert pdf == word


def test_a_letter_that_says_nothing_is_not_sent(workspace: Path, lapel: Lapel) -> None:
    """Between salutation and close there is nothing yet: the resume is made, the letter is not."""
    points = JOB.index("  - Opening paragraph")
    german = JOB[:points].replace("# Application", "---\nlanguage: de\n---\n# Application")
    (workspace / "jobs" / "hearth.md").write_text(f"{german}  - Mention the night crew\n")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 1
    assert "the letter says nothing yet, so there is none" in result.stderr
    written = {path.name for path in (workspace / "output" / "hearth").glob("*.pdf")}
    assert len(written) == 1


@pytest.mark.parametrize("other", ["--update", "--json"])
def test_what_contradicts_printing_the_draft_is_refused(lapel: Lapel, other: str) -> None:
    """``--stdout`` prints Markdown and writes nothing: the other would be left out silently."""
    result = lapel("letter", "jobs/hearth.md", other, "--stdout")
    assert result.exit_code == 2
    assert "use only one" in result.stderr


def test_a_letter_that_is_no_text_cannot_be_read(workspace: Path, lapel: Lapel) -> None:
    """Its command ends as every one does where a file is not what it should be."""
    (workspace / LETTER.parent).mkdir()
    (workspace / LETTER).write_bytes("Dear all".encode("utf-16"))
    result = lapel("letter", "jobs/hearth.md")
    assert result.exit_code == ExitCode.UNREADABLE
    assert f"{LETTER}:1:1: error: this file is UTF-16, expected UTF-8\n" in result.stderr
