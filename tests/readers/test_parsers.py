"""The table of docs/readers.md is what today's parsers recover of today's files."""

import re

import pytest

from tests.readers.parsers import PARSERS, table
from tests.samples import ROOT

FARTHEST = 3
"""How far a count may be from the table's: another choice of bullets moves a role to a new page."""
pytestmark = pytest.mark.slow


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
