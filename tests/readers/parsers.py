"""What resume parsers that others wrote recover from every theme, as the table of docs/readers.md.

    .venv/bin/python -m tests.readers.parsers

Each parser gets the PDF and gives fields; a field counts as recovered when the value stands in the
field that is for it, whatever else stands there too.
"""

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import cache
from io import StringIO
from pathlib import Path

from lapel.theme.model import BlockKind
from tests.readers.made import Made, made
from tests.rendering.documents import THEMES
from tests.samples import NAMES

WHOLE = ("name", "e-mail", "phone", "link")
COUNTED = ("employers", "titles", "dates")
ROLES = frozenset({BlockKind.ROLE, BlockKind.NEXT_ROLE})


@dataclass(frozen=True)
class Fields:
    """What a parser says of a resume; of jobs a text each for employer, title and dates."""

    name: str
    email: str
    phone: str
    links: str
    jobs: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Truth:
    """What stands on the page, by the ledger."""

    name: str
    email: str
    phone: str
    link: str
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
    hrefs = {link.href.partition(":")[0]: link.text for link in links}
    employer, jobs = "", []
    work = False
    for line in lines:
        if line.kind == BlockKind.HEADING:
            work = line.id.startswith("section/work")
        if line.kind == BlockKind.ORGANISATION:
            employer = line.text
        if work and line.kind in ROLES:
            jobs.append((employer, line.text, line.aside))
    return Truth(
        each.ledger.name, hrefs["mailto"], hrefs["tel"], hrefs.get("https", ""), tuple(jobs)
    )


def recovered(found: Fields, right: Truth) -> dict[str, int]:
    """How many of each field a parser gave, of those the page has."""
    employers = [_letters(job[0]) for job in found.jobs]
    titles = [_letters(job[1]) for job in found.jobs]
    return {
        "name": int(_letters(found.name) == _letters(right.name)),
        "e-mail": int(found.email == right.email),
        "phone": int(_digits(found.phone).endswith(_digits(right.phone)[-10:])),
        "link": int(right.link in found.links) if right.link else 1,
        "employers": sum(any(_letters(job[0]) in text for text in employers) for job in right.jobs),
        "titles": sum(any(_letters(job[1]) in text for text in titles) for job in right.jobs),
        "dates": sum(any(_has_dates(job[2], each[2]) for each in found.jobs) for job in right.jobs),
    }


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _has_dates(written: str, found: str) -> bool:
    """Whether the years of a role are those of one job that was found."""
    years = re.findall(r"\d{4}", written)
    return bool(years) and set(years) <= set(re.findall(r"\d{4}", found))


@cache
def resume(theme: str, name: str) -> Made:
    """The resume among a sample's documents."""
    return made(theme, name)[0]


def table(parser: str) -> Iterator[str]:
    """The rows for one parser: a theme each, all samples added up."""
    for theme in THEMES:
        totals, most = dict.fromkeys((*WHOLE, *COUNTED), 0), 0
        for name in NAMES:
            right = truth(resume(theme, name))
            got = recovered(PARSERS[parser](resume(theme, name).pdf), right)
            totals = {field: totals[field] + got[field] for field in totals}
            most += len(right.jobs)
        cells = [f"{totals[field]}/{len(NAMES)}" for field in WHOLE]
        cells += [f"{totals[field]}/{most}" for field in COUNTED]
        yield f"| {parser} | {theme} | {' | '.join(cells)} |"


if __name__ == "__main__":
    print(f"| parser | theme | {' | '.join((*WHOLE, *COUNTED))} |")  # noqa: T201
    print(f"|{' --- |' * 9}")  # noqa: T201
    for each in PARSERS:
        print("\n".join(table(each)))  # noqa: T201
