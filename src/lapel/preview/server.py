"""One preview from its start to Ctrl-C: the socket, the watcher, the builder, the server."""

import asyncio
import contextlib
import signal
import socket
import sys
from collections.abc import Callable
from secrets import token_urlsafe
from threading import Event, Thread
from types import FrameType

import uvicorn

from lapel.preview.application import Answers, read_own_files
from lapel.preview.building import Shop
from lapel.preview.guarding import ADDRESS, Door, Guarded
from lapel.preview.session import Session
from lapel.preview.watching import changes_in, watched_folders

PATIENCE_S = 2
TURN_S = 0.0005
"""How long a thread runs while another waits. It is short so that messages get past a build that
goes on computing; by default Python would let them wait ten times as long at every step.
"""


class _Server(uvicorn.Server):
    """A server that ends the open event streams when it is told to stop."""

    def __init__(self, config: uvicorn.Config, before_exit: Callable[[], None]) -> None:
        super().__init__(config)
        self._before_exit = before_exit

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Take the signal: pages first, then the server."""
        self._before_exit()
        super().handle_exit(sig, frame)


def open_socket(port: int) -> socket.socket:
    """Return a socket at a port of this machine only, 0 for any free one; OSError where it is
    taken.
    """
    return socket.create_server((ADDRESS, port))


def serve(shop: Shop, at: socket.socket, *, watch: bool) -> None:
    """Serve the preview of one job until it is interrupted."""
    sys.setswitchinterval(TURN_S)
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_serve(shop, at, watch=watch))


async def _serve(shop: Shop, at: socket.socket, *, watch: bool) -> None:
    loop = asyncio.get_running_loop()
    session, stop = Session(shop), Event()
    token = token_urlsafe(24)
    door = Door(at.getsockname()[1], token)
    app = Guarded(Answers(session, token, read_own_files()).app(), door)

    def let_go() -> None:
        stop.set()
        loop.call_soon_threadsafe(session.close)

    def tell_changes() -> None:
        for _ in changes_in(lambda: watched_folders(shop.job, shop.root, session.inputs), stop):
            loop.call_soon_threadsafe(session.change)

    config = uvicorn.Config(
        app,
        lifespan="off",
        log_level="critical",
        ws="none",
        server_header=False,
        timeout_graceful_shutdown=PATIENCE_S,
    )
    if watch:
        Thread(target=tell_changes, daemon=True, name="lapel-watch").start()
    building = asyncio.create_task(session.run())
    await _Server(config, let_go).serve(sockets=[at])
    let_go()
    await building
    signal.signal(signal.SIGINT, signal.default_int_handler)
