"""The job on show: built again on every change, and told to every open page.

Everything here happens on the server's one event loop; building happens in one thread beside it, so
that builds and trials take turns at the warm engine.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TypeVar

from msgspec import to_builtins
from msgspec.structs import replace

from lapel.inputs import Inputs
from lapel.lettering import WrittenLetter
from lapel.preview.acts import Act, ActError
from lapel.preview.building import (
    Build,
    BuiltLetter,
    Printed,
    Shop,
    StaleError,
    Trial,
    build,
    changed_since,
    with_letter,
)
from lapel.preview.effects import Effect, tell_effect, try_act
from lapel.preview.gallery import Gallery
from lapel.preview.history import History
from lapel.preview.news import Bulletin, NewsKind
from lapel.preview.renewing import is_due, succeed
from lapel.preview.rewording import Rewording, reword, try_rewording
from lapel.preview.taking import take_act, write_deed_again
from lapel.preview.view import (
    LETTER,
    RESUME,
    letter_sheets,
    resume_sheets,
    view_build,
    view_problems,
)
from lapel.preview.writing import make_file, write_documents
from lapel.rendering.engine import LayoutEngine
from lapel.source.diagnostics import Diagnostic, Outcome, Severity
from lapel.workspace import WITHOUT_PROFILE, list_profiles

T = TypeVar("T")
LETTER_AFTER_S = 0.1
"""How long the letter waits for the pictures of a resume that has just changed."""
PROBLEM_AFTER_S = 0.1
"""How long a problem must last before it is told: an editor may have written half of a file."""
MOST_EARLIER = 4
"""How many builds are kept for an undo, or for going from one theme to another and back."""


class Session:
    """The build on show, and the pages that look at it.

    ``last`` is the newest build that went well; ``problems`` are those of the newest build.
    """

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.bulletin = Bulletin()
        self.last: Build | None = None
        self.problems: tuple[Diagnostic, ...] = ()
        self.history = History()
        self.gallery = Gallery()
        self._tried: dict[Act, Trial] = {}
        self._chosen: Trial | None = None
        self._lettered: Build | None = None
        self._earlier: deque[Build] = deque(maxlen=MOST_EARLIER)
        self._acting = asyncio.Lock()
        self._working = 0
        self._renewal: asyncio.Task[None] | None = None
        self._wanted = 0
        self._settled = 0
        self._woken = asyncio.Event()
        self._closing = False
        self._worker = ThreadPoolExecutor(1, "lapel-build")

    @property
    def inputs(self) -> Inputs | None:
        """The inputs of the newest good build."""
        return self.last.inputs if self.last else None

    @property
    def is_settled(self) -> bool:
        """Whether all is built and told that anybody knows to have changed."""
        return self._settled == self._wanted

    def change(self) -> None:
        """Build again after a change, and abandon a build on its way."""
        self._wanted += 1
        self._woken.set()

    def close(self) -> None:
        """End every page, and the builder when it is done with its work."""
        self._closing = True
        self.bulletin.close()
        self.change()

    async def work(self, call: Callable[[], T]) -> T:
        """Do something with the engine, after its current work."""
        self._working += 1
        try:
            return await asyncio.get_running_loop().run_in_executor(self._worker, call)
        finally:
            self._working -= 1

    async def try_act(self, act: Act) -> Effect:
        """Return what an act would do; the trial is kept until the files change.

        Raises ActError.
        """
        build = self._require_build()

        def work() -> Effect:
            trial = self._tried.get(act) or try_act(self.shop, build, act)
            if self.last is build:
                self._tried[act] = trial
            return tell_effect(build, trial, act)

        return await self.work(work)

    async def take_act(self, act: Act) -> str:
        """Take an act and return it in words; raises ActError and ConflictError."""
        async with self._acting:
            deed = await asyncio.to_thread(take_act, self.shop.job, self.inputs, act)
        if deed is None:
            return "the job file says so already"
        self.history = self.history.after(deed)
        self._chosen = self._tried.pop(act, None)
        self.change()
        return deed.told

    async def write(self) -> str:
        """Write the documents on show into the output folder; raises ActError."""
        build = self._require_build()
        return await self.work(lambda: write_documents(self.shop, build))

    async def file_of(self, document: str, kind: str) -> tuple[str, bytes] | None:
        """Return a file to download, with its name; it is made now if it does not exist yet. None
        where there is no such document or kind.
        """
        last = self.last
        return await self.work(lambda: make_file(self.shop, last, document, kind)) if last else None

    async def reword(self, rewording: Rewording) -> str:
        """Give a part of the letter other words; raises ActError and ConflictError."""
        build, written = self._require_letter()
        async with self._acting:
            deed = await asyncio.to_thread(reword, build.inputs, written, rewording)
        if deed is not None:
            self.history = self.history.after(deed)
        self.change()
        return deed.told if deed else "the letter says so already"

    async def try_rewording(self, rewording: Rewording) -> Effect:
        """Return how full the letter would be; raises ActError and ConflictError."""
        build, written = self._require_letter()
        return await self.work(lambda: try_rewording(self.shop, build.inputs, written, rewording))

    async def undo(self) -> str:
        """Undo the newest deed; raises ActError where there is none, ConflictError."""
        if not self.history.done:
            raise ActError("there is nothing to undo")
        deed = self.history.done[-1]
        async with self._acting:
            await asyncio.to_thread(write_deed_again, deed.reversed())
        self.history = self.history.back()
        self.change()
        return f"undone: {deed.told}"

    async def redo(self) -> str:
        """Redo what was undone last; raises ActError and ConflictError."""
        if not self.history.undone:
            raise ActError("there is nothing to do again")
        deed = self.history.undone[-1]
        async with self._acting:
            await asyncio.to_thread(write_deed_again, deed)
        self.history = self.history.forth()
        self.change()
        return f"done again: {deed.told}"

    def _require_letter(self) -> tuple[Build, WrittenLetter]:
        build = self._require_build()
        if build.letter is None or build.letter.placed is None:
            raise ActError("there is no letter yet")
        return build, build.letter.placed.written

    def _require_build(self) -> Build:
        if self.last is None:
            raise ActError("there is no page yet; mend the files first")
        return self.last

    async def run(self) -> None:
        """Build on every change until closed; the newest change wins."""
        self.change()
        while not self._closing:
            await self._woken.wait()
            self._woken.clear()
            if not self._closing:
                wanted = self._wanted
                await self._rebuild()
                self._settled = wanted
                self._renew_engine_if_due()
        if self._renewal is not None:
            self._renewal.cancel()
        await asyncio.to_thread(self._worker.shutdown)  # the engine may be trying an act
        self.gallery.close()

    async def publish(self) -> None:
        """Tell every page the current state."""
        last = self.last
        view = await self.work(lambda: self._view(last)) if last is not None else None
        letter = last.letter.problems if last is not None and last.letter else ()
        problems = (*self.problems, *(p for p in letter if p not in self.problems))
        state = {
            "stale": any(p.severity is Severity.ERROR for p in problems),
            "problems": view_problems(problems),
            "undo": self.history.done[-1].told if self.history.done else None,
            "redo": self.history.undone[-1].told if self.history.undone else None,
            "view": view,
            "profiles": self._list_choosable_profiles(),
        }
        self.bulletin.tell(NewsKind.STATE, state)

    def _list_choosable_profiles(self) -> Sequence[str]:
        """Return the profiles to choose from, where none is named, or one that does not exist."""
        if not any(problem.code in WITHOUT_PROFILE for problem in self.problems):
            return ()
        return [path.name for path in list_profiles(self.shop.workspace)]

    def _view(self, build: Build) -> Mapping[str, object]:
        """Return what pages are told of a build; its pictures may be asked for from then on."""
        self._hang_sheets(build)
        return view_build(build, self.shop.request, self.shop.workspace)

    def _show_sheets(self, printed: Printed, loop: asyncio.AbstractEventLoop) -> None:
        """Tell of new sheets, from the thread that builds them, before everything else is known:
        computing the rest would keep the picture waiting.
        """
        sheets = resume_sheets(printed.inputs, printed.fitted)
        hanging = self.gallery.hang(RESUME, printed.pdf, [sheet.digest for sheet in sheets])
        news = {"sheets": [to_builtins(sheet) for sheet in sheets]}
        loop.call_soon_threadsafe(self.bulletin.tell, NewsKind.SHEETS, news)
        wait([hanging])

    def _hang_sheets(self, build: Build) -> None:
        """Put the pages of both documents into the gallery, where pictures of them are asked
        for.
        """
        sheets = resume_sheets(build.inputs, build.fitted)
        self.gallery.hang(RESUME, build.pdf, [sheet.digest for sheet in sheets])
        if build.letter is not None and build.letter.placed is not None:
            sheets = letter_sheets(build.letter.placed)
            self.gallery.hang(LETTER, build.letter.pdf, [sheet.digest for sheet in sheets])

    async def _rebuild(self) -> None:
        """Build once more, tell the pages if anything is new, then see to the letter."""
        wanted, before = self._wanted, self.last
        made = await self._build(before, wanted)
        if made is None:
            return
        if made.value is None or made.value is not before or made.diagnostics != self.problems:
            if before is not None and made.value is not None and made.value is not before:
                self._earlier.append(before)
            self.last = made.value or before
            self.problems = made.diagnostics
            self._forget_trials()
            if any(problem.code == "engine-crashed" for problem in made.diagnostics):
                self.shop = replace(self.shop, engine=LayoutEngine())
            await self.publish()
            if self.last is not None and (before is None or self.last.pdf is not before.pdf):
                await asyncio.sleep(LETTER_AFTER_S)
        if self._wanted == wanted and self.last is not self._lettered:
            await self._add_letter()

    def _forget_trials(self) -> None:
        for trial in self._tried.values():
            trial.forget()
        self._tried = {}

    def _renew_engine_if_due(self) -> None:
        """Let another engine take over where this one has laid out much."""
        is_renewing = self._renewal is not None and not self._renewal.done()
        if self.last is not None and not is_renewing and is_due(self.shop.engine):
            self._renewal = asyncio.create_task(self._renew(self.last))

    async def _renew(self, build: Build) -> None:
        def is_idle() -> bool:
            return self._working == 0 and self._chosen is None

        engine = await succeed(self.shop, build, is_idle)
        if engine is None:
            return
        earlier, self.shop = self.shop.engine, replace(self.shop, engine=engine)
        self._forget_trials()
        earlier.close()

    async def _build(self, before: Build | None, wanted: int) -> Outcome[Build] | None:
        """Build from the files as they are; None where a later change makes it pointless."""
        loop = asyncio.get_running_loop()
        chosen, self._chosen = self._chosen, None

        def is_stale(inputs: Inputs) -> bool:
            if self._closing:
                return True
            return self._wanted != wanted and changed_since(inputs, self.shop.job)

        def show(printed: Printed) -> None:
            self._show_sheets(printed, loop)

        try:
            earlier = tuple(self._earlier)
            made = await self.work(
                lambda: build(self.shop, before, chosen, is_stale, show, earlier)
            )
        except StaleError:
            return None
        except Exception as error:  # the page stays, whatever a strange file did
            made = Outcome(None, (_make_failure("preview-failed", error),))
        if made.errors and before is not None:
            await asyncio.sleep(PROBLEM_AFTER_S)
            return made if self._wanted == wanted else None
        return made

    async def _add_letter(self) -> None:
        """Make the letter once the resume is on the screen, and tell of it."""
        build = self.last
        if build is None:
            return
        try:
            made = await self.work(lambda: with_letter(self.shop, build))
        except Exception as error:  # as above
            made = replace(build, letter=BuiltLetter(None, None, (_make_failure("letter", error),)))
        self.last = self._lettered = made
        await self.publish()


def _make_failure(code: str, error: Exception) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, f"{type(error).__name__}: {error}")
