"""The job on show: built anew on every change, told to every open page.

Everything here happens on the server's one event loop; building happens in one thread beside it,
so that builds and trials take their turns at the warm engine.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from secrets import token_hex
from typing import TypeVar

from lapel.inputs import Inputs
from lapel.preview.building import Build, Shop, StaleError, build
from lapel.preview.view import view_build, view_problems
from lapel.rendering.engine import LayoutEngine
from lapel.source.diagnostics import Diagnostic, Severity
from lapel.workspace import Workspace, find_workspace

T = TypeVar("T")
KEEP_ALIVE_S = 20.0


class Session:
    """What is on show, and who looks at it.

    ``last`` is the newest build that went well; ``problems`` are those of the newest build.
    """

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.run_id = token_hex(8)
        self.last: Build | None = None
        self.problems: tuple[Diagnostic, ...] = ()
        self.version = 0
        self._told = ""
        self._wanted = 0
        self._woken = asyncio.Event()
        self._news = asyncio.Condition()
        self._closing = False
        self._worker = ThreadPoolExecutor(1, "lapel-build")

    @property
    def inputs(self) -> Inputs | None:
        """What the newest good build was made from."""
        return self.last.inputs if self.last else None

    def change(self) -> None:
        """Something changed: build anew, and let go of a build on its way."""
        self._wanted += 1
        self._woken.set()

    def close(self) -> None:
        """Let every page and the builder go."""
        self._closing = True
        self.change()

    async def work(self, call: Callable[[], T]) -> T:
        """Do something with the engine, after what is being done with it now."""
        return await asyncio.get_running_loop().run_in_executor(self._worker, call)

    async def run(self) -> None:
        """Build on every change until closed; the newest change wins."""
        self.change()
        while not self._closing:
            await self._woken.wait()
            self._woken.clear()
            if not self._closing:
                await self._rebuild()
        async with self._news:
            self._news.notify_all()
        self._worker.shutdown()

    async def events(self) -> AsyncIterator[str]:
        """The state now and each later one, as JSON; "" now and then, when there is no news."""
        seen = 0
        while not self._closing:
            if self.version > seen:
                seen = self.version
                yield self._told
                continue
            async with self._news:
                try:
                    await asyncio.wait_for(self._news.wait(), KEEP_ALIVE_S)
                except TimeoutError:
                    yield ""

    async def publish(self) -> None:
        """Tell every page what is the case."""
        workspace = find_workspace(self.shop.root).value or Workspace(self.shop.root)
        self.version += 1
        view = view_build(self.last, self.shop.request, workspace) if self.last else None
        self._told = json.dumps(
            {
                "run": self.run_id,
                "version": self.version,
                "stale": any(p.severity is Severity.ERROR for p in self.problems),
                "problems": view_problems(self.problems),
                "view": view,
            },
            ensure_ascii=False,
        )
        async with self._news:
            self._news.notify_all()

    async def _rebuild(self) -> None:
        wanted = self._wanted
        try:
            made = await self.work(
                lambda: build(self.shop, self.last, lambda: self._wanted != wanted)
            )
        except StaleError:
            return
        except Exception as error:  # the page stays, whatever a strange file did
            problem = Diagnostic(
                "preview-failed", Severity.ERROR, f"{type(error).__name__}: {error}"
            )
            self.problems = (problem,)
        else:
            if (
                made.value is not None
                and made.value is self.last
                and made.diagnostics == self.problems
            ):
                return
            self.last = made.value or self.last
            self.problems = made.diagnostics
            if any(problem.code == "engine-crashed" for problem in made.diagnostics):
                self.shop = replace(self.shop, engine=LayoutEngine())
        await self.publish()
