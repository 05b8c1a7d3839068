"""What resume parsers that others wrote recover from every theme, as the table of docs/readers.md.

    .venv/bin/python -m tests.readers.parsers

Each parser gets the PDF and gives fields; a field counts as recovered when the value stands in the
field that is for it, whatever else stands there too. Of a role all three must stand in one entry.
"""

import logging
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct

from lapel.ledger.model import PageLine
from lapel.theme.model import BlockKind
from tests.conftest import RUN_FOLDER
from tests.readers.made import Made, made
from tests.rendering.documents import THEMES

WHOLE = ("name", "e-mail", "phone", "link")
COUNTED = ("employers", "titles", "dates")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DATE = re.compile(
    rf"(?:(?P<month>{'|'.join(MONTHS)})[a-z]* )?(?P<year>\d{{4}})(?:-(?P<number>\d\d))?"
)
SAMPLES = (
    "corvane-staff-machine-learning-engineer",
    "gannet-bay-nurse-manager-icu",
    "wexcombe-controller",
)
"""One for each English profile: both parsers know the months and titles of English alone."""


class Fields(Struct, frozen=True):
    """What a parser says of a resume; of jobs a text each for employer, title and dates."""

    name: str
    email: str
    phone: str
    links: str
    jobs: tuple[tuple[str, str, str], ...]


class Truth(Struct, frozen=True):
    """What stands on the page, by the ledger."""

    name: str
    email: str
    phone: str
    pages: tuple[str, ...]
    jobs: tuple[tuple[str, str, str], ...]


def by_openresume(path: Path) -> Fields:
    """openresume-parser, without OCR or a language model."""
    from openresume import parse_resume_from_pdf

    resume = parse_resume_from_pdf(str(path))["resume"]
    jobs = tuple(
        (job["company"], job["title"], f"{job['start_date']} {job['end_date']} {job['current']}")
        for job in resume["experience"]["work_history"]
    )
    return Fields(resume["full_name"], resume["email"], resume["phone"], resume["url"], jobs)


def by_leverparser(path: Path) -> Fields:
    """leverparser, by its own patterns."""
    from pyresume import ResumeParser

    logging.disable(logging.WARNING)
    with redirect_stdout(StringIO()):
        resume = ResumeParser().parse(str(path))
    logging.disable(logging.NOTSET)
    contact = resume.contact_info
    links = " ".join(filter(None, (contact.linkedin, contact.github, contact.website)))
    jobs = tuple(
        (job.company or "", job.title or "", f"{job.start_date} {job.end_date} {job.current}")
        for job in resume.experience
    )
    return Fields(contact.name or "", contact.email or "", contact.phone or "", links, jobs)


PARSERS: dict[str, Callable[[Path], Fields]] = {
    "openresume-parser": by_openresume,
    "leverparser": by_leverparser,
}


def truth(each: Made) -> Truth:
    """The fields as the page has them."""
    lines = each.document.lines
    links = [link for line in lines if line.kind == BlockKind.CONTACT for link in line.links]
    href = {link.href.partition(":")[0]: link.href.partition(":")[2] for link in links}
    pages = tuple(link.text for link in links if link.href.startswith("http"))
    return Truth(each.ledger.name, href["mailto"], href["tel"], pages, tuple(_roles(lines)))


def _roles(lines: Sequence[PageLine]) -> Iterator[tuple[str, str, str]]:
    """Employer, title and dates of each role, as they stand on one line, two or three."""
    section, above, beside = "", "", ""
    for line in lines:
        if line.kind == BlockKind.HEADING:
            section = line.id
        if section != "section/work:heading":
            continue
        if line.id.endswith(":organisation"):  # under its title, which may have the dates
            yield line.text, above, f"{beside} {line.aside}"
        elif line.kind in (BlockKind.ROLE, BlockKind.NEXT_ROLE):
            yield above, line.text, line.aside
        elif line.kind in (BlockKind.BRIEF, BlockKind.NEXT_BRIEF) and line.aside:
            title, _, employer = line.text.rpartition(", ")
            yield employer, title, line.aside
        if line.kind in (BlockKind.ORGANISATION, BlockKind.BRIEF, BlockKind.NEXT_BRIEF):
            above, beside = line.text, line.aside


def recovered(found: Fields, right: Truth) -> dict[str, int]:
    """How many of each field a parser gave, of those the page has."""
    nothing = ("", "", "")
    roles = [
        max((_of_role(role, job) for job in (nothing, *found.jobs)), key=sum) for role in right.jobs
    ]
    return {
        "name": int(_letters(found.name) == _letters(right.name)),
        "e-mail": int(found.email == right.email),
        "phone": int(_digits(found.phone).endswith(_digits(right.phone)[-10:])),
        "link": int(any(page in found.links for page in right.pages)),
        **{field: sum(role[n] for role in roles) for n, field in enumerate(COUNTED)},
    }


def _of_role(role: tuple[str, str, str], job: tuple[str, str, str]) -> tuple[bool, bool, bool]:
    """Which of employer, title and dates of a role stand in a parser's job."""
    return (
        _letters(role[0]) in _letters(job[0]),
        _letters(role[1]) in _letters(job[1]),
        _has_dates(role[2], job[2]),
    )


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _has_dates(written: str, found: str) -> bool:
    """Whether the months of a role, or its years where it has no months, are those of a job."""
    wanted, got = set(_dates(written)), set(_dates(found))
    years = {(year, "") for year, _ in got}
    open_ended = "Present" not in written or "True" in found
    return bool(wanted) and open_ended and wanted <= (got | years)


def _dates(text: str) -> Iterator[tuple[str, str]]:
    """Each date as its year and its month, "" where it has none."""
    for match in DATE.finditer(text):
        month = MONTHS.index(match["month"]) + 1 if match["month"] else int(match["number"] or 0)
        yield match["year"], f"{month:02}" if month else ""


def table(parser: str) -> Iterator[str]:
    """The rows for one parser: a theme each, all samples added up."""
    for theme in THEMES:
        totals, most = dict.fromkeys((*WHOLE, *COUNTED), 0), 0
        for name in SAMPLES:
            each = made(theme, name)[0]  # the resume, which is all that the parsers read
            right = truth(each)
            got = recovered(PARSERS[parser](each.pdf), right)
            totals = {field: totals[field] + got[field] for field in totals}
            most += len(right.jobs)
        cells = [f"{totals[field]}/{len(SAMPLES)}" for field in WHOLE]
        cells += [f"{totals[field]}/{most}" for field in COUNTED]
        yield f"| {parser} | {theme} | {' | '.join(cells)} |"


def print_table() -> None:
    """The table for docs/readers.md, of samples that are tailored in a folder for the while."""
    with TemporaryDirectory() as folder:
        os.environ[RUN_FOLDER] = folder
        print(f"| parser | theme | {' | '.join((*WHOLE, *COUNTED))} |")  # noqa: T201
        print(f"|{' --- |' * 9}")  # noqa: T201
        for each in PARSERS:
            print("\n".join(table(each)))  # noqa: T201


if __name__ == "__main__":
    print_table()
