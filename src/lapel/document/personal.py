"""The line of a header with a birth date and a nationality, where the profile shows them."""

from msgspec.structs import replace

from lapel.document.dates import format_day
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.profile.model import Basics
from lapel.text.inline import LINE_BREAK, Run
from lapel.theme.model import BlockKind


def with_personal(
    header: tuple[Block, ...], basics: Basics, separator: str, words: Words
) -> tuple[Block, ...]:
    """Return the header with a last line of personal facts, if there are any: one leaf with the
    contact line, so that a rule drawn under it is under both.
    """
    runs = _build_personal_line(basics, separator, words)
    *before, last = header
    if not runs:
        return header
    if last.kind is BlockKind.CONTACT:
        return (*before, replace(last, text=(*last.text, Run(LINE_BREAK), *runs)))
    return (*header, Block("header/personal", BlockKind.CONTACT, runs))


def _build_personal_line(basics: Basics, separator: str, words: Words) -> tuple[Run, ...]:
    said: list[tuple[str, tuple[Run, ...]]] = []
    if basics.birth_date is not None:
        said.append((words.personal.birth_date, (Run(format_day(basics.birth_date, words)),)))
    if basics.nationality is not None:
        said.append((words.personal.nationality, basics.nationality.runs))
    runs: list[Run] = []
    for label, value in said:
        runs += [*([Run(separator)] if runs else []), Run(f"{label}{words.colon}"), *value]
    return tuple(runs)
