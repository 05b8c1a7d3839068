"""A note cut where a person parts it: at its marks and at "and"."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from lapel.letter.deeds.counting import numbers_in
from lapel.letter.points.cutting.directions import is_direction
from lapel.text.numbers import YEAR
from lapel.text.regexes import regex
from lapel.text.sentences import split_sentences

_MOST_HEADING = 2
"""The most words of a heading with a full stop: "Absence. 21% to 12%"."""
_CUT = regex(
    rf"\s*(?:(?P<mark>[;:()])\s*|(?P<comma>,)\s|\s(?P<dash>[–—-]+)\s(?!(?:\w+ )?{YEAR}\b)"
    r"|(?<=[^.\s])(?P<end>[.?!]+)\s)"
    r"\s*(?:(?:and|but|so(?! that)|or|plus|then|"
    r"(?P<above>especially|particularly|in particular|above all|most of all|notably|including)) )?"
    r"|\s+(?:and|(?<!all )(?<!nothing )(?<!anything )but|plus|\+|&|to(?= their\b)"
    r"|(?P<tie>to)(?= [A-Z][\w-]+['’]s\b))\s+"
)
_CLAIM = regex(
    r"(?i)\s*(?:show|prove|demonstrate)(?: them)? (?:that )?(?:I|we) can \w+(?: \w+){0,4}"
)
"""A claim with a full stop, which what the next sentence names is to show: "show that I can
teach".
"""
_QUOTED = regex(r"[\"“][^\"“”]+[\"”]")
"""The posting's words that a note answers."""
_HEADS = (":", "(")
_MARKS = " ,.;:()–—-!?"


class NotePart(Struct, frozen=True):
    """A part of a note from ``start`` to ``end``; ``heads`` says that it may only name what the
    next part is of, and ``tied`` that it is the company's side of a tie.
    """

    start: int
    end: int
    text: str
    heads: bool
    tied: bool = False


def note_parts(text: str) -> Iterator[NotePart]:
    """Yield the parts of a note, in order."""
    start, tied = 0, False
    whole = tuple(_uncut_spans(text))
    for cut in _CUT.finditer(text):
        if any(begins <= cut.start() < ends for begins, ends in whole):
            continue
        if text[start : cut.start()].strip(_MARKS):
            after = _CUT.split(text[cut.end() :], maxsplit=1)[0]
            counted = cut["comma"] is not None and bool(numbers_in(after))
            asks = cut["end"] is not None and "?" in cut["end"]
            part = text[start : cut.start()]
            short = part.count(" ") < _MOST_HEADING or _CLAIM.fullmatch(part) is not None
            short = cut["end"] is not None and short
            heads = cut["mark"] in _HEADS or cut["dash"] or cut["above"] or counted or asks or short
            shown = cut["mark"] == "(" and part.startswith("that I ")
            yield NotePart(start, cut.start(), part, bool(heads) and (shown or start == 0), tied)
        start, tied = cut.end(), cut["tie"] is not None
    if text[start:].strip(_MARKS):
        end = len(text.rstrip(_MARKS))
        yield NotePart(start, end, text[start:end], heads=False, tied=tied)


def _uncut_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of quotations and of sentences that only tell how to write."""
    yield from (quoted.span() for quoted in _QUOTED.finditer(text))
    start = 0
    for sentence in split_sentences(text):
        start = text.index(sentence, start)
        if is_direction(sentence):
            yield start, start + len(sentence) - 1
        start += len(sentence)


def texts_of_parts(note: str, parts: Iterable[NotePart]) -> Iterator[str]:
    """Yield the text of the parts as written in the note, adjacent parts joined."""
    start = end = -1
    for part in parts:
        if start >= 0 and note[end : part.start].strip(_MARKS):
            yield _with_closed_brackets(note[start:end])
            start = -1
        start, end = (part.start if start < 0 else start), part.end
    if start >= 0:
        yield _with_closed_brackets(note[start:end])


def _with_closed_brackets(text: str) -> str:
    return text + ")" * (text.count("(") - text.count(")"))
