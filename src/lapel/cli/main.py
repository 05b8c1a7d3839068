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
    "init": "Make a workspace with a sample that is ready to run.",
    "tailor": "Write a resume and letter for a job as PDF and DOCX, and explain each choice.",
    "letter": "Write a draft of a job's letter as Markdown for you to edit.",
    "preview": "Show a job's documents live in the browser, and change them there.",
    "explain": "Show what a job asks for and what in the profile answers it.",
    "check": "Report every problem in profiles, job files and finished documents.",
    "theme": "List the themes, preview one, or copy one to change.",
    "schema": "Print the JSON Schema of a file you write, or of what --json prints.",
    "doctor": "Check that this machine has everything lapel needs.",
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
    """Tailor a resume and cover letter to a job, from your profile and your notes on the job."""


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
