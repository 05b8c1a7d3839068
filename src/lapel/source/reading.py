"""Reading a file as text: UTF-8 with or without a BOM, any newline, or a plain error."""

import hashlib
import os
import stat
from pathlib import Path

from lapel.source.diagnostics import Diagnostic, Outcome, Place, Severity
from lapel.source.source import Source
from lapel.text.regexes import regex
from lapel.text.spelling import find_nearest

BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word file or another archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"bplist00", "a web archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)
"""The first bytes of file formats that people keep texts in but lapel cannot read."""

_ADDRESS = regex(r"(?i)(https?|ftp|file):/+(.+)")
"""A web address, of which a path keeps one slash."""
MISSING_FILE = "missing-file"
COPY_THE_TEXT = "copy its words into a plain text file, such as one that ends in .md"
SAVE_AS_UTF8 = "save the file as UTF-8 (in most editors: File, Save with Encoding)"


def read_source(path: Path) -> Outcome[Source]:
    """Return the text of a file, or the one reason why it cannot be read as text."""
    try:
        if not stat.S_ISREG(mode := path.stat().st_mode) and not stat.S_ISDIR(mode):
            return _report_unreadable(
                path, "this is a pipe or a device, not a file", "save it as a file"
            )
        data = path.read_bytes()
    except FileNotFoundError:
        return _report_missing(path)
    except IsADirectoryError:
        return _report_unreadable(path, "this is a folder, not a file", "name a file inside it")
    except PermissionError:
        return _report_unreadable(path, "this file may not be read", "check its permissions")
    except (OSError, ValueError):
        return _report_unreadable(path, "this file cannot be read", "check the path")
    return decode_source(path, data)


def decode_source(path: Path, data: bytes) -> Outcome[Source]:
    """Decode the bytes of a file to its text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _report_unreadable(
                path, f"this file is {encoding}, expected UTF-8", SAVE_AS_UTF8
            )
    for mark, kind in OTHER_FORMATS:
        if data.startswith(mark):
            return _report_unreadable(path, f"this is {kind}, expected plain text", COPY_THE_TEXT)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if b"\0" in data:
            return _report_unreadable(path, "this is not a text file", COPY_THE_TEXT)
        return _report_not_utf8(path, data, error.start)
    source = Source(path, _with_plain_newlines(text), hashlib.sha256(data).hexdigest())
    if "\0" in text:
        return _report_null_character(source)
    return Outcome(source)


def _with_plain_newlines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _report_missing(path: Path) -> Outcome[Source]:
    if address := _ADDRESS.match(str(path)):
        message = f"{address[1]}://{address[2]} is a web address, expected a file"
        help = "save the posting as a .md file, such as jobs/company-position.md, and name that"
        return Outcome(None, (Diagnostic(MISSING_FILE, Severity.ERROR, message, help=help),))
    near = _find_nearest_file(path)
    check = "check the spelling of the path"
    if path.suffix.lower() in (".pdf", ".doc", ".docx", ".odt", ".rtf", ".html", ".htm"):
        check += f"; of a PDF or Word file {COPY_THE_TEXT}"
    help = f"did you mean {near}?" if near else check
    return _report_unreadable(path, "there is no such file", help, code=MISSING_FILE, line=0)


def _find_nearest_file(path: Path) -> Path | None:
    """Return the file that a missing one's name was meant for: its suffix or a workspace's folder
    may be missing, or a letter be wrong.
    """
    folders = (path.parent, path.parent / "jobs", path.parent / "profiles")
    there = [
        file
        for folder in folders
        if os.access(folder, os.R_OK | os.X_OK) and folder.is_dir()
        for file in sorted(folder.iterdir())
        if file.suffix.lower() in (".md", ".txt", ".yaml", ".yml", ".json") and file.is_file()
    ]
    same = (file for file in there if path.name in (file.name, file.stem))
    name = find_nearest(path.stem, (file.stem for file in there))
    return next(same, None) or next((file for file in there if file.stem == name), None)


def _report_unreadable(
    path: Path, message: str, help: str, *, code: str = "unreadable", line: int = 1
) -> Outcome[Source]:
    place = Place(path, line)
    return Outcome(None, (Diagnostic(code, Severity.ERROR, message, place, "", help),))


def _report_not_utf8(path: Path, data: bytes, start: int) -> Outcome[Source]:
    """Report the first byte that is not UTF-8, with its line as Latin-1 would read it."""
    before = _with_plain_newlines(data[:start].decode("utf-8-sig"))
    line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
    rest = data[start:].split(b"\n")[0].split(b"\r")[0].decode("cp1252", "replace")
    message = f"the byte 0x{data[start]:02X} is not UTF-8"
    excerpt = (before[before.rfind("\n") + 1 :] + rest).replace("\0", "\ufffd")
    place = Place(path, line, column)
    return Outcome(
        None, (Diagnostic("not-utf-8", Severity.ERROR, message, place, excerpt, SAVE_AS_UTF8),)
    )


def _report_null_character(source: Source) -> Outcome[Source]:
    index = source.text.index("\0")
    before = source.text[:index]
    line, column = before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1
    found = source.diagnostic(
        "null-character",
        "a NUL character: this is not a text file, or not in UTF-8",
        source.place(line, column),
        help=SAVE_AS_UTF8,
    )
    return Outcome(None, (found,))
