"""The layout engine in a separate process.

It loads, which takes longer than anything else, while the parent reads, matches and chooses; it
writes the PDF while the parent writes the DOCX; it stays warm from one job to the next; and where a
native library crashes, only the child ends.
"""

import contextlib
import gc
import os
import signal
import sys
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from importlib import import_module
from io import StringIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVarTuple

from msgspec import Struct

if TYPE_CHECKING:
    from multiprocessing.connection import Connection


Arguments = TypeVarTuple("Arguments")

IDLE_S = 0.1
"""The time without a call after which the engine tidies up: in a preview it lives for hours."""


SAFE_PATH = "PYTHONSAFEPATH"


class EngineCrashedError(Exception):
    """The process of the layout engine ended unasked; the message says how."""


class Pending(Struct, frozen=True):
    """An answer that the engine is working on. ``wait`` returns it, or raises what the call raised;
    of an answer in parts, each ``wait`` returns the next.
    """

    engine: "LayoutEngine"
    number: int

    def wait(self) -> Any:  # noqa: ANN401 - whatever the function asked for gives
        """Return the answer, once it is there."""
        return self.engine.receive(self.number)

    def settle(self) -> None:
        """Wait until the call is over, whatever its result."""
        with contextlib.suppress(Exception):
            self.wait()

    def forget(self) -> None:
        """Throw the answer away when it comes."""
        self.engine.forget(self.number)


class LayoutEngine:
    """A child process that calls functions which need WeasyPrint, one at a time, in order.

    It is a context manager: the child ends with the block.
    """

    def __init__(self) -> None:
        # explain starts no process
        from multiprocessing import get_context, resource_tracker  # noqa: PLC0415

        # A fresh interpreter: a fork would take along locks and threads of native libraries.
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        resource_tracker.ensure_running()  # it would let interrupts through while it starts
        with _keep_path_safe(), _hold_interrupts():
            self._process.start()
        theirs.close()
        self._asked = 0
        self._answers: defaultdict[int, list[tuple[Any, Exception | None]]] = defaultdict(list)
        self._forgotten: set[int] = set()
        self._to_load: list[str] = []

    @property
    def process_id(self) -> int:
        """The child's process id, while it lives."""
        return self._process.pid or 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def asked(self) -> int:
        """The number of calls so far."""
        return self._asked

    def close(self) -> None:
        """End the child; no calls may follow."""
        self._connection.close()
        self._process.terminate()
        self._process.join()

    def call(self, function: Callable[[*Arguments], Any], *arguments: *Arguments) -> Pending:
        """Begin a call of a module's function with arguments that can be pickled; the items of a
        generator are the parts of its answer.
        """
        try:
            self._asked += 1
            self._connection.send((self._asked, function, arguments))
        except OSError as error:
            raise self._make_crash_error() from error
        return Pending(self, self._asked)

    def load_meanwhile(self, modules: Sequence[str]) -> None:
        """Load these modules, one by one, whenever this process would wait for an answer."""
        self._to_load = [name for name in modules if name not in sys.modules]

    def receive(self, number: int) -> Any:  # noqa: ANN401 - as above
        """Return the next answer to the call of this number; others that arrive wait for theirs."""
        while not self._answers[number]:
            try:
                while self._to_load and not self._connection.poll():
                    import_module(self._to_load.pop(0))
                answered, answer, error = self._connection.recv()
            except (EOFError, OSError) as ended:
                raise self._make_crash_error() from ended
            self._forgotten = {one for one in self._forgotten if one >= answered}  # it keeps order
            if answered not in self._forgotten:
                self._answers[answered].append((answer, error))
        answer, error = self._answers[number].pop(0)
        if not self._answers[number]:
            del self._answers[number]
        if error is not None:
            raise error
        return answer

    def forget(self, number: int) -> None:
        """Keep no answer to the call of this number."""
        self._answers.pop(number, None)
        self._forgotten.add(number)

    def _make_crash_error(self) -> EngineCrashedError:
        self._process.join()
        code = self._process.exitcode or 0
        how = f"with signal {-code}" if code < 0 else f"with exit code {code}"
        return EngineCrashedError(f"the layout engine's process ended {how}")


class Press(Struct, frozen=True):
    """The engine that lays pages out, and the folder for what is kept from run to run, which may be
    deleted at any time.
    """

    engine: LayoutEngine
    cache: Path


@contextlib.contextmanager
def _keep_path_safe() -> Iterator[None]:
    """Keep a fresh interpreter from looking for modules in the current folder, where a person may
    well have a `struct.py`.
    """
    asked = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    try:
        yield
    finally:
        if asked is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = asked


@contextlib.contextmanager
def _hold_interrupts() -> Iterator[None]:
    """Keep the terminal's interrupt, which goes to every process, from a fresh interpreter: only
    the parent ends, and ends the child.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: "Connection") -> None:
    """Run the child: load the engine at once, then answer calls until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(100_000)  # laying out makes objects and keeps them
    missing: OSError | None = None
    try:
        with contextlib.redirect_stdout(StringIO()):  # lapel has advice of its own
            import weasyprint  # noqa: F401, PLC0415 - without Pango every call is told so
    except OSError as error:
        missing = error

    import jinja2  # noqa: F401, PLC0415 - what calls need is loaded before the first one comes

    import lapel.rendering.heights.measuring  # noqa: PLC0415 - as above
    import lapel.rendering.pdf.document  # noqa: F401, PLC0415 - as above

    gc.freeze()  # loaded modules stay; no need to look at them again
    while True:
        try:
            if not connection.poll(IDLE_S):
                gc.collect()  # pages refer to each other, and hold fonts outside Python's memory
            number, function, arguments = connection.recv()
        except (EOFError, OSError):
            return
        try:
            if missing is not None:
                raise missing
            answer = function(*arguments)
            for part in answer if isinstance(answer, Generator) else [answer]:
                connection.send((number, part, None))
        except Exception as error:
            with contextlib.suppress(OSError):  # the parent may be gone
                connection.send((number, None, error))
