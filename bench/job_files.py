"""How job files that strangers typed are read, held against how a reader reads them.

Run with ``python bench/job_files.py``; ``--list`` names every line that is read otherwise, and
letters as arguments ("h i") count some of the writers' files only. The 162 files of
``tests/job/strangers`` were typed by fourteen writers who had not seen how lapel reads, each as so
many people of as many professions would, with a page beside each that says, line by line, what it
means. They were written in fourteen rounds, each looked at after it was counted, so the last are
the least known; ``k-09`` to ``k-16``, ``m-09`` to ``m-16`` and ``n-09`` to ``n-16`` were held back,
and counted only. A line is read as meant where at least four in five of its words stand in what it
is read as, and a day where it is the same day; what is said of an employer may be a hint or a note
that begins with its name.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from msgspec import Struct

sys.path.insert(0, str(Path(__file__).parents[1]))

from lapel.job.model import Field, Job
from lapel.job.parts.dates import read_day_said
from lapel.job.reading import read_job

STRANGERS = Path(__file__).parents[1] / "tests" / "job" / "strangers"
NOTES = {
    "skill": ("emphasis",),
    "hint": ("hint", "idea"),
    "idea": ("idea", "hint"),
    "letter": ("letter-point",),
    "personal": ("connection",),
}
FIELDS: dict[str, Callable[[Job], tuple[Field, ...]]] = {
    "field company": lambda job: (job.company,) if job.company else (),
    "field position": lambda job: (job.position,) if job.position else (),
    "field url": lambda job: (job.url,) if job.url else (),
    "field date": lambda job: (job.application_date,) if job.application_date else (),
    "field status": lambda job: job.status,
}
CONTACT = "field contact"
_SHARE = 0.8
_PARAGRAPH = re.compile(r"(?i)^(?:opening|body|company|closing|close|open|middle)[^:|]{0,20}:\s*")
_NO_WORD = re.compile(r"[\W_]+")


class Expected(Struct, frozen=True):
    """One line of a page: what a reader takes some words of a file for."""

    kind: str
    text: str

    @property
    def group(self) -> str:
        """What it is counted under."""
        return self.kind if self.kind.startswith("field ") else self.kind.split()[0]


def read_expected(page: Path) -> Iterator[Expected]:
    """Yield the lines of a page of expectations that are counted."""
    for line in page.read_text("utf-8").splitlines():
        kind, mark, text = line.partition("|")
        one = Expected(kind.strip(), text.strip())
        if mark and one.group in (*NOTES, *FIELDS, CONTACT, "own", "posting"):
            yield one


def is_read(expected: Expected, job: Job) -> bool:
    """Whether a job has these words as what a reader takes them for."""
    match expected.group:
        case "posting":
            first, _, last = expected.text.partition("…")
            return all(map(_Said(_posting_of(job)).within, (first, last)))
        case "own":
            theirs = [line.text for line in job.description]
            shown = [n.text for n in job.notes if n.kind.value in ("emphasis", "letter-point")]
            return not _Said([*theirs, *shown]).has(expected.text)
        case "field contact":
            names = {word for field in job.recipient for word in _plain(field.text).split()}
            return bool(names & {*_plain(expected.text).split()})
        case group if group in NOTES:
            kinds = NOTES[group]
            said = [n.text for n in job.notes if n.kind.value in kinds]
            return _Said(said).has(_PARAGRAPH.sub("", expected.text))
    if expected.group == "field date" and job.applied_on and (day := read_day_said(expected.text)):
        return job.applied_on == day
    given = " ".join(field.text for field in FIELDS[expected.group](job))
    return bool(given) and (_Said([expected.text]).has(given) or _Said([given]).has(expected.text))


class _Said(Struct, frozen=True):
    """Texts that may have some words."""

    texts: list[str]

    def has(self, text: str) -> bool:
        """Whether one of them has most of these words."""
        words = _plain(text).split()
        found = (sum(word in {*_plain(one).split()} for word in words) for one in self.texts)
        return bool(words) and any(count >= _SHARE * len(words) for count in found)

    def within(self, text: str) -> bool:
        """Whether one of them has these words as they stand."""
        return not _plain(text) or any(_plain(text) in _plain(one) for one in self.texts)


def _posting_of(job: Job) -> list[str]:
    lines = (*job.description, *job.company_details)
    headings = [title for line in lines for title in line.headings]
    return [*(line.text for line in lines), *headings, *(field.text for field in job.headings)]


def _plain(text: str) -> str:
    return _NO_WORD.sub(" ", text.casefold()).strip()


def count(writers: str, *, listed: bool = False) -> tuple[Counter[str], Counter[str]]:
    """How many lines of each kind are read as meant, and how many there are."""
    read, total = Counter[str](), Counter[str]()
    for page in sorted(STRANGERS.glob(f"[{writers}]-*.exp")):
        path = next(p for p in STRANGERS.glob(f"{page.stem}.*") if p != page)
        job = read_job(path).value
        assert job is not None, path
        for expected in read_expected(page):
            total[expected.group] += 1
            read[expected.group] += is_read(expected, job)
            if listed and not is_read(expected, job):
                print(f"{path.name}: {expected.kind} | {expected.text}")
    return read, total


def _writer(letter: str) -> str:
    """Return the letter of a writer; argparse says the message of one that nobody has."""
    letters = sorted({page.name[0] for page in STRANGERS.glob("*.exp")})
    if letter not in letters:
        message = f"no writer has the letter {letter!r}; there are {', '.join(letters)}"
        raise argparse.ArgumentTypeError(message)
    return letter


def main() -> int:
    """Print the counts, kind by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    help = "letters of the files; all where none is named"
    parser.add_argument("writers", nargs="*", type=_writer, help=help)
    parser.add_argument("--list", action="store_true", help="every line that is read otherwise")
    arguments = parser.parse_args()
    read, total = count("".join(arguments.writers) or "a-n", listed=arguments.list)
    for kind, number in total.items():
        print(f"{kind}: {read[kind]} of {number}")
    print(f"all: {read.total()} of {total.total()} ({read.total() / total.total():.0%})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
