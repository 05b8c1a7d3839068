"""The table of docs/readers.md is what today's parsers recover of today's files."""

import re
from html import escape
from pathlib import Path

import pytest
import weasyprint
from msgspec.structs import asdict

from tests.readers.parsers import PARSERS, by_openresume, table
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


def plain_fields(path: Path, **written: str) -> dict[str, object]:
    """What openresume-parser finds on the plain page with some lines written otherwise."""
    lines = "".join(f"<p>{escape(line)}</p>" for line in {**PLAIN, **written}.values() if line)
    weasyprint.HTML(string=lines).write_pdf(path)
    return asdict(by_openresume(path))


def test_openresume_reads_a_plain_page(tmp_path: Path) -> None:
    """Every field of it, so that a field that is lost is lost by what was written otherwise."""
    assert plain_fields(tmp_path / "plain.pdf") == {
        "name": PLAIN["name"],
        "email": "ada@fennimore.example",
        "phone": "+1 218-555-0142",
        "links": "fennimore.example/ada",
        "jobs": ((PLAIN["employer"], PLAIN["title"], "Nov 2014 Jul 2020 False"),),
    }


@pytest.mark.parametrize("limit", LIMITS)
def test_what_openresume_cannot_read(limit: str, tmp_path: Path) -> None:
    """The limits that docs/readers.md tells are the parser's: no theme made the page."""
    written, lost = LIMITS[limit]
    usual = plain_fields(tmp_path / "plain.pdf")
    assert plain_fields(tmp_path / "other.pdf", **written) == usual | lost
