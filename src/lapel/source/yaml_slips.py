"""Slips of the keys that keep a line from being YAML: a message for each, and what was meant."""

from msgspec import Struct

from lapel.source.quoting import BULLETS
from lapel.text.regexes import regex

SLIP = "yaml-slip"
NO_COLON = "yaml-no-colon"
_NO_SPACE_AFTER_DASH = regex(r"\s*-[^\s\-]")
_PASTED_BULLET = regex(rf"\s*([{BULLETS}])\s*(?=\S)")
_NO_SPACE_AFTER_KEY = regex(r"\s*(?:- )*[A-Za-z]\w*:[^\s/]")
_WIDE_COLON = regex(r"\s*(?:- )*[A-Za-z]\w*\s*(?P<colon>：)\s*")
_TAB_INDENT = regex(r"[ ]*\t")
_TAB_AFTER_DASH = regex(r"[ ]*-[ ]*\t\s*")
_NO_COLON = regex(r" *(?P<key>[a-z]\w*)(?P<value>(?: +[^:#\s][^:#]*?)?) *")
_NO_BREAK_INDENT = regex(r"[ ]*[\xa0\u2007\u202f]\s*")


class Slip(Struct, frozen=True):
    """A mistake in a line from ``column`` on (from 0), and the line as it was meant, "" where that
    is open.
    """

    column: int
    message: str
    help: str
    meant: str = ""
    width: int = 1
    code: str = SLIP


def find_slip(line: str) -> Slip | None:
    """Return the mistake in the beginning of a line that shows without its neighbours, else
    None.
    """
    indent = len(line) - len(line.lstrip())
    if _TAB_INDENT.match(line):
        message = "a tab in the indentation, expected spaces"
        return Slip(line.index("\t"), message, "indent with spaces only")
    if _NO_BREAK_INDENT.match(line):
        message = "a no-break space in the indentation, expected spaces"
        help = "indent with spaces only; it may have come with a copied text"
        return Slip(len(line) - len(line.lstrip(" ")), message, help, " " * indent + line.lstrip())
    if match := _TAB_AFTER_DASH.match(line):
        meant = f"{line[: line.index('-')]}- {line[match.end() :]}"
        return _make_slip(line.index("\t"), "a tab after a list's `-`, expected a space", meant)
    if _NO_SPACE_AFTER_DASH.match(line):
        meant = f"{line[:indent]}- {line[indent + 1 :]}"
        return _make_slip(indent, "a list's `-` without a space after it", meant)
    if match := _PASTED_BULLET.match(line):
        message = f"a list's line begins with `{match[1]}`, expected `- `"
        return _make_slip(indent, message, f"{line[:indent]}- {line[match.end() :]}")
    if match := _WIDE_COLON.match(line):
        at = match.start("colon")
        meant = f"{line[:at].rstrip()}: {line[match.end() :]}"
        return _make_slip(at, "a wide colon `：`, expected `: `", meant.rstrip())
    if match := _NO_SPACE_AFTER_KEY.match(line):
        at = match.end() - 1
        return _make_slip(at - 1, "a `:` without a space after it", f"{line[:at]} {line[at:]}")
    return None


def find_missing_colon(line: str) -> Slip | None:
    """Return the slip of a line of one word, or of one and a value, that should be a field."""
    match = _NO_COLON.fullmatch(line)
    if match is None:
        return None
    key, at = match["key"], match.start("key")
    meant = f"{line[:at]}{key}:{match['value'].rstrip()}"
    message = f"no `:` behind `{key}`, expected `{key}: …`"
    return Slip(at, message, f"write {meant.strip()}", meant, len(key), NO_COLON)


def meant_line(code: str, line: str) -> str:
    """Return the line of a problem as it is meant, if it is one of these slips and that is
    known.
    """
    find = {SLIP: find_slip, NO_COLON: find_missing_colon}.get(code)
    slip = find(line) if find else None
    return slip.meant if slip and slip.meant else line


def _make_slip(column: int, message: str, meant: str) -> Slip:
    return Slip(column, message, f"write {meant.strip()}", meant)
