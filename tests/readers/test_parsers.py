"""The table of docs/readers.md is what today's parsers recover of today's files."""

import re
from html import escape
from pathlib import Path

import pytest
import weasyprint
from msgspec.structs import asdict, replace

from tests.readers.parsers import PARSERS, table
from tests.samples import ROOT

FARTHEST = 3
"""How far a count may be from the table's: another choice of bullets moves a role to a new page."""


@pytest.mark.slow
@pytest.mark.parametrize("parser", PARSERS)
def test_the_table_in_the_docs_is_todays(parser: str) -> None:
    """Run the module's command and paste its rows after a change of themes or samples."""
    text = (ROOT / "docs" / "readers.md").read_text()
    written = [row for row in text.splitlines() if row.startswith(f"| {parser} |")]
    for row, today in zip(written, table(parser), strict=True):
        assert row.split("|")[2] == today.split("|")[2]
        pairs = zip(counts(row), counts(today), strict=True)
        assert all(abs(one - other) <= FARTHEST for one, other in pairs), today


def counts(row: str) -> list[int]:
    """The numbers of a row."""
    return [int(number) for number in re.findall(r"\d+", row)]


PLAIN = {
    "name": "Ada Fennimore",
    "headline": "Controller, CPA",
    "contact": "+1 218-555-0142 · fennimore.example/ada · ada@fennimore.example",
    "section": "EXPERIENCE",
    "title": "Plant Manager",
    "dates": "Nov 2014 – Jul 2020",
    "employer": "Cedar Commons",
    "bullet": "• Ran it",
}
"""A resume with nothing but lines, which openresume-parser reads without a fault."""
LIMITS: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "an accent": ({"name": "Zoë Fennimore"}, {"name": ""}),
    "an accent in capitals": ({"name": "ZOË FENNIMORE"}, {"name": "ZOË FENNIMORE"}),
    "an accent in capitals over a headline of letters alone": (
        {"name": "ZOË FENNIMORE", "headline": "Controller"},
        {"name": "Controller"},
    ),
    "a title with a month after its dates": (
        {"title": "Nov 2014 – Jul 2020", "dates": "Marketing Manager"},
        {"jobs": (("Cedar Commons", "Marketing Manager", "Nov 2014 Jul 2020 False"),)},
    ),
    "an address with two dots": (
        {"contact": "ada.fennimore.example/cv"},
        {"links": "ada.fennimore", "email": "", "phone": ""},
    ),
    "its scheme": (
        {"contact": "https://ada.fennimore.example/cv"},
        {"links": "https://ada.fennimore.example/cv", "email": "", "phone": ""},
    ),
    "a title with a month": (
        {"title": "Marketing Manager"},
        {"jobs": (("Cedar Commons", "Nov 2014 – Jul 2020", "Marketing Manager None False"),)},
    ),
    "an employer with a month, dates after it": (
        {"dates": "Tamarack Commons", "employer": "Nov 2014 – Jul 2020"},
        {"jobs": (("Nov 2014 – Jul 2020", "Plant Manager", "Tamarack Commons None False"),)},
    ),
    "a role in one line": (
        {"title": "Plant Manager, Cedar Commons", "employer": ""},
        {"jobs": (("", "Plant Manager, Cedar Commons", "Nov 2014 Jul 2020 False"),)},
    ),
}
"""What is written otherwise on it, and which of its fields are then other ones."""


IN_CAPITALS = PLAIN | {
    "name": "ADA FENNIMORE",
    "headline": "Controller",
    "contact": "+1 218-555-0142 · ada@fennimore.example · https://fennimore.example/ada",
    "title": "Software Engineer",
    "dates": "Cedar Commons",
    "employer": "Nov 2014 – Jul 2020",
}
"""The same with what leverparser needs: capitals, "https://", and dates below the employer."""
NO_JOBS: dict[str, object] = {"jobs": ()}
LIMITS_OF_LEVER: dict[str, tuple[dict[str, str], dict[str, object]]] = {
    "a name in small letters": (
        {"name": "Ada Fennimore"},
        {"name": "Ada Fennimore Controller"},
    ),
    "an address without its scheme": (
        {"contact": "+1 218-555-0142 · ada@fennimore.example · fennimore.example/ada"},
        {"links": ""},
    ),
    "a section's title in small letters": (
        {"section": "Experience"},
        {"jobs": ((f"Controller {IN_CAPITALS['contact']}", "ADA FENNIMORE", "None None False"),)},
    ),
    "a calling that it does not know": ({"title": "Registered Nurse"}, NO_JOBS),
    "dates on the title's line": (
        {"title": "Software Engineer Nov 2014 – Jul 2020", "employer": ""},
        {"jobs": (("Cedar Commons", "Software Engineer Nov 2014 – Jul 2020", "None None False"),)},
    ),
    "dates on the second line": (
        {"dates": "Nov 2014 – Jul 2020", "employer": "Cedar Commons"},
        {"jobs": (("", "Software Engineer", "2014-11 2020-07 False"),)},
    ),
}
PLAINS = {"openresume-parser": (PLAIN, LIMITS), "leverparser": (IN_CAPITALS, LIMITS_OF_LEVER)}
"""The page that a parser reads without a fault, and what it cannot read, by parser."""
CASES = [(parser, limit) for parser, (_, limits) in PLAINS.items() for limit in limits]
DAY = re.compile(r"(?<=-\d\d)-\d\d")
"""What leverparser gives a date that has none: today's."""


def plain_fields(parser: str, path: Path, **written: str) -> dict[str, object]:
    """What a parser finds on its plain page with some lines written otherwise."""
    lines = {**PLAINS[parser][0], **written}.values()
    weasyprint.HTML(string="".join(f"<p>{escape(line)}</p>" for line in lines if line)).write_pdf(
        path
    )
    fields = PARSERS[parser](path)
    jobs = tuple((employer, title, DAY.sub("", dates)) for employer, title, dates in fields.jobs)
    return asdict(replace(fields, jobs=jobs))


@pytest.mark.parametrize(
    ("parser", "link", "title", "dates"),
    [
        ("openresume-parser", "fennimore.example/ada", "Plant Manager", "Nov 2014 Jul 2020 False"),
        (
            "leverparser",
            "https://fennimore.example/ada",
            "Software Engineer",
            "2014-11 2020-07 False",
        ),
    ],
)
def test_a_parser_reads_its_plain_page(
    parser: str, link: str, title: str, dates: str, tmp_path: Path
) -> None:
    """Every field of it, so that a field that is lost is lost by what was written otherwise."""
    assert plain_fields(parser, tmp_path / "plain.pdf") == {
        "name": "Ada Fennimore",
        "email": "ada@fennimore.example",
        "phone": "+1 218-555-0142",
        "links": link,
        "jobs": (("Cedar Commons", title, dates),),
    }


@pytest.mark.parametrize(("parser", "limit"), CASES)
def test_what_a_parser_cannot_read(parser: str, limit: str, tmp_path: Path) -> None:
    """The limits that docs/readers.md tells are the parser's: no theme made the page."""
    written, lost = PLAINS[parser][1][limit]
    usual = plain_fields(parser, tmp_path / "plain.pdf")
    assert plain_fields(parser, tmp_path / "other.pdf", **written) == usual | lost
