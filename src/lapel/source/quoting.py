"""A YAML text as the person meant it: where it ends in the file, and its quoted spelling."""

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"""(?P<lead>[ ]*(?P<dashes>(?:-[ ]+)*))
        (?P<key>(?:"[^"]*"|'[^']*'|[^\s\-?#:"'\[\]{}*&!|>%@`,][^:#]*?)[ ]*:(?:[ ]+|$))?
        (?P<value>.*)""",
    re.VERBOSE,
)
_FIELD_NAME = re.compile(r"[a-z$][A-Za-z0-9_-]*[ ]*:[ ]*|[\"'].*")
_STRUCTURE = re.compile(r"\s*(?:- |-$|[a-z$][A-Za-z0-9_-]*:(?:\s|$))")


@dataclass(frozen=True, slots=True)
class Written:
    """One line as list markers, key and value; ``owner`` is the column the value belongs to.

    Columns count from 0. What continues the value stands deeper than ``owner``.
    """

    prefix: str
    value: str
    column: int
    owner: int

    @property
    def label(self) -> str:
        """What the value is quoted behind: ``- `` for a bullet, ``key: `` for a field."""
        return self.prefix[self.owner :] if self.owner >= 0 else ""


def split_line(line: str) -> Written:
    """Take a line apart; after a dash only a field's name is a key, a sentence's colon is not."""
    match = _LINE.fullmatch(line)
    if match is None:
        return Written("", line, 0, -1)
    lead, dashes, key = match["lead"], match["dashes"], match["key"] or ""
    if dashes and key and not _FIELD_NAME.fullmatch(key):
        key = ""
    owner = len(lead) if key else len(lead.rstrip()) - 1
    prefix = lead + key
    return Written(prefix, line[len(prefix) :].rstrip(), len(prefix), owner)


def continuation(lines: tuple[str, ...], line: int, owner: int) -> int:
    """The number of the last line (from 1) of the value that begins on ``line``."""
    last = line
    while last < len(lines):
        following = lines[last]
        if not following.strip() or len(following) - len(following.lstrip()) <= owner:
            break
        last += 1
    return last


def is_structure(line: str) -> bool:
    """Whether a line begins with a list's dash or a field's name."""
    return _STRUCTURE.match(line) is not None


def quoted_spelling(lines: tuple[str, ...], line: int) -> str:
    """The bullet or field of ``line`` (from 1) with its whole text in quotes, ready to paste."""
    written = split_line(lines[line - 1])
    last = continuation(lines, line, written.owner)
    parts = [written.value, *(part.strip() for part in lines[line:last])]
    return written.label + in_quotes(" ".join(parts))


def in_quotes(text: str) -> str:
    """The text as a quoted YAML scalar, in whichever quotes leave it more readable."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
