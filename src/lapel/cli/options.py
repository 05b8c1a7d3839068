"""Options that several commands share. Each may also be set in the environment as `LAPEL_…`.

A value that is None was given neither as a flag nor in the environment: then the job file counts,
then `lapel.yaml`, then lapel's own default. Each option is named as the field of `Request` that
holds its value, so that a command takes those it has as they come: `Request(**asked)`.
"""

import os
from datetime import date, datetime
from pathlib import Path

import click

from lapel.store.formats import FORMATS, PAPERS, USUAL_FORMATS
from lapel.text.plurals import join_and


class Formats(click.ParamType[tuple[str, ...]]):
    """A list of formats with commas between: "pdf,docx"; gives them in our own order, once each."""

    name = "formats"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, ...]:
        """The formats as a tuple; a usage error names what is not one."""
        asked = [part.strip().lower() for part in str(value).split(",") if part.strip()]
        unknown = [part for part in asked if part not in FORMATS]
        if unknown or not asked:
            found = f"'{unknown[0]}' is no format" if unknown else "no format named"
            self.fail(f"{found}; the formats are {join_and(FORMATS)}", param, ctx)
        return tuple(name for name in FORMATS if name in asked)


class Day(click.ParamType[date]):
    """A day: "today", or a date as job files may have it ("2026-03-02", "2 March 2026")."""

    name = "day"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day; a usage error where the text names none for certain."""
        from lapel.job.dates import read_date  # noqa: PLC0415 - help must load nothing

        if isinstance(value, date):
            return value
        text = str(value).strip()
        if text.casefold() == "today":
            return datetime.now().astimezone().date()
        day = read_date(text)
        if day is None:
            self.fail(f"'{text}' names no day for certain; write it as 2026-03-02", param, ctx)
        return day


class Folder(click.Path):
    """A folder that is there, or may be made."""

    name = "folder"

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The folder's path; a usage error where none can be at it."""
        if not str(value).strip():
            self.fail("no folder named", param, ctx)
        path = Path(value)
        for part in (path, *path.parents):
            if part.is_symlink() and not part.exists():
                missing = f"'{part}' is a link to '{part.readlink()}', which does not exist"
                self.fail(f"{missing}; make that folder, or name another", param, ctx)
        return super().convert(value, param, ctx)


profile = click.option(
    "--profile",
    envvar="LAPEL_PROFILE",
    show_envvar=True,
    metavar="NAME",
    help="The profile: a file, or its name in profiles/.",
)
pages = click.option(
    "--pages",
    envvar="LAPEL_PAGES",
    show_envvar=True,
    type=click.IntRange(min=1),
    metavar="N",
    help="How many pages the resume has.",
)
theme = click.option(
    "--theme",
    envvar="LAPEL_THEME",
    show_envvar=True,
    metavar="NAME",
    help="The theme: a folder in templates/, or one of lapel's own.",
)
paper = click.option(
    "--paper",
    envvar="LAPEL_PAPER",
    show_envvar=True,
    type=click.Choice(PAPERS, case_sensitive=False),
    help="The paper.",
)
language = click.option(
    "--language",
    envvar="LAPEL_LANGUAGE",
    show_envvar=True,
    metavar="TAG",
    help="The documents' language, such as de or pt-BR.",
)
personal = click.option(
    "--personal/--no-personal",
    envvar="LAPEL_PERSONAL",
    show_envvar=True,
    default=None,
    help="Print photo, birth date and nationality, which some countries expect.",
)
public = click.option(
    "--public",
    is_flag=True,
    envvar="LAPEL_PUBLIC",
    show_envvar=True,
    help="Leave out telephone, mail and place, for the web.",
)
combined = click.option(
    "--combined",
    is_flag=True,
    envvar="LAPEL_COMBINED",
    show_envvar=True,
    help="Write one PDF of letter and resume as well.",
)
reference = click.option(
    "--reference-docx",
    "reference",
    envvar="LAPEL_REFERENCE_DOCX",
    show_envvar=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="A Word file whose styles, page, header and footer the DOCX takes.",
)
output = click.option(
    "--output",
    envvar="LAPEL_OUTPUT",
    show_envvar=True,
    type=Folder(),
    metavar="DIR",
    help="The folder in which the job's own folder is made.",
)
formats = click.option(
    "--format",
    "formats",
    envvar="LAPEL_FORMAT",
    show_envvar=True,
    type=Formats(),
    metavar="LIST",
    help=f"What to write, of {','.join(FORMATS)}; {','.join(USUAL_FORMATS)} where not said.",
)
letter_date = click.option(
    "--date",
    "letter_date",
    envvar="LAPEL_DATE",
    show_envvar=True,
    type=Day(),
    metavar="DAY",
    help="The letter's date, such as 2026-03-02 or today; otherwise the application date.",
)
letter_words = click.option(
    "--words",
    "letter_words",
    envvar="LAPEL_WORDS",
    show_envvar=True,
    type=click.IntRange(min=50),
    metavar="N",
    help="The most words a drafted letter has.  [default: 400]",
)
