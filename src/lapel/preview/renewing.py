"""Replacing a layout engine that has laid out many pages.

Native libraries keep some kilobytes of every page, so an engine grows as long as it works. The next
one loads and warms up beside it, and takes over when nobody is waiting.
"""

import asyncio
from collections.abc import Callable

from lapel.files import begin_pdf
from lapel.preview.building import Build, Shop
from lapel.rendering.engine import LayoutEngine, Press

MOST_CALLS = 250
"""The most calls kept, about those of fifty edits."""
LOOK_S = 0.1


def is_due(engine: LayoutEngine) -> bool:
    """Tell whether an engine has laid out so much that another should take over."""
    return engine.asked >= MOST_CALLS


async def succeed(shop: Shop, build: Build, is_idle: Callable[[], bool]) -> LayoutEngine | None:
    """Return a warm engine at a moment when nobody uses the old one; None where the new one fails
    to start, for whatever reason.
    """
    engine = await asyncio.to_thread(LayoutEngine)
    try:
        first = begin_pdf(build.fitted, build.inputs, Press(engine, shop.cache))
        await asyncio.to_thread(first.wait)
    except Exception:  # the old engine goes on, and reports its own errors
        engine.close()
        return None
    while not is_idle():
        await asyncio.sleep(LOOK_S)
    return engine
