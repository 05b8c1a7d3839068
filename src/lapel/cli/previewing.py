"""Starting the preview of one job, or naming the address where it is shown already."""

import errno
import socket
from pathlib import Path

import click

from lapel.cli.console import cache_folder, collect_garbage_often, complain, print_diagnostics
from lapel.cli.exit_codes import ExitCode
from lapel.matching.remembering import Memory
from lapel.options import Request
from lapel.rendering.engine import LayoutEngine
from lapel.source.reading import read_source


def preview_job(
    job: Path, request: Request, *, port: int | None, watch: bool, open_it: bool
) -> ExitCode:
    """Serve the page until Ctrl-C; if one runs already, name it instead."""
    read = read_source(job)
    if read.value is None:
        print_diagnostics(read.diagnostics)
        return ExitCode.UNREADABLE
    from lapel.preview.presence import last_presence, note_presence  # noqa: PLC0415 - as below

    cache = cache_folder()
    earlier = last_presence(cache, job)
    if earlier is not None and earlier.is_there():
        complain(f"{job} is already shown at {earlier.address}")
        if open_it:
            click.launch(earlier.address)
        return ExitCode.NOT_DONE
    collect_garbage_often()
    with LayoutEngine() as engine:
        from lapel.preview.building import Shop  # noqa: PLC0415 - loads while the engine does
        from lapel.preview.server import serve  # noqa: PLC0415 - as above

        at = _open_wanted_socket(port, earlier.port if earlier else 0)
        if at is None:
            taken = f"port {port} is taken, or may not be used"
            complain(taken, "name another, or leave out --port to get a free one")
            return ExitCode.NOT_DONE
        presence = note_presence(cache, job, at.getsockname()[1])
        click.echo(f"{job} is shown at {presence.address}")
        click.echo("press Ctrl-C to stop")
        if open_it:
            click.launch(presence.address)
        serve(Shop(job, request, engine, cache, Memory.in_folder(cache)), at, watch=watch)
    return ExitCode.DONE


def _open_wanted_socket(port: int | None, last_port: int) -> socket.socket | None:
    """Return a socket at the port named; else at the last one, where open pages wait, or any free
    one.
    """
    from lapel.preview.server import open_socket  # noqa: PLC0415 - help loads no server

    for wanted in (last_port, 0) if port is None else (port,):
        try:
            return open_socket(wanted)
        except OSError as error:
            if error.errno not in (errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL):
                raise
    return None
