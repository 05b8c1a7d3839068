"""A Click group whose commands are imported only when one of them runs."""

import errno
import os
import sys
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from lapel.cli.exit_codes import ExitCode
from lapel.text.plurals import join_and
from lapel.text.spelling import find_nearest


class CommandGroup(click.Group):
    """Commands by name, each ``command`` in ``lapel.cli.<name>``, with their one-line helps."""

    def __init__(self, *args: Any, helps: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helps = helps

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names in the order of the table, which is the order of use."""
        return list(self.helps)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, imported now; None for a name the table does not have."""
        if cmd_name not in self.helps:
            return None
        command = import_module(f"lapel.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table itself: asking the commands for their helps would import them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.helps.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first argument names, or a usage error that teaches."""
        if args[0] not in self.helps and not args[0].startswith("-"):
            raise self._make_unknown_error(args[0])
        return super().resolve_command(ctx, args)

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        """Make a context without colour where NO_COLOR is set, which Click ignores."""
        if os.environ.get("NO_COLOR"):
            extra.setdefault("color", False)
        try:
            return super().make_context(info_name, args, parent, **extra)
        except click.UsageError as error:
            raise _in_our_words(error) from None
        except OSError as error:  # help is printed here
            sys.exit(_report_refusal(error))

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; report an interruption and a failing disk in a line, not a traceback."""
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _in_our_words(error, ctx) from None
        except (KeyboardInterrupt, click.Abort):
            click.echo("\ninterrupted", err=True)
            ctx.exit(ExitCode.INTERRUPTED)
        except OSError as error:
            ctx.exit(_report_refusal(error))

    def _make_unknown_error(self, name: str) -> click.UsageError:
        from lapel.cli.misuse import Misuse  # noqa: PLC0415 - help must load nothing

        help = f"the commands are {join_and(list(self.helps))}"
        if Path(name).suffix:
            help = f"to tailor a job file: lapel tailor {name}"
        if near := find_nearest(name, self.helps):
            help = f"did you mean '{near}'?"
        return Misuse(f"there is no command '{name}'", help)


def _in_our_words(error: click.UsageError, here: click.Context | None = None) -> click.UsageError:
    from lapel.cli.misuse import in_our_words  # noqa: PLC0415 - help must load nothing

    return in_our_words(error, here)


def _report_refusal(error: OSError) -> ExitCode:
    """Report in a line what the system refused. An error without a number is a library that did not
    load; to a reader that went away nothing is said.
    """
    if error.errno == errno.EPIPE:
        raise error
    from lapel.cli.console import complain  # noqa: PLC0415 - help must load nothing

    if error.strerror is None:
        from lapel.cli.doctor import pango_line  # noqa: PLC0415 - once in a lifetime

        help = f"paste this line, then run lapel again: {pango_line()}"
        complain(str(error).splitlines()[0], help)
        return ExitCode.ENVIRONMENT
    where = f"{error.filename}: " if error.filename else ""
    complain(f"{where}{error.strerror.lower()}")
    return ExitCode.NOT_DONE
