"""The `lapel` command: a table of commands, each in its own file, none of them imported here."""

import atexit
import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

import click

from lapel import VERSION
from lapel.cli.commands import CommandGroup
from lapel.cli.exit_codes import MEANINGS

# A command lives for a second and drops next to nothing: looking for garbage costs a tenth of that
# time and frees a few megabytes. Commands that stay look for it more often.
gc.set_threshold(1_000_000)

# Read when the libraries load, here and in the layout engine. Waking more threads takes longer than
# products as small as ours; and plugins of other packages are neither looked for nor loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS = {
    "init": "Make a workspace with a sample that runs at once.",
    "tailor": "Write resume and letter for a job, as PDF and DOCX, and say why each choice.",
    "letter": "Write the draft of a job's letter as Markdown, to edit.",
    "preview": "Show a job's documents in the browser, live, and choose there.",
    "explain": "Show what a job asks for and what of the profile answers it.",
    "check": "Read profiles and job files and report every problem in them.",
    "theme": "List the themes, show one, or copy one to change.",
    "schema": "Print the JSON Schema of a profile or a job file.",
    "doctor": "Check that this machine has all that lapel needs.",
}

EPILOG = "\b\nExit codes:\n" + "\n".join(
    f"  {code.value:<5}{meaning}" for code, meaning in MEANINGS.items()
)


@click.group(
    cls=CommandGroup,
    helps=COMMANDS,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(VERSION, message="%(prog)s %(version)s")
def main() -> None:
    """Cut a resume to one job: from a master profile and your notes on the opening."""


def run() -> None:
    """Run the command, and leave the process at once: giving back every object one by one would
    take a tenth of the run. A stream closed by the shell (`>&-`) is replaced by one nobody reads,
    and characters that a stream cannot encode (in a Latin-1 locale) are escaped.
    """
    sys.stdout = sys.stdout or Path(os.devnull).open("w")  # noqa: SIM115 - open to the end
    sys.stderr = sys.stderr or Path(os.devnull).open("w")  # noqa: SIM115 - as above
    if isinstance(sys.stdout, TextIOWrapper) and sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        main(prog_name="lapel")
    except SystemExit as end:
        if not isinstance(end.code, int | None):
            raise
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code or 0)
