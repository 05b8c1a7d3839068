"""Editing one part of a letter file: it says something else, no other line does."""

from pathlib import Path

import pytest

from lapel.letter.file.editing import replace_part
from lapel.letter.file.reading import read_letter
from lapel.letter.model import Letter, LetterPart, Part
from lapel.source.reading import decode_source

LETTER = """\
3 March 2026

Ms. Odile Ferrand
Hearth & Co

**Bakery Manager**

Dear Ms. Ferrand,

Bread matters to a town.
I bake it.
<!-- sources: note letter-1 | highlight mill/crew -->

> **To do:** say why this town (the note asks for it)
<!-- sources: note letter-1 -->

- Led a crew of five.

<!-- my own comment -->
Thank you for your time.

Sincerely,

Ines Moreau
"""


def letter_of(data: bytes) -> Letter:
    source = decode_source(Path("hearth.md"), data).value
    assert source is not None
    letter = read_letter(source).value
    assert letter is not None
    return letter


def part_of(data: bytes, kind: Part, which: int = 0) -> LetterPart:
    return list(letter_of(data).of(kind))[which]


def edited(kind: Part, text: str, letter: str = LETTER, which: int = 0) -> str:
    data = letter.encode()
    return replace_part(data, part_of(data, kind, which), text).decode()


CASES = {
    "a paragraph": (
        (Part.PARAGRAPH, "A town is its bread. So I bake."),
        "Bread matters to a town.\nI bake it.\n",
        "A town is its bread.\nSo I bake.\n",
    ),
    "a paragraph that becomes two": (
        (Part.PARAGRAPH, "A town is its bread.\n\nSo I bake."),
        "Bread matters to a town.\nI bake it.\n",
        "A town is its bread.\n\nSo I bake.\n",
    ),
    "a paragraph taken out, with its sources": (
        (Part.PARAGRAPH, " \n"),
        "Bread matters to a town.\nI bake it.\n"
        "<!-- sources: note letter-1 | highlight mill/crew -->\n\n",
        "",
    ),
    "a to-do that is said": (
        (Part.TODO, "My mother sold bread here."),
        "> **To do:** say why this town (the note asks for it)\n",
        "My mother sold bread here.\n",
    ),
    "a bullet": (
        (Part.BULLET, "Led six. Then nine."),
        "- Led a crew of five.",
        "- Led six.\n  Then nine.",
    ),
    "a subject": ((Part.SUBJECT, "Head Baker"), "**Bakery Manager**", "**Head Baker**"),
    "lines": (
        (Part.RECIPIENT, "Ms. Ferrand\nHearth & Co\nLyon"),
        "Ms. Odile Ferrand\nHearth & Co\n",
        "Ms. Ferrand\nHearth & Co\nLyon\n",
    ),
    "the last line": ((Part.SIGNATURE, "I. Moreau"), "Ines Moreau\n", "I. Moreau\n"),
}


@pytest.mark.parametrize(("edit", "old", "new"), CASES.values(), ids=CASES)
def test_one_part(edit: tuple[Part, str], old: str, new: str) -> None:
    assert edited(*edit) == LETTER.replace(old, new)


@pytest.mark.parametrize(("edit", "old", "new"), CASES.values(), ids=CASES)
def test_one_part_between_other_newlines(edit: tuple[Part, str], old: str, new: str) -> None:
    windows = LETTER.replace("\n", "\r\n")
    assert edited(*edit, letter=windows) == LETTER.replace(old, new).replace("\n", "\r\n")


def test_a_last_line_without_newline_stays_without() -> None:
    assert edited(Part.SIGNATURE, "I. M.", letter=LETTER.rstrip()).endswith("\n\nI. M.")


def test_what_is_written_is_read_back() -> None:
    data = edited(Part.PARAGRAPH, "One thing. Another thing.").encode()
    assert part_of(data, Part.PARAGRAPH).text == "One thing. Another thing."
