"""`lapel check`: every problem of every file, with its place, and what the exit code says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lapel.cli.exit_codes import ExitCode
from lapel.cli.main import main

Check = Callable[..., Result]

JOB = "## Company\nHarbor Bakery\n\n## Notes\n- bread\n"
PROFILES = {"ada": "basics: {name: Ada Lund}\n", "ben": "basics: {name: Ben Lund}\n"}


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Check:
    """Runs `lapel check` in a workspace of two profiles, with these files written before."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "profiles").mkdir()
    (tmp_path / "jobs").mkdir()
    for name, text in PROFILES.items():
        (tmp_path / "profiles" / f"{name}.yaml").write_text(text)

    def run(files: dict[str, str | bytes], *more: str) -> Result:
        for name, text in files.items():
            data = text.encode() if isinstance(text, str) else text
            (tmp_path / name).write_bytes(data)
        return CliRunner().invoke(main, ["check", *files, *more])

    return run


def errors(result: Result) -> list[str]:
    """The first lines of the errors."""
    return [line for line in result.stderr.splitlines() if " error: " in f" {line}"]


def test_a_job_without_a_profile_is_named_with_its_place(check: Check) -> None:
    """Of several job files one can tell which of them names no profile."""
    result = check(
        {"jobs/a.md": JOB, "jobs/b.md": f"---\nprofile: ada\n---\n{JOB}"}, "profiles/ada.yaml"
    )
    message = "no profile is named, and profiles holds 2"
    assert errors(result) == [f"jobs/a.md:1:1: error: {message}"]
    assert result.exit_code == ExitCode.NOT_DONE


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: error: this job file is empty"),
        (" \n\n", "1:1: error: this job file is empty"),
        ("---\nprofile: [ada\n---\n" + JOB, "2:10: error: this `[` is never closed"),
        ("---\npages: 2\n" + JOB, "1:1: error: the settings that begin here are not closed"),
    ],
)
def test_a_missing_profile_is_no_problem_on_top(check: Check, text: str, message: str) -> None:
    """Where a job file could not be read, that it names no profile is not said as well."""
    result = check({"jobs/a.md": text})
    assert errors(result) == [f"jobs/a.md:{message}"]
    assert result.exit_code == ExitCode.NOT_DONE


def test_an_empty_yaml_job_is_said_to_be_empty(check: Check) -> None:
    """What lies in jobs/ is a job file, even with nothing in it."""
    result = check({"jobs/a.yaml": "# nothing yet\n"})
    assert errors(result) == ["jobs/a.yaml:1:1: error: this job file is empty"]


def test_the_caret_stands_below_the_note(check: Check) -> None:
    """A note is shown with what stands before it, a label that means nothing as any other."""
    text = f"---\nprofile: ada\n---\n{JOB}- Work experience:\n  - Globex: bread\n"
    lines = check({"jobs/a.md": text}).stderr.splitlines()
    headline = next(n for n, line in enumerate(lines) if "“Globex” names no" in line)
    assert lines[headline + 1 : headline + 3] == ["      - Globex: bread", "        ^^^^^^^^^^^^^"]


def test_a_key_twice_hides_no_other_problem(check: Check) -> None:
    """The rest of the front matter is read beside a key that stands twice."""
    matter = "---\nprofile: ada\npages: two\npages: 0\npaper: a5\norder: [a]\ndate: soon\n---\n"
    result = check({"jobs/a.md": matter + JOB})
    assert [line.split(":")[1] for line in errors(result)] == ["3", "4", "5", "6", "7"]


def test_a_role_without_an_end_is_shown(check: Check) -> None:
    """A role that goes on below a newer one is a warning, with its place."""
    work = "work:\n- {position: Chef, startDate: 2021}\n- {position: Cook, startDate: 2018}\n"
    result = check({"profiles/ada.yaml": PROFILES["ada"] + work})
    assert "profiles/ada.yaml:4:31: warning: no `endDate`" in result.stderr
    assert result.exit_code == ExitCode.DONE


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({"a.yaml": PROFILES["ada"]}, ExitCode.DONE),
        ({"a.yaml": "basics: [\n"}, ExitCode.NOT_DONE),
        ({"jobs/a.md": "---\nprofile: nobody\n---\n" + JOB}, ExitCode.NOT_DONE),
        ({"a.yaml": b"basics: {name: caf\xe9}\n"}, ExitCode.UNREADABLE),
        ({"a.yaml": b"\xff\xfeb\x00"}, ExitCode.UNREADABLE),
        ({"jobs/a.md": b"%PDF\x00"}, ExitCode.UNREADABLE),
        ({"a.yaml": b"caf\xe9", "b.yaml": "work: 1\n"}, ExitCode.NOT_DONE),
        ({"a.yaml": b"caf\xe9", "b.yaml": PROFILES["ada"]}, ExitCode.UNREADABLE),
    ],
)
def test_the_exit_code_says_whether_files_could_be_opened(
    check: Check, files: dict[str, str | bytes], code: ExitCode
) -> None:
    """1 where errors were found in a file, 3 where there is only what is no text."""
    assert check(files).exit_code == code


def test_a_file_that_is_not_there_is_one_problem(check: Check) -> None:
    """A path without a file is reported once, and as nothing else."""
    result = check({}, "jobs/none.md")
    assert errors(result) == ["jobs/none.md: error: there is no such file"]
    assert result.exit_code == ExitCode.UNREADABLE


def test_a_profile_given_as_the_job_is_said_so(check: Check) -> None:
    """A profile is never tailored to itself, nor a job file taken for a profile."""
    check({"profiles/ada.yaml": PROFILES["ada"] + "work: []\n", "jobs/a.md": JOB})
    swapped = CliRunner().invoke(main, ["explain", "profiles/ada.yaml", "--profile", "ada"])
    assert errors(swapped) == ["profiles/ada.yaml:1:1: error: this is a profile, not a job file"]
    assert swapped.exit_code == ExitCode.UNREADABLE
    other = CliRunner().invoke(main, ["explain", "jobs/a.md", "--profile", "jobs/a.md"])
    assert errors(other) == ["jobs/a.md:1:1: error: this is a job file, not a profile"]
    assert other.exit_code == ExitCode.UNREADABLE
