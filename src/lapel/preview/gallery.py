"""The pictures and the parsed text of the documents on show; PDFium works in a separate thread."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from lapel.preview.painting import Painter

T = TypeVar("T")
K = TypeVar("K")
V = TypeVar("V")
MOST_OPEN = 3
MOST_HUNG = 24
MOST_PAINTED = 12


class Gallery:
    """Pages by the digest of their looks; a picture is kept while it is among the newest.

    Its contents are touched in its own thread only, one question after the other.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "lapel-paint")
        self._open: list[tuple[bytes, Painter]] = []
        self._hung: OrderedDict[str, tuple[bytes, int]] = OrderedDict()
        self._painted: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._looked_at: tuple[str, int] = ("", 0)

    def hang(self, document: str, pdf: bytes, digests: Sequence[str]) -> "Future[None]":
        """Take in a document's pages, by the digests of their looks; may be called from any thread.

        If somebody is looking at this document, its new pages are painted before they are asked
        for; the future is done when they are.
        """

        def work() -> None:
            for number, digest in enumerate(digests):
                self._hung[digest] = (pdf, number)
                self._hung.move_to_end(digest)
            _drop_oldest(self._hung, MOST_HUNG)
            looked_at, width = self._looked_at
            if document == looked_at:
                for digest in digests:
                    self._paint(digest, width)

        return self._thread.submit(work)

    async def png(self, document: str, digest: str, width_px: int) -> bytes:
        """Return a page as PNG; raises KeyError for one that hangs here no more."""

        def work() -> bytes:
            self._looked_at = (document, width_px)
            return self._paint(digest, width_px)

        return await self._ask(work)

    async def text(self, pdf: bytes) -> tuple[str, ...]:
        """Return the text that a parser reads, page by page."""
        return await self._ask(lambda: self._find_painter(pdf).text())

    def close(self) -> None:
        """Let the thread end."""
        self._thread.shutdown()

    def _paint(self, digest: str, width_px: int) -> bytes:
        key = (digest, width_px)
        if key not in self._painted:
            pdf, number = self._hung[digest]
            self._painted[key] = self._find_painter(pdf).png(number, width_px)
            _drop_oldest(self._painted, MOST_PAINTED)
        return self._painted[key]

    def _find_painter(self, pdf: bytes) -> Painter:
        painter = next((painter for own, painter in self._open if own is pdf), None)
        if painter is None:
            painter = Painter.of(pdf)
            self._open.append((pdf, painter))
        while len(self._open) > MOST_OPEN:
            self._open.pop(0)[1].close()
        return painter

    async def _ask(self, question: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, question)


def _drop_oldest(kept: "OrderedDict[K, V]", most: int) -> None:
    while len(kept) > most:
        kept.popitem(last=False)
