"""Options that several commands share. Each may also be set in the environment as `LAPEL_…`.

A value that is None was given neither as a flag nor in the environment: then the job file counts,
then `lapel.yaml`, then lapel's own default. Each option is named as the field of `Request` that
holds its value, so that a command takes those it has as they come: `Request(**asked)`.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from lapel.cli.values import (
    OneOf,
    existing_file,
    format_list,
    output_folder,
    parse_day,
    whole_number,
)
from lapel.store.formats import FORMATS, MOST_PAGES, PAPERS, USUAL_FORMATS

F = TypeVar("F", bound=Callable[..., Any])


def _option(flag: str, *names: str, **traits: Any) -> Callable[[F], F]:
    """Return a shared option, which an environment variable named like its flag may set too."""
    variable = f"LAPEL_{flag.partition('/')[0].lstrip('-').replace('-', '_').upper()}"
    return click.option(flag, *names, envvar=variable, show_envvar=True, **traits)


profile = _option(
    "--profile", metavar="NAME", help="The profile: a file, or its name in profiles/."
)
pages = _option(
    "--pages",
    type=whole_number(1, MOST_PAGES),
    metavar="N",
    help="How many pages the resume should have.",
)
theme = _option(
    "--theme", metavar="NAME", help="The theme: a folder in templates/, or a built-in one."
)
paper = _option("--paper", type=OneOf(PAPERS), help="The paper size.")
language = _option(
    "--language", metavar="TAG", help="The documents' language, such as de or pt-BR."
)
personal = _option(
    "--personal/--no-personal",
    default=None,
    help="Print photo, birth date and nationality, which some countries expect.",
)
public = _option(
    "--public", is_flag=True, help="Leave out phone, email and location, for posting on the web."
)
combined = _option(
    "--combined", is_flag=True, help="Also write one PDF with both letter and resume."
)
reference = _option(
    "--reference-docx",
    "reference",
    type=existing_file,
    metavar="FILE",
    help="A Word file that gives the DOCX its styles, page setup, header and footer.",
)
output = _option(
    "--output",
    type=output_folder,
    metavar="DIR",
    help="The folder in which to make the job's folder.  [default: output/]",
)
formats = _option(
    "--format",
    "formats",
    type=format_list,
    metavar="LIST",
    help=f"What to write, out of {','.join(FORMATS)}.  [default: {','.join(USUAL_FORMATS)}]",
)
letter_date = _option(
    "--date",
    "letter_date",
    type=parse_day,
    metavar="DAY",
    help="The letter's date, such as 2026-03-02 or today.  [default: the application date]",
)
letter_words = _option(
    "--words",
    "letter_words",
    type=whole_number(50),
    metavar="N",
    help="The most words a drafted letter may have.  [default: 400]",
)
port = _option(
    "--port",
    type=whole_number(0, 65535),
    metavar="N",
    help="The port to serve on.  [default: the last one used, or any free one]",
)
