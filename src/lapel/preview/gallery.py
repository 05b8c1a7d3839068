"""The pictures and the parsed text of what is on show; PDFium works in a thread of its own."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from lapel.preview.painting import Painter

T = TypeVar("T")
MOST_OPEN = 3


class Gallery:
    """Keeps the newest PDFs open, because a page asks for one picture after the other."""

    def __init__(self) -> None:
        self._open: list[tuple[bytes, Painter]] = []
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
            painter = next((painter for own, painter in self._open if own is pdf), None)
            if painter is None:
                painter = Painter.of(pdf)
                self._open.append((pdf, painter))
            while len(self._open) > MOST_OPEN:
                self._open.pop(0)[1].close()
            return question(painter)

        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
