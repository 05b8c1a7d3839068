"""Changing one part of a letter file where it stands: no other line of the file is touched."""

import re
from collections.abc import Iterator

from lapel.letter.file.writing import MARKS
from lapel.letter.model import BODY, SOURCES, LetterPart, Part
from lapel.text.sentences import split_sentences

LINE = re.compile(rb"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
SOURCES_COMMENT = f"<!-- {SOURCES}".encode()
ANY_NEWLINE = re.compile(rb"\r\n|\r|\n")


def replace_part(data: bytes, part: LetterPart, text: str) -> bytes:
    """Return the bytes of a letter file with other text for one of its parts; "" takes it out.

    A paragraph gets a line for each sentence and may become several, with blank lines between; a
    to-do becomes the text in its place.
    """
    lines = LINE.findall(data)
    found = ANY_NEWLINE.search(data)
    newline = found[0] if found else b"\n"
    first, last = part.first_line - 1, part.last_line
    written = [line.encode() for line in _lines(part.part, text)]
    if not written:
        if last < len(lines) and lines[last].startswith(SOURCES_COMMENT):
            last += 1
        while last < len(lines) and not lines[last].strip():
            last += 1
        return b"".join((*lines[:first], *lines[last:]))
    ended = last < len(lines) or lines[last - 1].endswith((b"\n", b"\r"))
    block = newline.join(written) + (newline if ended else b"")
    return b"".join((*lines[:first], block, *lines[last:]))


def _lines(part: Part, text: str) -> Iterator[str]:
    """Yield the lines of the file for a part's text."""
    if part not in BODY | {Part.TODO}:
        for line in filter(None, map(str.strip, text.splitlines())):
            yield f"**{line}**" if part is Part.SUBJECT else line
        return
    marks = MARKS[Part.BULLET] if part is Part.BULLET else ("", "")
    paragraphs = [" ".join(block.split()) for block in re.split(r"\n\s*\n", text)]
    for number, paragraph in enumerate(filter(None, paragraphs)):
        if number:
            yield ""
        for index, sentence in enumerate(split_sentences(paragraph)):
            yield f"{marks[1] if index else marks[0]}{sentence}"
