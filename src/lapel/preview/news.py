"""The news that open pages are told, and the pages that listen."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from enum import StrEnum
from secrets import token_hex

from msgspec import Struct

KEEP_ALIVE_S = 20.0


class NewsKind(StrEnum):
    """The kinds of news: the resume's new sheets, as soon as they are there; or the whole state."""

    SHEETS = "sheets"
    STATE = "state"


class News(Struct, frozen=True):
    """Something to tell every page, as JSON; a state contains all that was told before it."""

    kind: NewsKind
    version: int
    text: str


class Bulletin:
    """The newest news. A new page gets the last state first, then whatever is newer.

    Everything here happens on the server's one event loop.
    """

    def __init__(self) -> None:
        self.run_id = token_hex(8)
        self.version = 0
        self._state: News | None = None
        self._latest: News | None = None
        self._heard = asyncio.Event()
        self._closed = False

    def tell(self, kind: NewsKind, news: Mapping[str, object]) -> None:
        """Tell every page; the news gets a number."""
        self.version += 1
        text = json.dumps({"run": self.run_id, "version": self.version, **news}, ensure_ascii=False)
        self._latest = News(kind, self.version, text)
        if kind is NewsKind.STATE:
            self._state = self._latest
        self._wake()

    def close(self) -> None:
        """End every listener at once."""
        self._closed = True
        self._wake()

    async def listen(self) -> AsyncIterator[News | None]:
        """Yield the last state and each later news; None now and then, when there is none."""
        seen = 0
        while not self._closed:
            news = self._latest if seen else self._state
            if news is not None and news.version > seen:
                seen = news.version
                yield news
                continue
            try:
                await asyncio.wait_for(self._heard.wait(), KEEP_ALIVE_S)
            except TimeoutError:
                yield None

    def _wake(self) -> None:
        """Wake the listeners: each event is for one piece of news, and whoever listens now waits
        for it.
        """
        heard, self._heard = self._heard, asyncio.Event()
        heard.set()
