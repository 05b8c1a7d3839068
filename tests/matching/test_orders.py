"""Orders of notes, as people of other trades write them, and what is done about each."""

from pathlib import Path

import pytest
from bench.orders import WRITTEN, read_written


@pytest.mark.parametrize("page", sorted(WRITTEN.glob("*.yaml")), ids=lambda page: page.stem)
def test_an_order_is_done_or_told(page: Path) -> None:
    """What was written down beforehand is done, told and asked; what is missed is known."""
    assert [order for order in read_written(page) if order.holds == order.missed] == []
