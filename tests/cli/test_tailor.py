"""`lapel tailor` from the user's side: files, exit codes, protection, options, JSON."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
from itertools import islice, product
from pathlib import Path
from typing import Any

import pypdf
import pytest

from lapel.cli.exit_codes import ExitCode
from lapel.selection import fit
from tests.baker import JOB, PROFILE, lay
from tests.cli.conftest import Lapel
from tests.quick import one_quick
from tests.samples import ROOT


def page_text(path: Path) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def test_writes_both_documents_and_the_account(workspace: Path, lapel: Lapel) -> None:
    """One command writes PDF, DOCX, ledger and manifest, and says where they are."""
    result = lapel("tailor", "jobs/hearth.md")
    folder = workspace / "output" / "hearth"
    assert result.exit_code == 0, result.output
    assert sorted(path.name for path in folder.iterdir()) == [
        "Ines-Moreau-Cover-Letter.docx",
        "Ines-Moreau-Cover-Letter.pdf",
        "Ines-Moreau-Resume.docx",
        "Ines-Moreau-Resume.pdf",
        "ledger.html",
        "ledger.json",
        "manifest.json",
    ]
    assert "Bakery Manager at Hearth & Co" in result.stdout
    assert "output/hearth/Ines-Moreau-Resume.pdf" in result.stdout
    assert "Chocolate work" in result.stdout
    assert "the page is only" in result.stderr
    assert "full:" not in lapel("tailor", "jobs/hearth.md", "--only", "letter").stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="names there are text")
def test_a_job_file_may_have_any_name(workspace: Path, lapel: Lapel) -> None:
    """A name that was typed in another encoding is shown as well as it can be."""
    name = os.fsdecode(b"jobs/caf\xe9.md")
    shutil.copy(workspace / "jobs" / "hearth.md", workspace / name)
    result = lapel("tailor", name, "--json", "--only", "resume")
    assert result.exit_code == ExitCode.DONE, result.output
    assert json.loads(result.stdout)["job"] == r"jobs/caf\udce9.md"
    assert r"jobs/caf\udce9.md" in (workspace / "output" / "caf-" / "ledger.html").read_text()


def test_a_link_that_leads_to_itself_is_no_job_file(workspace: Path, lapel: Lapel) -> None:
    """It cannot be read, and that is all."""
    (workspace / "jobs" / "loop.md").symlink_to("loop.md")
    result = lapel("tailor", "jobs/loop.md")
    assert (result.exit_code, result.stderr.splitlines()[0]) == (
        ExitCode.UNREADABLE,
        "jobs/loop.md:1:1: error: this file cannot be read",
    )


def test_same_input_gives_the_same_bytes(workspace: Path, lapel: Lapel) -> None:
    """Two runs write the very same files, whatever the clock says."""
    lapel("tailor", "jobs/hearth.md", "--output", "one")
    lapel("tailor", "jobs/hearth.md", "--output", "two")
    for path in (workspace / "one" / "hearth").iterdir():
        assert path.read_bytes() == (workspace / "two" / "hearth" / path.name).read_bytes()


def test_edited_document_is_kept_and_a_neighbour_written(workspace: Path, lapel: Lapel) -> None:
    """A file changed by hand is never overwritten without --force; the exit code says so."""
    lapel("tailor", "jobs/hearth.md")
    edited = workspace / "output" / "hearth" / "Ines-Moreau-Resume.docx"
    edited.write_bytes(b"mine")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 1
    assert edited.read_bytes() == b"mine"
    assert edited.with_name("Ines-Moreau-Resume.new.docx").exists()
    told = lapel("tailor", "jobs/hearth.md", "--quiet")
    assert (told.exit_code, told.stdout) == (1, "")
    assert "Resume.docx changed since lapel wrote it and is kept" in told.stderr
    assert lapel("tailor", "jobs/hearth.md", "--force").exit_code == 0
    assert edited.read_bytes() != b"mine"


def test_dry_run_writes_nothing(workspace: Path, lapel: Lapel) -> None:
    """--dry-run tells what would be written and leaves the disk alone."""
    result = lapel("tailor", "jobs/hearth.md", "--dry-run")
    assert result.exit_code == 0
    assert "would write" in result.stdout
    assert not (workspace / "output").exists()


def test_json_is_one_object_a_job(workspace: Path, lapel: Lapel) -> None:
    """--json prints a line a job with files, pages, fill, fates and warnings."""
    shutil.copy(workspace / "jobs" / "hearth.md", workspace / "jobs" / "second.md")
    result = lapel("tailor", "jobs/hearth.md", "jobs/second.md", "--json")
    views = [json.loads(line) for line in result.stdout.splitlines()]
    assert [view["job"] for view in views] == ["jobs/hearth.md", "jobs/second.md"]
    assert set(views[0]) == {
        "job",
        "folder",
        "files",
        "pages",
        "fill",
        "notes",
        "letter",
        "warnings",
    }
    assert sum(views[0]["notes"].values()) == 3
    assert views[0]["notes"]["no-evidence"] == 1


def test_formats_limit_what_is_written(workspace: Path, lapel: Lapel) -> None:
    """--format pdf writes no DOCX."""
    lapel("tailor", "jobs/hearth.md", "--format", "pdf")
    assert not list((workspace / "output" / "hearth").glob("*.docx"))


@pytest.mark.slow
def test_precedence_of_settings(workspace: Path, lapel: Lapel) -> None:
    """The flag counts before the environment, that before the job file, that before lapel.yaml."""
    (workspace / "lapel.yaml").write_text("paper: a4\n")
    assert size_of(lapel, workspace) == (595, 842)
    job = workspace / "jobs" / "hearth.md"
    job.write_text("---\npaper: letter\n---\n" + JOB)
    assert size_of(lapel, workspace) == (612, 792)
    assert size_of(lapel, workspace, LAPEL_PAPER="a4") == (595, 842)
    assert size_of(lapel, workspace, "--paper", "letter", LAPEL_PAPER="a4") == (612, 792)


def size_of(lapel: Lapel, workspace: Path, *flags: str, **environment: str) -> tuple[int, int]:
    lapel("tailor", "jobs/hearth.md", "--format", "pdf", *flags, **environment)
    [pdf] = (workspace / "output" / "hearth").glob("*Resume.pdf")
    box = pypdf.PdfReader(pdf).pages[0].mediabox
    return round(box.width), round(box.height)


def test_pins_and_drops_hold(workspace: Path, lapel: Lapel) -> None:
    """A pinned bullet stands, a dropped one does not, whatever they are worth."""
    job = workspace / "jobs" / "hearth.md"
    job.write_text("---\npin: [quay/ovens]\ndrop: [mill/crew]\n---\n" + JOB)
    lapel("tailor", "jobs/hearth.md")
    text = page_text(workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf")
    assert "deck ovens" in text
    assert "night bake" not in text


def test_what_cannot_fit_fails_and_says_by_how_much(workspace: Path, lapel: Lapel) -> None:
    """Pins beyond the page end in exit 1, with the lines over and the cheapest cuts, unwritten."""
    long = "\n".join(
        f'      - {{id: b{n}, text: "Baked batch number {n} {"of the long winter " * 9}"}}'
        for n in range(60)
    )
    profile = PROFILE.replace("    highlights:\n", f"    highlights:\n{long}\n", 1)
    (workspace / "profiles" / "ines.yaml").write_text(profile)
    pins = ", ".join(f"mill/b{n}" for n in range(60))
    (workspace / "jobs" / "hearth.md").write_text(f"---\npin: [{pins}]\n---\n{JOB}")
    result = lapel("tailor", "jobs/hearth.md", "--pages", "1")
    assert result.exit_code == 1
    assert "too long for 1 page" in result.stderr
    assert "the cheapest pins to take out: mill/b" in result.stderr
    assert not (workspace / "output").exists()


def test_what_was_read_as_meant_is_told_by_check_alone(workspace: Path, lapel: Lapel) -> None:
    """Other names of keys are no news at every job; the ledger calls no hint a warning."""
    profile = workspace / "profiles" / "ines.yaml"
    profile.write_text(PROFILE.replace("highlights:", "bullets:"))
    assert "`bullets` is read as `highlights`" in lapel("check", str(profile)).stderr
    result = lapel("tailor", "jobs/hearth.md", "--only", "resume")
    assert "bullets" not in result.stderr
    assert "is read as" not in (workspace / "output" / "hearth" / "ledger.html").read_text()


def test_an_entry_without_a_line_is_named(workspace: Path, lapel: Lapel) -> None:
    """What stands nowhere on the page is told on the terminal, but for what a person took out."""
    papers = "certificates:\n  - {id: fryer, name: Fryer licence (lapsed 2019)}\n"
    papers += "  - {id: mixer, name: Mixer licence (lapsed 2018)}\n"
    (workspace / "profiles" / "ines.yaml").write_text(PROFILE + papers)
    (workspace / "jobs" / "hearth.md").write_text(f"---\ndrop: [mixer]\n---\n{JOB}")
    result = lapel("tailor", "jobs/hearth.md", "--dry-run")
    assert "\n  left out: Fryer licence (lapsed 2019)\n" in result.stdout


def test_many_entries_in_one_line_are_counted(workspace: Path, lapel: Lapel) -> None:
    """Of a life of short engagements the summary stays a screen: it names no twenty of them."""
    gigs = "".join(
        f"  - {{name: Stage {n}, position: Rigger, startDate: {1996 + n}, endDate: {1996 + n}, "
        f"highlights: [Hung {n + 20} lamps over a stage of its own kind in one night]}}\n"
        for n in range(28)
    )
    profile = f"basics: {{name: Lou Farrant}}\nwork:\n{gigs}"
    (workspace / "profiles" / "lou.yaml").write_text(profile)
    result = lapel("tailor", "jobs/hearth.md", "--profile", "lou", "--pages", "1", "--dry-run")
    assert re.search(r"bullets; \d\d entries in one line$", result.stdout, re.MULTILINE)


@pytest.mark.parametrize("theme", one_quick(["classic", "plain"]))
def test_many_contracts_leave_skills_on_the_page(theme: str, workspace: Path, lapel: Lapel) -> None:
    """A theme that gives employer and dates lines of their own does without where room is scarce,
    the oldest first.
    """
    contracts = "".join(
        f"  - {{name: House {n}, position: Rigger, startDate: {2005 + n}, endDate: {2005 + n}, "
        f"highlights: [Hung {n + 20} lamps over a stage of its own kind in one night]}}\n"
        for n in range(15)
    )
    skills = "skills:\n  - {name: Rigging, keywords: [lamps, hoists]}\n"
    (workspace / "profiles" / "lou.yaml").write_text(
        f"basics: {{name: Lou Farrant}}\nwork:\n{contracts}{skills}"
    )
    asked = ("--profile", "lou", "--pages", "1", "--only", "resume", "--theme", theme)
    assert lapel("tailor", "jobs/hearth.md", *asked).exit_code == 0
    text = page_text(workspace / "output" / "hearth" / "Lou-Farrant-Resume.pdf")
    assert "Rigging: " in text
    assert len(re.findall(r"^Rigger, House \d+", text, re.MULTILINE)) in range(4, 15)
    assert "Rigger, House 14" not in text


def test_too_little_for_two_pages_makes_one(workspace: Path, lapel: Lapel) -> None:
    """Pages are not stretched: with too little to say there are fewer, and a warning."""
    result = lapel("tailor", "jobs/hearth.md", "--pages", "2")
    assert result.exit_code == 0
    assert "too little for 2 pages" in result.stderr
    assert len(pypdf.PdfReader(workspace / "output/hearth/Ines-Moreau-Resume.pdf").pages) == 1


def test_pages_that_stay_empty_are_not_tried_one_by_one(
    workspace: Path,  # noqa: ARG001 - in which the command runs
    lapel: Lapel,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where all there is stands on the first of ten pages, nobody fits nine, eight and seven."""
    tried = []

    def fit_pages(bench: Any, pages: int) -> Any:  # noqa: ANN401 - as it comes
        tried.append(pages)
        return real(bench, pages)

    real = fit._fit_pages
    monkeypatch.setattr(fit, "_fit_pages", fit_pages)
    assert "too little for 10 pages" in lapel("tailor", "jobs/hearth.md", "--pages", "10").stderr
    assert tried == [10, 1]


@pytest.mark.parametrize(("count", "filled"), [(35, r"4\d%"), (45, r"[678]\d%")])
def test_a_second_page_that_is_asked_for_stands_from_four_tenths_on(
    count: int, filled: str, workspace: Path, lapel: Lapel
) -> None:
    """It is not cut to a page less where anything would be lost; the white is told."""
    breads = ("rye", "spelt", "barley", "einkorn", "millet", "oat", "maize", "buckwheat", "teff")
    acts = ("Shaped", "Proved", "Scored", "Glazed", "Boxed")
    more = "\n".join(
        f"      - {act} {4 * n + len(act)} {bread} {'loaves' if n % 2 else 'rolls'} a night"
        for n, (act, bread) in enumerate(islice(product(acts, breads), count))
    )
    profile = PROFILE.replace("    highlights:\n", f"    highlights:\n{more}\n", 1)
    (workspace / "profiles" / "ines.yaml").write_text(profile)
    result = lapel("tailor", "jobs/hearth.md", "--pages", "2", "--only", "resume")
    assert result.exit_code == 0
    assert re.search(rf"the last page is {filled} full: the profile has no more", result.stderr)
    assert "use --pages 1" in result.stderr
    assert len(pypdf.PdfReader(workspace / "output/hearth/Ines-Moreau-Resume.pdf").pages) == 2


@pytest.mark.slow
@pytest.mark.parametrize(("count", "pages"), [(16, 1), (22, 2)])
def test_papers_count_where_a_last_page_is_half_filled(
    count: int, pages: int, workspace: Path, lapel: Lapel
) -> None:
    """A page less is made where little goes by it; entries of one line are no less than bullets."""
    name = "Rye with leaven {}, as it was baked in the villages beyond the river before the war"
    said = f"{name}, and how the millers and the bakers of the valley shared the work of it"
    papers = [f"  - {{name: '{said.format(n)}', publisher: Crumb}}" for n in range(count)]
    written = "\n".join([PROFILE.rstrip(), "publications:", *papers, ""])
    (workspace / "profiles" / "ines.yaml").write_text(written)
    asked = ("--pages", "2", "--only", "resume", "--format", "pdf")
    assert lapel("tailor", "jobs/hearth.md", *asked).exit_code == 0
    pdf = workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf"
    assert len(pypdf.PdfReader(pdf).pages) == pages
    assert (page_text(pdf).count("leaven") == count) == (pages == 2)


@pytest.mark.slow
def test_academic_has_as_many_pages_as_its_entries_need(workspace: Path, lapel: Lapel) -> None:
    """No paper is left out where nobody asks for a number of pages, but for what the job drops."""
    about = "and what is known of its crumb " * 8
    papers = [f"  - {{id: p{n}, name: Rye with leaven n{n}x {about}}}" for n in range(30)]
    written = "\n".join([PROFILE.rstrip(), "publications:", *papers, ""])
    (workspace / "profiles" / "ines.yaml").write_text(written)
    (workspace / "jobs" / "hearth.md").write_text(f"---\ndrop: [p7]\n---\n{JOB}")
    found = {}
    for options in ((), ("--pages", "2"), ("--theme", "classic")):
        asked = ("--theme", "academic", "--only", "resume", "--format", "pdf", "--force", *options)
        assert lapel("tailor", "jobs/hearth.md", *asked).exit_code == 0
        pdf = workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf"
        shown = set(re.findall(r"leaven n(\d+)x", page_text(pdf)))
        found[options] = (len(pypdf.PdfReader(pdf).pages), len(shown), "7" in shown)
    assert found[()] == (3, 29, False)
    assert found[("--pages", "2")][0] == 2
    assert found[("--theme", "classic")][0] == 1


def test_problems_of_all_files_are_reported_at_once(workspace: Path, lapel: Lapel) -> None:
    """Errors in profile and job file come together, with file, line and column, and exit 3."""
    broken = PROFILE.replace("position: Head Baker", "postion: Head Baker\n    endDate: soon: now")
    (workspace / "profiles" / "ines.yaml").write_text(broken)
    (workspace / "jobs" / "hearth.md").write_text("---\npages: many\n---\n" + JOB)
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 3
    assert "profiles/ines.yaml:6:" in result.stderr or "profiles/ines.yaml:7:" in result.stderr
    assert "jobs/hearth.md:2:" in result.stderr
    assert "Traceback" not in result.output


def test_one_failing_job_of_several_does_not_stop_the_others(workspace: Path, lapel: Lapel) -> None:
    """The readable job is written; the exit code says that not all was done."""
    result = lapel("tailor", "jobs/missing.md", "jobs/hearth.md")
    assert result.exit_code == 1
    assert (workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf").exists()
    assert "jobs/missing.md" in result.stderr
    assert result.stdout.endswith("wrote output/hearth\n\n1 of 2 jobs done; not jobs/missing.md\n")


def test_a_job_named_twice_is_tailored_once(workspace: Path, lapel: Lapel) -> None:
    """As by its name and by a pattern that it matches."""
    jobs = "jobs/hearth.md", str(workspace / "jobs" / "hearth.md"), "./jobs/../jobs/hearth.md"
    result = lapel("tailor", *jobs, "--only", "resume", "--format", "txt", "--json")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 1)


def test_a_problem_of_the_profile_is_told_once_for_all_jobs(workspace: Path, lapel: Lapel) -> None:
    """Sixty jobs of one profile do not repeat it sixty times."""
    with (workspace / "profiles" / "ines.yaml").open("a") as file:
        file.write("shoes: 42\n")
    shutil.copy(workspace / "jobs" / "hearth.md", workspace / "jobs" / "again.md")
    result = lapel("tailor", "jobs/hearth.md", "jobs/again.md", "--only", "resume")
    assert result.stderr.count("unknown key `shoes`") == 1
    assert result.stdout.endswith("\n\n2 of 2 jobs done\n")


def test_a_to_do_is_told_once(workspace: Path, lapel: Lapel) -> None:
    """What the letter leaves to the person stands beside its note, and not among the warnings."""
    (workspace / "jobs" / "hearth.md").write_text(
        f"{JOB}\n- Cover letter points:\n  - Opening paragraph: the tone should be warm\n"
    )
    result = lapel("tailor", "jobs/hearth.md")
    assert "left to you in the letter" in result.stdout
    assert "lapel letter jobs/hearth.md writes it to a file" in result.stdout
    assert "the letter leaves this to you" not in result.stderr


def test_missing_job_file_is_unreadable(workspace: Path, lapel: Lapel) -> None:
    """A job file that is not there ends in exit 3 and a plain sentence."""
    del workspace
    result = lapel("tailor", "jobs/missing.md")
    assert result.exit_code == 3
    assert result.stderr.count("\n") <= 3


def test_a_job_is_tailored_from_anywhere(
    workspace: Path, tmp_path_factory: pytest.TempPathFactory, lapel: Lapel
) -> None:
    """Its own workspace gives the profile and takes the documents."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(elsewhere)
        job = workspace / "jobs" / "hearth.md"
        result = lapel("tailor", job, "--only", "resume", "--format", "txt")
        assert result.exit_code == ExitCode.DONE, result.stderr
        assert (workspace / "output" / "hearth" / "ledger.json").is_file()
        assert list(elsewhere.iterdir()) == []
        explained = lapel("explain", job)
        assert "run lapel tailor" not in explained.stderr


def test_jobs_of_two_workspaces_keep_apart_in_one_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lapel: Lapel
) -> None:
    """Two job files of one name, written into one folder, have a folder each."""
    for name in ("one", "two"):
        lay(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    jobs = [f"{name}/jobs/hearth.md" for name in ("one", "two")]
    lapel("tailor", *jobs, "--only", "resume", "--format", "txt", "--output", "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["hearth", "hearth-2"]


@pytest.mark.parametrize("command", ["tailor", "check", "explain", "letter"])
def test_an_address_is_no_file(lapel: Lapel, command: str) -> None:
    """It is named as it was typed, with what to do; no command goes into the network."""
    result = lapel(command, "https://example.com/job?id=1")
    assert result.exit_code == ExitCode.UNREADABLE
    said = "error: https://example.com/job?id=1 is a web address, expected a file\n"
    assert result.stderr.startswith(said)
    assert "save the posting as a .md file" in result.stderr


def test_several_profiles_must_be_told_apart(workspace: Path, lapel: Lapel) -> None:
    """Without a choice the message lists the profiles and the exit code is that of usage."""
    shutil.copy(workspace / "profiles" / "ines.yaml", workspace / "profiles" / "other.yaml")
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 2
    assert "ines" in result.stderr
    assert "other" in result.stderr


def test_job_without_notes_says_what_the_choice_rests_on(workspace: Path, lapel: Lapel) -> None:
    """With no notes at all there is a resume, and the summary says how it was chosen."""
    (workspace / "jobs" / "hearth.md").write_text("## Company\nHearth\n\n## Position\nBaker\n")
    result = lapel("tailor", "jobs/hearth.md", "--dry-run")
    assert result.exit_code == 0
    assert "no notes: chosen by the profile's weights" in result.stdout
    with (workspace / "jobs" / "hearth.md").open("a") as job:
        job.write("\n## Job Description\n- Bake rye bread\n")
    result = lapel("tailor", "jobs/hearth.md", "--dry-run")
    assert "no notes: chosen by the profile's weights" not in result.stdout


def test_a_bare_posting_says_what_is_missing(workspace: Path, lapel: Lapel) -> None:
    """Without a single note the summary counts the lines answered, and the account begins with what
    nothing answers.
    """
    posting = "- Bake rye bread\n- Lead a team\n- Experience with chocolate sculpture\n"
    (workspace / "jobs" / "hearth.md").write_text(
        f"## Company\nHearth\n\n## Position\nBaker\n\n## Job Description\n{posting}"
    )
    result = lapel("tailor", "jobs/hearth.md", "--only", "resume")
    assert "posting: 2 of 3 lines answered" in result.stdout
    assert "; missing: chocolate sculpture\n" in result.stdout
    page = (workspace / "output" / "hearth" / "ledger.html").read_text()
    begin = page[page.index("What to do next") : page.index('id="contract"')]
    assert "Experience with chocolate sculpture" in begin
    assert "Bake rye bread" not in begin


def test_hostile_names_stay_inside_output(workspace: Path, lapel: Lapel) -> None:
    """Whatever person and company are called, nothing leaves the output folder."""
    profile = PROFILE.replace("Ines Moreau", '"../../../etc/passwd"')
    (workspace / "profiles" / "ines.yaml").write_text(profile)
    job = JOB.replace("Hearth & Co", "../../root")
    (workspace / "jobs" / "hearth.md").write_text(job)
    before = {path for path in workspace.rglob("*") if "output" not in path.parts}
    assert lapel("tailor", "jobs/hearth.md").exit_code == 0
    assert {p for p in workspace.rglob("*") if "output" not in p.parts} == before


def test_no_fact_is_on_the_page_that_no_file_says(workspace: Path, lapel: Lapel) -> None:
    """Every word of the page stands in the profile, but for titles of sections and months."""
    lapel("tailor", "jobs/hearth.md")
    text = page_text(workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf")
    allowed = {"SUMMARY", "EXPERIENCE", "EDUCATION", "SKILLS", "Present", "Feb", "–", "•", "·"}
    known = set(PROFILE.replace('"', " ").replace(",", " ").replace("}", " ").split())
    words = {word.strip(",:·") for word in text.split()} - {""}
    unknown = {w for w in words - allowed if w not in known and w not in PROFILE}
    assert unknown == set()


def test_quiet_keeps_warnings_back_beside_json_too(workspace: Path, lapel: Lapel) -> None:
    """With --json the object alone is printed, and its warnings stand in it."""
    profile = workspace / "profiles" / "ines.yaml"
    profile.write_text(profile.read_text() + "shoes: 41\n")
    result = lapel("tailor", "jobs/hearth.md", "--json", "--quiet", "--dry-run")
    assert result.stderr == ""
    assert "unknown key `shoes`" in " ".join(json.loads(result.stdout)["warnings"])


@pytest.mark.slow
def test_every_profile_of_the_repository_runs_from_another_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lapel: Lapel
) -> None:
    """Paths on the command line count from where it runs, that of --output too."""
    monkeypatch.chdir(tmp_path)
    job, profile = ROOT / "jobs" / "wexcombe-controller.md", ROOT / "profiles" / "tomas-reyes.yaml"
    result = lapel("tailor", job, "--profile", profile, "--output", "here", "--quiet")
    assert result.exit_code == 0
    assert result.stdout == ""
    [pdf] = (tmp_path / "here").rglob("*Resume.pdf")
    assert "Tomás" in pypdf.PdfReader(io.BytesIO(pdf.read_bytes())).pages[0].extract_text()


@pytest.mark.slow
def test_a_dropped_employer_leaves_with_all_its_roles(workspace: Path, lapel: Lapel) -> None:
    """`drop` may name an employer; a pin inside what is dropped holds, with a warning."""
    job = workspace / "jobs" / "hearth.md"
    job.write_text("---\ndrop: [quay-kitchen, quay]\n---\n" + JOB)
    lapel("tailor", "jobs/hearth.md")
    assert "Quay" not in page_text(workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf")
    job.write_text("---\ndrop: [quay]\npin: [quay/ovens]\n---\n" + JOB)
    result = lapel("tailor", "jobs/hearth.md")
    assert result.exit_code == 0, result.output
    assert "the pin holds" in result.stderr
    text = page_text(workspace / "output" / "hearth" / "Ines-Moreau-Resume.pdf")
    assert "deck ovens" in text


def test_limits_of_bullets_give_way_to_an_empty_page(workspace: Path, lapel: Lapel) -> None:
    """One old role with many bullets fills the page rather than leave it empty."""
    many = "\n".join(f'      - "Baked the bread of week {n} for the market"' for n in range(30))
    profile = PROFILE.replace("    highlights:\n", f"    highlights:\n{many}\n", 1)
    (workspace / "profiles" / "ines.yaml").write_text(profile.replace("2021-02", "2001-02"))
    result = lapel("tailor", "jobs/hearth.md", "--pages", "1", "--json")
    assert json.loads(result.stdout)["fill"] >= 0.9


def test_the_ledger_says_what_stands_on_the_page(workspace: Path, lapel: Lapel) -> None:
    """A text that the job file sets for a bullet is the ledger's text too."""
    job = workspace / "jobs" / "hearth.md"
    wording = "wording: {mill/crew: {text: Ran the night bake with a crew of five}}"
    job.write_text(f"---\npin: [mill/crew]\n{wording}\n---\n{JOB}")
    lapel("tailor", "jobs/hearth.md")
    folder = workspace / "output" / "hearth"
    assert "Ran the night bake" in page_text(folder / "Ines-Moreau-Resume.pdf")
    ledger = json.loads((folder / "ledger.json").read_text())
    [crew] = [h for h in ledger["highlights"] if h["id"] == "mill/crew"]
    assert (crew["text"], crew["wording"]) == ("Ran the night bake with a crew of five", "job-file")


@pytest.mark.slow
def test_a_missing_library_is_told_once(workspace: Path, tmp_path: Path) -> None:
    """Without Pango there is one error with the line to paste, no advice of the engine's own,
    and standard output stays empty.
    """
    fake = tmp_path / "fake" / "weasyprint"
    fake.mkdir(parents=True)
    words = "cannot load library 'libpango-1.0-0'"
    (fake / "__init__.py").write_text(f'print("-----")\nraise OSError("{words}")\n')
    done = subprocess.run(
        [sys.executable, "-m", "lapel", "tailor", "jobs/hearth.md", "--json"],
        capture_output=True,
        text=True,
        check=False,
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(fake.parent), "LAPEL_CACHE": str(tmp_path / "cache")},
    )
    assert (done.returncode, done.stdout) == (ExitCode.ENVIRONMENT, "")
    assert done.stderr.startswith(f"error: {words}\n  help: paste this line")
