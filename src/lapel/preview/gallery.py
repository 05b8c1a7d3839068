"""The pictures and the parsed text of what is on show; PDFium works in a thread of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from lapel.preview.painting import Painter

T = TypeVar("T")


class Gallery:
    """Keeps the newest PDF open, because a page asks for one picture after the other."""

    def __init__(self) -> None:
        self._pdf = b""
        self._painter: Painter | None = None
        self._thread = ThreadPoolExecutor(1, "lapel-paint")

    async def png(self, pdf: bytes, page: int, width_px: int) -> bytes:
        """A page, counted from 0, as PNG; raises IndexError for one that the PDF has not."""
        return await self._ask(pdf, lambda painter: painter.png(page, width_px))

    async def text(self, pdf: bytes) -> tuple[str, ...]:
        """What a parser reads, page by page."""
        return await self._ask(pdf, lambda painter: painter.text())

    def close(self) -> None:
        """Let the thread end."""
        self._thread.shutdown()

    async def _ask(self, pdf: bytes, question: Callable[[Painter], T]) -> T:
        def work() -> T:
            if self._painter is None or self._pdf is not pdf:
                if self._painter is not None:
                    self._painter.close()
                self._pdf, self._painter = pdf, Painter.of(pdf)
            return question(self._painter)

        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
