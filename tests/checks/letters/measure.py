"""What the provenance check costs and catches, on the letters of this folder.

    .venv/bin/python -m tests.checks.letters.measure

`first/` are the letters the rules were built with, `second/` and `third/` those written before
their first run on them. Each is a draft as a person would edit it, and all it says stands in
profile or job file.
`inventions.yaml` sows one invention at a time into them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from bench.pages import read_page
from msgspec import Struct

from lapel.checks.letters.facts import Facts
from lapel.checks.letters.indexing import known_facts
from lapel.checks.letters.letter import Terms, check_letter
from lapel.checks.letters.provenance import check_provenance
from lapel.checks.letters.sentence import said_sentences
from lapel.job.model import Job
from lapel.job.reading import read_job
from lapel.letter.file.reading import read_letter
from lapel.letter.model import Letter
from lapel.profile.model import Profile
from lapel.profile.reading import read_profile
from lapel.source.diagnostics import Diagnostic
from lapel.source.source import Source
from tests.given import own_lexicon
from tests.samples import ROOT

HERE = Path(__file__).parent
SETS = ("first", "second", "third")
LABELLED = ROOT / "tests" / "matching" / "labelled"
INIT = ROOT / "src" / "lapel" / "cli" / "sample"


class Found(Struct, frozen=True):
    """What the check says of one letter: its sentences, and the problems found in them."""

    name: str
    sentences: int
    problems: tuple[Diagnostic, ...]


class Sown(Struct, frozen=True):
    """One invention, and what the check said that it did not say before."""

    letter: str
    kind: str
    now: str
    messages: tuple[str, ...]


def letters(folder: str) -> list[Path]:
    """The letters of a set by name."""
    return sorted((HERE / folder).glob("*.md"))


@cache
def sources(name: str) -> tuple[Profile, Job]:
    """The profile and the job file that a letter is for, by its name."""
    job_name = name.rpartition(".")[0]
    if (LABELLED / job_name).is_dir():
        job_path, profile_path = (
            LABELLED / job_name / "job-1.md",
            LABELLED / job_name / "profile.yaml",
        )
    elif (INIT / "jobs" / f"{job_name}.md").is_file():
        job_path = INIT / "jobs" / f"{job_name}.md"
        profile_path = INIT / "profiles" / "robin-ashdown.yaml"
    else:
        job_path = ROOT / "jobs" / f"{job_name}.md"
        named = read_job(job_path).value
        assert named is not None
        assert named.settings.profile is not None
        profile_path = ROOT / "profiles" / f"{named.settings.profile.text}.yaml"
    profile, job = read_profile(profile_path).value, read_job(job_path).value
    assert profile is not None
    assert job is not None
    return profile, job


@cache
def facts(name: str) -> Facts:
    """What a letter's sources say."""
    return known_facts(*sources(name), own_lexicon())


def read(name: str, text: str) -> tuple[Letter, Source]:
    """A letter file with this text."""
    source = Source(Path(f"{name}.md"), text, "")
    letter = read_letter(source).value
    assert letter is not None
    return letter, source


def provenance(name: str, text: str) -> tuple[Diagnostic, ...]:
    """What a letter with this text says without a source."""
    letter, source = read(name, text)
    return tuple(check_provenance(letter, tuple(said_sentences(letter)), facts(name), source))


def everything(name: str, text: str) -> tuple[Diagnostic, ...]:
    """What all rules say of a letter with this text."""
    letter, source = read(name, text)
    profile, job = sources(name)
    return check_letter(letter, source, Terms(profile, job, own_lexicon(), "en", 400, ()))


@cache
def check_set(folder: str) -> tuple[Found, ...]:
    """Every letter of a set as it is."""
    return tuple(_check(path) for path in letters(folder))


def _check(path: Path) -> Found:
    letter, _ = read(path.stem, path.read_text())
    count = len(list(said_sentences(letter)))
    return Found(path.stem, count, provenance(path.stem, path.read_text()))


@cache
def sow(folder: str) -> tuple[Sown, ...]:
    """Every invention of a set in its letter."""
    return tuple(_sow(folder))


def _sow(folder: str) -> Iterator[Sown]:
    for sown in read_page(HERE / folder / "inventions.yaml"):
        name, was, now = sown["letter"], sown["was"], sown["now"]
        text = (HERE / folder / f"{name}.md").read_text()
        assert text.count(was) == 1, f"{name} has “{was}” {text.count(was)} times"
        before = Counter(problem.message for problem in provenance(name, text))
        after = Counter(problem.message for problem in provenance(name, text.replace(was, now)))
        yield Sown(name, sown["kind"], now, tuple((after - before).elements()))


def alarms(found: Sequence[Found]) -> int:
    """How many sentences of honest letters were reported: one a line and sentence."""
    return sum(len(one.problems) for one in found)


def summary(folder: str) -> str:
    """One line of the table in docs/checks.md."""
    found, sown = check_set(folder), sow(folder)
    sentences = sum(one.sentences for one in found)
    caught = sum(bool(one.messages) for one in sown)
    return (
        f"| {folder} | {len(found)} | {sentences} | {alarms(found)} | {len(sown)} | {caught} "
        f"({caught / len(sown):.0%}) |"
    )


if __name__ == "__main__":
    print("| letters | number | sentences | false alarms | inventions | caught |")  # noqa: T201
    print("| --- | --- | --- | --- | --- | --- |")  # noqa: T201
    for folder in SETS:
        print(summary(folder))  # noqa: T201
    for folder in SETS:
        for one in check_set(folder):
            for problem in one.problems:
                print(f"false alarm: {one.name}: {problem.message}")  # noqa: T201
        for missed in sow(folder):
            if not missed.messages:
                print(f"missed {missed.kind}: {missed.letter}: {missed.now}")  # noqa: T201
