"""Waiting for what other processes, threads and pages do, on a machine however busy."""

import time
from collections.abc import Callable

import pytest

PATIENCE_S = 60
"""Nothing waits this long that comes at all."""
PAUSE_S = 0.02


def wait_until(
    is_so: Callable[[], object], what: str, pause: Callable[[float], None] = time.sleep
) -> None:
    """Wait until it is so; fail with ``what`` did not come. ``pause`` waits for so many seconds."""
    end = time.monotonic() + PATIENCE_S
    while not is_so():
        if time.monotonic() > end:
            pytest.fail(f"within {PATIENCE_S} seconds there was not {what}")
        pause(PAUSE_S)
