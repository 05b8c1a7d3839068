"""The meanings of the command's exit codes; scripts may rely on them."""

from enum import IntEnum


class ExitCode(IntEnum):
    """One code for each kind of ending; ``USAGE`` is also what Click itself exits with."""

    DONE = 0
    NOT_DONE = 1
    USAGE = 2
    UNREADABLE = 3
    ENVIRONMENT = 4
    INTERRUPTED = 130


MEANINGS = {
    ExitCode.DONE: "done, possibly with warnings",
    ExitCode.NOT_DONE: "something asked for was not done, or check found errors",
    ExitCode.USAGE: "the command line is wrong",
    ExitCode.UNREADABLE: "a file cannot be read",
    ExitCode.ENVIRONMENT: "something on this machine is missing; see lapel doctor",
    ExitCode.INTERRUPTED: "interrupted",
}
