"""Changing the settings of a job file where they stand: no other byte of the file is touched.

An id goes into the list that is there, in the list's own style; a new setting gets a line of its
own; a Markdown file without front matter gets one, a YAML file `tailoring:` at its end. What an
edit leaves empty is taken away, so that an edit and its reverse leave the file as it was.
"""

import re
from collections.abc import Sequence
from pathlib import Path as FilePath

import yaml
from msgspec import Struct

from lapel.job.settings.front_matter import find_front_matter
from lapel.job.settings.splicing import (
    Map,
    Path,
    Splice,
    Value,
    Yaml,
    append,
    compose,
    discard,
    find_pair,
    pair_of,
    put,
    remove,
)
from lapel.source.kinds import STRUCTURED
from lapel.source.reading import decode_source
from lapel.source.source import Source
from lapel.text.regexes import regex

MARK = "\ufeff"
NEWLINE = regex(r"\r\n|\r|\n")
SECTION = "tailoring"
COMMENT = regex(r"^\s*#", re.MULTILINE)
END_OF_DOCUMENT = regex(r"^\.\.\.[ \t]*$", re.MULTILINE)


class CannotEditError(Exception):
    """The settings cannot be changed as the file stands; the message says why, for a person."""


class Put(Struct, frozen=True):
    """Give a setting this value; a path of two names a key under a setting (``order``)."""

    path: Path
    value: Value


class Remove(Struct, frozen=True):
    """Take a setting out; nothing happens where it is not there."""

    path: Path


class Append(Struct, frozen=True):
    """Add an id at the end of a list, unless it is there."""

    path: Path
    item: str


class Discard(Struct, frozen=True):
    """Take an id out of a list, and the list with its last one."""

    path: Path
    item: str


Edit = Put | Remove | Append | Discard


def edit_settings(path: FilePath, data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the bytes of a job file after these edits, made one after the other.

    Raises CannotEditError where the file or its settings cannot be read.
    """
    for edit in edits:
        data = _apply_edit(path, data, edit)
    return data


def _apply_edit(path: FilePath, data: bytes, edit: Edit) -> bytes:
    """Return the bytes after one edit; raise CannotEditError where they cannot be read."""
    source = decode_source(path, data).value
    if source is None:
        raise _make_unreadable_error()
    kind = path.suffix.lower()
    try:
        if kind in STRUCTURED:
            splice = _splice_document(source.text, edit, is_json=kind == ".json")
        else:
            splice = _splice_front_matter(source, edit)
    except yaml.YAMLError as error:
        raise _make_unreadable_error() from error
    return data if splice is None else _apply_splice(data, source.text, splice)


def _apply_splice(data: bytes, text: str, splice: Splice) -> bytes:
    """Return the file's bytes with a splice made; ``text`` is the decoded file with LF as newline,
    to which the splice's positions refer.
    """
    raw = data.decode("utf-8-sig")
    mark = MARK if data.startswith(MARK.encode()) else ""
    found = NEWLINE.search(raw)
    new = splice.text.replace("\n", found[0] if found else "\n")
    start, end = (_find_raw_position(raw, text, at) for at in (splice.start, splice.end))
    return (mark + raw[:start] + new + raw[end:]).encode()


def _find_raw_position(raw: str, text: str, position: int) -> int:
    """Return the index in ``raw``, with the file's own newlines, for one in ``text``, with LF."""
    if len(raw) == len(text):
        return position
    lines = text.count("\n", 0, position)
    column = position - (text.rfind("\n", 0, position) + 1)
    ends = [0, *(match.end() for match in NEWLINE.finditer(raw))]
    return ends[lines] + column


def _splice_edit(doc: Yaml, within: Map, edit: Edit) -> Splice | None:
    match edit:
        case Put(path, value):
            return put(doc, within, path, value)
        case Remove(path):
            return remove(doc, within, path)
        case Append(path, item):
            return append(doc, within, path, item)
        case Discard(path, item):
            return discard(doc, within, path, item)


def _find_first_value(edit: Edit) -> tuple[Path, Value] | None:
    """Return what an edit writes where there are no settings; None if it would only take away."""
    match edit:
        case Put(path, value):
            return path, value
        case Append(path, item):
            return path, (item,)
        case _:
            return None


def _splice_front_matter(source: Source, edit: Edit) -> Splice | None:
    """Return the splice of an edit in a front matter, None where nothing changes."""
    text = source.text
    found = find_front_matter(source) if text.strip() else None
    if found is None:
        written = _find_first_value(edit)
        return Splice(0, 0, f"---\n{_format_block(*written)}\n---\n") if written else None
    if not found.closed:
        raise _make_unreadable_error()
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: found.first_line - 1])
    opening = start - len(lines[found.first_line - 2]) - 1
    closing = sum(len(line) + 1 for line in lines[: found.last_line])
    root = compose(found.text, is_json=False)
    if not isinstance(root, Map):
        raise _make_unreadable_error()
    doc = Yaml(found.text, root, is_json=False)
    splice = _splice_edit(doc, root, edit)
    if splice is None:
        return None
    left = splice.applied(found.text)
    if not left.strip():
        return Splice(opening, min(closing, len(text)), "")
    if compose(left, is_json=False) is None:  # comments alone are no front matter
        splice = put(doc, root, edit.path[:1], ())
    return Splice(splice.start + start, splice.end + start, splice.text)


def _splice_document(text: str, edit: Edit, *, is_json: bool) -> Splice | None:
    """Return the splice of an edit under `tailoring:`, None where nothing changes."""
    root = compose(text, is_json=is_json)
    if not isinstance(root, Map):
        raise _make_unreadable_error()
    doc = Yaml(text, root, is_json)
    held = find_pair(root, SECTION)
    if held is not None and isinstance(held[1], Map) and held[1].value:
        within = held[1]
        splice = _splice_edit(doc, within, edit)
        is_last = len(within.value) == 1 and isinstance(edit, Remove | Discard)
        if (
            splice is None
            or not is_last
            or _has_setting_left(splice.applied(text), is_json=is_json)
        ):
            return splice
        return remove(doc, root, (SECTION,))
    written = _find_first_value(edit)
    if written is None:
        return None
    path, value = written
    if root.flow_style or held is not None:
        return put(doc, root, (SECTION, *path), value)
    end = END_OF_DOCUMENT.search(text, _find_end_index(root))
    at = end.start() if end else len(text)
    block = f"{SECTION}:\n" + "\n".join(
        f"  {line}" for line in _format_block(path, value).split("\n")
    )
    before = "" if text[:at].endswith("\n") else "\n"
    return Splice(at, at, f"{before}{block}" + ("\n" if not before else ""))


def _has_setting_left(text: str, *, is_json: bool) -> bool:
    """Tell whether `tailoring:` has a setting left in the text."""
    root = compose(text, is_json=is_json)
    held = find_pair(root, SECTION) if isinstance(root, Map) else None
    return held is not None and isinstance(held[1], Map) and bool(held[1].value)


def _find_end_index(root: Map) -> int:
    return int(root.value[-1][0].end_mark.index) if root.value else 0


def _format_block(path: Path, value: Value) -> str:
    """Return a setting as YAML in block style."""
    empty = Yaml("", Map("tag:yaml.org,2002:map", []), is_json=False)
    return pair_of(empty, path, value)


def _make_unreadable_error() -> CannotEditError:
    return CannotEditError("the settings of the job file cannot be read; mend them first")
