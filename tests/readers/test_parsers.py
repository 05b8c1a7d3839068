"""The table of docs/readers.md is what today's parsers recover of today's files."""

import pytest

from tests.readers.parsers import PARSERS, table
from tests.samples import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("parser", PARSERS)
def test_the_table_in_the_docs_is_todays(parser: str) -> None:
    """Run the module's command and paste its rows after a change of themes or samples."""
    written = (ROOT / "docs" / "readers.md").read_text()
    assert [row for row in table(parser) if row not in written] == []
