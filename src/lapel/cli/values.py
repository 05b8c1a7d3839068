"""The values allowed on the command line; wrong ones are reported in lapel's words."""

import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from lapel.store.formats import FORMATS
from lapel.text.plurals import join_and


def whole_number(least: int, most: int | None = None) -> Callable[[object], int]:
    """Return a whole number from ``least`` on, up to ``most`` where that is named."""
    to = "" if most is None else f" to {most}"

    def read(value: object) -> int:
        wrong = click.BadParameter(f"expected a whole number from {least}{to}, found '{value}'")
        try:
            found = int(str(value))
        except ValueError:
            raise wrong from None
        if found < least or (most is not None and found > most):
            raise wrong
        return found

    return read


class OneOf(click.Choice[str]):
    """One of a few words, in any case."""

    def __init__(self, choices: tuple[str, ...]) -> None:
        super().__init__(choices, case_sensitive=False)

    def get_invalid_choice_message(self, value: object, ctx: click.Context | None) -> str:  # noqa: ARG002
        """Say which words were expected, and which was found."""
        return f"expected {join_and(self.choices, 'or')}, found '{value}'"


def format_list(value: object) -> tuple[str, ...]:
    """Read a list of formats with commas between: "pdf,docx"; return them in our own order, once
    each.
    """
    asked = [part.strip().lower() for part in str(value).split(",") if part.strip()]
    unknown = [part for part in asked if part not in FORMATS]
    if unknown or not asked:
        found = f"'{unknown[0]}' is not a format" if unknown else "no format named"
        raise click.BadParameter(f"{found}; the formats are {join_and(FORMATS)}")
    return tuple(name for name in FORMATS if name in asked)


def parse_day(value: object) -> date:
    """Return a day: "today", or a date as job files may have it ("2026-03-02", "2 March 2026")."""
    from lapel.locale.days import read_day  # noqa: PLC0415 - help must load nothing

    text = str(value).strip()
    if text.casefold() == "today":
        return datetime.now().astimezone().date()
    found = read_day(text)
    if found is None:
        raise click.BadParameter(f"'{text}' is not clearly a day; write it as 2026-03-02")
    return found


class _CheckedPath(click.Path):
    """A path; a usage error where ``wrong`` says what is wrong with it."""

    def __init__(self, wrong: Callable[[str], str]) -> None:
        super().__init__(path_type=Path)
        self._wrong = wrong

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | os.PathLike[str]:
        """Return the path, where nothing is wrong with it."""
        if wrong := self._wrong(str(value)):
            self.fail(wrong, param, ctx)
        return super().convert(value, param, ctx)


def _is_no_file(value: str) -> str:
    return "" if Path(value).is_file() else f"there is no file '{value}'"


def _is_no_folder(value: str) -> str:
    """Return why no folder can be at a path, "" where one can."""
    path = Path(value)
    if not value.strip():
        return "no folder named"
    if path.is_file():
        return f"'{path}' is a file, expected a folder"
    for part in (path, *path.parents):
        if part.is_symlink() and not part.exists():
            missing = f"'{part}' is a link to '{part.readlink()}', which does not exist"
            return f"{missing}; make that folder, or name another"
    return ""


existing_file = _CheckedPath(_is_no_file)
"""An existing file."""
output_folder = _CheckedPath(_is_no_folder)
"""A folder that exists, or may be made."""
