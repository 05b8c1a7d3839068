"""`lapel explain`, `check` and `schema` from the user's side."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.baker import JOB
from tests.cli.conftest import Lapel
from tests.samples import ROOT


def test_explain_gives_the_documented_shape(workspace: Path, lapel: Lapel) -> None:
    """Every requirement with its evidence and highlights, every highlight with its score."""
    del workspace
    result = lapel("explain", "jobs/hearth.md", "--json")
    data = json.loads(result.stdout)
    assert set(data) == {
        "job",
        "profile",
        "by_meaning",
        "requirements",
        "highlights",
        "letter",
        "warnings",
    }
    notes = {r["text"]: r for r in data["requirements"]}
    assert notes["Team leadership"]["evidence"] in ("strong", "weak")
    assert notes["Team leadership"]["highlights"][0]["id"] == "mill/crew"
    assert notes["Chocolate work"]["evidence"] == "none"
    assert notes["Team leadership"]["fate"] is None
    assert {h["id"] for h in data["highlights"]} == {
        "mill/crew",
        "mill/rye",
        "mill/waste",
        "quay/ovens",
    }
    assert all(h["included"] is None for h in data["highlights"])


def test_explain_knows_fates_only_while_the_ledger_is_current(
    workspace: Path,
    lapel: Lapel,
) -> None:
    """After `tailor` the fates are there; after a change of an input they are not."""
    lapel("tailor", "jobs/hearth.md")
    data = json.loads(lapel("explain", "jobs/hearth.md", "--json").stdout)
    fates = {r["text"]: r["fate"] for r in data["requirements"]}
    assert fates["Chocolate work"] == "no-evidence"
    assert all(h["included"] is not None for h in data["highlights"])
    (workspace / "jobs" / "hearth.md").write_text(JOB + "  - Rye bread\n")
    data = json.loads(lapel("explain", "jobs/hearth.md", "--json").stdout)
    assert {r["fate"] for r in data["requirements"]} == {None}


def test_an_order_is_not_said_to_lack_evidence(workspace: Path, lapel: Lapel) -> None:
    """A note that only says what to do with a bullet asks for none to be found."""
    (workspace / "jobs" / "hearth.md").write_text(JOB + "- Stone Mill: leave off if no room\n")
    shown = lapel("explain", "jobs/hearth.md").stdout
    assert "asks for no evidence" in shown
    assert "asks for ;" not in shown


def test_explain_says_what_was_done_for_an_order(workspace: Path, lapel: Lapel) -> None:
    """Also where it was carried out, once the page is known."""
    (workspace / "jobs" / "hearth.md").write_text(JOB + "- Stone Mill: two bullets max\n")
    assert "it has 2 bullets" not in lapel("explain", "jobs/hearth.md").stdout
    lapel("tailor", "jobs/hearth.md", "--only", "resume")
    assert "it has 2 bullets" in lapel("explain", "jobs/hearth.md").stdout


def test_a_refusal_is_doubted_only_until_the_page_is_known(workspace: Path, lapel: Lapel) -> None:
    """What no bullet surely says is warned of; after `tailor` the note's fate tells it."""
    (workspace / "jobs" / "hearth.md").write_text(JOB + "\n## Notes\n- cut the llama\n")
    assert "names no bullet" in lapel("explain", "jobs/hearth.md").stderr
    lapel("tailor", "jobs/hearth.md")
    assert "names no bullet" not in lapel("explain", "jobs/hearth.md").stderr


def test_explain_shows_one_note_or_bullet(workspace: Path, lapel: Lapel) -> None:
    """An id shows that note or bullet alone; a misspelt one names the nearest."""
    del workspace
    lapel("tailor", "jobs/hearth.md")
    assert "Team leadership" in lapel("explain", "jobs/hearth.md", "emphasis-1").stdout
    assert "night bake" in lapel("explain", "jobs/hearth.md", "mill/crew").stdout
    wrong = lapel("explain", "jobs/hearth.md", "mill/crw")
    assert wrong.exit_code == 2
    assert "did you mean 'mill/crew'" in wrong.stderr
    assert "did you mean 'mill/crew'" in lapel("explain", "jobs/hearth.md", "crew").stderr
    assert "all are listed" in lapel("explain", "jobs/hearth.md", "nothing-like-it").stderr


def test_reasons_are_words_and_figures_wait_for_verbose(workspace: Path, lapel: Lapel) -> None:
    """The best reason stands as a sentence; all else is there for the asking, and folded away on
    the page.
    """
    lapel("tailor", "jobs/hearth.md")
    for more in ([], ["mill/crew"]):
        brief = lapel("explain", "jobs/hearth.md", *more).stdout
        assert re.search(r"it says “|its tag says “", brief)
        assert not re.search(r"\d\.\d|near in meaning|score", brief)
        assert re.search(r"\d\.\d", lapel("explain", "jobs/hearth.md", *more, "--verbose").stdout)
    page = (workspace / "output" / "hearth" / "ledger.html").read_text()
    unfolded = re.sub(r"(?s)<style>.*?</style>|<details.*?</details>", "", page)
    assert not re.search(r"near in meaning|score \d|proven|step ", unfolded)


def test_explain_says_what_to_do_and_quotes_what_answers(workspace: Path, lapel: Lapel) -> None:
    """Bullets stand in words with their ids; a note that is not honoured says what to do."""
    lapel("tailor", "jobs/hearth.md")
    lines = lapel("explain", "jobs/hearth.md").stdout.splitlines()
    leading = next(n for n, line in enumerate(lines) if "Team leadership" in line)
    assert "(mill/crew)" in "".join(lines[leading : leading + 4])
    assert "night bake" in "".join(lines[leading : leading + 4])
    missing = next(n for n, line in enumerate(lines) if "Chocolate work" in line)
    assert "write one if you did it" in lines[missing + 2]
    page = (workspace / "output" / "hearth" / "ledger.html").read_text()
    next_steps = page[page.index("What to do next") : page.index('id="contract"')]
    assert '<a href="#emphasis-3">Chocolate work</a>' in next_steps
    assert "Team leadership" not in next_steps


def test_the_page_has_words_for_ids(workspace: Path, lapel: Lapel) -> None:
    """In the contract too; only a line to paste keeps its ids."""
    ideas = "- Resume customization ideas:\n  - Put the rye starter first\n"
    order = "---\norder: {mill: [mill/crew, mill/waste, mill/rye]}\n---\n"
    (workspace / "jobs" / "hearth.md").write_text(order + JOB + ideas)
    lapel("tailor", "jobs/hearth.md")
    page = (workspace / "output" / "hearth" / "ledger.html").read_text()
    contract = page[page.index('id="contract"') : page.index('id="candidates"')]
    assert "three shops now …” has 2 bullets of its role above" in contract
    assert "`order: {mill: [mill/rye]}`" in contract


def test_explain_names_the_certificate_that_states_what_is_asked(
    workspace: Path, lapel: Lapel
) -> None:
    """What is strong by a certificate says so, with whatever bullets come near beside it."""
    profile = workspace / "profiles" / "ines.yaml"
    profile.write_text(profile.read_text() + "certificates:\n  - name: Food Safety Certificate\n")
    job = workspace / "jobs" / "hearth.md"
    job.write_text(JOB + "  - Food Safety Certificate\n")
    (asked,) = (
        requirement
        for requirement in json.loads(lapel("explain", str(job), "--json").stdout)["requirements"]
        if requirement["text"] == "Food Safety Certificate"
    )
    assert (asked["held"], asked["evidence"]) == (["Food Safety Certificate"], "strong")
    assert "  held   Food Safety Certificate\n" in lapel("explain", str(job)).stdout


def test_explain_names_the_skill_that_says_it(workspace: Path, lapel: Lapel) -> None:
    """Evidence that is no bullet is told, so that "strong" has its reason."""
    job = workspace / "jobs" / "hearth.md"
    job.write_text(JOB + "  - sourdough\n")
    assert "  named  Baking: sourdough, rye, lamination\n" in lapel("explain", str(job)).stdout
    asked = json.loads(lapel("explain", str(job), "--json").stdout)["requirements"][-1]
    assert (asked["text"], asked["named"]) == (
        "sourdough",
        ["Baking: sourdough, rye, lamination"],
    )


def test_explain_starts_no_renderer(workspace: Path) -> None:
    """Neither the layout engine nor the solver nor Word's writer is loaded."""
    code = (
        "import sys\nfrom lapel.cli.main import main\n"
        "try: main(['explain', 'jobs/hearth.md', '--json'])\n"
        "except SystemExit: pass\n"
        "loaded = {'weasyprint', 'docx', 'highspy', 'multiprocessing'} & set(sys.modules)\n"
        "print(loaded, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=workspace, capture_output=True, text=True, check=True
    )
    assert done.stderr.splitlines()[-1] == "set()"


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("jobs/hearth.md", JOB, 0),
        ("jobs/hearth.md", "---\npages: many\n---\n" + JOB, 1),
        ("profiles/ines.yaml", "basics: {name: A}\nwork: [{nme: B}]\n", None),
        ("profiles/ines.yaml", "basics: {name: A}\nbasics: {name: B}\n", 1),
        ("lapel.yaml", "pages: none\n", 1),
    ],
)
def test_check_reports_what_is_wrong(
    workspace: Path,
    lapel: Lapel,
    file: str,
    text: str,
    code: int | None,
) -> None:
    """Each kind of file is read as what it is; errors end in exit 1, with file and line."""
    (workspace / file).write_text(text)
    result = lapel("check", file)
    if code is not None:
        assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    assert code == 0 or f"{file}:" in result.stderr


@pytest.mark.slow
def test_a_bullet_left_out_is_told_with_what_it_lost_to(tmp_path: Path, lapel: Lapel) -> None:
    """Of a bullet that is not on the page, what stands in its place is told with its words."""
    job = str(ROOT / "jobs/gannet-bay-nurse-manager-icu.md")
    flags = ("--output", str(tmp_path), "--profile", str(ROOT / "profiles/maren-holt.yaml"))
    lapel("tailor", job, *flags, "--only", "resume")
    shown = lapel("explain", job, "two-bridges-manager/move", *flags).stdout.splitlines()
    told = next(line for line in shown if line.startswith("  gives way to "))
    rival = told.split()[3]
    assert any(line.startswith(" " * 9) and line.endswith(f"({rival})") for line in shown)
    summary = lapel("explain", job, "educator", *flags).stdout
    assert "Nurse educator by habit" in summary
    assert "gives way to manager (answers “" in summary
    assert "pin: [educator]" in summary
    page = (tmp_path / "gannet-bay-nurse-manager-icu" / "ledger.html").read_text()
    assert "<h3>Summary</h3>" in page
    assert page.count("Nurse educator by habit") >= 1
