"""A YAML text as the person meant it: its end in the file, and its quoted spelling."""

import re

from msgspec import Struct

from lapel.text.regexes import regex

_LINE = regex(
    r"""(?P<lead>[ ]*(?P<dash>-[ \t]+)?)
        (?P<key>(?:"[^"]*"|'[^']*'|[^\s\-?#:"'\[\]{}*&!|>%@`,][^:#]*?)[ ]*:(?:[ \t]+|$))?
        (?P<value>.*)""",
    re.VERBOSE,
)
_FIELD_NAME = regex(r"[a-z$][A-Za-z0-9_-]*[ ]*:[ \t]*")
_CURLY = {'"': '"', "“": "”", "„": "“”", "‘": "’", "«": "»", "»": "«"}
FIRM = "•●○◦▪▫■□◆◇♦‣⁃∙➢➤►▶➔➜✓✔✅☐☑★☆✦🔹🔸👉❖\uf0b7\uf0a7\uf0d8\uf0fc"
"""Marks that people, and programs that they copy from, put before the items of a list and nowhere
else; the last are Word's, out of its symbol font.
"""
BULLETS = f"{FIRM}·–—→»›"
BULLET = regex(rf"\s*(?:-|[{FIRM}*])[ \t]+\S")
"""The beginning of a line that is meant as a bullet, also with a pasted mark."""
_STRUCTURE = regex(r"\s*(?:- |-$|[a-z$][A-Za-z0-9_-]*:(?:\s|$))")


class Written(Struct, frozen=True):
    """One line as list markers, key and value; ``owner`` is the column the value belongs to.

    Columns count from 0. Lines that continue the value are indented deeper than ``owner``.
    """

    prefix: str
    value: str
    column: int
    owner: int

    @property
    def is_field(self) -> bool:
        """Whether the value is a field's own on its line, and not a bullet."""
        return self.prefix.rstrip().endswith(":")

    @property
    def label(self) -> str:
        """The part before the quoted value: ``- `` for a bullet, ``key: `` for a field, or both."""
        return self.prefix.lstrip()


def split_line(line: str) -> Written:
    """Take a line apart; after a dash only a field's name is a key, a sentence's colon is not."""
    match = _LINE.fullmatch(line)
    assert match is not None, "every line has a value, if an empty one"
    lead, dash, key = match["lead"], match["dash"], match["key"] or ""
    if dash and key and not _FIELD_NAME.fullmatch(key):
        key = ""
    owner = len(lead) if key else len(lead.rstrip()) - 1
    prefix = lead + key
    return Written(prefix, line[len(prefix) :].rstrip(), len(prefix), owner)


def split_item(line: str, column: int) -> Written:
    """Take a line apart at ``column`` (from 0), where an item of a list begins."""
    lead = line[:column].rstrip()
    if not lead.endswith("-"):
        return split_line(line)
    return Written(line[:column], line[column:].rstrip(), column, len(lead) - 1)


def find_value_end(lines: tuple[str, ...], line: int, owner: int) -> int:
    """Return the number of the last line (from 1) of the value that begins on ``line``."""
    last = line
    while last < len(lines):
        following = lines[last]
        if not following.strip() or len(following) - len(following.lstrip()) <= owner:
            break
        last += 1
    return last


def is_structure(line: str) -> bool:
    """Tell whether a line begins with a list's dash or a field's name."""
    return _STRUCTURE.match(line) is not None


def quoted_spelling(lines: tuple[str, ...], line: int, written: Written | None = None) -> str:
    """Return the bullet or field of ``line`` (from 1) with its whole text in quotes, ready to
    paste.
    """
    taken = written or split_line(lines[line - 1])
    last = find_value_end(lines, line, taken.owner)
    parts = [taken.value, *(part.strip() for part in lines[line:last])]
    return taken.label + in_quotes(without_typed_quotes(" ".join(parts)))


def without_typed_quotes(text: str) -> str:
    """Return the text without quotes around the whole of it, such as curly ones from a program."""
    inner = text[1:-1]
    stands = text[:1] in _CURLY and text[-1:] in _CURLY[text[0]] and len(text) > 2
    return inner if stands and text[0] not in inner and text[-1] not in inner else text


def advise_quotes(lines: tuple[str, ...], line: int, written: Written | None = None) -> str:
    """Say what to do: the quoted spelling, and which lines it replaces where they are several."""
    last = find_value_end(lines, line, (written or split_line(lines[line - 1])).owner)
    where = f", in place of lines {line} to {last}" if last > line else ""
    return f"put it in quotes{where}: {quoted_spelling(lines, line, written)}"


def in_quotes(text: str) -> str:
    """Return the text as a quoted YAML scalar, in whichever quotes leave it more readable."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
