"""What a value on the command line may be; a wrong one is told in lapel's words."""

import os
from datetime import date, datetime
from pathlib import Path

import click

from lapel.store.formats import FORMATS
from lapel.text.plurals import join_and


class Number(click.ParamType[int]):
    """A whole number from ``least`` on, up to ``most`` where that is named."""

    name = "number"

    def __init__(self, least: int, most: int | None = None) -> None:
        self.least, self.most = least, most

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number; a usage error says which would do."""
        to = "" if self.most is None else f" to {self.most}"
        expected = f"expected a whole number from {self.least}{to}, found '{value}'"
        try:
            number = int(str(value))
        except ValueError:
            self.fail(expected, param, ctx)
        if number < self.least or (self.most is not None and number > self.most):
            self.fail(expected, param, ctx)
        return number


class OneOf(click.Choice[str]):
    """One of a few words, in any case."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__(choices, case_sensitive=False)

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        """What would have been one."""
        return f"expected {join_and(self.choices, 'or')}, found '{value}'"


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
        from lapel.locale.days import read_day  # noqa: PLC0415 - help must load nothing

        if isinstance(value, date):
            return value
        text = str(value).strip()
        if text.casefold() == "today":
            return datetime.now().astimezone().date()
        day = read_day(text)
        if day is None:
            self.fail(f"'{text}' names no day for certain; write it as 2026-03-02", param, ctx)
        return day


class File(click.Path):
    """A file that is there."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """The file's path; a usage error where there is none."""
        if not Path(value).is_file():
            self.fail(f"there is no file '{value}'", param, ctx)
        return super().convert(value, param, ctx)


class Folder(click.Path):
    """A folder that is there, or may be made."""

    name = "folder"

    def __init__(self) -> None:
        super().__init__(path_type=Path)

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
        if path.is_file():
            self.fail(f"'{path}' is a file, expected a folder", param, ctx)
        for part in (path, *path.parents):
            if part.is_symlink() and not part.exists():
                missing = f"'{part}' is a link to '{part.readlink()}', which does not exist"
                self.fail(f"{missing}; make that folder, or name another", param, ctx)
        return super().convert(value, param, ctx)
