"""Playing a scene of the server's in a thread of its own."""

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run_apart(scene: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What comes of a scene; where a browser is open, the test's own thread has a loop already."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(scene())).result()
