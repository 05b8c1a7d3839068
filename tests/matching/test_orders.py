"""Orders of notes, as people of other trades write them, and what is done about each."""

import pytest
from bench.orders import WRITTEN, OrderRead, read_written

_ORDERS = [order for page in sorted(WRITTEN.glob("*.yaml")) for order in read_written(page)]


@pytest.mark.parametrize("order", _ORDERS, ids=lambda order: f"{order.trade}: {order.note}")
def test_an_order_is_done_or_told(order: OrderRead) -> None:
    """What was written down beforehand is done, told and asked; what is missed is known."""
    assert order.holds != order.missed, (order.done, order.says, order.asked)
