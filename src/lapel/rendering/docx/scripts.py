"""Runs cut where their script changes, since Word sets complex scripts in a look apart.

A run of Arabic or Hebrew is marked as running from right to left, one of Devanagari or Thai as
complex (ECMA-376 Part 1, 17.3.2.30 and 17.3.2.7); figures and marks go with the text before them.
The mark is set on the run: Word has none in a style.
"""

from collections.abc import Iterator
from unicodedata import bidirectional

from msgspec.structs import replace

from lapel.text.inline import Run

RIGHT_TO_LEFT, COMPLEX, SIMPLE = "Right To Left", "Complex Script", ""
MARKS = {RIGHT_TO_LEFT: "w:rtl", COMPLEX: "w:cs"}
FIRST_COMPLEX, LAST_COMPLEX = "\u0900", "\u109f"
RIGHT, LEFT = ("R", "AL", "AN"), ("L",)


def split_by_script(run: Run, *, right_to_left: bool) -> Iterator[tuple[Run, str]]:
    """Yield the parts of a run with the script of each; ``right_to_left`` is the paragraph's
    way.
    """
    script = RIGHT_TO_LEFT if right_to_left else SIMPLE
    if run.text.isascii():
        yield run, script if not any(map(str.isalpha, run.text)) else SIMPLE
        return
    text = ""
    for character in run.text:
        own = _find_script(character, script)
        if own != script and text:
            yield replace(run, text=text), script
            text = ""
        script = own
        text += character
    yield replace(run, text=text), script


def _find_script(character: str, before: str) -> str:
    if FIRST_COMPLEX <= character <= LAST_COMPLEX:
        return COMPLEX
    kind = bidirectional(character)
    if kind in RIGHT:
        return RIGHT_TO_LEFT
    return SIMPLE if kind in LEFT else before
