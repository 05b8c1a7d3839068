"""Mistakes in a command line, reported as other problems are: what is wrong, what to do.

Click says which kind of mistake it is; where the kind says it all, the words are ours, else
Click's.
"""

from pathlib import Path
from shlex import quote
from typing import IO, Any

import click
from click.core import ParameterSource
from click.exceptions import NoArgsIsHelpError, NoSuchCommand

from lapel.cli.console import complain
from lapel.text.plurals import join_and

MOST_JOBS = 6


class Misuse(click.UsageError):
    """A mistake in the command line; ``help`` says what to do."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.help = help

    def show(self, file: IO[Any] | None = None) -> None:  # noqa: ARG002 - always on stderr
        """Print it as a problem of a file is printed."""
        complain(self.message, self.help)


def in_our_words(error: click.UsageError, here: click.Context | None = None) -> click.UsageError:
    """Return the error in lapel's words; ``here`` is where it came up, which not every error
    knows.
    """
    if isinstance(error, Misuse | NoArgsIsHelpError):
        return error
    path = [here.command_path, here.invoked_subcommand or ""] if here else ["lapel"]
    command = error.ctx.command_path if error.ctx else " ".join(filter(None, path))
    return Misuse(_word_message(error), _suggest_jobs(error, command) or f"see {command} --help")


def _suggest_jobs(error: click.UsageError, command: str) -> str:
    """Return the command with the name of an existing job, and other jobs; "" where no job is
    missing.
    """
    missing = isinstance(error, click.MissingParameter) and error.param
    if not missing or missing.name not in ("job", "jobs"):
        return ""
    from lapel.workspace import find_workspace, list_jobs  # noqa: PLC0415 - help must load nothing

    workspace = find_workspace(Path()).value
    jobs = list_jobs(workspace) if workspace else ()
    others = join_and([*map(str, jobs[1:MOST_JOBS]), *(["others"] if jobs[MOST_JOBS:] else [])])
    return f"{command} {quote(str(jobs[0]))}{f', or {others}' if others else ''}" if jobs else ""


def _word_message(error: click.UsageError) -> str:
    match error:
        case click.NoSuchOption(option_name=name, possibilities=near):
            return f"there is no option '{name}'{_suggest_meant(near)}"
        case NoSuchCommand(command_name=name, possibilities=near):
            return f"there is no command '{name}'{_suggest_meant(near)}"
        case click.MissingParameter(param=click.Parameter() as missing, ctx=click.Context() as ctx):
            return f"no {missing.make_metavar(ctx).removesuffix('...')} named"
        case click.BadParameter(param=click.Parameter() as wrong, ctx=click.Context() as ctx):
            return f"{_find_place(wrong, ctx)}: {error.message}"
        case _:
            said = error.format_message().removesuffix(".")
            return said[:1].lower() + said[1:]


def _suggest_meant(near: list[str] | None) -> str:
    return f"; did you mean '{near[0]}'?" if near else ""


def _find_place(wrong: click.Parameter, ctx: click.Context) -> str:
    """Return where a wrong value was given: an option, the environment's variable or an
    argument.
    """
    source = ctx.get_parameter_source(wrong.name) if wrong.name else None
    if source is ParameterSource.ENVIRONMENT and isinstance(wrong.envvar, str):
        return wrong.envvar
    return wrong.opts[0] if isinstance(wrong, click.Option) else wrong.make_metavar(ctx)
