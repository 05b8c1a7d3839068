"""The line of a header with a birth date and a nationality, where the profile shows them."""

from lapel.document.dates import format_day
from lapel.document.tree import Block
from lapel.locale.words import Words
from lapel.profile.model import Basics
from lapel.text.inline import Run, parse_inline
from lapel.theme.model import BlockKind


def draft_personal(basics: Basics, separator: str, words: Words) -> tuple[Block, ...]:
    """A line like that of the contact, or none."""
    said: list[tuple[str, tuple[Run, ...]]] = []
    if basics.birth_date is not None:
        said.append((words.personal.birth_date, (Run(format_day(basics.birth_date, words)),)))
    if basics.nationality is not None:
        said.append((words.personal.nationality, parse_inline(basics.nationality.markdown)))
    runs: list[Run] = []
    for label, value in said:
        runs += [*([Run(separator)] if runs else []), Run(f"{label}{words.colon}"), *value]
    return (Block("header/personal", BlockKind.CONTACT, tuple(runs)),) if runs else ()
